import { describe, expect, test } from "vitest";
import { placed, setting, widthOf, wrap } from "../../../src/report/pathway/label.ts";
import { fc } from "../../core/seed.ts";

describe("measuring by characters", () => {
  test("bold is wider than the ordinary weight, and wide letters than narrow ones", () => {
    expect(widthOf("assessment", true)).toBeGreaterThan(widthOf("assessment", false));
    expect(widthOf("mmmm", false)).toBeGreaterThan(3 * widthOf("iiii", false));
  });

  test("letters that the typeface has not are taken to be wide", () => {
    expect(widthOf("漢", false)).toBeGreaterThan(widthOf("W", false));
    expect(widthOf("é", false)).toBeGreaterThan(widthOf("e", false));
  });

  test("an emoji of one code point is one character", () => {
    expect(widthOf("😀", false)).toBe(widthOf("漢", false));
  });
});

describe("wrapping", () => {
  test("lines are of whole words and no wider than given", () => {
    expect(wrap("by telephone, 20 minutes", 100, false)).toEqual(["by telephone,", "20 minutes"]);
    expect(wrap("by telephone", 200, false)).toEqual(["by telephone"]);
  });

  test("a word that is wider than a line is broken", () => {
    const lines = wrap("Aninordinatelylongwordwithoutanyspace", 100, false);
    expect(lines.join("")).toBe("Aninordinatelylongwordwithoutanyspace");
    expect(lines.length).toBeGreaterThan(2);
  });

  test("no line is too wide, and no character is lost", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 40, max: 300 }),
        (text, widest) => {
          const lines = wrap(text, widest, true);
          for (const line of lines) expect(widthOf(line, true)).toBeLessThanOrEqual(widest);
          expect(lines.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
        },
      ),
    );
  });
});

describe("a label", () => {
  const set = setting("Screening", ["by telephone, 20 minutes", "an administrator"], 125);

  test("its name is bold, and each phrase begins a line", () => {
    expect(set.lines.map(({ text, bold }) => [text, bold])).toEqual([
      ["Screening", true],
      ["by telephone, 20", false],
      ["minutes", false],
      ["an administrator", false],
    ]);
  });

  test("a phrase stands a little lower than the next line of the same phrase", () => {
    const [name = 0, first = 0, second = 0, other = 0] = set.lines.map(({ below }) => below);
    expect(first - name).toBe(other - second);
    expect(first - name).toBeGreaterThan(second - first);
  });

  test("its lines begin at its left edge, or end at its right one", () => {
    const [begins, ends] = [placed("stop", set, 50, 20), placed("stop", set, 50, 20, true)];
    expect(new Set(begins.lines.map(({ x }) => x))).toEqual(new Set([50]));
    expect(ends.lines[0]?.x).toBeCloseTo(50 + ends.width, 1);
    for (const { y } of begins.lines) expect(y > 20 && y < 20 + begins.height).toBe(true);
  });
});
