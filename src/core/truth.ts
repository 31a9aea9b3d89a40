/**
 * Three-valued logic: a claim about a service holds, does not hold, or can't be told yet.
 * A verdict that can't be told carries the facts it waits for. Law: a settled verdict waits for
 * nothing, whatever its parts waited for.
 */
export type Truth = "yes" | "no" | "maybe";

/** A truth and the paths of the facts that would settle it (none unless it is "maybe"). */
export interface Verdict {
  readonly truth: Truth;
  readonly needs: readonly string[];
}

export const yes: Verdict = { truth: "yes", needs: [] };
export const no: Verdict = { truth: "no", needs: [] };

/** A verdict that waits for the given facts, each named once. */
export function maybe(needs: Iterable<string>): Verdict {
  return { truth: "maybe", needs: [...new Set(needs)] };
}

/** Yes when at least `count` of the verdicts are; no when even the open ones can't make it. */
export function atLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const needs: string[] = [];
  let certain = 0;
  let open = 0;
  for (const verdict of verdicts) {
    if (verdict.truth === "yes") certain += 1;
    if (verdict.truth === "maybe") {
      open += 1;
      needs.push(...verdict.needs);
    }
  }
  if (certain >= count) return yes;
  return certain + open < count ? no : maybe(needs);
}

/** Yes when one of the verdicts is; of none, no. */
export function either(verdicts: readonly Verdict[]): Verdict {
  return atLeast(1, verdicts);
}

/** Yes when all the verdicts are; of none, yes. */
export function both(verdicts: readonly Verdict[]): Verdict {
  return atLeast(verdicts.length, verdicts);
}

/** Yes turns to no and no to yes; what is open stays open. */
export function opposite(verdict: Verdict): Verdict {
  if (verdict.truth === "maybe") return verdict;
  return verdict.truth === "yes" ? no : yes;
}
