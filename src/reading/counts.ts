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

/** The waits that end with each stage: all who are counted in them came so far. */
const waitsUntil = {
  first_contacts: ["referral_to_first_contact"],
  started_therapy: ["first_contact_to_therapy", "referral_to_therapy"],
} as const;

/**
 * How many people came to a stage: the total for the period, or else the largest number that the figures of a
 * wait until that stage rest on.
 */
export function reached({ audit, waits = [] }: Audit, stage: keyof typeof waitsUntil): Counted {
  const total: Counted = [`/audit/counts/${stage}`, audit.counts?.[stage]];
  if (smallest(total[1]) !== undefined) return total;
  const until: readonly (string | undefined)[] = waitsUntil[stage];
  const counted = waits.map(({ n }, index): Counted => [`/waits/${index}/n`, n]);
  const own = counted.filter(([, n], index) => smallest(n) !== undefined && until.includes(waits[index]?.stage));
  return own.toSorted(([, a], [, b]) => Number(smallest(b)) - Number(smallest(a)))[0] ?? total;
}

/** The stage that the people of a wait came to; those who had a second session had begun therapy too. */
export function stageOf(wait: { readonly stage?: string }): keyof typeof waitsUntil {
  return wait.stage === "referral_to_first_contact" ? "first_contacts" : "started_therapy";
}

/** Small numbers that are written out, and marks of another size than the audit's own. */
export function smallCounts(audit: Audit, around: Around): Disagreement[] {
  const below = hiddenBelow(audit, around);
  return countsOf(audit).flatMap(([pointer, count]): Disagreement[] => {
    const small = typeof count === "number" && count > 0 && count < below;
    if (!small && (!isMark(count) || count === `<${below}`)) return [];
    const where = written(pointer);
    const team = pointer.endsWith("/trained") && isSmallTeam(audit, below);
    const hint = team ? "write all, most, some or none" : `write "<${below}"`;
    if (small) return [{ pointer, message: `${where}: a small number, by which somebody could be known`, hint }];
    const message = `${where}: a small number is written "<${below}" in this audit, not "${count}"`;
    return [{ pointer, message, hint: `${hint}, or the number where it is not small` }];
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
