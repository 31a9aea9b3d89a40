import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/core/condition.ts";
import { facts } from "../../src/core/derived.ts";
import { lacking, together } from "../../src/core/lacking.ts";

const look = facts({
  colour: "red",
  size: 3,
  tools: ["saw"],
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
  });

  test("opens derived facts into those that state them", () => {
    expect(lacks({ "derived.median_wait[referral_to_therapy]": { at_most: "big" } })).toEqual([
      ["waits[referral_to_therapy].median"],
    ]);
  });

  test("is joined from several, each fact once, without what only adds to another", () => {
    expect(together([[["a"], ["b"]], [["a", "c"]]])).toEqual([["a", "c"]]);
  });
});
