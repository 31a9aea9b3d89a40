/** A short run of the fuzzing; `npm run fuzz` is the long one. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { textOf } from "./run.ts";
import { tried } from "./trial.ts";

const runs = Array.from({ length: 200 }, (_, run) => run);
const seed = 19_610_801;

describe("a damaged or unusual audit", () => {
  it("breaks nothing, is told its problems where they stand, and means what it says", () => {
    const outcomes = runs.map((run) => {
      const { text, meant } = textOf(seed, run);
      return { run, ...tried(text, meant) };
    });
    expect(outcomes.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    const reports = outcomes.filter(({ reached }) => reached === "report").length;
    expect(reports).toBeGreaterThan(runs.length / 8);
    expect(runs.length - reports).toBeGreaterThan(runs.length / 8);
  });

  it("is the same for the same seed and number, and another for others", () => {
    expect(textOf(1, 7)).toEqual(textOf(1, 7));
    expect(new Set(runs.map((run) => textOf(seed, run).text)).size).toBeGreaterThan(runs.length * 0.95);
  });

  it("would be told where what was read is not what was meant", () => {
    const { text } = runs.map((run) => textOf(seed, run)).find(({ meant }) => meant !== undefined) ?? { text: "" };
    const meant = { ...(parse(text) as object), notes: "something else" };
    expect(
      [tried(text, meant)].filter(({ reached }) => reached === "report").every(({ wrong }) => wrong.length > 0),
    ).toBe(true);
  });
});
