/** What a service states, in words: the values behind a finding, those of one list entry together. */
import type { StatedFact } from "../core/evidence.ts";
import { type Answers, general } from "../core/facts.ts";
import { entryName, factName, figurePath, type TitleOf, valueSaid } from "./values.ts";
import { inSentence } from "./wording.ts";

/** What is said of one thing: a fact by its question, or an entry of a list by its name. */
export interface StatedView {
  readonly of: string;
  readonly says: string;
}

/**
 * The stated facts of a finding in words, in their order; those of one list entry together under its name. A unit is
 * said with its figures, a total with the number that is a part of it, the number of people with each share of them,
 * and what kind of service it is stands at the head of the report.
 */
export function statedViews(facts: readonly StatedFact[], answers: Answers, titleOf: TitleOf): StatedView[] {
  const stated = new Set(facts.map(({ path }) => path));
  const told = facts.filter(({ path }) => {
    const whole = figurePath(path) !== path && stated.has(figurePath(path));
    return !whole && !/\.unit$|^service\.type$/.test(path);
  });
  return [...Map.groupBy(told, ({ path }) => entryOf(path) ?? path)].map(([key, own]) => {
    const says = own.map((fact) => ({ ...fact, says: valueSaid(fact.path, fact.value, answers, isShare(fact.path)) }));
    if (entryOf(key) === undefined) return { of: factName(key, titleOf, answers), says: says[0]?.says ?? "" };
    const parts = says.map((fact) => `${inSentence(titleOf(general(fact.path)))}: ${fact.says}`);
    return { of: entryName(key, answers), says: parts.join("; ") };
  });
}

function isShare(path: string): boolean {
  return /\.pct_/.test(path);
}

/** `gates[0]` of `gates[0].kind`; undefined outside lists. */
function entryOf(path: string): string | undefined {
  return /^.+\]/.exec(path)?.[0];
}
