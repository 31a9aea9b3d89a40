/**
 * Conditions: what a level asks of the facts, as data. `schemas/criterion.schema.json` defines the
 * vocabulary for authors; this file is its meaning. All entries of a condition must hold; numbers are
 * compared with named thresholds, never with bare figures (0 and 1 apart).
 */
import { type Fact, inside, type Look } from "./facts.ts";
import { remembered } from "./remembered.ts";
import { atLeast, both, either, maybe, no, opposite, type Verdict, yes } from "./truth.ts";

/** A number to compare with: the name of a threshold, or 0 or 1. */
export type Bound = string | 0 | 1;

/** What is asked of one fact. */
export interface Test {
  readonly is?: string;
  readonly in?: readonly string[];
  readonly includes?: string;
  readonly any_of?: readonly string[];
  readonly at_least?: Bound;
  readonly at_most?: Bound;
  readonly over?: Bound;
  readonly under?: Bound;
  readonly count?: Count;
  readonly some?: Condition;
  readonly every?: Condition;
}

/** How many entries of a list there must be; `of` counts only the words named. */
export interface Count {
  readonly of?: readonly string[];
  readonly at_least?: Bound;
  readonly at_most?: Bound;
  readonly over?: Bound;
  readonly under?: Bound;
}

/** Facts by path with what is asked of each, and the words that join conditions; all must hold. */
export interface Condition {
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
  readonly not?: Condition;
  readonly at_least?: Bound;
  readonly of?: readonly Condition[];
  readonly [path: string]: unknown;
}

/** The value of each named threshold. */
export type Thresholds = Readonly<Record<string, number>>;

const joining: ReadonlySet<string> = new Set(["any", "all", "not", "at_least", "of"]);

/** Whether a condition holds of the facts, and what it waits for where that can't be told. */
export function holds(condition: Condition, look: Look, thresholds: Thresholds): Verdict {
  const each = (parts: readonly Condition[]) => parts.map((part) => holds(part, look, thresholds));
  const verdicts = tests(condition).map(([path, test]) => passes(test, look(path), look, thresholds));
  if (condition.any) verdicts.push(either(each(condition.any)));
  if (condition.all) verdicts.push(both(each(condition.all)));
  if (condition.not) verdicts.push(opposite(holds(condition.not, look, thresholds)));
  if (condition.of) verdicts.push(atLeast(bound(condition.at_least ?? 1, thresholds), each(condition.of)));
  return both(verdicts);
}

/**
 * The paths of the facts a condition asks about, each once, in the order they stand. What it asks of
 * the entries of a list has `[]` for the entry: `gates[].kind`.
 */
export function asks(condition: Condition): string[] {
  const parts = [...(condition.any ?? []), ...(condition.all ?? []), ...(condition.of ?? [])];
  if (condition.not) parts.push(condition.not);
  const own = tests(condition).flatMap(([path, { some, every }]) => {
    const inner = [some, every].flatMap((each) => (each ? asks(each) : []));
    return inner.length > 0 ? inner.map((field) => `${path}[].${field}`) : [path];
  });
  return [...new Set([...own, ...parts.flatMap(asks)])];
}

type Tests = readonly (readonly [path: string, test: Test])[];

/**
 * The tests of single facts that stand in a condition, by path; the joined parts are not opened. Worked out once: the
 * same few hundred conditions are put to every audit.
 */
export const tests = remembered(
  (condition: Condition): Tests =>
    Object.entries(condition).flatMap(([path, test]) => (joining.has(path) ? [] : [[path, test as Test] as const])),
);

function passes(test: Test, fact: Fact, look: Look, thresholds: Thresholds): Verdict {
  const verdicts: Verdict[] = [];
  const { is, in: among, includes, any_of, count, some, every } = test;
  if (is !== undefined) verdicts.push(word(fact, [is]));
  if (among) verdicts.push(word(fact, among));
  if (includes !== undefined) verdicts.push(words(fact, [includes]));
  if (any_of) verdicts.push(words(fact, any_of));
  if (count) verdicts.push(compare(howMany(fact, count.of), count, thresholds));
  if (some) verdicts.push(records(fact, (path) => holds(some, inside(look, path), thresholds), either, no));
  if (every) verdicts.push(records(fact, (path) => holds(every, inside(look, path), thresholds), both, yes));
  verdicts.push(compare(fact, test, thresholds));
  return both(verdicts);
}

function word(fact: Fact, among: readonly string[]): Verdict {
  if (fact.kind === "word") return among.includes(fact.word) ? yes : no;
  return fact.kind === "not stated" ? maybe(fact.needs) : no;
}

function words(fact: Fact, wanted: readonly string[]): Verdict {
  if (fact.kind === "not stated") return maybe(fact.needs);
  if (fact.kind === "words" && wanted.some((one) => fact.words.includes(one))) return yes;
  return rest(fact, no);
}

/** Goes over the entries of a list; what is not a list of entries has none of which anything could hold. */
function records(
  fact: Fact,
  judge: (path: string) => Verdict,
  joined: (verdicts: readonly Verdict[]) => Verdict,
  ofNone: Verdict,
): Verdict {
  if (fact.kind === "not stated") return maybe(fact.needs);
  if (fact.kind !== "records") return no;
  return joined([...fact.paths.map(judge), rest(fact, ofNone)]);
}

/** What the entries not yet listed would add: nothing where the list is complete. */
function rest(fact: Fact, whenComplete: Verdict): Verdict {
  if (fact.kind !== "words" && fact.kind !== "records") return whenComplete;
  return fact.needs.length === 0 ? whenComplete : maybe(fact.needs);
}

function howMany(fact: Fact, of?: readonly string[]): Fact {
  if (fact.kind !== "words" && fact.kind !== "records") return fact;
  const counted = fact.kind === "words" ? fact.words.filter((one) => of === undefined || of.includes(one)) : fact.paths;
  const open = fact.needs.length > 0;
  return {
    kind: "number",
    from: counted.length,
    to: open ? Number.POSITIVE_INFINITY : counted.length,
    needs: fact.needs,
  };
}

/**
 * Compares a number, or the bounds known of it, with thresholds. A word or a list is no number, and what
 * is not stated may turn out to be one, so that no comparison can hold of it yet.
 */
function compare(fact: Fact, test: Count, thresholds: Thresholds): Verdict {
  const { from, to } = fact.kind === "number" ? fact : { from: 0, to: Number.POSITIVE_INFINITY };
  const numeric = fact.kind === "number" || fact.kind === "not stated";
  const claim = (always: boolean, never: boolean): Verdict => {
    if (!numeric || never) return no;
    return always && fact.kind === "number" ? yes : maybe(fact.needs);
  };
  const verdicts: Verdict[] = [];
  const at = (name: Bound | undefined, judge: (limit: number) => Verdict) => {
    if (name !== undefined) verdicts.push(judge(bound(name, thresholds)));
  };
  at(test.at_least, (limit) => claim(from >= limit, to < limit));
  at(test.at_most, (limit) => claim(to <= limit, from > limit));
  at(test.over, (limit) => claim(from > limit, to <= limit));
  at(test.under, (limit) => claim(to < limit, from >= limit));
  return both(verdicts);
}

/** The number behind a bound; a name without one is our own fault. */
export function bound(name: Bound, thresholds: Thresholds): number {
  if (typeof name === "number") return name;
  const limit = thresholds[name];
  if (limit === undefined) throw new Error(`no threshold is called "${name}"`);
  return limit;
}
