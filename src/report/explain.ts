/** A criterion's steps in words, and for an audit what each comes to and what would move it up. */
import { type Criterion, type Method, numbers, thresholdsOf } from "../core/catalogue.ts";
import { type Asked, type Change, type Choices, smallestChange, valuesFor } from "../core/change.ts";
import { facts } from "../core/derived.ts";
import { type Answers, expand, type Fact } from "../core/facts.ts";
import { conditionOf, factsOf, type Standing, standing } from "../core/ladder.ts";
import type { Truth } from "../core/truth.ts";
import { type Said, saidOf } from "./condition.ts";
import { levelName, listed } from "./wording.ts";

/** What explaining needs besides the criterion. */
export interface ExplainAround {
  readonly method: Method;
  readonly profile: string;
  readonly questionOf: (path: string) => Asked | undefined;
  readonly titleOf: (path: string) => string;
  /** Whether answers agree with themselves: a change that makes them contradict is no change. */
  readonly sound: (answers: Answers) => boolean;
}

/** One step of the ladder in the order it is tried. */
export interface StepSaid {
  readonly name: string;
  readonly says: string;
  readonly truth: Truth | "otherwise";
  readonly parts: readonly Said[];
}

/** The whole explanation. */
export interface Explanation {
  readonly standing: Standing;
  readonly facts: readonly { readonly path: string; readonly title: string; readonly value: string }[];
  readonly steps: readonly StepSaid[];
  /** The fewest facts whose change would move it up; undefined where it is at the top or none was found. */
  readonly change: readonly Change[] | undefined;
}

/** Explains a criterion for an audit's answers; without an audit every condition is open and nothing is proposed. */
export function explanation(criterion: Criterion, audited: Answers | undefined, around: ExplainAround): Explanation {
  const answers = audited ?? {};
  const thresholds = numbers(thresholdsOf(criterion, around.method, around.profile));
  const look = facts(answers);
  const words = { titleOf: around.titleOf, thresholds };
  const stands = standing(criterion, look, thresholds);
  const asked = [...new Set(factsOf(criterion).flatMap((path) => expand(answers, path)))];
  return {
    standing: stands,
    facts: asked.map((path) => ({ path, title: around.titleOf(path), value: factText(look(path)) })),
    steps: criterion.levels.map(({ level, says }) => {
      const condition = conditionOf(criterion, level);
      const parts = condition ? saidOf(condition, look, words) : [];
      return { name: levelName(level, around.method), says, truth: condition ? all(parts) : "otherwise", parts };
    }),
    change: audited && moveUp(criterion, audited, stands, thresholds, around),
  };
}

/** A change of facts in words: "preferences.asked: routine (now on_request)". */
export function changeText({ path, from, to }: Change): string {
  const now = from === undefined ? "not stated now" : `now ${valueText(from)}`;
  return `${path}: ${valueText(to)} (${now})`;
}

function moveUp(
  criterion: Criterion,
  answers: Answers,
  { applies, levels }: Standing,
  thresholds: Readonly<Record<string, number>>,
  around: ExplainAround,
): Change[] | undefined {
  const lowest = levels[0];
  if (applies === "no" || lowest === undefined || lowest === 3) return undefined;
  const higher = (changed: Answers) => {
    const now = standing(criterion, facts(changed), thresholds);
    return now.applies !== "no" && (now.levels[0] ?? 0) > lowest && around.sound(changed);
  };
  return smallestChange(higher, answers, choices(criterion, answers, thresholds, around));
}

/** What a service could state otherwise: not what it is, nor what a gate or a therapy is called. */
function choices(
  criterion: Criterion,
  answers: Answers,
  thresholds: Readonly<Record<string, number>>,
  { questionOf }: ExplainAround,
): Choices {
  const fixed = /^(service|audit)\.|\.(unit|kind|modality|mean)$/;
  const paths = factsOf(criterion).flatMap((path) => expand(answers, path));
  return new Map(
    [...new Set(paths)]
      .filter((path) => !fixed.test(path) && questionOf(path) !== undefined)
      .map((path): [string, readonly unknown[]] => {
        const question = questionOf(path) ?? { words: [], list: false };
        return [path, valuesFor(question, Object.values(thresholds))];
      }),
  );
}

function all(parts: readonly Said[]): Truth {
  if (parts.some(({ truth }) => truth === "no")) return "no";
  return parts.some(({ truth }) => truth === "maybe") ? "maybe" : "yes";
}

function factText(fact: Fact): string {
  if (fact.kind === "word") return fact.word;
  if (fact.kind === "words") return listed(fact.words);
  if (fact.kind === "records") return fact.paths.length === 0 ? "none" : `${fact.paths.length} listed`;
  if (fact.kind === "number") return fact.from === fact.to ? String(fact.from) : `${fact.from} to ${fact.to}`;
  return "not stated";
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
