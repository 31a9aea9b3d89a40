/**
 * Which levels of a criterion an audit can reach at all, and which parts of its conditions decide
 * anything: searched for among audits that the schema allows, whatever the author's examples say.
 *
 * Every combination is tried of the answers that the criterion's tests can tell apart, or as many as
 * there is time for, spread evenly. Nothing is left to chance: the search is the same at every run.
 */
import type { Criterion, Level } from "../core/catalogue.ts";
import type { Thresholds } from "../core/condition.ts";
import { facts } from "../core/derived.ts";
import type { Answers } from "../core/facts.ts";
import { standing } from "../core/ladder.ts";
import { spaceOf, spread } from "./answer-space.ts";
import { parts } from "./parts.ts";
import type { Question } from "./questions.ts";

/** A level, or that the criterion does not apply. */
export type Outcome = Level | "not applicable";

/** What the search found. */
export interface Reach {
  /** The outcomes that some audit gives, each with the answers that give it. */
  readonly reached: ReadonlyMap<Outcome, Answers>;
  /** JSON pointers to the parts of conditions that decide nothing in any audit that was tried. */
  readonly idle: readonly string[];
  /** How many audits there were to try, and how many were tried. */
  readonly space: number;
  readonly tried: number;
}

/** What the search needs besides the criterion. */
export interface Field {
  readonly questions: ReadonlyMap<string, Question>;
  readonly thresholds: Thresholds;
  /** Whether answers are such as an audit may hold and agree with themselves. */
  readonly sound: (answers: Answers) => boolean;
}

/** No more audits than this are tried for one criterion. */
const mostTried = 40_000;

/** Searches for audits that reach each outcome of a criterion, and for what each part of it decides. */
export function reach(criterion: Criterion, field: Field): Reach {
  const space = spaceOf(criterion, field.questions, field.thresholds);
  const wanted = outcomesOf(criterion).length;
  const reached = new Map<Outcome, Answers>();
  let left = parts(criterion);
  let tried = 0;
  for (const answers of spread(space, mostTried)) {
    tried += 1;
    const outcome = outcomeOf(criterion, answers, field);
    const idle = left.filter(({ without }) => outcomeOf(without, answers, field) === outcome);
    const first = outcome !== undefined && !reached.has(outcome);
    if ((first || idle.length < left.length) && field.sound(answers)) {
      if (first) reached.set(outcome, answers);
      left = idle;
    }
    if (left.length === 0 && reached.size === wanted) break;
  }
  return { reached, idle: left.map(({ pointer }) => pointer), space: space.size, tried };
}

/** The outcomes that a criterion speaks of. */
export function outcomesOf({ not_applicable }: Criterion): Outcome[] {
  return not_applicable ? [0, 1, 2, 3, "not applicable"] : [0, 1, 2, 3];
}

/** The outcome of a settled finding; undefined of an open one. */
function outcomeOf(criterion: Criterion, answers: Answers, { thresholds }: Field): Outcome | undefined {
  const { applies, levels } = standing(criterion, facts(answers), thresholds);
  if (applies === "no") return "not applicable";
  return applies === "yes" && levels.length === 1 ? levels[0] : undefined;
}
