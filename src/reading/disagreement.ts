/** What a schema can't say is wrong, and what an audit is held against to find it. */
import type { Rule } from "../core/problem.ts";
import type { Question } from "./questions.ts";

/** A disagreement at a JSON pointer; the reader gives it its place. */
export interface Disagreement {
  readonly pointer: string;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: "warning";
  readonly rule?: Rule;
}

/** The same disagreements as ones of a rule, where they don't name theirs. */
export function ofRule(rule: Rule, found: readonly Disagreement[]): Disagreement[] {
  return found.map((one) => ({ rule, ...one }));
}

/** What an audit is checked against besides itself. */
export interface Around {
  readonly questions: ReadonlyMap<string, Question>;
  /** Ids of the criteria in the catalogue. */
  readonly criteria: readonly string[];
  /** Counts from 1 to one less are withheld; an audit may ask for more. */
  readonly suppressBelow: number;
  /** Percentages of fewer people are left out. */
  readonly smallestBase: number;
}

/** What may have happened where of two answers the first should be the less. */
export const wrongWay = "are they the wrong way round?";

/** An entry of a list by its id, or by its place where it has none. */
export function entry(what: string, id: string | undefined, index: number): string {
  return `${what} ${id ?? index + 1}`;
}
