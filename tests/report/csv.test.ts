import { describe, expect, test } from "vitest";
import { type Cell, csv } from "../../src/report/csv.ts";
import { fc } from "../core/seed.ts";

/** Reads RFC 4180 by its grammar, without the byte order mark: every row's fields as text. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        field += text[at];
      }
      at += 1;
    } else {
      for (; at < text.length && !/[",\r\n]/.test(text[at] ?? ""); at += 1) field += text[at];
    }
    row.push(field);
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither a comma nor the end of a row at ${at}: ${JSON.stringify(text.slice(at, at + 9))}`);
  }
  expect(row).toEqual([]);
  return rows;
}

const mark = "\uFEFF";
const opening = /^[=+\-@\t\r\n\0＝＋－＠]/;
const unguarded = (field: string) => (/^''*[=+\-@\t\r\n\0＝＋－＠]/.test(field) ? field.slice(1) : field);

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."=+-@'\",;\t\r\n\0＝ a1é") }),
  fc.constantFrom('=HYPERLINK("https://example.org")', "@SUM(1)", "+44", "-1", "'=1", "''", "\t=1", ""),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  texts,
  fc.integer({ min: 0 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 5 }));

describe("any table", () => {
  test("reads back as the values it was written from", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const text = csv(rows);
        expect(text.startsWith(mark)).toBe(true);
        const back = read(text.slice(1)).map((row, y) =>
          row.map((field, x) => (typeof rows[y]?.[x] === "number" ? Number(field) : unguarded(field))),
        );
        expect(back).toEqual(rows.map((row) => row.map((cell) => (cell === 0 ? 0 : cell))));
      }),
      { numRuns: 1000 },
    );
  });

  test("has no text that begins as a formula does", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const written = read(csv(rows).slice(1));
        for (const [y, row] of rows.entries())
          for (const [x, cell] of row.entries())
            if (typeof cell === "string") expect(written[y]?.[x]).not.toMatch(opening);
      }),
      { numRuns: 1000 },
    );
  });

  test("has no line break but CRLF outside of quotation marks, and one after the last row", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const outside = csv(rows).replaceAll(/"[^"]*"/g, "");
        expect(outside.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(outside.split("\r\n").length - 1).toBe(rows.length);
      }),
    );
  });
});

describe("a cell", () => {
  const written = (cell: Cell) => csv([[cell]]).slice(1, -2);

  test("keeps plain text and numbers as they are", () => {
    expect([written("Weak"), written(3), written(2.5), written("routine, for all")]).toEqual([
      "Weak",
      "3",
      "2.5",
      '"routine, for all"',
    ]);
  });

  test("has its quotation marks doubled and its line breaks kept", () => {
    expect(written('They say "no"\nand mean it')).toBe('"They say ""no""\nand mean it"');
  });

  test("that a spreadsheet would work out begins with an apostrophe", () => {
    expect(written("=1+1")).toBe("'=1+1");
    expect(written("@here")).toBe("'@here");
    expect(written('-2+3+cmd|" /C calc"!A0')).toBe(`"'-2+3+cmd|"" /C calc""!A0"`);
    expect(written("'=1")).toBe("''=1");
    expect(written("'tis so")).toBe("'tis so");
  });

  test("that is a number stays one, below zero too, and what is no number is our fault", () => {
    expect(written(-1)).toBe("-1");
    expect(() => written(Number.NaN)).toThrow("NaN is no number for a table");
  });
});
