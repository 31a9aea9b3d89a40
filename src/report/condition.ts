/** Conditions in words, with what the facts make of each. */
import { type Bound, type Condition, type Count, holds, type Test, type Thresholds, tests } from "../core/condition.ts";
import { inside, type Look } from "../core/facts.ts";
import { listed } from "../core/listed.ts";
import type { Truth } from "../core/truth.ts";

/** A condition, or a part of one, as a sentence; whether it holds; and the parts it is made of. */
export interface Said {
  readonly text: string;
  readonly truth: Truth;
  readonly parts: readonly Said[];
}

/** What turns paths and thresholds into words. */
export interface Words {
  readonly titleOf: (path: string) => string;
  readonly thresholds: Thresholds;
}

/** A condition as its parts, each with its verdict. All of them must hold. */
export function saidOf(condition: Condition, look: Look, words: Words): Said[] {
  const said: Said[] = tests(condition).map(([path, test]) => testSaid(path, test, look, words));
  const truth = (part: Condition) => holds(part, look, words.thresholds).truth;
  const group = (text: string, parts: readonly Condition[], whole: Condition) => {
    const each = parts.map((part) => one(saidOf(part, look, words)));
    said.push({ text, truth: truth(whole), parts: each });
  };
  if (condition.any) group("one of these", condition.any, { any: condition.any });
  if (condition.all) group("all of these", condition.all, { all: condition.all });
  if (condition.not) group("not this", [condition.not], { not: condition.not });
  if (condition.of && condition.at_least !== undefined) {
    const { at_least, of } = condition;
    group(`at least ${figure(at_least, words)} of these`, of, { at_least, of });
  }
  return said;
}

/** Several parts as one: a part by itself stays as it is. */
function one(parts: readonly Said[]): Said {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const truths = parts.map(({ truth }) => truth);
  const truth = truths.includes("no") ? "no" : truths.includes("maybe") ? "maybe" : "yes";
  return { text: "all of these", truth, parts };
}

function testSaid(path: string, test: Test, look: Look, words: Words): Said {
  const { some, every, ...plain } = test;
  const condition: Condition = { [path]: test };
  const { truth } = holds(condition, look, words.thresholds);
  const title = words.titleOf(path);
  const asked = [
    ...plainSaid(plain, words),
    ...(some ? ["has an entry with this"] : []),
    ...(every ? ["has this in every entry"] : []),
  ];
  const fact = look(path);
  const inner = some ?? every;
  const entries = inner && fact.kind === "records" ? fact.paths : [];
  return {
    text: `${title} ${listed(asked)}`,
    truth,
    parts: entries.map((entry) => ({
      ...one(saidOf(inner ?? {}, inside(look, entry), inEntries(path, words))),
      text: entry,
    })),
  };
}

/** Titles inside the entries of a list: `kind` is the question `gates[].kind`. */
function inEntries(list: string, words: Words): Words {
  return { ...words, titleOf: (field) => words.titleOf(`${list}[].${field}`) };
}

function plainSaid(
  { is, in: among, includes, any_of, count, ...numbers }: Omit<Test, "some" | "every">,
  words: Words,
): string[] {
  return [
    ...(is === undefined ? [] : [`is ${is}`]),
    ...(among ? [`is ${listed(among, "or")}`] : []),
    ...(includes === undefined ? [] : [`lists ${includes}`]),
    ...(any_of ? [`lists ${listed(any_of, "or")}`] : []),
    ...(count ? compared(count, words).map((text) => `lists ${text}${count.of ? ` of ${listed(count.of)}` : ""}`) : []),
    ...compared(numbers, words).map((text) => `is ${text}`),
  ];
}

function compared({ at_least, at_most, over, under }: Count, words: Words): string[] {
  const said = (text: string, name: Bound | undefined) =>
    name === undefined ? [] : [`${text} ${figure(name, words)}`];
  return [...said("at least", at_least), ...said("at most", at_most), ...said("over", over), ...said("under", under)];
}

function figure(name: Bound, { thresholds }: Words): string {
  return String(typeof name === "number" ? name : (thresholds[name] ?? name));
}
