/** What is not stated: which criteria that holds open, and how much of the range it accounts for. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Around } from "./around.ts";

/** A fact that is not stated and the criteria it holds open. */
export interface MissingFact {
  readonly path: string;
  readonly title: string;
  readonly criteria: readonly { readonly code: string; readonly anchor: string; readonly title: string }[];
  /** Its part of the range's width in words: "about 3 of 17 points". Where a finding waits for several facts, each has an equal part. */
  readonly points: string;
}

/** The facts that are not stated, those first that account for most of the range. */
export function missingFacts(assessment: Assessment, { titleOf }: Around): MissingFact[] {
  const { findings, range } = assessment;
  const width = range === null ? 0 : range.high - range.low;
  const byPath = Map.groupBy(
    findings.flatMap((finding) => finding.needs.map((path) => ({ path, finding }))),
    ({ path }) => path,
  );
  return [...byPath]
    .map(([path, open]) => {
      const own = open.map(({ finding }) => finding);
      return { path, own, points: own.reduce((sum, one) => sum + spanOf(one, assessment) / one.needs.length, 0) };
    })
    .toSorted((a, b) => b.points - a.points || b.own.length - a.own.length)
    .map(({ path, own, points }) => ({
      path,
      title: titleOf(path),
      criteria: own.map(({ code, criterion, title }) => ({ code, anchor: criterion, title })),
      points: pointsText(points, width),
    }));
}

/** How many points of the overall range one finding leaves open: criteria weigh the same in a theme, themes the same. */
export function spanOf({ levels, theme }: Finding, assessment: Assessment): number {
  const [lowest = 0] = levels;
  return ((levels.at(-1) ?? lowest) - lowest) * pointsOfLevel(theme, assessment);
}

/** How many points of the overall range one level of one criterion of a theme is worth. */
export function pointsOfLevel(theme: string, { findings, themes }: Assessment): number {
  const applying = findings.filter((one) => one.theme === theme && one.levels.length > 0).length;
  const ranged = themes.filter(({ range }) => range !== null).length;
  return applying === 0 || ranged === 0 ? 0 : 100 / 3 / applying / ranged;
}

function pointsText(points: number, width: number): string {
  const whole = Math.round(points);
  return whole === 0 ? `less than 1 of ${width} points` : `about ${whole} of ${width} points`;
}
