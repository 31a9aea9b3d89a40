import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { discrepancies } from "../../src/core/discrepancy.ts";
import { reordered, shuffled } from "./reveal.ts";
import { fc } from "./seed.ts";

/** Plain values as JSON has them; many lists of entries with keys among them. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom(null, true, 0, 1, 2.5, "", "a", "yes"), tie("record"), tie("list")),
  record: fc.dictionary(fc.constantFrom("id", "path", "a", "b", "__proto__", "toString"), tie("value"), { maxKeys: 3 }),
  list: fc.oneof(
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.record({ id: fc.constantFrom("x", "y", "z"), a: tie("value") }), { maxLength: 3 }),
  ),
})).value;

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("two plain values", () => {
  test("differ nowhere exactly where they are the same", () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const [one, other] = [asJson(a), asJson(b)];
        expect(discrepancies(one, other).length === 0).toBe(isDeepStrictEqual(one, other));
        expect(discrepancies(one, one)).toEqual([]);
        expect(discrepancies(one, asJson(a))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("differ at the same places from either side", () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const places = (found: ReturnType<typeof discrepancies>) => found.map(({ path }) => path).toSorted();
        expect(places(discrepancies(b, a))).toEqual(places(discrepancies(a, b)));
      }),
    );
  });

  test("are the same whatever the order of their fields", () => {
    const value = { a: 1, list: [1, { id: "x", b: 2 }], c: { d: 3, e: 4 } };
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 3, maxLength: 6 }), (order) => {
        const turned = Object.fromEntries(reordered(Object.entries(value), order));
        expect(discrepancies(turned, value)).toEqual([]);
        expect(discrepancies({ c: shuffled(value.c, order) }, { c: value.c })).toEqual([]);
      }),
    );
  });
});

describe("a difference", () => {
  test("names its place as fact paths do, entries by their key", () => {
    const says = { waits: [{ stage: "first", median: 9, unit: "days" }], tools: ["saw"], size: 1 };
    const gives = { waits: [{ stage: "first", median: 19, unit: "days" }], tools: ["saw", "plane"], size: 1 };
    expect(discrepancies(says, gives)).toEqual([
      { path: "waits[first].median", says: 9, gives: 19 },
      { path: "tools", says: ["saw"], gives: ["saw", "plane"] },
    ]);
  });

  test("has nothing on the side where a field or an entry is missing", () => {
    expect(discrepancies({ stars: 5 }, { size: 1 })).toEqual([
      { path: "size", says: undefined, gives: 1 },
      { path: "stars", says: 5, gives: undefined },
    ]);
    const gate = { id: "E2" };
    expect(discrepancies([{ id: "E1" }], [{ id: "E1" }, gate])).toEqual([
      { path: "[E2]", says: undefined, gives: gate },
    ]);
  });

  test("goes by position where entries have no key of their own", () => {
    expect(discrepancies([{ name: "a" }], [{ name: "b" }])).toEqual([{ path: "[0].name", says: "a", gives: "b" }]);
    expect(discrepancies([{ id: "x" }, { id: "x" }], [{ id: "x" }, { id: "y" }])).toEqual([
      { path: "[1].id", says: "x", gives: "y" },
    ]);
    expect(discrepancies([{ id: "x" }, { name: "a" }], [{ id: "x" }, { name: "b" }])).toEqual([
      { path: "[1].name", says: "a", gives: "b" },
    ]);
  });

  test("is in the order of the entries where these are the same", () => {
    const [a, b] = [{ id: "a" }, { id: "b" }];
    expect(discrepancies([b, a], [a, b])).toEqual([{ path: "", says: ["b", "a"], gives: ["a", "b"] }]);
  });
});
