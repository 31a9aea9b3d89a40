import { describe, expect, test } from "vitest";
import { inRow, within } from "../../../src/report/pathway/row.ts";
import { fc } from "../../core/seed.ts";

const wish = (left: number, width = 10, weight = 1) => ({ left, width, weight });

describe("places in a row", () => {
  test("what has room stands where it belongs", () => {
    expect(inRow([wish(5), wish(40), wish(90)], 2, 0, 100)).toEqual([5, 40, 90]);
  });

  test("two that crowd give way to each other by the same", () => {
    expect(inRow([wish(40), wish(40)], 2, 0, 100)).toEqual([34, 46]);
  });

  test("what weighs more gives way less", () => {
    const [light = 0, heavy = 0] = inRow([wish(40, 10, 1), wish(40, 10, 8)], 2, 0, 100);
    expect(40 - light).toBeCloseTo(8 * (heavy - 40));
  });

  test("nothing leaves the room there is, while all fit into it", () => {
    expect(inRow([wish(-20), wish(98)], 2, 0, 100)).toEqual([0, 90]);
  });

  test("they keep their order, stand apart, and stay inside, whatever they wish", () => {
    const wishes = fc.array(
      fc.record({
        left: fc.integer({ min: -50, max: 400 }),
        width: fc.integer({ min: 1, max: 40 }),
        weight: fc.constantFrom(1, 8),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(wishes, (all) => {
        const lefts = inRow(all, 3, 0, 400);
        for (const [index, left] of lefts.entries()) {
          const before = index === 0 ? -3 : (lefts[index - 1] ?? 0) + (all[index - 1]?.width ?? 0);
          expect(left).toBeGreaterThanOrEqual(before + 3 - 1e-9);
        }
        expect((lefts.at(-1) ?? 0) + (all.at(-1)?.width ?? 0)).toBeLessThanOrEqual(400 + 1e-9);
      }),
    );
  });
});

test("a number past a bound is the bound", () => {
  expect([within(5, 0, 9), within(-1, 0, 9), within(10, 0, 9)]).toEqual([5, 0, 9]);
});
