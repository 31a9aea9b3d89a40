/** Every criterion's worked examples, run as they are written; and that there are enough of them. */
import { afterAll, describe, expect, test } from "vitest";
import { type Criterion, numbers, type Threshold, thresholdsOf } from "../src/core/catalogue.ts";
import type { Thresholds } from "../src/core/condition.ts";
import { facts } from "../src/core/derived.ts";
import { type Answers, find } from "../src/core/facts.ts";
import { factsOf, type Standing, standing } from "../src/core/ladder.ts";
import { isNumber, questionsOfAudit, schemaAt, wordsOf } from "./core/arbitrary.ts";
import { asSet, put } from "./core/reveal.ts";
import { catalogueOfProject, contradictionsIn, yardstick } from "./core/yardstick.ts";

/** No profile has this name: the criterion's own thresholds stand. */
const own = "as the criterion has them";

const { method, criteria } = catalogueOfProject;
const table: Record<string, string>[] = [];

afterAll(() => console.log(columns(table)));

describe.for(criteria.map(({ criterion }) => [criterion.id, criterion] as const))("%s", ([id, criterion]) => {
  const { examples, thresholds = {} } = criterion;
  const settled = examples.filter(({ level }) => typeof level === "number");
  const open = examples.filter(({ level }) => Array.isArray(level));
  const borders = [...new Set(examples.flatMap(({ border }) => border ?? []))];
  const unreached: string[] = [];

  describe.for(examples.map((example, index) => [index + 1, example] as const))("example %i", ([position, example]) => {
    const limits = numbers(thresholdsOf(criterion, method, example.profile ?? own));
    const levels = [example.level].flat();

    test(`gives ${levels.join(" or ")}: ${example.because}`, () => {
      const found = judge(criterion, example.facts, limits);
      expect(asSet(gives(found))).toEqual(asSet(levels));
      expect(found.needs).toEqual(example.needs ?? []);
    });

    test("is written in the words of an audit, and agrees with itself", () => {
      yardstick.validators.audit(example.facts);
      const errors = (yardstick.validators.audit.errors ?? []).filter(({ keyword }) => keyword !== "required");
      expect(errors.map(({ instancePath, message }) => `${instancePath}: ${message}`)).toEqual([]);
      expect(contradictionsIn(example.facts)).toEqual([]);
      expect([own, ...Object.keys(method.profiles)]).toContain(example.profile ?? own);
    });

    if (example.border) {
      const name = example.border;
      test(`stands on the border of ${name}`, () => {
        const threshold = thresholdsOf(criterion, method, example.profile ?? own)[name] as Threshold;
        expect(threshold, `there is no threshold "${name}"`).toBeDefined();
        const step = threshold.unit === "times" ? 0.1 : 1;
        const at = (is: number) => gives(judge(criterion, example.facts, { ...limits, [name]: is }));
        const { is } = threshold;
        expect([at(is - step), at(is + step)], "a step lower and a step higher give the same").not.toEqual([
          at(is),
          at(is),
        ]);
      });
    }

    if (levels.length > 1) {
      test("gives one of its levels once what it needs is stated", () => {
        const reached = reachedFrom(criterion, example.facts, limits);
        expect(levels).toEqual(expect.arrayContaining(reached));
        expect(reached).not.toEqual([]);
        const missed = levels.filter((level) => !reached.includes(level));
        if (missed.length > 0) unreached.push(`${missed.join(", ")} in example ${position}`);
      });
    }
  });

  test("there is an example for every level", () => {
    expect(settled.map(({ level }) => level)).toEqual(expect.arrayContaining([0, 1, 2, 3]));
  });

  test("there is an example on the border of every threshold", () => {
    expect(asSet(borders)).toEqual(asSet(Object.keys(thresholds)));
  });

  test("there is an example that waits for facts", () => {
    expect(open.filter(({ needs = [] }) => needs.length > 0)).not.toEqual([]);
  });

  test("there is an example where it does not apply, if and only if that can be", () => {
    const none = examples.filter(({ level }) => level === "not applicable");
    expect(none.length > 0).toBe(criterion.not_applicable !== undefined);
  });

  afterAll(() => {
    table.push({
      criterion: id,
      examples: String(examples.length),
      levels: asSet([...new Set(settled.map(({ level }) => level))]).join(" "),
      borders: `${borders.length} of ${Object.keys(thresholds).length}`,
      unknowns: String(open.length),
      "open, but nothing gives it": unreached.join("; ") || "none",
    });
  });
});

function judge(criterion: Criterion, answers: Answers, limits: Thresholds): Standing {
  return standing(criterion, facts(answers), limits);
}

/** What a standing leaves possible, as an example writes it. */
function gives({ applies, levels }: Standing): (number | string)[] {
  return applies === "yes" ? [...levels] : [...levels, "not applicable"];
}

/** No more ways of stating what is needed are tried than this, spread over all of them. */
const mostWays = 1500;

/** Every level that some way of stating what is needed settles on; what is then needed is stated too. */
function reachedFrom(criterion: Criterion, given: Answers, limits: Thresholds): (number | string)[] {
  const reached = new Set<number | string>();
  const from = (answers: Answers, turns: number) => {
    for (const told of waysOf(answers, judge(criterion, answers, limits).needs, criterion, limits)) {
      const found = gives(judge(criterion, told, limits));
      if (found.every((level) => reached.has(level)) || contradictionsIn(told).length > 0) continue;
      if (found.length === 1) found.map((level) => reached.add(level));
      else if (turns > 0) from(told, turns - 1);
    }
  };
  from(given, 1);
  return [...reached];
}

/** The answers with all the facts that are needed stated, in many ways. */
function* waysOf(
  answers: Answers,
  needs: readonly string[],
  criterion: Criterion,
  limits: Thresholds,
): Generator<Answers> {
  const choices = needs.map((path) => choicesFor(path, answers, criterion, limits));
  const all = choices.reduce((product, { length }) => product * length, 1);
  const stride = Math.floor(all / mostWays) | 1;
  for (let way = 0; way < all; way += stride) {
    let rest = way;
    let told = answers;
    for (const options of choices) {
      for (const [path, value] of options[rest % options.length] ?? []) told = put(told, path, value);
      rest = Math.floor(rest / options.length);
    }
    yield told;
  }
}

/** One way of stating a fact; saying that no gate is left out may bring a gate with it. */
type Choice = readonly (readonly [path: string, value: unknown])[];

function choicesFor(path: string, answers: Answers, criterion: Criterion, limits: Thresholds): Choice[] {
  if (path === "gates_complete") {
    const gates = (find(answers, "gates")?.value ?? []) as readonly unknown[];
    const longer = entriesFor("gates", criterion).map((gate) => [...gates, gate]);
    const complete: Choice = [[path, "yes"]];
    return [complete, ...longer.map((list): Choice => [...complete, ["gates", list]])];
  }
  const question = schemaAt(questionsOfAudit, path);
  if (question === undefined) throw new Error(`nothing asks ${path}`);
  if (schemaAt(questionsOfAudit, `${path}[]`)?.properties) {
    const lists = [[], ...entriesFor(path, criterion).map((one) => [one])];
    return lists.map((list) => [[path, list]]);
  }
  if (question.items) return someOf(wordsOf(question.items)).map((words) => [[path, words]]);
  const most = question.maximum ?? 1000;
  const fitting = isNumber(question) ? figures(limits).filter((figure) => figure <= most) : [];
  return [...wordsOf(question), ...fitting].map((value) => [[path, value]]);
}

/** Entries of a list in all the words of the fields that the criterion asks about. */
function entriesFor(list: string, criterion: Criterion): Answers[] {
  const within = `${list}[].`;
  const asked = factsOf(criterion).filter((path) => path.startsWith(within));
  return asked.reduce<Answers[]>(
    (entries, path) => {
      const words = wordsOf(schemaAt(questionsOfAudit, path) ?? {});
      const field = path.slice(within.length);
      if (words.length === 0) return entries;
      return entries.flatMap((entry) => words.map((word) => ({ ...entry, [field]: word })));
    },
    [{}],
  );
}

/** None of the words, all, all but one, and every one, two and three of them. */
function someOf(words: readonly string[]): string[][] {
  const some: string[][] = [[], [...words], ...words.map((word) => words.filter((other) => other !== word))];
  for (const [i, first] of words.entries()) {
    some.push([first]);
    for (const [j, second] of words.entries()) {
      if (j > i) some.push([first, second], ...words.slice(j + 1).map((third) => [first, second, third]));
    }
  }
  return some;
}

/** Numbers at and about the thresholds, in days and in weeks, and far from them. */
function figures(limits: Thresholds): number[] {
  const about = Object.values(limits).flatMap((limit) => [limit - 1, limit, limit + 1, Math.floor(limit / 7)]);
  return [...new Set([0, 1, 5, 10, 25, 50, 100, 1000, ...about])].filter((figure) => figure >= 0);
}

/** Rows as lines of text, each column as wide as its widest entry. */
function columns(rows: readonly Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [Object.fromEntries(names.map((name) => [name, name])), ...rows];
  const width = (name: string) => Math.max(...lines.map((line) => (line[name] ?? "").length));
  const told = (line: Record<string, string>) => names.map((name) => (line[name] ?? "").padEnd(width(name)));
  return lines.map((line) => told(line).join("  ").trimEnd()).join("\n");
}
