import { describe, expect, test } from "vitest";
import type { Assessment, Finding } from "../../src/core/assess.ts";
import { tally } from "../../src/core/score.ts";
import { openSays, standsOut } from "../../src/report/stand-out.ts";
import { around } from "./repository.ts";

const finding = (title: string, levels: readonly number[], needs: readonly string[] = []) =>
  ({
    criterion: title,
    theme: title,
    title,
    standing: levels.length === 1 ? "settled" : "open",
    applies: "yes",
    levels,
    says: levels.map((level) => `${title} is at ${level}.`),
    needs,
  }) as unknown as Finding;
const told = (findings: readonly Finding[], lines = 40) =>
  standsOut({ audit: {}, findings, tally: tally(findings) } as unknown as Assessment, around, lines, 100).map(
    ({ name, shown, more }) => [name, ...shown, more].filter((text) => text !== "").join(" "),
  );

describe("what stands out", () => {
  test("is what is good, what works against clients and what is open, in the criteria's sentences", () => {
    const all = [finding("One", [3]), finding("Two", [0]), finding("Three", [1]), finding("Four", [0, 1], ["waits"])];
    expect(told(all)).toEqual([
      "Good practice One is at 3.",
      "Works against Two is at 0.",
      "Open Four: works against or weak, until this is stated: Waiting times.",
    ]);
  });

  test("is what is weak too, where nothing works against clients", () => {
    expect(told([finding("Three", [1])])).toEqual([
      "Good practice Nothing is settled at this level.",
      "Works against Nothing works against clients.",
      "Weak Three is at 1.",
      "Open Nothing that is not stated could change a level.",
    ]);
  });

  test("makes nothing good of what is not known", () => {
    expect(told([finding("Four", [0, 3], ["waits"])])[1]).toBe(
      "Works against Nothing is known to work against clients.",
    );
  });

  test("counts what there is no room for, and gives every group a sentence in the least of room", () => {
    const all = ["A", "B", "C", "D", "E", "F"].map((title) => finding(title, [3]));
    expect(told(all)[0]).toBe(
      "Good practice A is at 3. B is at 3. C is at 3. D is at 3. And 2 more, in the full report.",
    );
    expect(told([...all, finding("G", [0])], 0).slice(0, 2)).toEqual([
      "Good practice A is at 3. And 5 more, in the full report.",
      "Works against G is at 0.",
    ]);
  });
});

test("an open finding names two answers that would tell more, and counts the others", () => {
  const says = (...needs: string[]) => openSays(finding("Four", [1, 2], needs), around, {});
  expect(says("preferences.penalty", "preferences.asked")).toBe(
    "weak or developing, until these are stated: Cost of stating a preference and Question about preferences.",
  );
  expect(says("waits", "gates", "therapies", "waiting.lapse_rule.consequence")).toBe(
    "weak or developing, until these are stated: Waiting times, Gates and 2 other answers.",
  );
  expect(says("waiting.lapse_rule.consequence")).toBe(
    "weak or developing, until this is stated: Rule for unanswered offers, consequence.",
  );
});
