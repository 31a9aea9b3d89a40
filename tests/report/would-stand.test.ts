import { describe, expect, test } from "vitest";
import type { FindingView } from "../../src/report/finding.ts";
import { wouldStand } from "../../src/report/would-stand.ts";
import { around } from "./repository.ts";
import { smallAssessment, smallCatalogue } from "./small.ts";

const would = (anchor: string, ...change: { path: string; to: unknown }[]) =>
  wouldStand({ anchor, change } as unknown as FindingView, smallAssessment(), { ...around, catalogue: smallCatalogue });

describe("where a finding would stand after its smallest change", () => {
  test("is the level that the changed answers give", () => {
    expect(would("asked", { path: "preferences.asked", to: "routine" })).toBe("Good practice");
    expect(would("asked", { path: "preferences.asked", to: "discretionary" })).toBe("Developing");
  });

  test("is every level that they still allow", () => {
    expect(would("recorded", { path: "preferences.asked", to: "routine" })).toBe(
      "Works against, Weak, Developing or Good practice",
    );
  });

  test("is nothing where there is no change, or no such criterion", () => {
    expect([would("asked"), would("other", { path: "preferences.asked", to: "routine" })]).toEqual(["", ""]);
  });
});
