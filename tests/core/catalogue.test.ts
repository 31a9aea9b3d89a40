import { describe, expect, test } from "vitest";
import { catalogue, type Method, numbers, type Threshold, thresholdsOf } from "../../src/core/catalogue.ts";
import { orders, reordered } from "./reveal.ts";
import { fc } from "./seed.ts";
import { criterion } from "./world.ts";

const theme = (id: string, code: string, ...criteria: string[]) => ({ id, code, title: id, says: id, criteria });
const limit = (is: number, note: string): Threshold => ({ is, unit: "days", source: "ours", status: "ours", note });
const methodOf = (...themes: ReturnType<typeof theme>[]) =>
  ({ version: "1.0.0", themes, profiles: {} }) as unknown as Method;
const named = (id: string) => criterion({}, undefined, id);

describe("the catalogue", () => {
  const method = methodOf(theme("getting-in", "G", "wait", "gate"), theme("empty", "E"), theme("endings", "X", "last"));

  test("criteria stand in the method's order, each with its place in its theme as its code", () => {
    const { criteria } = catalogue(method, [named("last"), named("gate"), named("wait")], "hash");
    expect(criteria.map(({ code, theme, criterion: { id } }) => [code, theme, id])).toEqual([
      ["G1", "getting-in", "wait"],
      ["G2", "getting-in", "gate"],
      ["X1", "endings", "last"],
    ]);
  });

  test("it keeps its method, its criteria as they are and its hash", () => {
    const wait = named("wait");
    const made = catalogue(method, [wait], "hash");
    expect(made.method).toBe(method);
    expect(made.sha256).toBe("hash");
    expect(made.criteria[0]?.criterion).toBe(wait);
  });

  test("what the method does not name is left out, and what has no file leaves its code free", () => {
    const { criteria } = catalogue(method, [named("gate"), named("unnamed")], "hash");
    expect(criteria.map(({ code }) => code)).toEqual(["G2"]);
  });

  test("the order in which criteria are read changes nothing", () => {
    const all = ["wait", "gate", "last"].map(named);
    fc.assert(
      fc.property(
        orders,
        (order) => void expect(catalogue(method, reordered(all, order), "")).toEqual(catalogue(method, all, "")),
      ),
    );
  });
});

describe("thresholds", () => {
  const own = { soon: limit(42, "own"), late: limit(126, "own") };
  const wait = { ...named("wait"), thresholds: own };
  const method = {
    ...methodOf(),
    profiles: {
      scotland: {
        title: "",
        says: "",
        thresholds: { wait: { late: limit(100, "scotland") }, other: { soon: limit(1, "other") } },
      },
      plain: { title: "", says: "" },
      others: { title: "", says: "", thresholds: { other: { soon: limit(1, "other") } } },
    },
  } as Method;

  test("a profile's own numbers go before the criterion's, name by name", () => {
    expect(thresholdsOf(wait, method, "scotland")).toEqual({ soon: limit(42, "own"), late: limit(100, "scotland") });
  });

  test("a profile that says nothing of the criterion leaves its numbers", () => {
    for (const profile of ["plain", "others", "no such profile"])
      expect(thresholdsOf(wait, method, profile)).toEqual(own);
  });

  test("a criterion without numbers has none", () => {
    expect(thresholdsOf(named("gate"), method, "scotland")).toEqual({});
  });

  test("a profile may give a number to a criterion that has none", () => {
    expect(thresholdsOf(named("other"), method, "others")).toEqual({ soon: limit(1, "other") });
  });

  test("conditions see bare numbers by name", () => {
    expect(numbers(own)).toEqual({ soon: 42, late: 126 });
    expect(numbers({})).toEqual({});
  });
});
