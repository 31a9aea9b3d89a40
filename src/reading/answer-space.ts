/** The answers that a criterion's tests can tell apart: for each fact it rests on, one of each sort. */
import type { Criterion } from "../core/catalogue.ts";
import { type Condition, holds, type Test, type Thresholds, tests } from "../core/condition.ts";
import { derived } from "../core/derived.ts";
import { type Answers, type Fact, general, steps } from "../core/facts.ts";
import { statedBy } from "../core/lacking.ts";
import { factsOf } from "../core/ladder.ts";
import type { Question } from "./questions.ts";

/** For each fact the values it may have; all combinations of them are the space. */
export interface Space {
  readonly axes: readonly (readonly [path: string, values: readonly unknown[]])[];
  readonly size: number;
}

/** The space of answers to what a criterion asks. */
export function spaceOf(criterion: Criterion, questions: ReadonlyMap<string, Question>, thresholds: Thresholds): Space {
  const asked = [criterion.not_applicable?.when, ...criterion.levels.map(({ when }) => when)];
  const leaves = asked.flatMap((condition) => (condition ? leavesOf(condition) : []));
  const behind = new Set(leaves.flatMap(({ path }) => derived.get(path)?.from ?? []));
  const valuesAt = (path: string) => {
    const question = questions.get(general(path));
    const own = behind.has(path) ? [] : leaves.filter((leaf) => leaf.path === path).map(({ test }) => test);
    return question === undefined ? [] : sorts(question, own, thresholds);
  };
  const asks = new Set(leaves.flatMap(({ path }) => statedBy(path)));
  const paths = factsOf(criterion).filter((path) => !path.startsWith("waits[") || asks.has(path));
  const lists = [...new Set(paths.flatMap((path) => /^(.+)\[\](\.|$)/.exec(path)?.[1] ?? []))];
  const axes = [
    ...paths
      .filter((path) => !path.includes("[]") && !lists.includes(path))
      .map((path) => [path, valuesAt(path)] as const),
    ...lists.map(
      (list) => [list, listsOf(list, paths, valuesAt, (field) => questions.has(`${list}[].${field}`))] as const,
    ),
    ...(lists.includes("gates") ? [["gates_complete", ["yes"]] as const] : []),
  ].filter(([, values]) => values.length > 0);
  return { axes, size: axes.reduce((size, [, values]) => size * values.length, 1) };
}

/** The answers of a space in an order that jumps about in it, each at most once, and at most so many. */
export function* spread(space: Space, most: number): Generator<Answers> {
  // Steps by the golden ratio come near to everything soon; without common factors they come to all.
  let step = Math.max(1, Math.round(space.size * 0.618));
  while (commonFactor(step, space.size) !== 1) step += 1;
  for (let turn = 0, at = 0; turn < Math.min(space.size, most); turn += 1, at = (at + step) % space.size)
    yield answersOf(space, at);
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

/** The answers at a place in the space, counted from 0. */
function answersOf({ axes }: Space, place: number): Answers {
  const answers: Record<string, unknown> = {};
  let rest = place;
  for (const [path, values] of axes) {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    if (value !== undefined) putAt(answers, steps(path), value);
  }
  return answers;
}

function putAt(answers: Record<string, unknown>, [step = "", ...others]: readonly string[], value: unknown): void {
  const [next, figure] = others;
  if (next === undefined) answers[step] = value;
  else if (step === "waits" && figure !== undefined) {
    const waits = (answers[step] ?? []) as readonly Record<string, unknown>[];
    const wait = waits.find((one) => one["stage"] === next) ?? { stage: next, unit: "days" };
    answers[step] = [...waits.filter((one) => one["stage"] !== next), { ...wait, [figure]: value }];
  } else {
    answers[step] ??= {};
    putAt(answers[step] as Record<string, unknown>, others, value);
  }
}

interface Leaf {
  readonly path: string;
  readonly test: Test;
}

/** The tests of single facts in a condition, those of a list's entries under `list[].field`; words one by one. */
function leavesOf(condition: Condition, within = ""): Leaf[] {
  const parts = [...(condition.any ?? []), ...(condition.all ?? []), ...(condition.of ?? [])];
  if (condition.not) parts.push(condition.not);
  const own = tests(condition).flatMap(([path, { some, every, ...plain }]) => {
    const full = within + path;
    const inner = [some, every].flatMap((each) => (each ? leavesOf(each, `${full}[].`) : []));
    const split = Object.entries(plain).flatMap(([word, value]): Test[] =>
      Array.isArray(value) ? value.map((one) => ({ [word]: [one] })) : [{ [word]: value }],
    );
    return [...inner, ...[plain, ...split].map((test) => ({ path: full, test }))];
  });
  return [...own, ...parts.flatMap((part) => leavesOf(part, within))];
}

/** One value of each sort that the tests tell apart; where there is arithmetic behind them, all that may matter. */
function sorts({ words, list }: Question, own: readonly Test[], thresholds: Thresholds): readonly unknown[] {
  const plain = words.filter((word) => word !== "unknown" && word !== "n/a");
  if (plain.length === 0) return list ? free : figures(Object.values(thresholds));
  const all: readonly unknown[] = list ? someOf(plain, own.map(wordsOf)) : plain;
  if (own.length === 0) return all;
  const first = new Map<string, unknown>();
  for (const value of all) {
    const fact: Fact = list
      ? { kind: "words", words: value as string[], needs: [] }
      : { kind: "word", word: value as string };
    const sort = own.map((test) => holds({ fact: test }, () => fact, thresholds).truth).join(" ");
    if (!first.has(sort)) first.set(sort, value);
  }
  return [...first.values()];
}

/** Lists whose entries are in anybody's own words. */
const free = [[], ["one"], ["one", "two"]];

/** None of the words; more and more of them; all but those a test names; each of these with one more; named pairs. */
function someOf(words: readonly string[], named: readonly (readonly string[])[]): string[][] {
  const without = (others: readonly string[]) => words.filter((word) => !others.includes(word));
  const rows = [without(named.flat()), words].flatMap((all) =>
    [...all.keys(), all.length].map((end) => all.slice(0, end)),
  );
  const some = [...rows, ...named.map(without), ...words.map((word) => without([word]))];
  const withOne = some.flatMap((row) => without(row).map((word) => [...row, word]));
  const alone = [...new Set(named.flat())];
  const pairs = alone.flatMap((one, index) => alone.slice(index + 1).map((other) => [one, other]));
  return [...some, ...withOne, ...pairs];
}

/** The words that a test names. */
function wordsOf({ includes, any_of = [], count }: Test): string[] {
  return [includes ?? [], any_of, count?.of ?? []].flat();
}

/** Numbers at the thresholds and about them, as days and as weeks; and not stated. */
function figures(limits: readonly number[]): unknown[] {
  const around = limits.flatMap((limit) => [limit, limit - 1, limit + 1]);
  return [undefined, ...new Set([0, 1, ...around, 100].filter((figure) => figure >= 0))];
}

/** No more entries and no more pairs of them than this stand for the lists there could be. */
const mostEntries = 400;
const mostPairs = 900;

/** Lists without an entry, with one of each sort, and with two and five. */
function listsOf(
  list: string,
  paths: readonly string[],
  valuesAt: (path: string) => readonly unknown[],
  has: (field: string) => boolean,
): unknown[][] {
  const fields = paths.filter((path) => path.startsWith(`${list}[].`)).map((path) => path.slice(list.length + 3));
  const axes = fields
    .map((field) => [field, valuesAt(`${list}[].${field}`)] as const)
    .filter(([, values]) => values.length > 0);
  const size = axes.reduce((all, [, values]) => all * values.length, 1);
  const space: Space = { axes, size };
  const entries = [...spread(space, mostEntries)];
  const named = (some: readonly Answers[]) =>
    some.map((entry, index) => ({
      ...(has("id") ? { id: `e${index}` } : {}),
      ...(has("name") ? { name: `Entry ${index}` } : {}),
      ...entry,
    }));
  const pairs = [
    ...spread(
      {
        axes: [
          ["one", entries],
          ["other", entries],
        ],
        size: entries.length ** 2,
      },
      mostPairs,
    ),
  ].map(({ one, other }) => [one, other] as Answers[]);
  const five = entries.slice(0, 40).map((entry) => [entry, entry, entry, entry, entry]);
  return [[], ...entries.map((entry) => [entry]), ...pairs, ...five].map(named);
}
