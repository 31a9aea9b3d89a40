/**
 * Adding up: first the profile (how many criteria at each level), then a range.
 *
 * The range runs from the mean of the lowest levels the facts allow to the mean of the highest, out of
 * 100; criteria weigh equally inside a theme and themes equally overall. A criterion that does not apply
 * is no part of it; one of which that is not known yet is counted whichever way widens the range. There
 * is no single number and no rank.
 */
import type { Level } from "./catalogue.ts";
import type { Truth } from "./truth.ts";

/** What scoring needs of a finding. */
export interface Scored {
  readonly applies: Truth;
  readonly levels: readonly Level[];
}

/** How many findings stand where. */
export interface Tally {
  /** Settled findings at level 0, 1, 2 and 3. */
  readonly levels: readonly [number, number, number, number];
  /** Findings that several levels (or not applying) are still open to. */
  readonly open: number;
  readonly notApplicable: number;
  /** All findings. */
  readonly of: number;
}

/** A range out of 100: the low end on what is stated, the high end if all that is not stated turned out well. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Counts findings by where they stand. */
export function tally(findings: readonly Scored[]): Tally {
  const levels: [number, number, number, number] = [0, 0, 0, 0];
  let open = 0;
  let notApplicable = 0;
  for (const { applies, levels: allowed } of findings) {
    const [only] = allowed;
    if (applies === "no" || only === undefined) notApplicable += 1;
    else if (applies === "maybe" || allowed.length > 1) open += 1;
    else levels[only] += 1;
  }
  return { levels, open, notApplicable, of: findings.length };
}

/** The range of one theme, unrounded; undefined where none of its criteria applies. */
export function themeRange(findings: readonly Scored[]): Range | undefined {
  const applying = findings.filter((finding) => finding.levels.length > 0);
  if (applying.length === 0) return undefined;
  const ends = (end: (levels: readonly Level[]) => number, lower: (a: number, b: number) => boolean) =>
    mean(
      applying.filter((finding) => finding.applies === "yes").map((finding) => end(finding.levels)),
      applying.filter((finding) => finding.applies === "maybe").map((finding) => end(finding.levels)),
      lower,
    );
  return {
    low: hundredths(
      ends(
        (levels) => Math.min(...levels),
        (a, b) => a < b,
      ),
    ),
    high: hundredths(
      ends(
        (levels) => Math.max(...levels),
        (a, b) => a > b,
      ),
    ),
  };
}

/** The range over all themes that have one, each weighing the same; unrounded. */
export function overallRange(themes: readonly (Range | undefined)[]): Range | undefined {
  const ranges = themes.filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  const average = (end: "low" | "high") => ranges.reduce((sum, range) => sum + range[end], 0) / ranges.length;
  return { low: average("low"), high: average("high") };
}

/** A range in whole numbers, as it is printed. */
export function rounded(range: Range): Range {
  return { low: Math.round(range.low), high: Math.round(range.high) };
}

/** The furthest mean that the certain levels and any of the optional ones can make, in one direction. */
function mean(
  certain: readonly number[],
  optional: readonly number[],
  further: (a: number, b: number) => boolean,
): number {
  const candidates = optional.toSorted((a, b) => (further(a, b) ? -1 : 1));
  let sum = certain.reduce((total, level) => total + level, 0);
  let count = certain.length;
  for (const level of candidates) {
    if (count > 0 && !further(level, sum / count)) break;
    sum += level;
    count += 1;
  }
  return sum / count;
}

function hundredths(level: number): number {
  return (level / 3) * 100;
}
