import { describe, expect, test } from "vitest";
import { type Condition, holds, type Test } from "../../src/core/condition.ts";
import { facts } from "../../src/core/derived.ts";
import { lacking, together } from "../../src/core/lacking.ts";
import { tellings } from "./reveal.ts";
import { fc } from "./seed.ts";
import { conditions, thresholdsOfWorld, worlds } from "./world.ts";

const look = facts({
  colour: "red",
  size: 3,
  tools: ["saw"],
  boxes: [],
  gates_complete: "yes",
  gates: [
    { kind: "age", effect: "refuses" },
    { kind: "risk", effect: "informs" },
  ],
});
const lacks = (condition: Condition, wanted = true) => lacking(condition, wanted, look, { big: 5 });

describe("what keeps a condition from holding", () => {
  test("is nothing where it holds, or where it does not and should not", () => {
    expect(lacks({ colour: { is: "red" } })).toEqual([[]]);
    expect(lacks({ colour: { is: "blue" } }, false)).toEqual([[]]);
  });

  test("is the fact that is otherwise, or not stated", () => {
    expect(lacks({ colour: { is: "blue" } })).toEqual([["colour"]]);
    expect(lacks({ shade: { is: "dark" } })).toEqual([["shade"]]);
    expect(lacks({ size: { at_least: "big" } })).toEqual([["size"]]);
  });

  test("is every fact that is not so, where all must be; and any one of them, to undo it", () => {
    expect(lacks({ colour: { is: "blue" }, size: { over: "big" }, tools: { includes: "saw" } })).toEqual([
      ["colour", "size"],
    ]);
    expect(lacks({ colour: { is: "red" }, tools: { includes: "saw" } }, false)).toEqual([["colour"], ["tools"]]);
    expect(lacks({ all: [{ colour: { is: "blue" } }, { size: { over: "big" } }] })).toEqual([["colour", "size"]]);
  });

  test("has an alternative for each branch, those of the fewest facts first", () => {
    const branches: Condition = {
      any: [{ colour: { is: "blue" }, size: { over: "big" } }, { tools: { includes: "plane" } }],
    };
    expect(lacks(branches)).toEqual([["tools"], ["colour", "size"]]);
    expect(lacks({ any: [{ colour: { is: "red" } }, { tools: { includes: "saw" } }] }, false)).toEqual([
      ["colour", "tools"],
    ]);
  });

  test("counts what is so already", () => {
    const three = [
      { colour: { is: "red" } },
      { size: { over: "big" } },
      { tools: { includes: "plane" } },
    ] as Condition[];
    expect(lacks({ at_least: 1, of: three })).toEqual([[]]);
    expect(lacking({ at_least: "two", of: three }, true, look, { big: 5, two: 2 })).toEqual([["size"], ["tools"]]);
    expect(lacking({ at_least: "two", of: three }, false, look, { big: 5, two: 2 })).toEqual([[]]);
    expect(lacks({ at_least: "big", of: three }, false)).toEqual([[]]);
    const [red = {}, big = {}, ...rest] = three;
    const saw: Condition = { tools: { includes: "saw" } };
    expect(lacking({ at_least: "two", of: [red, saw, big, ...rest] }, false, look, { big: 5, two: 2 })).toEqual([
      ["colour"],
      ["tools"],
    ]);
  });

  test("turns round inside not", () => {
    expect(lacks({ not: { colour: { is: "red" } } })).toEqual([["colour"]]);
    expect(lacks({ not: { colour: { is: "red" }, size: { over: "big" } } })).toEqual([[]]);
  });

  test("goes into the entries of a list", () => {
    expect(lacks({ gates: { every: { effect: { is: "informs" } } } })).toEqual([["gates[0].effect"]]);
    expect(lacks({ gates: { some: { effect: { is: "diverts" } } } })).toEqual([
      ["gates[0].effect"],
      ["gates[1].effect"],
    ]);
    expect(lacks({ gates: { some: { effect: { is: "refuses" } } } }, false)).toEqual([["gates[0].effect"]]);
    expect(lacks({ therapies: { some: { manualised: { is: "no" } } } })).toEqual([["therapies"]]);
    expect(lacks({ boxes: { some: { shape: { is: "round" } } } })).toEqual([["boxes"]]);
  });

  test("is the list itself, where its entries are only counted, beside those that are not as they should be", () => {
    expect(lacks({ gates: { count: { at_least: "big" } } })).toEqual([["gates"]]);
    expect(lacks({ gates: { count: { at_least: "big" }, every: { effect: { is: "informs" } } } })).toEqual([
      ["gates", "gates[0].effect"],
    ]);
  });

  test("is also that a list is complete, where every entry counts", () => {
    const begun = facts({ gates: [{ effect: "informs" }] });
    const all = (wanted: boolean, test: Test) => lacking({ gates: test }, wanted, begun, {});
    expect(all(true, { every: { effect: { is: "informs" } } })).toEqual([["gates_complete"]]);
    expect(all(true, { every: { effect: { is: "refuses" } } })).toEqual([["gates[0].effect", "gates_complete"]]);
    expect(all(false, { some: { effect: { is: "refuses" } } })).toEqual([["gates_complete"]]);
    expect(all(false, { every: { effect: { is: "informs" } } })).toEqual([["gates[0].effect"]]);
  });

  test("opens derived facts into those that state them", () => {
    expect(lacks({ "derived.median_wait[referral_to_therapy]": { at_most: "big" } })).toEqual([
      ["waits[referral_to_therapy].median"],
    ]);
  });

  test("is joined from several, each fact once, without what only adds to another", () => {
    expect(together([[["a"], ["b"]], [["a", "c"]]])).toEqual([["a", "c"]]);
    expect(
      together([
        [
          ["a", "b"],
          ["a", "c"],
        ],
      ]),
    ).toEqual([
      ["a", "b"],
      ["a", "c"],
    ]);
  });

  test("is told in at most twelve ways", () => {
    const ways = Array.from({ length: 13 }, (_, index) => [`fact ${index}`]);
    expect(together([ways])).toEqual(ways.slice(0, 12));
  });

  test("is nothing exactly where the verdict is the one that is wanted", () => {
    const cases = fc.tuple(conditions(2), tellings(worlds), thresholdsOfWorld, fc.boolean());
    fc.assert(
      fc.property(cases, ([condition, { before }, limits, wanted]) => {
        const { truth } = holds(condition, facts(before), limits);
        const ways = lacking(condition, wanted, facts(before), limits);
        expect(ways.some((way) => way.length === 0)).toBe(truth === (wanted ? "yes" : "no"));
      }),
      { numRuns: 2000 },
    );
  });
});
