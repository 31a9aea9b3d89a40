/** Counts of people: small ones are withheld. What would let them be worked out is in complements.ts and percentages.ts. */
import type { Audit } from "../core/audit.ts";
import { path as written } from "./check.ts";
import type { Around, Disagreement } from "./disagreement.ts";

/** A count as an audit states it: a number, "<5", or unknown. */
export type Count = number | string | undefined;

/** A count with the JSON pointer to it. */
export type Counted = readonly [pointer: string, count: Count];

/** Totals are rounded to a multiple of this where they would tell a small number, as facts.md and NHS England do. */
export const rounding = 5;

/** Counts from 1 to one less than this are withheld in an audit: the method's number, or its own where that is larger. */
export function hiddenBelow(audit: Audit, { suppressBelow }: Pick<Around, "suppressBelow">): number {
  return Math.max(suppressBelow, audit.audit.suppress_below ?? 0);
}

/** The numbers of people that figures are held against. */
export interface Limits {
  /** Counts from 1 to one less are withheld. */
  readonly below: number;
  /** Percentages of fewer people are left out. */
  readonly base: number;
}

/** What is right where a figure says too much. */
export const leaveOut = "leave it out";

/** Whether so many per cent of so many people come to a small number of them. */
export function isFew(people: number, percent: number, below: number): boolean {
  const some = Math.round((people * percent) / 100);
  return some > 0 && some < below;
}

/** Every count of people in an audit. tests/reading/counts.test.ts holds this against the schema. */
export function countsOf({ audit, waits, preferences, endings, workforce, evidence }: Audit): Counted[] {
  const met = preferences?.met;
  const unplanned = endings?.unplanned;
  const trained = workforce?.therapists_trained_in_repair;
  const pairs = (list: string, entries: readonly { n?: Count; of?: Count }[] = []) =>
    entries.flatMap(({ n, of }, index): Counted[] => [
      [`${list}/${index}/n`, n],
      [`${list}/${index}/of`, of],
    ]);
  return [
    ...Object.entries(audit.counts ?? {}).map(([name, count]): Counted => [`/audit/counts/${name}`, count]),
    ...pairs("/audit/samples", audit.samples),
    ...(waits ?? []).map(({ n }, index): Counted => [`/waits/${index}/n`, n]),
    ["/preferences/met/stated", met?.stated],
    ["/preferences/met/met", met?.met],
    ["/endings/unplanned/n", unplanned?.n],
    ["/endings/unplanned/of", unplanned?.of],
    ["/workforce/therapists_trained_in_repair/trained", trained?.trained],
    ["/workforce/therapists_trained_in_repair/of", trained?.of],
    ...pairs("/evidence", evidence),
  ];
}

/**
 * How many people came to a stage: the total for the period, or else the largest number that the figures of a
 * wait up to that stage rest on.
 */
export function reached(audit: Audit, stage: "first_contacts" | "started_therapy"): Counted {
  const total = audit.audit.counts?.[stage];
  if (smallest(total) !== undefined) return [`/audit/counts/${stage}`, total];
  const counted = (audit.waits ?? []).map(({ n }, index): Counted => [`/waits/${index}/n`, n]);
  const own = counted.filter(([, n], index) => smallest(n) !== undefined && untilStage(audit.waits?.[index]) === stage);
  const [first = [`/audit/counts/${stage}`, undefined]] = own.toSorted(
    ([, a], [, b]) => (smallest(b) ?? 0) - (smallest(a) ?? 0),
  );
  return first;
}

/** The stage that ends a wait: all who waited came so far. */
export function untilStage(wait: { readonly stage?: string } | undefined): "first_contacts" | "started_therapy" {
  return wait?.stage === "referral_to_first_contact" ? "first_contacts" : "started_therapy";
}

/** Small numbers that are written out, and marks of another size than the audit's own. */
export function smallCounts(audit: Audit, around: Around): Disagreement[] {
  const below = hiddenBelow(audit, around);
  return countsOf(audit).flatMap(([pointer, count]): Disagreement[] => {
    const where = written(pointer);
    const team = pointer.endsWith("/trained") && isSmallTeam(audit, below);
    const hint = team ? "write all, most, some or none" : `write "<${below}"`;
    if (typeof count === "number" && count > 0 && count < below)
      return [{ pointer, message: `${where}: a small number, by which somebody could be known`, hint }];
    if (isMark(count) && count !== `<${below}`) {
      const message = `${where}: a small number is written "<${below}" in this audit, not "${count}"`;
      return [{ pointer, message, hint: `${hint}, or the number where it is not small` }];
    }
    return [];
  });
}

/** Whether a count is withheld: "<5". */
export function isMark(count: Count): count is string {
  return typeof count === "string" && count.startsWith("<");
}

/** The least a count can be, where that is known. */
export function smallest(count: Count): number | undefined {
  if (typeof count === "number") return count;
  return isMark(count) ? 0 : undefined;
}

/** Whether there are so few therapists that how many of them are trained is said in words. */
function isSmallTeam({ service, workforce }: Audit, below: number): boolean {
  const of = workforce?.therapists_trained_in_repair?.of;
  const heads = service.therapists_headcount;
  return isMark(of) || [of, heads].some((count) => typeof count === "number" && count < below);
}
