import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/assess.ts";
import type { Level } from "../../src/core/catalogue.ts";
import { lede } from "../../src/report/lede.ts";

const finding = (levels: readonly Level[], more: Partial<Finding> = {}) =>
  ({
    criterion: "some",
    theme: "some",
    title: "Something is so",
    standing: levels.length === 0 ? "not applicable" : levels.length === 1 ? "settled" : "open",
    levels,
    support: { strength: "stated" },
    ...more,
  }) as unknown as Finding;
const told = (...findings: Finding[]) => lede(findings, (id, level) => `Step ${level} of ${id}`);

describe("the lede of a report", () => {
  test("names two good things of different themes, those with the best evidence first", () => {
    const [first, same, sampled] = [
      finding([3], { title: "People are asked", theme: "one" }),
      finding([3], { title: "People are told", theme: "one" }),
      finding([3], { title: "People are seen", theme: "two", support: { strength: "sampled" } as Finding["support"] }),
    ];
    expect(told(first, same, sampled)).toBe("People are seen, and people are asked.");
    expect(told(first, same)).toBe("People are asked.");
  });

  test("then what works against clients, three at the most, and not what is merely weak", () => {
    const bad = [1, 2, 3, 4].map((number) => finding([0], { criterion: `bad-${number}` }));
    expect(told(finding([3], { title: "People are asked" }), finding([1]), ...bad)).toBe(
      "People are asked. What works against clients: step 0 of bad-1; step 0 of bad-2; step 0 of bad-3; and 1 more.",
    );
  });

  test("or what is weakest, where nothing works against them", () => {
    expect(told(finding([1], { criterion: "weak" }), finding([2]))).toBe("Weakest: step 1 of weak.");
  });

  test("says so where half can't be told, and where nothing is good or weak", () => {
    expect(told(finding([0, 1]), finding([2, 3]), finding([2]))).toBe(
      "2 of 3 criteria cannot be told yet from what is stated.",
    );
    expect(told(finding([2]), finding([2]), finding([]))).toBe(
      "Everything that can be told is there in part, or for some people.",
    );
    expect(told(finding([]))).toBe("What is stated does not yet settle where this service stands.");
  });
});
