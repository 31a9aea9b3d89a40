/** A criterion's steps in words, and for an audit what each comes to and what would move it up. */
import { type Criterion, type Method, numbers, thresholdsOf } from "../core/catalogue.ts";
import type { Change } from "../core/change.ts";
import { facts } from "../core/derived.ts";
import { type Answers, expand, type Fact } from "../core/facts.ts";
import { conditionOf, factsOf, type Standing, standing } from "../core/ladder.ts";
import { listed } from "../core/listed.ts";
import type { Truth } from "../core/truth.ts";
import { type Said, saidOf } from "./condition.ts";
import { type Movable, moveUp } from "./move-up.ts";
import { levelName } from "./wording.ts";

/** What explaining needs besides the criterion. */
export interface ExplainAround extends Movable {
  readonly method: Method;
  readonly profile: string;
  readonly titleOf: (path: string) => string;
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
    change: audited && moveUp(criterion, audited, thresholds, around),
  };
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
