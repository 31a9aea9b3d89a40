/** Whole answers told bit by bit: what an audit states while some of its facts are withheld. */
import type { Arbitrary } from "fast-check";
import { type Answers, find, steps } from "../../src/core/facts.ts";
import { compareText } from "../../src/core/problem.ts";
import { fc } from "./seed.ts";

/** What an entry of a list always says of itself. */
const head = new Set(
  "stage unit id name modality kind effect order shape title date supports applies_to reason criterion action status".split(
    " ",
  ),
);

type Visit = (id: string) => boolean;

/** The statements that whole answers are made of, each of which can be withheld. */
export function statements(answers: Answers): string[] {
  const found: string[] = [];
  told(answers, (id) => {
    found.push(id);
    return true;
  });
  return [...new Set(found)];
}

/**
 * The answers with only some of their statements. A list of gates may be told in part while it is not
 * said to be complete, and a wait figure by figure; any other list of entries is told at once, its
 * entries' facts one by one.
 */
export function told(answers: Answers, tell: Visit): Answers {
  return (map(answers, "", tell, answers) ?? {}) as Answers;
}

function map(value: Answers, at: string, tell: Visit, whole: Answers): Answers | undefined {
  const fields = Object.entries(value).flatMap(([name, part]) => {
    const shown = answer(name, part, `${at}/${name}`, tell, whole);
    return shown === undefined ? [] : [[name, shown] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function answer(name: string, value: unknown, at: string, tell: Visit, whole: Answers): unknown {
  if (Array.isArray(value)) return list(name, value, at, tell, whole);
  if (name === "will_state") return tell(at) ? value : undefined; // its keys are paths, not questions
  if (typeof value === "object" && value !== null) return map(value as Answers, at, tell, whole);
  if (typeof value === "number" && value > 0 && value < 5 && name === "few") {
    const [roughly, exactly] = [tell(at), tell(`${at} exactly`)];
    return exactly ? value : roughly ? "<5" : undefined;
  }
  return tell(at) ? value : undefined;
}

function list(name: string, values: readonly unknown[], at: string, tell: Visit, whole: Answers): unknown {
  if (values.some((value) => typeof value !== "object")) return tell(at) ? values : undefined;
  const entries = values.map((value, index) => ({ at: `${at}/${index}`, value: value as Answers }));
  const entry = (one: (typeof entries)[number]) => {
    const own = Object.entries(one.value).map(([field, part]) => {
      return [field, head.has(field) ? part : answer(field, part, `${one.at}/${field}`, tell, whole)] as const;
    });
    return Object.fromEntries(own.filter(([, part]) => part !== undefined));
  };
  if (name === "waits") {
    const shown = entries.map(entry).filter((one) => Object.keys(one).length > 2);
    return shown.length > 0 ? shown : undefined;
  }
  const complete = name === "gates" && whole["gates_complete"] === "yes" && tell("/gates_complete");
  if (!tell(at) && !complete) return undefined;
  return name === "gates" ? entries.filter((one) => tell(one.at) || complete).map(entry) : entries.map(entry);
}

/** Whole answers, what is told of them, and what is told with one more statement. */
export interface Telling {
  readonly whole: Answers;
  readonly before: Answers;
  readonly after: Answers;
}

/** Any answers with any of their statements told, from none of them to all. */
export function tellings(whole: Arbitrary<Answers>): Arbitrary<Telling> {
  const ranks = fc.array(fc.nat(9), { minLength: 50, maxLength: 50 });
  return fc.tuple(whole, ranks, fc.nat(10), fc.nat(400)).map(([answers, rank, cut, next]) => {
    const all = statements(answers);
    const some = new Set(all.filter((_, index) => (rank[index % rank.length] ?? 0) < cut));
    const untold = all.filter((id) => !some.has(id));
    const more = untold[next % untold.length];
    const before = told(answers, (id) => some.has(id));
    return { whole: answers, before, after: told(answers, (id) => some.has(id) || id === more) };
  });
}

/** Whether a fact is stated, and wholly so: not as "unknown", nor as "<5", nor as a list with more to come. */
export function isStated(answers: Answers, path: string): boolean {
  const value = find(answers, path)?.value;
  if (path === "gates_complete") return value === "yes";
  return value !== undefined && value !== "unknown" && !(typeof value === "string" && value.startsWith("<"));
}

/** The answers with a fact put in its place. */
export function put(answers: Answers, path: string, value: unknown): Answers {
  const copy = structuredClone(answers) as Record<string, unknown>;
  const [first = "", second = "", third = ""] = steps(path);
  if (first === "waits" && find(copy, `${first}[${second}]`) === undefined) {
    copy["waits"] = [...((copy["waits"] as unknown[]) ?? []), { stage: second, unit: "days", [third]: value }];
    return copy;
  }
  let at = copy;
  let prefix = "";
  for (const step of steps(path).slice(0, -1)) {
    const list = Array.isArray(at);
    prefix = list ? `${prefix}[${step}]` : prefix === "" ? step : `${prefix}.${step}`;
    if (!list) at[step] ??= {};
    at = find(copy, prefix)?.value as Record<string, unknown>;
  }
  at[steps(path).at(-1) ?? ""] = value;
  return copy;
}

/** A list in another order. */
export function reordered<Part>(parts: readonly Part[], order: readonly number[]): Part[] {
  return parts
    .map((part, index) => ({ part, place: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ part }) => part);
}

/** A value in which every list and every map, however deep, stands in another order. */
export function shuffled<Value>(value: Value, order: readonly number[]): Value {
  let turn = 0;
  const turned = () => order.map((_, index) => order[(index + turn) % order.length] ?? 0);
  const visit = (part: unknown): unknown => {
    turn += 1;
    if (Array.isArray(part)) return reordered(part.map(visit), turned());
    if (typeof part !== "object" || part === null) return part;
    const fields = Object.entries(part).map(([key, inner]) => [key, visit(inner)] as const);
    return Object.fromEntries(reordered(fields, turned()));
  };
  return visit(value) as Value;
}

/** Orders for `reordered` and `shuffled`. */
export const orders: Arbitrary<readonly number[]> = fc.array(fc.nat(999), { minLength: 40, maxLength: 40 });

/** Words in one order, to compare lists as sets. */
export function asSet(words: readonly unknown[]): string[] {
  return words.map(String).toSorted(compareText);
}
