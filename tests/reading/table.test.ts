import { expect, it } from "vitest";
import { rowsOf } from "../../src/reading/table.ts";
import { csv } from "../../src/report/csv.ts";
import { fc } from "../core/seed.ts";

it.each([
  [
    "commas",
    "a,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "semicolons, as spreadsheets in many countries write",
    'a;b\n"x;y";2\n',
    [
      ["a", "b"],
      ["x;y", "2"],
    ],
  ],
  [
    "tabs",
    "a\tb\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quotation marks and line breaks inside a cell",
    'a,b\n"say ""yes""","two\nlines"\n',
    [
      ["a", "b"],
      ['say "yes"', "two\nlines"],
    ],
  ],
  [
    "the mark at the beginning, and empty rows",
    "\uFEFFa,b\n,\n\n1,\n",
    [
      ["a", "b"],
      ["1", ""],
    ],
  ],
  ["an apostrophe that was put before a formula", "a\n'=1+1\n'tis\n", [["a"], ["=1+1"], ["'tis"]]],
])("a table is read with %s", (_, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

it("what is written as CSV is read as it was", () => {
  const cell = fc
    .string({ unit: fc.constantFrom(..."ab'\"=,;\t\n- +@".split("")), minLength: 1 })
    .filter((one) => one.trim() !== "" && !/^\s*\r/.test(one));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      expect(rowsOf(csv([["one", "two", "three"], ...rows]))).toEqual([["one", "two", "three"], ...rows]);
    }),
  );
});
