import { describe, expect, test } from "vitest";
import type { Answers, Fact } from "../../src/core/facts.ts";
import { dayOf, shareWithin, waitFacts } from "../../src/core/wait.ts";
import { medianOf, percentileOf, seenWithin, waitAt } from "./arbitrary.ts";
import { fc } from "./seed.ts";

const stage = "referral_to_first_contact";
const wait = (figures: Answers): Answers => ({ waits: [{ stage, unit: "days", ...figures }] });
const median = (figures: Answers) => dayOf(wait(figures), stage, 50, "median");
const within = (figures: Answers, days: number) => shareWithin(wait(figures), stage, days, "asked");
const exactly = (value: number): Fact => ({ kind: "number", from: value, to: value, needs: [] });
const between = (from: number, to: number, asking: string): Fact => ({
  kind: "number",
  from,
  to,
  needs: [`waits[${stage}].${asking}`],
});
const ever = Number.POSITIVE_INFINITY;

describe("the day by which so many have been seen", () => {
  test("a figure that is stated is exact", () => {
    expect(median({ median: 19, p90: 44, longest: 71 })).toEqual(exactly(19));
    expect(dayOf(wait({ median: 19, p90: 44 }), stage, 90, "p90")).toEqual(exactly(44));
    expect(dayOf(wait({ median: 19, longest: 71 }), stage, 100, "longest")).toEqual(exactly(71));
  });

  test("weeks are sevens of days", () => {
    expect(median({ unit: "weeks", median: 6 })).toEqual(exactly(42));
    expect(median({ unit: "weeks", p90: 18 })).toEqual(between(0, 126, "median"));
  });

  test("nothing stated leaves every day possible", () => {
    expect(median({})).toEqual(between(0, ever, "median"));
    expect(dayOf({}, stage, 50, "median")).toEqual(between(0, ever, "median"));
    expect(dayOf({ waits: [{ stage: "referral_to_therapy", unit: "days", median: 3 }] }, stage, 50, "median")).toEqual(
      between(0, ever, "median"),
    );
  });

  test("a figure that is unknown tells nothing", () => {
    expect(median({ median: "unknown", p90: 40 })).toEqual(between(0, 40, "median"));
  });

  test("a mean tells nothing", () => {
    expect(median({ mean: 10 })).toEqual(between(0, ever, "median"));
  });

  test("the median is at most the 90th percentile, and that at most the longest wait", () => {
    expect(median({ p90: 44, longest: 71 })).toEqual(between(0, 44, "median"));
    expect(median({ longest: 71 })).toEqual(between(0, 71, "median"));
    expect(dayOf(wait({ median: 19, longest: 71 }), stage, 90, "p90")).toEqual(between(19, 71, "p90"));
    expect(dayOf(wait({ median: 19, p90: 44 }), stage, 100, "longest")).toEqual(between(44, ever, "longest"));
  });

  test("a larger share within a time than is asked puts the day within that time", () => {
    expect(median({ pct_within_6_weeks: 75 })).toEqual(between(0, 42, "median"));
    expect(median({ pct_within_18_weeks: 51 })).toEqual(between(0, 126, "median"));
    expect(median({ pct_over_90_days: 49 })).toEqual(between(0, 90, "median"));
    expect(median({ pct_over_90_days: 10, pct_within_6_weeks: 60 })).toEqual(between(0, 42, "median"));
  });

  test("a smaller share within a time than is asked puts the day beyond it", () => {
    expect(median({ pct_within_6_weeks: 49 })).toEqual(between(42, ever, "median"));
    expect(median({ pct_over_90_days: 51 })).toEqual(between(90, ever, "median"));
    expect(median({ pct_within_6_weeks: 40, pct_within_18_weeks: 45 })).toEqual(between(126, ever, "median"));
    expect(median({ pct_within_6_weeks: 40, pct_within_18_weeks: 95 })).toEqual(between(42, 126, "median"));
  });

  test("just half within a time leaves the median open, since the other middle wait may lie far beyond", () => {
    const waits = [10, 40, 60, 200];
    expect(medianOf(waits)).toBe(50);
    const known = median({ pct_within_6_weeks: seenWithin(waits, 42) }) as { from: number; to: number };
    expect(known.from).toBeLessThanOrEqual(50);
    expect(known.to).toBeGreaterThanOrEqual(50);
  });
});

describe("the share seen within so many days", () => {
  test("a share that is stated is exact", () => {
    expect(within({ pct_within_6_weeks: 52, median: 42, p90: 100 }, 42)).toEqual(exactly(52));
    expect(within({ pct_within_18_weeks: 97 }, 126)).toEqual(exactly(97));
    expect(within({ pct_over_90_days: 34 }, 90)).toEqual(exactly(66));
  });

  test("nothing stated leaves every share possible", () => {
    expect(within({}, 42)).toEqual(between(0, 100, "asked"));
    expect(shareWithin({ waits: [] }, stage, 42, "asked")).toEqual(between(0, 100, "asked"));
  });

  test("a day by then gives at least its share, a later one at most", () => {
    expect(within({ median: 42 }, 42)).toEqual(between(50, 100, "asked"));
    expect(within({ median: 43 }, 42)).toEqual(between(0, 50, "asked"));
    expect(within({ median: 30, p90: 60 }, 42)).toEqual(between(50, 90, "asked"));
    expect(within({ p90: 42 }, 42)).toEqual(between(90, 100, "asked"));
    expect(within({ unit: "weeks", median: 6, p90: 7 }, 42)).toEqual(between(50, 90, "asked"));
  });

  test("everybody is seen by the longest wait", () => {
    expect(within({ longest: 42 }, 42)).toEqual(exactly(100));
    expect(within({ longest: 43 }, 42)).toEqual(between(0, 100, "asked"));
  });

  test("a share within a shorter time is the least, within a longer time the most", () => {
    expect(within({ pct_within_6_weeks: 40 }, 126)).toEqual(between(40, 100, "asked"));
    expect(within({ pct_within_18_weeks: 60 }, 42)).toEqual(between(0, 60, "asked"));
    expect(within({ pct_over_90_days: 70 }, 42)).toEqual(between(0, 30, "asked"));
    expect(within({ pct_over_90_days: 70 }, 126)).toEqual(between(30, 100, "asked"));
    expect(within({ pct_within_6_weeks: 0, pct_over_90_days: 100 }, 90)).toEqual(exactly(0));
  });

  test("nobody within a longer time is nobody within a shorter one", () => {
    expect(within({ pct_within_18_weeks: 0 }, 42)).toEqual(exactly(0));
  });
});

describe("all figures of a wait together", () => {
  test("the figures behind a wait are its unit, its days and its shares, but not its mean", () => {
    expect(waitFacts(stage)).toEqual(
      ["unit", "median", "p90", "longest", "pct_within_6_weeks", "pct_within_18_weeks", "pct_over_90_days"].map(
        (name) => `waits[${stage}].${name}`,
      ),
    );
  });

  test("figures that contradict each other still give bounds in order", () => {
    expect(median({ pct_within_6_weeks: 40, p90: 30 })).toEqual(between(30, 42, "median"));
    expect(within({ median: 30, pct_within_18_weeks: 20 }, 42)).toEqual(between(20, 50, "asked"));
  });

  const names = ["median", "p90", "longest", "pct_within_6_weeks", "pct_within_18_weeks", "pct_over_90_days"];
  const known = fc.tuple(waitAt(stage), fc.subarray(names)).map(([{ figures, waits }, some]) => {
    const shown = Object.fromEntries(some.map((name) => [name, figures[name]]));
    return { answers: { waits: [{ stage, unit: figures["unit"], ...shown }] }, some, waits };
  });
  const holdsOf = (fact: Fact, truth: number, isKnown: boolean) => {
    if (fact.kind !== "number") throw new Error("a wait is a number");
    expect(fact.from).toBeLessThanOrEqual(truth);
    expect(fact.to).toBeGreaterThanOrEqual(truth);
    if (isKnown) expect([fact.from, fact.to, ...fact.needs]).toEqual([truth, truth]);
    expect(fact.needs.length > 0).toBe(fact.from < fact.to);
  };

  test("the day of a share always lies within its bounds, and is exact where it is stated", () => {
    fc.assert(
      fc.property(known, ({ answers, some, waits }) => {
        holdsOf(dayOf(answers, stage, 50, "median"), medianOf(waits), some.includes("median"));
        holdsOf(dayOf(answers, stage, 90, "p90"), percentileOf(waits, 90), some.includes("p90"));
        holdsOf(dayOf(answers, stage, 100, "longest"), percentileOf(waits, 100), some.includes("longest"));
      }),
      { numRuns: 2000 },
    );
  });

  test("the share of a day always lies within its bounds, and is exact where it is stated", () => {
    fc.assert(
      fc.property(known, fc.nat(200), ({ answers, some, waits }, days) => {
        const share = (by: number, name: string) =>
          holdsOf(shareWithin(answers, stage, by, "asked"), seenWithin(waits, by), some.includes(name));
        share(42, "pct_within_6_weeks");
        share(126, "pct_within_18_weeks");
        share(90, "pct_over_90_days");
        share(days, "no such figure");
      }),
      { numRuns: 1000 },
    );
  });

  test("one more figure never widens the bounds", () => {
    fc.assert(
      fc.property(known, fc.nat(5), ({ answers, some, waits: _ }, index) => {
        const [one] = answers.waits;
        fc.pre(one !== undefined && some.length > 0);
        const name = some[index % some.length] ?? "";
        const fewer = { waits: [Object.fromEntries(Object.entries(one ?? {}).filter(([key]) => key !== name))] };
        for (const share of [50, 90, 100])
          narrower(dayOf(fewer, stage, share, "asked"), dayOf(answers, stage, share, "asked"));
        for (const days of [42, 90, 126, 60]) {
          narrower(shareWithin(fewer, stage, days, "asked"), shareWithin(answers, stage, days, "asked"));
        }
      }),
      { numRuns: 1000 },
    );
  });

  function narrower(before: Fact, after: Fact): void {
    if (before.kind !== "number" || after.kind !== "number") throw new Error("a wait is a number");
    expect(after.from).toBeGreaterThanOrEqual(before.from);
    expect(after.to).toBeLessThanOrEqual(before.to);
  }
});
