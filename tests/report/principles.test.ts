import { describe, expect, test } from "vitest";
import type { Criterion } from "../../src/core/catalogue.ts";
import { framework, independent, pointsSaid, principles, principlesLimit } from "../../src/report/principles.ts";
import { around } from "./repository.ts";

const criterion = (sections: string[], cites: string[]) => ({ basis: { sections }, cites }) as unknown as Criterion;

describe("the points of the Ethical Framework", () => {
  test("are those that the resource cites in the sections of a criterion that cites it", () => {
    expect(pointsSaid(criterion(["6.1", "5.1.1", "6.2"], [framework]))).toBe(
      "Where this criterion starts from, the resource also points to commitments 3c and 3d (section 5.1.1) and good practice points 31a to 31e (section 6.2) of the Framework.",
    );
  });

  test("are not named for a criterion that does not cite it, nor for other sections", () => {
    expect(pointsSaid(criterion(["5.1.1"], []))).toBe("");
    expect(pointsSaid(criterion(["6.1"], [framework]))).toBe("");
  });

  test("are no other than those that the reference says the resource prints", () => {
    const { note = "" } = around.references.get(framework) ?? {};
    const printed = String(note).replace("31a-e", "31a 31e");
    for (const section of ["5.1.1", "5.2.7", "6.2"]) {
      const points = pointsSaid(criterion([section], [framework])).match(/\d+[a-z]\b/g) ?? [];
      expect(points.length).toBeGreaterThan(0);
      for (const point of points) expect(printed).toContain(point);
    }
  });
});

test("the principles are named with their sections, as values and not as proof", () => {
  expect(principles).toMatch(/justice.*beneficence.*\(sections 5\.2\.5 and 6\.1\)/);
  expect(principlesLimit).toMatch(/values.*do not prove/);
  expect(independent).toMatch(/independent of BACP and not endorsed by it/);
});
