import type { Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level } from "../../src/core/catalogue.ts";
import { overallRange, rounded, type Scored, type ThemeRange, tally, themeRange } from "../../src/core/score.ts";
import { orders, reordered } from "./reveal.ts";
import { fc } from "./seed.ts";

const settled = (level: Level): Scored => ({ applies: "yes", levels: [level] });
const open = (...levels: Level[]): Scored => ({ applies: "yes", levels });
const perhaps = (...levels: Level[]): Scored => ({ applies: "maybe", levels });
const exempt: Scored = { applies: "no", levels: [] };

const levels = fc.subarray<Level>([0, 1, 2, 3], { minLength: 1 });
const finding: Arbitrary<Scored> = fc.oneof(
  fc.constant(exempt),
  levels.map((some) => open(...some)),
  levels.map((some) => perhaps(...some)),
);
const findings = fc.array(finding, { maxLength: 5 });

/** Every way in which findings may come out: each at one of its levels, or left out where that may be. */
function outcomes([first, ...rest]: readonly Scored[]): Level[][] {
  if (first === undefined) return [[]];
  const others = outcomes(rest);
  const counted = first.levels.flatMap((level) => others.map((other) => [level, ...other]));
  return first.applies === "yes" ? counted : [...counted, ...others];
}

describe("counting findings", () => {
  test("each stands at its level, open, or outside", () => {
    expect(tally([settled(0), settled(2), settled(2), settled(3), open(0, 1), perhaps(3), exempt])).toEqual({
      levels: [1, 0, 2, 1],
      open: 2,
      notApplicable: 1,
      of: 7,
    });
    expect(tally([settled(1)])).toEqual({ levels: [0, 1, 0, 0], open: 0, notApplicable: 0, of: 1 });
  });

  test("of nothing there is nothing", () => {
    expect(tally([])).toEqual({ levels: [0, 0, 0, 0], open: 0, notApplicable: 0, of: 0 });
  });

  test("a finding that does not apply is no level, whatever it holds, and one without a level does not apply", () => {
    expect(tally([{ applies: "no", levels: [3] }]).notApplicable).toBe(1);
    expect(tally([open(), perhaps()]).notApplicable).toBe(2);
  });

  test("every finding is counted once", () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { levels, open, notApplicable, of } = tally(all);
        expect(levels.reduce((sum, count) => sum + count, open + notApplicable)).toBe(all.length);
        expect(of).toBe(all.length);
      }),
    );
  });
});

describe("the range of a theme", () => {
  test("settled findings give one number: the mean of their levels out of 3", () => {
    expect(themeRange([settled(3), settled(3)])).toEqual({ low: 100, high: 100, applies: "yes" });
    expect(themeRange([settled(0)])).toEqual({ low: 0, high: 0, applies: "yes" });
    expect(themeRange([settled(0), settled(3)])).toEqual({ low: 50, high: 50, applies: "yes" });
    expect(themeRange([settled(1), settled(2), settled(3), settled(3)])).toEqual({ low: 75, high: 75, applies: "yes" });
  });

  test("an open finding counts at its lowest level below and its highest above", () => {
    expect(themeRange([open(0, 3)])).toEqual({ low: 0, high: 100, applies: "yes" });
    expect(themeRange([open(0, 1, 3), settled(3)])).toEqual({ low: 50, high: 100, applies: "yes" });
  });

  test("one that may not apply counts only where that widens the range", () => {
    expect(themeRange([settled(3), perhaps(0)])).toEqual({ low: 50, high: 100, applies: "yes" });
    expect(themeRange([settled(0), perhaps(3)])).toEqual({ low: 0, high: 50, applies: "yes" });
    expect(themeRange([settled(0), perhaps(0, 3)])).toEqual({ low: 0, high: 50, applies: "yes" });
    expect(themeRange([settled(3), perhaps(3)])).toEqual({ low: 100, high: 100, applies: "yes" });
  });

  test("where all may not apply, the range is of those that might", () => {
    expect(themeRange([perhaps(0), perhaps(3)])).toEqual({ low: 0, high: 100, applies: "maybe" });
    expect(themeRange([perhaps(3)])).toEqual({ low: 100, high: 100, applies: "maybe" });
  });

  test("a theme in which nothing applies has no range", () => {
    expect(themeRange([])).toBeUndefined();
    expect(themeRange([exempt, exempt])).toBeUndefined();
  });

  test("it is what trying out every way of counting gives", () => {
    fc.assert(
      fc.property(findings, (all) => {
        const means = outcomes(all)
          .filter((levels) => levels.length > 0)
          .map((levels) => levels.reduce<number>((sum, level) => sum + level, 0) / levels.length);
        const range = themeRange(all);
        if (means.length === 0) expect(range).toBeUndefined();
        else {
          expect(range?.low).toBeCloseTo((Math.min(...means) / 3) * 100, 9);
          expect(range?.high).toBeCloseTo((Math.max(...means) / 3) * 100, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("it lies between 0 and 100, its low end not above its high end", () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { low, high } = themeRange(all) ?? { low: 0, high: 0 };
        expect(0 <= low && low <= high && high <= 100).toBe(true);
      }),
    );
  });

  test("settled findings alone have no width", () => {
    fc.assert(
      fc.property(
        fc.array(
          levels.map(([one]) => settled(one ?? 0)),
          { minLength: 1 },
        ),
        (all) => {
          expect(themeRange(all)?.low).toBe(themeRange(all)?.high);
        },
      ),
    );
  });

  test("a finding that does not apply changes nothing", () => {
    fc.assert(fc.property(findings, (all) => void expect(themeRange([exempt, ...all])).toEqual(themeRange(all))));
  });

  test("the order of findings changes nothing", () => {
    fc.assert(
      fc.property(findings, orders, (all, order) => {
        const mixed = reordered(all, order);
        expect(themeRange(mixed)).toEqual(themeRange(all));
        expect(tally(mixed)).toEqual(tally(all));
      }),
    );
  });

  test("ruling out a level, or settling whether one applies, never widens the range", () => {
    fc.assert(
      fc.property(findings, fc.nat(4), fc.nat(3), fc.boolean(), (all, at, drop, exempted) => {
        const one = all[at];
        fc.pre(one !== undefined && one.applies !== "no");
        const fewer = one.levels.length > 1 ? one.levels.filter((level) => level !== drop) : one.levels;
        const told: Scored = exempted && one.applies === "maybe" ? exempt : { applies: "yes", levels: fewer };
        const [before, after] = [themeRange(all), themeRange(all.with(at, told))];
        if (before === undefined || after === undefined) return;
        expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-9);
        expect(after.high).toBeLessThanOrEqual(before.high + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});

const sure = (low: number, high: number): ThemeRange => ({ low, high, applies: "yes" });

describe("the range over all themes", () => {
  test("each theme weighs the same, whatever it holds", () => {
    expect(overallRange([sure(0, 50), sure(100, 100)])).toEqual({ low: 50, high: 75 });
    expect(overallRange([sure(10, 20), sure(40, 50), sure(10, 20)])).toEqual({ low: 20, high: 30 });
  });

  test("a theme that may not apply at all counts only where that widens the range", () => {
    const perhapsTheme: ThemeRange = { low: 0, high: 100, applies: "maybe" };
    expect(overallRange([sure(50, 50), perhapsTheme])).toEqual({ low: 25, high: 75 });
    expect(overallRange([sure(0, 100), perhapsTheme])).toEqual({ low: 0, high: 100 });
    expect(overallRange([perhapsTheme])).toEqual({ low: 0, high: 100 });
  });

  test("the order of themes changes nothing, down to the last digit", () => {
    const tenths = [0.1, 0.2, 0.3].map((end) => sure(end, end));
    expect(overallRange(tenths.toReversed())).toEqual(overallRange(tenths));
    const themes = fc.array(findings.map(themeRange), { maxLength: 6 });
    fc.assert(
      fc.property(themes, orders, (all, order) => {
        expect(overallRange(reordered(all, order))).toEqual(overallRange(all));
      }),
    );
  });

  test("a theme without a range is no part of it", () => {
    expect(overallRange([undefined, sure(30, 60), undefined])).toEqual({ low: 30, high: 60 });
    expect(overallRange([undefined])).toBeUndefined();
    expect(overallRange([])).toBeUndefined();
  });
});

describe("a range in print", () => {
  test("it is in whole numbers, a half rounded up", () => {
    expect(rounded({ low: 33.33, high: 66.67 })).toEqual({ low: 33, high: 67 });
    expect(rounded({ low: 12.5, high: 12.4 })).toEqual({ low: 13, high: 12 });
  });
});
