/** The smallest change of facts with which something would be so: a search over few facts at a time. */
import { type Answers, statedAt, steps } from "./facts.ts";

/** One fact changed: its path, what is stated now (undefined where nothing is) and what would be. */
export interface Change {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The values that a fact could take instead, the mildest first. A list is given with all it could hold. */
export type Choices = ReadonlyMap<string, readonly unknown[]>;

type Choice = [path: string, values: readonly unknown[]];

/** What is known of a question: the words it can be answered with, where it has any, and whether it takes a list. */
export interface Asked {
  readonly words: readonly string[];
  readonly list: boolean;
}

/** The values that a question's fact could take: its words, or numbers at the thresholds and about them. */
export function valuesFor({ words, list }: Asked, limits: readonly number[]): readonly unknown[] {
  const plain = words.filter((word) => word !== "unknown" && word !== "n/a");
  if (plain.length > 0) return list ? [plain] : plain;
  if (list) return [["at least one"]];
  const around = limits.flatMap((limit) => [limit, limit - 1, limit + 1, Math.floor(limit / 7)]);
  return [...new Set([...around, 0, 1].filter((figure) => figure >= 0))];
}

/** No more audits than this are tried: enough for five facts with four other words each. */
const mostTried = 5_000;

/**
 * The fewest facts whose change makes `aim` true, from `least` to `most` of them; undefined where there is no
 * such change among the choices. Lists are cut to the words that are needed. What would be reached only by answers
 * that are not `sound` is passed over; that is asked last, since it may take long.
 */
export function smallestChange(
  aim: (answers: Answers) => boolean,
  answers: Answers,
  choices: Choices,
  most = 3,
  least = 1,
  sound: (answers: Answers) => boolean = () => true,
): Change[] | undefined {
  let tried = 0;
  const search = (
    among: Choice[],
    left: number,
    changed: Answers,
    changes: readonly Change[],
  ): Change[] | undefined => {
    if (tried === mostTried) return undefined;
    if (left === 0) {
      tried += 1;
      if (!aim(changed)) return undefined;
      const needed = trimmed(aim, answers, changes);
      return sound(changedBy(needed, answers)) ? needed : undefined;
    }
    for (const [index, [path, values]] of among.entries()) {
      const from = statedAt(answers, path);
      for (const to of values) {
        if (same(from, to)) continue;
        const more = [...changes, { path, from, to }];
        const found = search(among.slice(index + 1), left - 1, put(changed, path, to), more);
        if (found) return found;
      }
    }
    return undefined;
  };
  for (let size = least; size <= Math.min(most, choices.size); size += 1) {
    const found = search([...choices], size, answers, []);
    if (found) return found;
  }
  return undefined;
}

/**
 * The answers with one fact stated as given; maps and list entries that are missing are made, and a wait
 * that is not there is begun, in days. Only what leads to the fact is copied.
 */
export function put(answers: Answers, path: string, value: unknown): Answers {
  return placed(answers, steps(path), value) as Answers;
}

function placed(at: unknown, [step = "", ...others]: readonly string[], value: unknown): unknown {
  const within = (inner: unknown) => (others.length === 0 ? value : placed(inner, others, value));
  if (!Array.isArray(at)) {
    const map = (at ?? {}) as Readonly<Record<string, unknown>>;
    const missing = step === "waits" ? [] : {};
    return { ...map, [step]: within(map[step] ?? missing) };
  }
  const named = at.findIndex((one) => one.stage === step || one.id === step);
  const index = named >= 0 ? named : Number(step);
  return index in at ? at.with(index, within(at[index])) : [...at, within({ stage: step, unit: "days" })];
}

/** The answers with several facts stated as given, one after the other. */
export function putAll(answers: Answers, stated: readonly (readonly [path: string, value: unknown])[]): Answers {
  return stated.reduce((all, [path, value]) => put(all, path, value), answers);
}

/** The answers with some changes made. */
export function changedBy(changes: readonly Change[], answers: Answers): Answers {
  return putAll(
    answers,
    changes.map(({ path, to }) => [path, to]),
  );
}

/** The changes with each list cut to the words without which the aim is missed. */
function trimmed(aim: (answers: Answers) => boolean, answers: Answers, changes: readonly Change[]): Change[] {
  let kept = [...changes];
  const reached = (some: readonly Change[]) => aim(changedBy(some, answers));
  for (const [index, { from, to }] of kept.entries()) {
    if (!Array.isArray(to)) continue;
    for (const word of to) {
      if (Array.isArray(from) && from.includes(word)) continue;
      const change = kept[index] as Change;
      const shorter = { ...change, to: (change.to as unknown[]).filter((one) => one !== word) };
      const fewer = kept.with(index, shorter);
      if (reached(fewer)) kept = fewer;
    }
  }
  return kept;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
