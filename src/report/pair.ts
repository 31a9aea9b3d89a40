/** Two audits of a service compared, and what it takes to put that into words. */
import type { Assessment } from "../core/assess.ts";
import type { Comparison } from "../core/compare.ts";
import type { Answers } from "../core/facts.ts";
import type { Around } from "./around.ts";

/** What this view needs of its surroundings. */
export type SinceAround = Pick<Around, "catalogue" | "titleOf">;

/** The comparison with both assessments. */
export interface Pair {
  readonly comparison: Comparison;
  readonly before: Assessment;
  readonly after: Assessment;
  readonly around: SinceAround;
  /** Whether the older report is kept as it was published and was made under other criteria than today's. */
  readonly otherCriteria: boolean;
}

/** The answers of an assessment's audit. */
export function answersOf({ audit }: Assessment): Answers {
  return audit as unknown as Answers;
}
