import { describe, expect, test } from "vitest";
import { asks, type Condition, holds, type Test, tests } from "../../src/core/condition.ts";
import { facts } from "../../src/core/derived.ts";
import { type Answers, stated } from "../../src/core/facts.ts";
import { both, either, maybe, no, opposite, type Verdict, yes } from "../../src/core/truth.ts";
import { asSet, isStated, orders, shuffled, tellings } from "./reveal.ts";
import { fc } from "./seed.ts";
import { conditions, thresholdsOfWorld, worlds } from "./world.ts";

const thresholds = { two: 2, three: 3, five: 5 };
const asked = (condition: Condition, answers: Answers) => holds(condition, stated(answers), thresholds);
const of = (value: unknown, one: Test) => asked({ fact: one }, value === undefined ? {} : { fact: value });
const waits = maybe(["fact"]);

describe("asking for a word", () => {
  test.for<[Test, unknown, Verdict]>([
    [{ is: "open" }, "open", yes],
    [{ is: "open" }, "closed", no],
    [{ is: "open" }, undefined, waits],
    [{ is: "open" }, "unknown", waits],
    [{ is: "open" }, 3, no],
    [{ is: "open" }, ["open"], no],
    [{ is: "open" }, [], no],
    [{ is: "" }, "open", no],
    [{ in: ["open", "ajar"] }, "ajar", yes],
    [{ in: ["open", "ajar"] }, "closed", no],
    [{ in: ["open", "ajar"] }, undefined, waits],
    [{ in: ["open", "ajar"] }, "<5", no],
  ])("%j of %j is %j", ([one, value, verdict]) => expect(of(value, one)).toEqual(verdict));
});

describe("asking for words in a list", () => {
  test.for<[Test, unknown, Verdict]>([
    [{ includes: "a" }, ["b", "a"], yes],
    [{ includes: "a" }, ["b"], no],
    [{ includes: "a" }, [], no],
    [{ includes: "a" }, undefined, waits],
    [{ includes: "a" }, "unknown", waits],
    [{ includes: "a" }, "a", no],
    [{ includes: "a" }, 1, no],
    [{ any_of: ["a", "c"] }, ["b", "c"], yes],
    [{ any_of: ["a", "c"] }, ["b"], no],
    [{ any_of: ["a", "c"] }, [], no],
    [{ any_of: ["a", "c"] }, undefined, waits],
    [{ includes: "a", any_of: ["b", "c"] }, ["a"], no],
    [{ includes: "a", any_of: ["b", "c"] }, ["a", "c"], yes],
  ])("%j of %j is %j", ([one, value, verdict]) => expect(of(value, one)).toEqual(verdict));
});

describe("comparing a number", () => {
  test.for<[Test, unknown, Verdict]>([
    [{ at_least: "two" }, 2, yes],
    [{ at_least: "two" }, 1.9, no],
    [{ at_most: "two" }, 2, yes],
    [{ at_most: "two" }, 2.1, no],
    [{ over: "two" }, 2, no],
    [{ over: "two" }, 2.1, yes],
    [{ under: "two" }, 2, no],
    [{ under: "two" }, 1.9, yes],
    [{ at_least: 1 }, 1, yes],
    [{ at_least: 1 }, 0, no],
    [{ over: 0 }, 0, no],
    [{ at_most: 0 }, 0, yes],
    [{ under: 1 }, 0, yes],
    [{ at_least: "two", at_most: "three" }, 3, yes],
    [{ at_least: "two", at_most: "three" }, 4, no],
    [{ at_least: "two", under: "three" }, 3, no],
    [{ at_least: "two" }, undefined, waits],
    [{ at_most: "two" }, "unknown", waits],
    [{ at_least: 0 }, undefined, waits],
    [{ under: 0 }, undefined, no],
  ])("%j of %j is %j", ([one, value, verdict]) => expect(of(value, one)).toEqual(verdict));

  test.for<[Test, Verdict]>([
    [{ at_least: 1 }, yes],
    [{ at_least: "two" }, waits],
    [{ at_least: "five" }, no],
    [{ at_most: 0 }, no],
    [{ at_most: 1 }, waits],
    [{ at_most: "five" }, yes],
    [{ over: 0 }, yes],
    [{ over: 1 }, waits],
    [{ over: "three" }, waits],
    [{ over: "five" }, no],
    [{ under: 1 }, no],
    [{ under: "two" }, waits],
    [{ under: "five" }, yes],
    [{ over: 0, under: "five" }, yes],
    [{ at_least: "two", under: 1 }, no],
  ])("%j of a count from 1 to 4 is %j", ([one, verdict]) => expect(of("<5", one)).toEqual(verdict));

  test("bounds that just touch a threshold settle it", () => {
    const four = { two: 2, four: 4 };
    const few = stated({ fact: "<5" });
    expect(holds({ fact: { over: "four" } }, few, four)).toEqual(no);
    expect(holds({ fact: { at_most: "four" } }, few, four)).toEqual(yes);
    expect(holds({ fact: { at_least: "four" } }, few, four)).toEqual(waits);
    expect(holds({ fact: { under: "four" } }, few, four)).toEqual(waits);
  });

  test("a word or a list is no number, so no comparison holds of it", () => {
    for (const value of ["most", ["a"], []]) {
      for (const one of [{ at_least: "two" }, { at_most: "two" }, { over: "two" }, { under: "two" }]) {
        expect(of(value, one)).toEqual(no);
      }
    }
  });

  test("a threshold without a number is our own fault, and throws", () => {
    expect(() => of(1, { at_least: "nine" })).toThrow('no threshold is called "nine"');
    expect(() => asked({ at_least: "nine", of: [] }, {})).toThrow('no threshold is called "nine"');
  });
});

describe("counting a list", () => {
  test.for<[Test, unknown, Verdict]>([
    [{ count: { at_least: "two" } }, ["a", "b"], yes],
    [{ count: { at_least: "two" } }, ["a"], no],
    [{ count: { at_most: 0 } }, [], yes],
    [{ count: { at_most: 0 } }, ["a"], no],
    [{ count: { over: 1, under: "three" } }, ["a", "b"], yes],
    [{ count: { over: 1, under: "three" } }, ["a", "b", "c"], no],
    [{ count: { at_least: "two" } }, undefined, waits],
    [{ count: { at_least: "two" } }, "unknown", waits],
    [{ count: { of: ["a", "b"], at_least: "two" } }, ["a", "b"], yes],
    [{ count: { of: ["a", "b"], at_least: "two" } }, ["a", "c", "d"], no],
    [{ count: { of: ["a"], at_most: 0 } }, ["b"], yes],
    [{ count: { of: ["a"], at_least: 1 } }, [{}, {}], yes],
    [{ count: { at_least: "two" } }, [{}, {}], yes],
    [{ count: { at_least: "two" } }, [{}], no],
    [{ count: { at_least: 1 }, includes: "b" }, ["a"], no],
  ])("%j of %j is %j", ([one, value, verdict]) => expect(of(value, one)).toEqual(verdict));

  test("a list that may have more entries has at least so many, and no known most", () => {
    const gates = (one: Test) => asked({ gates: one }, { gates: [{}, {}] });
    const open = maybe(["gates_complete"]);
    expect(gates({ count: { at_least: "two" } })).toEqual(yes);
    expect(gates({ count: { at_least: "three" } })).toEqual(open);
    expect(gates({ count: { over: 1 } })).toEqual(yes);
    expect(gates({ count: { at_most: 1 } })).toEqual(no);
    expect(gates({ count: { at_most: "two" } })).toEqual(open);
    expect(gates({ count: { under: "two" } })).toEqual(no);
    expect(gates({ count: { under: "three" } })).toEqual(open);
  });

  test("a list of gates given as words keeps that it may have more", () => {
    const gates = (one: Test) => asked({ gates: one }, { gates: ["age"] });
    expect(gates({ includes: "age" })).toEqual(yes);
    expect(gates({ includes: "panel" })).toEqual(maybe(["gates_complete"]));
    expect(gates({ count: { of: ["panel"], at_most: 0 } })).toEqual(maybe(["gates_complete"]));
  });
});

describe("going over the entries of a list", () => {
  const heavy: Condition = { weight: { over: "two" } };
  const boxes = (...weights: (number | undefined)[]) =>
    weights.map((weight) => (weight === undefined ? {} : { weight }));

  test.for<[Test, unknown, Verdict]>([
    [{ some: heavy }, boxes(1, 3), yes],
    [{ some: heavy }, boxes(1, 2), no],
    [{ some: heavy }, [], no],
    [{ some: heavy }, undefined, waits],
    [{ some: heavy }, boxes(1, undefined), maybe(["fact[1].weight"])],
    [{ some: heavy }, boxes(3, undefined), yes],
    [{ some: heavy }, ["a"], no],
    [{ some: heavy }, "a", no],
    [{ every: heavy }, ["a"], no],
    [{ every: heavy }, "a", no],
    [{ every: heavy }, boxes(3, 4), yes],
    [{ every: heavy }, boxes(3, 2), no],
    [{ every: heavy }, [], yes],
    [{ every: heavy }, undefined, waits],
    [{ every: heavy }, boxes(3, undefined), maybe(["fact[1].weight"])],
    [{ every: heavy }, boxes(2, undefined), no],
    [{ every: heavy, count: { at_least: 1 } }, [], no],
    [{ every: heavy, some: { weight: { over: "three" } } }, boxes(3, 3), no],
    [{ some: { all: [heavy, { weight: { under: "five" } }] } }, boxes(6, 4), yes],
    [{ some: { all: [heavy, { weight: { under: "five" } }] } }, boxes(6, 1), no],
  ])("%j of %j is %j", ([one, value, verdict]) => expect(of(value, one)).toEqual(verdict));

  test("an entry not yet listed may hold or not, so only what is listed can settle", () => {
    const shut: Condition = { door: { is: "shut" } };
    const gates = (one: Test, ...doors: string[]) => asked({ gates: one }, { gates: doors.map((door) => ({ door })) });
    const open = maybe(["gates_complete"]);
    expect(gates({ some: shut }, "shut")).toEqual(yes);
    expect(gates({ some: shut }, "open")).toEqual(open);
    expect(gates({ some: shut })).toEqual(open);
    expect(gates({ every: shut }, "open")).toEqual(no);
    expect(gates({ every: shut }, "shut")).toEqual(open);
    expect(gates({ every: shut })).toEqual(open);
    expect(gates({ some: shut }, "unknown")).toEqual(maybe(["gates[0].door", "gates_complete"]));
  });

  test("lists inside entries are gone over in the same way", () => {
    const nested: Test = { some: { parts: { every: { kind: { is: "a" } } } } };
    expect(of([{ parts: [{ kind: "a" }, { kind: "b" }] }, { parts: [{ kind: "a" }] }], nested)).toEqual(yes);
    expect(of([{ parts: [{ kind: "a" }, {}] }], nested)).toEqual(maybe(["fact[0].parts[1].kind"]));
  });
});

describe("joining conditions", () => {
  const a: Condition = { a: { is: "x" } };
  const b: Condition = { b: { is: "x" } };
  const c: Condition = { c: { is: "x" } };
  const open = { a: "x", c: "y" };

  test.for<[Condition, Verdict]>([
    [{ any: [a, b] }, yes],
    [{ any: [b, c] }, maybe(["b"])],
    [{ any: [c] }, no],
    [{ all: [a] }, yes],
    [{ all: [a, b] }, maybe(["b"])],
    [{ all: [b, c] }, no],
    [{ not: a }, no],
    [{ not: c }, yes],
    [{ not: b }, maybe(["b"])],
    [{ at_least: "two", of: [a, b, c] }, maybe(["b"])],
    [{ at_least: 1, of: [a, b, c] }, yes],
    [{ at_least: "three", of: [a, b, c] }, no],
    [{ at_least: 0, of: [c] }, yes],
    [{ of: [c, a] }, yes],
    [{ of: [c] }, no],
    [{ ...a, ...b }, maybe(["b"])],
    [{ ...a, ...c }, no],
    [{ ...a, any: [c] }, no],
    [{ ...a, any: [c, a], not: c, all: [a], at_least: 1, of: [a] }, yes],
    [{ ...a, any: [a], not: a }, no],
    [{ any: [a], all: [c] }, no],
    [{ any: [a], at_least: 1, of: [c] }, no],
    [{}, yes],
  ])("%j is %j where a is, c is not and b is not stated", ([condition, verdict]) =>
    expect(asked(condition, open)).toEqual(verdict),
  );
});

describe("what a condition asks", () => {
  const condition: Condition = {
    b: { is: "x" },
    any: [{ a: { is: "x" } }, { all: [{ "d.e": { over: 0 } }] }],
    all: [{ b: { is: "y" } }],
    not: { list: { some: { inner: { is: "x" } } } },
    at_least: 1,
    of: [{ "f[k].g": { at_most: 1 } }],
  };

  test("it asks about each fact once, wherever it stands", () => {
    expect(asks(condition)).toEqual(["b", "a", "d.e", "f[k].g", "list[].inner"]);
    expect(asks({ not: { a: { is: "x" } } })).toEqual(["a"]);
    expect(asks({})).toEqual([]);
  });

  test("of a list it asks what it asks of the entries, or the list itself where it only counts", () => {
    expect(
      asks({ list: { some: { a: { is: "x" } }, every: { any: [{ b: { over: 0 } }, { a: { is: "y" } }] } } }),
    ).toEqual(["list[].a", "list[].b"]);
    expect(asks({ list: { count: { over: 0 }, every: { a: { is: "x" } } } })).toEqual(["list[].a"]);
    expect(asks({ list: { count: { over: 0 } } })).toEqual(["list"]);
    expect(asks({ "a.list": { some: { inner: { every: { c: { is: "x" } } } } } })).toEqual(["a.list[].inner[].c"]);
  });

  test("its own tests are those of single facts, without the words that join", () => {
    expect(tests(condition)).toEqual([["b", { is: "x" }]]);
    expect(tests({ a: { over: 0 }, c: { is: "x" } })).toEqual([
      ["a", { over: 0 }],
      ["c", { is: "x" }],
    ]);
  });
});

describe("any condition that can be said", () => {
  const cases = fc.tuple(conditions(2), tellings(worlds), thresholdsOfWorld);

  test("one more fact settles it or leaves it open, but never turns it round", () => {
    fc.assert(
      fc.property(cases, ([condition, told, limits]) => {
        const before = holds(condition, facts(told.before), limits);
        const after = holds(condition, facts(told.after), limits);
        if (before.truth !== "maybe") expect(after).toEqual(before);
      }),
      { numRuns: 3000 },
    );
  });

  test("it waits for facts that are not stated, and only while it is open", () => {
    fc.assert(
      fc.property(cases, ([condition, { before }, limits]) => {
        const { truth, needs } = holds(condition, facts(before), limits);
        expect(needs.length > 0).toBe(truth === "maybe");
        expect(needs.filter((need) => isStated(before, need))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("once everything is stated it holds or does not", () => {
    fc.assert(
      fc.property(cases, ([condition, { whole }, limits]) => {
        const answers: Answers = { ...whole, gates_complete: "yes" };
        expect(holds(condition, facts(answers), limits).truth).not.toBe("maybe");
      }),
      { numRuns: 2000 },
    );
  });

  test("the words that join are the joined verdicts", () => {
    fc.assert(
      fc.property(cases, conditions(1), ([one, { before }, limits], other) => {
        const look = facts(before);
        const [left, right] = [holds(one, look, limits), holds(other, look, limits)];
        expect(holds({ all: [one, other] }, look, limits)).toEqual(both([left, right]));
        expect(holds({ any: [one, other] }, look, limits)).toEqual(either([left, right]));
        expect(holds({ not: one }, look, limits)).toEqual(opposite(left));
      }),
      { numRuns: 500 },
    );
  });

  test("the order in which it is written, and in which facts stand, changes nothing", () => {
    fc.assert(
      fc.property(cases, orders, ([condition, { before }, limits], order) => {
        const verdict = holds(condition, facts(before), limits);
        const written = holds(shuffled(condition, order), facts(before), limits);
        expect(written.truth).toBe(verdict.truth);
        expect(asSet(written.needs)).toEqual(asSet(verdict.needs));
        expect(holds(condition, facts(shuffled(before, order)), limits).truth).toBe(verdict.truth);
      }),
      { numRuns: 2000 },
    );
  });
});
