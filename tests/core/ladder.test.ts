import { describe, expect, test } from "vitest";
import { type Criterion, numbers, thresholdsOf } from "../../src/core/catalogue.ts";
import type { Condition, Thresholds } from "../../src/core/condition.ts";
import { facts } from "../../src/core/derived.ts";
import { type Answers, expand, find, stated } from "../../src/core/facts.ts";
import { conditionOf, factsOf, type Standing, standing } from "../../src/core/ladder.ts";
import { general, isNumber, questionsOfAudit, schemaAt, wholeAnswers, wordsOf } from "./arbitrary.ts";
import { asSet, isStated, orders, put, shuffled, statements, type Telling, tellings, told } from "./reveal.ts";
import { fc } from "./seed.ts";
import { criteria, criterion, questionsOfWorld, thresholdsOfWorld, worlds } from "./world.ts";
import { catalogueOfProject, contradictionsIn, yardstick } from "./yardstick.ts";

const is = (path: string, word = "x"): Condition => ({ [path]: { is: word } });
const judge = (when: Parameters<typeof criterion>[0], answers: Answers, exempt?: Condition) =>
  standing(criterion(when, exempt), stated(answers), { two: 2 });

describe("a ladder", () => {
  const when = { 0: is("harm"), 3: is("good"), 2: is("fair") };
  const settled = (level: number) => ({ applies: "yes", levels: [level], needs: [] });

  test("harm is tried first, then good practice, then what develops", () => {
    expect(judge(when, { harm: "x", good: "x", fair: "x" })).toEqual(settled(0));
    expect(judge(when, { harm: "y", good: "x", fair: "x" })).toEqual(settled(3));
    expect(judge(when, { harm: "y", good: "y", fair: "x" })).toEqual(settled(2));
  });

  test("what nothing claims is weak", () => {
    expect(judge(when, { harm: "y", good: "y", fair: "y" })).toEqual(settled(1));
  });

  test("a level that holds settles it, whatever later levels wait for", () => {
    expect(judge(when, { harm: "x" })).toEqual(settled(0));
    expect(judge(when, { harm: "y", good: "x" })).toEqual(settled(3));
  });

  test("a level that can't be told stays open, with those after it", () => {
    expect(judge(when, {})).toEqual({ applies: "yes", levels: [0, 1, 2, 3], needs: ["harm", "good", "fair"] });
    expect(judge(when, { harm: "y" })).toEqual({ applies: "yes", levels: [1, 2, 3], needs: ["good", "fair"] });
    expect(judge(when, { good: "x" })).toEqual({ applies: "yes", levels: [0, 3], needs: ["harm"] });
    expect(judge(when, { good: "y", fair: "x" })).toEqual({ applies: "yes", levels: [0, 2], needs: ["harm"] });
    expect(judge(when, { good: "y", fair: "y" })).toEqual({ applies: "yes", levels: [0, 1], needs: ["harm"] });
    expect(judge(when, { harm: "y", good: "y" })).toEqual({ applies: "yes", levels: [1, 2], needs: ["fair"] });
    expect(judge(when, { harm: "y", fair: "x" })).toEqual({ applies: "yes", levels: [2, 3], needs: ["good"] });
  });

  test("a fact is needed once, however many levels wait for it", () => {
    const asked = { 0: is("a"), 3: is("a", "z"), 2: is("b") };
    expect(judge(asked, {}).needs).toEqual(["a", "b"]);
    expect(judge(asked, {}, is("b")).needs).toEqual(["b", "a"]);
  });

  test("a level without a condition is never claimed", () => {
    expect(judge({ 3: is("good") }, { good: "y" })).toEqual(settled(1));
    expect(judge({ 3: is("good") }, {})).toEqual({ applies: "yes", levels: [1, 3], needs: ["good"] });
    expect(judge({}, {})).toEqual(settled(1));
  });

  test("where it does not apply there is no level and nothing is needed", () => {
    expect(judge(when, { kind: "x", harm: "x" }, is("kind"))).toEqual({ applies: "no", levels: [], needs: [] });
    expect(judge(when, { kind: "x" }, is("kind"))).toEqual({ applies: "no", levels: [], needs: [] });
  });

  test("where it applies, its rule for not applying changes nothing", () => {
    expect(judge(when, { kind: "y", harm: "x" }, is("kind"))).toEqual(settled(0));
  });

  test("where it may not apply, the levels are told as if it did, and what would settle that is needed", () => {
    expect(judge(when, { harm: "x" }, is("kind"))).toEqual({ applies: "maybe", levels: [0], needs: ["kind"] });
    expect(judge(when, { good: "x" }, is("kind"))).toEqual({
      applies: "maybe",
      levels: [0, 3],
      needs: ["kind", "harm"],
    });
  });

  test("thresholds reach the conditions of levels and of not applying", () => {
    const small = { size: { under: "two" } };
    expect(judge({ 3: small }, { size: 1 }).levels).toEqual([3]);
    expect(judge({ 3: small }, { size: 2 }).levels).toEqual([1]);
    expect(judge({}, { size: 1 }, small).applies).toBe("no");
  });

  test("the condition of a level is its own; level 1 has none, nor has a level that is not there", () => {
    const ladder = criterion(when);
    expect(conditionOf(ladder, 3)).toEqual(is("good"));
    expect(conditionOf(ladder, 0)).toEqual(is("harm"));
    expect(conditionOf(ladder, 1)).toBeUndefined();
    expect(conditionOf({ ...ladder, levels: [] }, 3)).toBeUndefined();
  });
});

describe("the facts a criterion rests on", () => {
  test("they are what its conditions ask, each once, its rule for not applying first", () => {
    const ladder = criterion({ 0: { all: [is("b"), is("a")] }, 3: is("a"), 2: is("c") }, is("d"));
    expect(factsOf(ladder)).toEqual(["d", "b", "a", "c"]);
    expect(factsOf(criterion({}))).toEqual([]);
  });

  test("derived facts are opened into those they come from", () => {
    const ladder = criterion({
      0: { "derived.modalities": { under: 1 } },
      3: { "derived.median_wait[referral_to_therapy]": { at_most: "two" } },
    });
    const figures = [
      "unit",
      "median",
      "p90",
      "longest",
      "pct_within_6_weeks",
      "pct_within_18_weeks",
      "pct_over_90_days",
    ];
    expect(factsOf(ladder)).toEqual([
      "therapies[].modality",
      ...figures.map((name) => `waits[referral_to_therapy].${name}`),
    ]);
  });
});

/** A criterion and the facts it asks, told in part; other whole answers, to state needed facts from. */
interface Case extends Telling {
  readonly other: Answers;
  readonly asked: Criterion;
  readonly limits: Thresholds;
  readonly questions: "audit" | "world";
}

const judged = ({ asked, limits }: Case, answers: Answers) => standing(asked, facts(answers), limits);

const { method, criteria: placed } = catalogueOfProject;
const ofProject = placed.map(({ criterion: asked }) => {
  const { id, not_applicable: exempt, levels } = asked;
  const bare = { id, ...(exempt && { not_applicable: exempt }), levels } as Criterion;
  const whole = wholeAnswers(questionsOfAudit, [...factsOf(asked), "gates_complete"]);
  const profiles = fc.constantFrom(...Object.keys(method.profiles), "as the criterion has them");
  const cases = fc.tuple(tellings(whole), whole, profiles).map(([telling, other, profile]): Case => {
    const limits = numbers(thresholdsOf(asked, method, profile));
    return { ...telling, other, asked: bare, limits, questions: "audit" };
  });
  return [id, cases, 300] as const;
});

const ofWorld = fc
  .tuple(tellings(worlds), worlds, criteria, thresholdsOfWorld)
  .map(([telling, other, asked, limits]): Case => ({ ...telling, other, asked, limits, questions: "world" }));

/** Everything a standing leaves possible, as a set. */
const possible = ({ applies, levels }: Standing) => [...levels, ...(applies === "yes" ? [] : ["not applicable"])];

describe.for([...ofProject, ["any criterion that can be said", ofWorld, 1500] as const])("%s", ([, cases, numRuns]) => {
  const holdsOf = (law: (one: Case) => void, runs: number = numRuns) =>
    fc.assert(fc.property(cases, law), { numRuns: runs });

  test("one more fact never adds a level, nor not applying once that is ruled out", () => {
    holdsOf((one) => {
      expect(possible(judged(one, one.before))).toEqual(expect.arrayContaining(possible(judged(one, one.after))));
    });
  });

  test("withholding facts never removes what the whole facts give", () => {
    holdsOf((one) => {
      expect(possible(judged(one, one.before))).toEqual(expect.arrayContaining(possible(judged(one, one.whole))));
    });
  });

  test("settled it waits for nothing, and open it names facts that are not wholly stated", () => {
    holdsOf((one) => {
      const { applies, levels, needs } = judged(one, one.before);
      expect(needs.length > 0).toBe(applies === "maybe" || levels.length > 1);
      expect(needs.filter((need) => isStated(one.before, need))).toEqual([]);
      expect(new Set(needs).size).toBe(needs.length);
    });
  });

  test("its levels stand lowest first, and there are none only where it does not apply", () => {
    holdsOf((one) => {
      const { applies, levels } = judged(one, one.before);
      expect(levels).toEqual([0, 1, 2, 3].filter((level) => levels.some((one) => one === level)));
      expect(levels.length === 0).toBe(applies === "no");
    });
  });

  test("stating what it waits for, in any way that fits the rest, gives one of the levels it left open", () => {
    const picks = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(cases, picks, (one, pick) => {
        const found = judged(one, one.before);
        const told = found.needs.reduce(
          (answers, need, index) => put(answers, need, answerTo(one, need, pick[index % pick.length] ?? 0)),
          one.before,
        );
        fc.pre(contradictionsIn(told).length === 0);
        expect(possible(found)).toEqual(expect.arrayContaining(possible(judged(one, told))));
      }),
      { numRuns },
    );
  });

  test("stating what it waits for as it is, and again what it then waits for, settles it", () => {
    holdsOf((one) => {
      fc.pre(one.whole["gates_complete"] !== "no");
      const known = new Set(statements(one.before));
      let answers = one.before;
      for (let turns = 0; turns < 60; turns += 1) {
        const { needs } = judged(one, answers);
        if (needs.length === 0) break;
        for (const id of statementsOf(one.whole, needs)) known.add(id);
        answers = told(one.whole, (id) => known.has(id));
      }
      expect(judged(one, answers).needs).toEqual([]);
    }, numRuns / 2);
  });

  test("once everything is stated it is settled", () => {
    holdsOf((one) => {
      const { applies, levels } = judged(one, { ...one.whole, gates_complete: "yes" });
      expect([applies, levels.length]).toEqual(applies === "no" ? ["no", 0] : ["yes", 1]);
    });
  });

  test("a fact that is unknown is as one left out", () => {
    holdsOf((one) => {
      const single = statements(one.whole).filter((id) => /^(\/[a-z_]+)+$/.test(id) && !find(one.before, pathTo(id)));
      const unknown = single.filter((id) => !schemaAt(schemas[one.questions], pathTo(id))?.items?.properties);
      const answers = unknown.reduce((all, id) => put(all, pathTo(id), "unknown"), one.before);
      expect(judged(one, answers)).toEqual(judged(one, one.before));
    });
  });

  test("the order of keys and of entries changes neither the levels nor how many facts are needed", () => {
    fc.assert(
      fc.property(cases, orders, (one, order) => {
        const [as, other] = [judged(one, one.before), judged(one, shuffled(one.before, order))];
        expect(possible(other)).toEqual(possible(as));
        expect(other.needs.length).toBe(as.needs.length);
      }),
      { numRuns },
    );
  });

  test("the order in which the criterion is written changes nothing", () => {
    fc.assert(
      fc.property(cases, orders, (one, order) => {
        const written = { ...one, asked: shuffled(one.asked, order) };
        const [as, other] = [judged(one, one.before), judged(written, one.before)];
        expect(possible(other)).toEqual(possible(as));
        expect(asSet(other.needs)).toEqual(asSet(as.needs));
      }),
      { numRuns: numRuns / 2 },
    );
  });

  test("facts it does not rest on change nothing", () => {
    holdsOf((one) => {
      const rests = factsOf(one.asked).flatMap((path) => expand(one.before, path));
      const pointers = rests.map((path) => pointerOf(one.before, path));
      const touched = (id: string) =>
        pointers.some((at) => at === id || id.startsWith(`${at}/`) || at.startsWith(`${id}/`));
      const only = told(one.before, (id) => touched(id.replace(" exactly", "")));
      expect(possible(judged(one, only))).toEqual(possible(judged(one, one.before)));
    });
  });
});

test("every fact that a criterion of the project may wait for is a question of the audit", () => {
  for (const [, cases] of ofProject) {
    fc.assert(
      fc.property(cases, (one) => {
        const { needs } = judged(one, one.before);
        expect(needs.filter((need) => !yardstick.questions.has(general(need)))).toEqual([]);
      }),
    );
  }
});

test("a profile replaces only numbers that the criterion has", () => {
  for (const { criterion: asked } of placed) {
    for (const profile of Object.keys(method.profiles)) {
      const limits = numbers(thresholdsOf(asked, method, profile));
      expect(asSet(Object.keys(limits))).toEqual(asSet(Object.keys(asked.thresholds ?? {})));
    }
  }
});

const schemas = { audit: questionsOfAudit, world: questionsOfWorld };

/** One of the answers to a question: a word, some words, a number, or a list of entries from other answers. */
function answerTo({ questions, other }: Case, path: string, pick: number): unknown {
  const asked = schemaAt(schemas[questions], path);
  if (asked === undefined) throw new Error(`nothing asks ${path}`);
  if (asked.items?.properties) return find(other, path)?.value ?? [];
  if (asked.items) return wordsOf(asked.items).filter((_, index) => (pick >> index) & 1);
  const numbers = [0, 1, 2, 3, 4, 5, 6, 10, 18, 25, 40, 41, 42, 43, 49, 50, 51, 60, 75, 90, 95, 100, 126, 127, 200];
  const fitting = isNumber(asked) ? numbers.filter((one) => one <= (asked.maximum ?? 1000)) : [];
  const answers = [...wordsOf(asked), ...fitting];
  return answers[pick % answers.length];
}

/** Where a fact stands, or would stand in its entry of a list. */
function pointerOf(answers: Answers, path: string): string {
  const entry = find(answers, path.replace(/\.[a-z_]+$/, ""))?.pointer ?? "";
  return find(answers, path)?.pointer ?? `${entry}/${path.split(".").at(-1)}`;
}

/** The statements by which whole answers state the given facts. */
function statementsOf(whole: Answers, paths: readonly string[]): string[] {
  const pointers = paths.map((path) => find(whole, path)?.pointer ?? path);
  return statements(whole).flatMap((id) => (pointers.includes(id.split(" ")[0] ?? "") ? [id] : []));
}

function pathTo(id: string): string {
  return id.split(" ")[0]?.slice(1).replaceAll("/", ".") ?? "";
}
