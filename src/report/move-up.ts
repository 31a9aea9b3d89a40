/** The smallest change of facts with which a finding would stand higher. */
import type { Criterion, Level } from "../core/catalogue.ts";
import { type Asked, type Change, type Choices, smallestChange, valuesFor } from "../core/change.ts";
import type { Thresholds } from "../core/condition.ts";
import { facts } from "../core/derived.ts";
import { type Answers, statedAt } from "../core/facts.ts";
import { type Facts, lacking, together } from "../core/lacking.ts";
import { conditionOf, standing } from "../core/ladder.ts";

/** What is needed to tell which facts could be otherwise. */
export interface Movable {
  readonly questionOf: (path: string) => Asked | undefined;
  /** Whether answers agree with themselves: a change that makes them contradict is no change. */
  readonly sound: (answers: Answers) => boolean;
}

/** No change of more facts than this is proposed: it would be another service. */
const mostFacts = 5;

/**
 * The fewest facts whose change would lift the lowest level that a finding still allows; undefined where it
 * is at the top, does not apply, or no such change was found.
 */
export function moveUp(
  criterion: Criterion,
  answers: Answers,
  thresholds: Thresholds,
  around: Movable,
): Change[] | undefined {
  const { applies, levels } = standing(criterion, facts(answers), thresholds);
  const lowest = levels[0];
  if (applies === "no" || lowest === undefined || lowest === 3) return undefined;
  const higher = (changed: Answers) => {
    const now = standing(criterion, facts(changed), thresholds);
    return now.applies !== "no" && (now.levels[0] ?? 0) > lowest;
  };
  for (const way of waysUp(criterion, lowest, answers, thresholds)) {
    const paths = way.filter((path) => isMovable(path, answers, around));
    if (paths.length === 0 || paths.length > mostFacts) continue;
    const found = smallestChange(
      higher,
      answers,
      choices(paths, answers, thresholds, around),
      paths.length,
      paths.length,
      around.sound,
    );
    if (found) return found;
  }
  return undefined;
}

/** The facts to change for each level above, fewest first. */
function waysUp(criterion: Criterion, lowest: Level, answers: Answers, thresholds: Thresholds): Facts[] {
  const look = facts(answers);
  const turned = (level: Level, wanted: boolean) => {
    const condition = conditionOf(criterion, level);
    return condition ? lacking(condition, wanted, look, thresholds) : [[]];
  };
  const above = ([1, 2, 3] as const).filter((level) => level > lowest);
  return above
    .flatMap((level) => together([turned(0, false), turned(level, true)]))
    .toSorted((a, b) => a.length - b.length);
}

/** What a service says it is, how many work in it, and what a gate or a therapy is called, is not for it to change. */
function isMovable(path: string, answers: Answers, { questionOf }: Movable): boolean {
  const fixed = /^(service|audit)\.|\.(unit|kind|modality|mean|of)$/.test(path);
  return questionOf(path) !== undefined && (!fixed || statedAt(answers, path) === undefined);
}

/** To have no waiting list is what a service is, not a step that it could take. */
const states: ReadonlySet<unknown> = new Set(["no_list"]);

/** The values that the facts could take instead, the nearest first. */
function choices(paths: Facts, answers: Answers, thresholds: Thresholds, { questionOf }: Movable): Choices {
  const limits = Object.values(thresholds);
  return new Map(
    paths.map((path) => {
      const question = questionOf(path) ?? { words: [], list: false };
      const values = valuesFor(question, limits);
      const now = statedAt(answers, path);
      const fewer = Array.isArray(now) ? now.map((word) => now.filter((one) => one !== word)) : [[]];
      const from = typeof now === "number" ? now : 0;
      const far = (value: unknown) => (typeof value === "number" ? Math.abs(value - from) : 0);
      const all = [...(question.list ? fewer : []), ...values, ...shares(path, answers, limits)].filter(
        (value) => !states.has(value),
      );
      return [path, all.toSorted((a, b) => far(a) - far(b))];
    }),
  );
}

/** Of a count that has a base beside it: the counts just at and just over each threshold in per cent. */
function shares(path: string, answers: Answers, limits: readonly number[]): number[] {
  const of = statedAt(answers, path.replace(/[^.]+$/, "of"));
  if (typeof of !== "number") return [];
  return limits.flatMap((limit) => [Math.ceil((limit * of) / 100), Math.floor((limit * of) / 100) + 1]);
}

/** A change of facts in the words of the file: "preferences.asked: routine (now on_request)". */
export function changeText({ path, from, to }: Change): string {
  const now = from === undefined ? "not stated now" : `now ${valueText(from)}`;
  return `${path}: ${valueText(to)} (${now})`;
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
