/**
 * Adding up: first the profile (how many criteria at each level), then a range.
 *
 * The range runs from the mean of the lowest levels the facts allow to the mean of the highest, out of
 * 100; criteria weigh equally inside a theme and themes equally overall. A criterion that does not apply
 * is no part of it; one of which that is not known yet is counted whichever way widens the range. There
 * is no single number and no rank.
 */
import type { Level } from "./catalogue.ts";
import { onPaper } from "./facts.ts";
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

/** The range of a theme, and whether it has one for sure: "maybe" where none of its criteria may apply. */
export interface ThemeRange extends Range {
  readonly applies: Truth;
}

/** The range of one theme, unrounded; undefined where none of its criteria applies. */
export function themeRange(findings: readonly Scored[]): ThemeRange | undefined {
  const applying = findings.filter((finding) => finding.levels.length > 0);
  if (applying.length === 0) return undefined;
  const level = (pick: (...levels: number[]) => number) =>
    applying.map(({ applies, levels }) => ({ applies, value: pick(...levels) }));
  const share = (mean: number) => (mean / 3) * 100;
  const applies = applying.some((finding) => finding.applies === "yes") ? "yes" : "maybe";
  return { low: share(furthest(level(Math.min), lower)), high: share(furthest(level(Math.max), higher)), applies };
}

/** The range over all themes that have one, each weighing the same; unrounded. */
export function overallRange(themes: readonly (ThemeRange | undefined)[]): Range | undefined {
  const ranges = themes.filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  const end = (name: "low" | "high") => ranges.map((range) => ({ applies: range.applies, value: range[name] }));
  return { low: furthest(end("low"), lower), high: furthest(end("high"), higher) };
}

/** A range in whole numbers, as it is printed. */
export function rounded(range: Range): Range {
  return { low: Math.round(onPaper(range.low)), high: Math.round(onPaper(range.high)) };
}

interface Part {
  readonly applies: Truth;
  readonly value: number;
}

type Further = (a: number, b: number) => boolean;

const lower: Further = (a, b) => a < b;
const higher: Further = (a, b) => a > b;

/** The furthest mean, in one direction, that the certain parts and any of the optional ones can make. */
function furthest(parts: readonly Part[], further: Further): number {
  const values = (applies: Truth) => parts.filter((part) => part.applies === applies).map((part) => part.value);
  // Sorted, since a computer's sum depends on the order at its last digit.
  const certain = values("yes").toSorted((a, b) => a - b);
  let sum = certain.reduce((total, value) => total + value, 0);
  let count = certain.length;
  for (const value of values("maybe").toSorted((a, b) => (further(a, b) ? -1 : 1))) {
    if (count > 0 && !further(value, sum / count)) break;
    sum += value;
    count += 1;
  }
  return sum / count;
}
