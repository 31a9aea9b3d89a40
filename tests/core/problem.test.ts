import { describe, expect, test } from "vitest";
import { compareText, inOrder, type Problem, problemText } from "../../src/core/problem.ts";
import { orders, reordered } from "./reveal.ts";
import { fc } from "./seed.ts";

const problem = (file: string, line: number, column: number, message = "it is wrong"): Problem => ({
  file,
  line,
  column,
  message,
  pointer: "",
  severity: "error",
});

describe("problems", () => {
  test("they stand by file, then line, then column, then words", () => {
    const all = [
      problem("a/Z.yaml", 9, 9),
      problem("a/b.yaml", 2, 30),
      problem("a/b.yaml", 10, 1, "a"),
      problem("a/b.yaml", 10, 1, "b"),
      problem("a/b.yaml", 10, 2, "a"),
      problem("b.yaml", 1, 1),
    ];
    fc.assert(fc.property(orders, (order) => void expect(inOrder(reordered(all, order))).toEqual(all)));
  });

  test("putting them in order leaves the given list as it was", () => {
    const given = [problem("b", 1, 1), problem("a", 1, 1)];
    inOrder(given);
    expect(given.map(({ file }) => file)).toEqual(["b", "a"]);
  });

  test("in words, a problem has its place, and its hint on a line of its own", () => {
    expect(problemText(problem("a.yaml", 3, 7))).toBe("a.yaml:3:7 it is wrong");
    expect(problemText({ ...problem("a.yaml", 3, 7), severity: "warning", hint: "mend it" })).toBe(
      "a.yaml:3:7 warning: it is wrong\n    mend it",
    );
  });

  test("text is ordered by code unit, capitals first, and equal text is equal", () => {
    expect(["b", "a", "B", "é", "", "aa"].toSorted(compareText)).toEqual(["", "B", "a", "aa", "b", "é"]);
    expect(compareText("a", "a")).toBe(0);
    expect(compareText("a", "b")).toBe(-1);
    expect(compareText("b", "a")).toBe(1);
  });
});
