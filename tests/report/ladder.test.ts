import { describe, expect, test } from "vitest";
import { ladder } from "../../src/report/ladder.ts";
import { around } from "./repository.ts";

const { criteria, method } = around.catalogue;
const criterion = criteria.find((one) => one.criterion.id === "wait-first-contact")?.criterion;
if (criterion === undefined) throw new Error("the catalogue has no wait-first-contact");

const marks = (...drawn: Parameters<typeof ladder>) => ladder(...drawn).map(({ here }) => here);

describe("a drawn ladder", () => {
  test("it has the four levels from the lowest to the highest, by name, in the criterion's words", () => {
    for (const { criterion: each } of criteria) {
      const steps = ladder(each, method);
      expect(steps.map(({ level }) => level)).toEqual([0, 1, 2, 3]);
      expect(steps.map(({ name }) => name)).toEqual(["Works against", "Weak", "Developing", "Good practice"]);
      for (const { level, step, says } of steps) {
        const own = each.levels.find((one) => one.level === level);
        expect([step, says]).toEqual([own?.step, own?.says]);
      }
    }
  });

  test("nobody stands on the ladder of a criterion by itself", () => {
    expect(marks(criterion, method)).toEqual(["no", "no", "no", "no"]);
  });

  test("a settled finding stands on one step", () => {
    expect(marks(criterion, method, [2])).toEqual(["no", "no", "here", "no"]);
  });

  test("an open one perhaps stands on each that its facts allow", () => {
    expect(marks(criterion, method, [0, 3])).toEqual(["perhaps", "no", "no", "perhaps"]);
  });

  test("where it may not apply, even a single level is only perhaps", () => {
    expect(marks(criterion, method, [1], true)).toEqual(["no", "perhaps", "no", "no"]);
  });
});
