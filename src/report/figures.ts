/** Numbers that are not what they were. None is called better or worse: only levels go up or down. */
import type { Move } from "../core/compare.ts";
import { differences } from "../core/difference.ts";
import { type Answers, statedAt } from "../core/facts.ts";
import { factName, figurePath, isFigure, type TitleOf, valueSaid } from "./values.ts";

/** A number then and now, each with its unit and with how many people it rests on where that is stated. */
export interface FigureView {
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

const ofAWait = ["median", "mean", "p90", "longest", "pct_within_6_weeks", "pct_within_18_weeks", "pct_over_90_days"];

/** Every figure of a wait that changed, then every other number that changed and that a criterion rests on. */
export function figureViews(moves: readonly Move[], before: Answers, after: Answers, titleOf: TitleOf): FigureView[] {
  const waits = stages(before, after).flatMap((stage) => ofAWait.map((name) => `${stage}.${name}`));
  const changes = [...differences(waits, before, after), ...moves.flatMap(({ facts }) => facts)];
  const numbers = changes.filter(({ from, to }) => isFigure(from) || isFigure(to));
  const figures = [...new Set(numbers.map(({ path }) => figurePath(path)))].map((path) => {
    const change = numbers.find((one) => one.path === path);
    const { from, to } = change ?? { from: statedAt(before, path), to: statedAt(after, path) };
    const said = (value: unknown, answers: Answers) =>
      value === undefined || value === "unknown" ? "Not stated" : valueSaid(path, value, answers);
    return { name: factName(path, titleOf, after), was: said(from, before), now: said(to, after) };
  });
  return figures.filter(({ was, now }) => was !== now);
}

/** The waits that either audit has, each once. */
function stages(before: Answers, after: Answers): string[] {
  const all = [before, after].flatMap((answers) => (answers["waits"] ?? []) as readonly { readonly stage: string }[]);
  return [...new Set(all.map(({ stage }) => `waits[${stage}]`))];
}
