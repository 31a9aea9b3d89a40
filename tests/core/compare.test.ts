import type { Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { type Catalogue, catalogue, type Level, type Method, type Threshold } from "../../src/core/catalogue.ts";
import { compare, type Moved, moved, type Published } from "../../src/core/compare.ts";
import type { Answers } from "../../src/core/facts.ts";
import type { Scored } from "../../src/core/score.ts";
import type { Truth } from "../../src/core/truth.ts";
import { orders, shuffled } from "./reveal.ts";
import { fc } from "./seed.ts";
import { criteria, criterion, worlds } from "./world.ts";
import { head } from "./yardstick.ts";

const days = (is: number): Threshold => ({ is, unit: "days", source: "ours", status: "ours" });
const limits = { low: days(1), middle: days(3), month: days(42), season: days(90) };
const stricter = { low: days(0), middle: days(2), month: days(20), season: days(80) };

/** A catalogue of the given criteria; the profile local has other numbers for every one. */
function catalogueOf(...all: readonly ReturnType<typeof criterion>[]): Catalogue {
  const own = all.map((one) => ({ ...one, thresholds: limits }));
  const ids = own.map(({ id }) => id);
  const method = {
    version: "2.0.0",
    themes: [{ id: "one", code: "A", title: "One", says: "", criteria: ids }],
    profiles: { none: {}, local: { thresholds: Object.fromEntries(ids.map((id) => [id, stricter])) } },
  } as unknown as Method;
  return catalogue(method, own, "today");
}

function audited(answers: Answers, of: Catalogue, profile = "none"): Assessment {
  const audit = { ...head, ...answers, audit: { ...head.audit, threshold_profile: profile } } as unknown as Audit;
  return assess({ id: "example/2025", file: "audits/example/2025.yaml", sha256: "audit", audit }, of);
}

const at = (...levels: Level[]): Scored => ({ applies: "yes", levels });
const perhaps = (...levels: Level[]): Scored => ({ applies: "maybe", levels });
const exempt: Scored = { applies: "no", levels: [] };

describe("what became of a finding", () => {
  test.for<[string, Scored | undefined, Scored | undefined, Moved]>([
    ["one level to a higher one", at(1), at(2), "up"],
    ["one level to a lower one", at(3), at(0), "down"],
    ["the same level", at(2), at(2), "same"],
    ["open, and all of it below where it stands now", at(0, 1), at(2), "up"],
    ["open both times, and all of it above", at(0, 1), at(2, 3), "up"],
    ["open both times, with a level in common", at(1, 2), at(2, 3), "can't tell"],
    ["open both times, the lowest then as high as any now", at(2, 3), at(1, 2), "can't tell"],
    ["open both times, with fewer levels", at(1, 2, 3), at(1, 2), "can't tell"],
    ["open both times at the same levels", at(1, 2), at(1, 2), "same"],
    ["open, and now one of those levels", at(1, 2), at(2), "settled"],
    ["one level, and now open about it", at(1), at(0, 1, 2), "opened"],
    ["one level, and now open below it", at(3), at(1, 2), "down"],
    ["one level, and now it may not apply", at(1), perhaps(2, 3), "opened"],
    ["it may not have applied, and now stands higher", perhaps(1), at(3), "settled"],
    ["it may not have applied, and now does at the same level", perhaps(2), at(2), "settled"],
    ["it applied, and now may not at the same level", at(2), perhaps(2), "opened"],
    ["it may not have applied and may not apply", perhaps(1), perhaps(2), "can't tell"],
    ["it did not apply and does not", exempt, exempt, "same"],
    ["it did not apply and does now", exempt, at(1, 2), "now applies"],
    ["it did not apply and may apply now", exempt, perhaps(1), "opened"],
    ["it applied and does not now", at(1, 2), exempt, "no longer applies"],
    ["it may have applied and does not", perhaps(1), exempt, "settled"],
    ["it was not judged", undefined, at(1), "new"],
    ["it is not judged any more", at(1), undefined, "dropped"],
  ])("%s", ([, before, after, became]) => {
    expect(moved(before, after)).toBe(became);
  });

  const standings: Arbitrary<Scored | undefined> = fc.oneof(
    fc.constantFrom(exempt, undefined),
    fc.record({
      applies: fc.constantFrom<Truth[]>("yes", "maybe"),
      levels: fc.subarray<Level>([0, 1, 2, 3], { minLength: 1 }),
    }),
  );
  const reverse: Readonly<Record<Moved, Moved>> = {
    up: "down",
    down: "up",
    opened: "settled",
    settled: "opened",
    "can't tell": "can't tell",
    "now applies": "no longer applies",
    "no longer applies": "now applies",
    new: "dropped",
    dropped: "new",
    same: "same",
  };

  test("a standing compared with itself has not moved", () => {
    fc.assert(
      fc.property(standings, (one) => {
        expect(moved(one, one)).toBe("same");
      }),
    );
  });

  test("the other way round, up is down, opened is settled and new is dropped", () => {
    fc.assert(
      fc.property(standings, standings, (a, b) => {
        expect(moved(b, a)).toBe(reverse[moved(a, b)]);
      }),
    );
  });

  test("up is said only where every level that was possible is below every one that is", () => {
    fc.assert(
      fc.property(standings, standings, (a, b) => {
        const sure = a?.applies === "yes" && b?.applies === "yes";
        const below = sure && a.levels.every((old) => b.levels.every((now) => old < now));
        expect(moved(a, b) === "up").toBe(below);
      }),
    );
  });
});

describe("a comparison of two audits", () => {
  const asking = criterion(
    { 0: { colour: { is: "red" } }, 3: { colour: { is: "green" }, size: { at_most: "middle" } } },
    { "deep.shade": { is: "dark" } },
    "asking",
  );
  const small = catalogueOf(asking, criterion({ 3: { "deep.shade": { is: "light" } } }, undefined, "shading"));
  const before = audited({ colour: "red", size: 2, deep: { shade: "light" } }, small);

  test("it names both audits, the criteria, where each stood, and the facts that changed", () => {
    const after = audited({ colour: "green", size: 2, deep: { shade: "light" } }, small);
    expect(compare(before, after, small)).toEqual({
      format: "rapport-comparison/1",
      before: { id: "example/2025", file: "audits/example/2025.yaml", sha256: "audit", period: head.audit.period },
      after: { id: "example/2025", file: "audits/example/2025.yaml", sha256: "audit", period: head.audit.period },
      catalogue: { version: "2.0.0", sha256: "today" },
      moves: [
        {
          criterion: "asking",
          moved: "up",
          before: { standing: "settled", applies: "yes", levels: [0] },
          after: { standing: "settled", applies: "yes", levels: [3] },
          facts: [{ path: "colour", from: "red", to: "green" }],
          thresholds: [],
        },
        {
          criterion: "shading",
          moved: "same",
          before: { standing: "settled", applies: "yes", levels: [3] },
          after: { standing: "settled", applies: "yes", levels: [3] },
          facts: [],
          thresholds: [],
        },
      ],
      criteria: null,
    });
  });

  test("facts that say whether it applies are told where that is what changed, and else not", () => {
    const other = catalogueOf(
      criterion({ 3: { colour: { is: "green" } } }, { size: { at_least: "middle" } }, "asking"),
    );
    const of = (colour: string, size: number) => audited({ colour, size }, other);
    const told = (now: Assessment) => compare(of("red", 0), now, other).moves[0];
    expect(told(of("green", 1))).toMatchObject({ moved: "up", facts: [{ path: "colour" }] });
    expect(told(of("red", 5))).toMatchObject({ moved: "no longer applies", facts: [{ path: "size" }] });
  });

  test("a number that another profile replaces is told with both", () => {
    const of = (profile: string) => audited({ colour: "green", size: 3, deep: { shade: "light" } }, small, profile);
    const [asked] = compare(of("none"), of("local"), small).moves;
    expect(asked).toMatchObject({ moved: "down", facts: [] });
    expect(asked?.thresholds).toContainEqual({ name: "middle", from: days(3), to: days(2) });
  });

  test("a number that only one of two profiles has was not replaced", () => {
    const said = { title: "Local", says: "" };
    const local = { ...said, thresholds: { asking: { ...limits, more: days(7) } } };
    const of: Catalogue = { ...small, method: { ...small.method, profiles: { none: said, local } } };
    const [asked] = compare(audited({}, of), audited({}, of, "local"), of).moves;
    expect(asked?.thresholds).toEqual([]);
  });

  test("a criterion that one side does not know is our own fault, and throws", () => {
    const fault = 'the catalogue has no criterion "asking"';
    expect(() => compare(before, before, { ...small, criteria: [] })).toThrow(fault);
    expect(() => compare({ ...before, findings: [] }, before, small)).toThrow(fault);
  });

  test("two catalogues are not compared", () => {
    const after = audited({}, { ...small, sha256: "yesterday" });
    expect(() => compare(before, after, small)).toThrow("different catalogues");
  });
});

describe("a report that was kept as it was published", () => {
  const today = catalogueOf(
    criterion({ 3: { colour: { is: "red" } } }, undefined, "kept"),
    criterion({ 3: { colour: { is: "red" } } }, undefined, "stricter"),
    criterion({ 3: { colour: { is: "red" } } }, undefined, "added"),
  );
  const before = audited({ colour: "red" }, today);
  const stand = (id: string, level: Level) => ({
    criterion: id,
    code: "A9",
    title: `title of ${id}`,
    standing: "settled" as const,
    applies: "yes" as const,
    levels: [level],
  });
  const published: Published = {
    sha256: "audit",
    catalogue: { version: "1.0.0", sha256: "then", profile: "none" },
    findings: [stand("kept", 3), stand("stricter", 0), stand("gone", 2)],
  };

  test("it gives the step from the criteria of then to today's, apart from what the service changed", () => {
    const { criteria, moves } = compare(before, before, today, published);
    expect(criteria).toMatchObject({ version: "1.0.0", sha256: "then" });
    expect(criteria?.steps.map((step) => [step.criterion, step.moved])).toEqual([
      ["kept", "same"],
      ["stricter", "up"],
      ["added", "new"],
      ["gone", "dropped"],
    ]);
    expect(criteria?.steps.at(-1)).toMatchObject({ code: "A9", title: "title of gone", today: null });
    expect(moves.map((move) => move.moved)).toEqual(["same", "same", "same"]);
  });

  test("it never moves what the service is said to have changed", () => {
    const after = audited({ colour: "blue" }, today);
    expect(compare(before, after, today, published).moves).toEqual(compare(before, after, today).moves);
  });
});

describe("the laws of a comparison", () => {
  const sections = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 2 });
  const profiles = fc.constantFrom("none", "local");
  /** An audit, and the same with one or two of its sections from another. */
  const cases = fc
    .tuple(worlds, worlds, sections, fc.array(criteria, { minLength: 1, maxLength: 4 }), profiles, profiles)
    .map(([before, other, chosen, invented, was, now]) => {
      const names = Object.keys(other).filter((_, index) => chosen.includes(index));
      const after = { ...before, ...Object.fromEntries(names.map((name) => [name, other[name]])) };
      const of = catalogueOf(...invented.map((one, index) => ({ ...one, id: `c${index}` })));
      return { of, before: audited(before, of, was), after: audited(after, of, now) };
    });

  test("an audit compared with itself moves nothing and changes no fact, in whatever order its lists stand", () => {
    fc.assert(
      fc.property(cases, orders, ({ of, before }, order) => {
        const again = audited(shuffled(before.audit as unknown as Answers, order), of, before.catalogue.profile);
        for (const { moved, facts, thresholds } of compare(before, again, of).moves)
          expect({ moved, facts, thresholds }).toEqual({ moved: "same", facts: [], thresholds: [] });
      }),
    );
  });

  test("a criterion moves only where a fact it rests on, or a number it is read against, changed", () => {
    fc.assert(
      fc.property(cases, ({ of, before, after }) => {
        for (const { moved, facts, thresholds } of compare(before, after, of).moves)
          if (moved !== "same") expect(facts.length + thresholds.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  test("it is plain JSON and leaves both audits as they were", () => {
    fc.assert(
      fc.property(cases, ({ of, before, after }) => {
        const text = JSON.stringify([before, after]);
        const made = compare(before, after, of);
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
        expect(JSON.stringify([before, after])).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});
