/**
 * The ladder of a criterion: which of its four levels the facts still allow.
 *
 * Level 0 is tried first, since harm outweighs, then 3, then 2; what nothing claims is 1. A step that
 * can't be told yet keeps its own level and the ones after it open.
 */
import type { Criterion, Level } from "./catalogue.ts";
import { asks, type Condition, holds, type Thresholds } from "./condition.ts";
import { derived } from "./derived.ts";
import type { Look } from "./facts.ts";
import { remembered } from "./remembered.ts";
import { maybe, no, type Truth, type Verdict } from "./truth.ts";

/** Where a service stands on one criterion. */
export interface Standing {
  /** Whether the criterion has sense for this service. */
  readonly applies: Truth;
  /** Every level that the facts still allow, lowest first: one is settled, several open, none not applicable. */
  readonly levels: readonly Level[];
  /** The facts that would settle it; none where it is settled or not applicable. */
  readonly needs: readonly string[];
}

const tried: readonly Level[] = [0, 3, 2];

/** Judges one criterion by the facts. */
export function standing(criterion: Criterion, look: Look, thresholds: Thresholds): Standing {
  const exempt = criterion.not_applicable ? holds(criterion.not_applicable.when, look, thresholds) : no;
  if (exempt.truth === "yes") return { applies: "no", levels: [], needs: [] };

  const levels: Level[] = [];
  const open: Verdict[] = [exempt];
  for (const level of tried) {
    const condition = conditionOf(criterion, level);
    const verdict = condition ? holds(condition, look, thresholds) : no;
    if (verdict.truth !== "no") levels.push(level);
    open.push(verdict);
    if (verdict.truth === "yes") break;
  }
  if (open.every(({ truth }) => truth !== "yes")) levels.push(1);

  const needs = maybe(open.flatMap((verdict) => verdict.needs)).needs;
  return { applies: exempt.truth === "maybe" ? "maybe" : "yes", levels: levels.toSorted((a, b) => a - b), needs };
}

/**
 * The paths of the stated facts a criterion rests on, derived ones opened into what they come from. Worked out once
 * for all audits.
 */
export const factsOf = remembered((criterion: Criterion): readonly string[] => {
  const conditions = [criterion.not_applicable?.when, ...criterion.levels.map((level) => level.when)];
  const asked = conditions.flatMap((condition) => (condition ? asks(condition) : []));
  return [...new Set(asked.flatMap((path) => derived.get(path)?.from ?? [path]))];
});

/** The condition of a level, where it has one. */
export function conditionOf(criterion: Criterion, level: Level): Condition | undefined {
  return criterion.levels.find((step) => step.level === level)?.when;
}
