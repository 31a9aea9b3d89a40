import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { problemText } from "../../src/core/problem.ts";
import { betweenAudits } from "../../src/reading/differencing.ts";
import { fc } from "../core/seed.ts";
import { minimal, read } from "./yardstick.ts";

type Published = Parameters<typeof betweenAudits>[0][number];

/** An audit as it was read from a file of this name, with more lines at its end. */
function audit(name: string, from: string, to: string, more = "", text = minimal): Published {
  const dated = `${text.replace(/period: .*/, `period: {from: ${from}, to: ${to}}`)}${more}`;
  const { audit: found, places, problems } = read(dated);
  if (found === undefined) throw new Error(problems.map(problemText).join("\n"));
  return {
    id: `quiet-harbour/${name}`,
    file: `audits/quiet-harbour/${name}.yaml`,
    shown: `audits/quiet-harbour/${name}.yaml`,
    sha256: dated,
    audit: found,
    places,
  };
}

const year = (more: string) => audit("year", "2024-04-01", "2025-03-31", more);
const told = (...audits: readonly Published[]) => betweenAudits(audits, { suppressBelow: 5 }).map(problemText);

/** An audit with a number of referrals, in the head where counts belong. */
function referrals(name: string, from: string, to: string, count: number | string, below = 5): Published {
  const counts = `completed_on: 2030-01-01\n  suppress_below: ${below}\n  counts: {referrals: ${count}}`;
  return audit(name, from, to, `# ${name}\n`, minimal.replace("completed_on: 2025-05-12", counts));
}

describe("two audits of one service", () => {
  const whole = referrals("2025", "2024-04-01", "2025-03-31", 812);

  it("may not leave a small number where one period holds the other", () => {
    for (const [from, to] of [
      ["2024-04-01", "2025-02-28"],
      ["2024-05-01", "2025-03-31"],
      ["2024-05-01", "2025-02-28"],
    ] as const) {
      expect(told(referrals("part", from, to, 809), whole)).toEqual([
        "audits/quiet-harbour/part.yaml:11:23 audit.counts.referrals: taken from the number in audits/quiet-harbour/2025.yaml, whose period holds this one, it leaves a small number of people\n    round both to the nearest 5",
      ]);
      expect(told(referrals("part", from, to, 812), whole)).toEqual([]);
      expect(told(referrals("part", from, to, 807), whole)).toEqual([]);
    }
  });

  it("may not differ by a small number for the same period, one way or the other", () => {
    for (const count of [808, 811, 813, 816]) {
      expect(told(whole, referrals("2025-revised", "2024-04-01", "2025-03-31", count))).toEqual([
        "audits/quiet-harbour/2025-revised.yaml:11:23 audit.counts.referrals: for the same period audits/quiet-harbour/2025.yaml has a number that is only a few people away\n    round both to the nearest 5",
      ]);
    }
    for (const count of [807, 812, 817])
      expect(told(whole, referrals("2025-revised", "2024-04-01", "2025-03-31", count))).toEqual([]);
  });

  it("are doubted where their periods overlap and their numbers are near", () => {
    expect(told(whole, referrals("2025-autumn", "2024-10-01", "2025-09-30", 814))).toEqual([
      "audits/quiet-harbour/2025-autumn.yaml:11:23 warning: audit.counts.referrals: audits/quiet-harbour/2025.yaml, whose period overlaps this one, has nearly the same number\n    round both to the nearest 5, if a few people could be known by it",
    ]);
  });

  it("may have any numbers where neither period reaches into the other", () => {
    expect(told(whole, referrals("2026", "2025-04-01", "2026-03-31", 814))).toEqual([]);
    expect(told(whole, referrals("2024", "2023-04-01", "2024-03-31", 810))).toEqual([]);
  });

  it("are held to the larger of their marks", () => {
    expect(told(whole, referrals("part", "2024-04-01", "2025-02-28", 804, 10))).toHaveLength(1);
    expect(
      told(referrals("2025", "2024-04-01", "2025-03-31", 812, 10), referrals("part", "2024-04-01", "2025-02-28", 804)),
    ).toEqual([expect.stringMatching(/round both to the nearest 10$/)]);
  });

  it("may hide a number in one of them", () => {
    expect(
      told(referrals("2025", "2024-04-01", "2025-03-31", 7), referrals("part", "2024-04-01", "2025-02-28", '"<5"')),
    ).toEqual([]);
  });

  it("are told apart from those of another service", () => {
    const other = referrals("part", "2024-04-01", "2025-02-28", 809);
    const service = { ...other.audit.service, id: "other" };
    expect(told(whole, { ...other, audit: { ...other.audit, service } })).toEqual([]);
  });

  it("may not be one and the same", () => {
    const copy = { ...whole, id: "quiet-harbour/2025-copy", shown: "audits/quiet-harbour/2025-copy.yaml" };
    expect(told(whole, copy)).toEqual([
      "audits/quiet-harbour/2025-copy.yaml:1:1 the same audit stands in audits/quiet-harbour/2025.yaml\n    keep one of the two",
    ]);
    expect(told(whole, whole)).toEqual([]);
  });
});

describe("a count in two audits", () => {
  const numbers = (n: number) => `waits:
  - {stage: referral_to_first_contact, unit: days, median: 19, n: ${n}}
preferences: {met: {stated: ${n}, met: 20}}
endings: {unplanned: {n: 20, of: ${n}}}
`;
  const sources = (n: number) => `evidence:
  - {id: E1, kind: client_survey, title: Survey, date: 2025-01-01, n: 50, of: ${n}, supports: [service.type]}
workforce: {therapists_trained_in_repair: {trained: ${n}}}
`;
  const paths = (problems: readonly string[]) => problems.map((one) => /\d+ (\S+):/.exec(one)?.[1]);

  it("is compared wherever it is of people in the period", () => {
    const part = audit("part", "2024-04-01", "2025-02-28", numbers(97));
    expect(paths(told(year(numbers(100)), part))).toEqual([
      "waits[0].n",
      "preferences.met.stated",
      "endings.unplanned.of",
    ]);
  });

  it("is compared by its stage, wherever that stands in the list", () => {
    const first = "  - {stage: referral_to_therapy, unit: days, median: 60, n: 40}\n";
    const part = audit("part", "2024-04-01", "2025-02-28", numbers(97).replace("waits:\n", `waits:\n${first}`));
    expect(paths(told(year(numbers(100)), part))[0]).toBe("waits[1].n");
    expect(paths(told(year(numbers(43)), part))).toEqual([]);
  });

  it("is compared for the same period only, where it is of a source or of the staff", () => {
    expect(paths(told(year(sources(100)), audit("part", "2024-04-01", "2025-02-28", sources(97))))).toEqual([]);
    expect(paths(told(year(sources(100)), audit("again", "2024-04-01", "2025-03-31", sources(97))))).toEqual([
      "workforce.therapists_trained_in_repair.trained",
      "evidence[0].of",
    ]);
  });
});

describe("many audits", () => {
  /** Months of a made-up year, from and to, and what was counted in them. */
  const published = fc
    .tuple(
      fc.array(fc.constantFrom(0, 0, 1, 2, 3, 4, 6, 20, 35), { minLength: 12, maxLength: 12 }),
      fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), {
        minLength: 2,
        maxLength: 5,
        selector: ([a, b]) => `${a} ${b}`,
      }),
    )
    .map(([months, spans]) =>
      spans.map(([a, b], index) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const count = months.slice(first, last + 1).reduce<number>((sum, one) => sum + one, 0);
        const [from, to] = [
          `2024-${String(first + 1).padStart(2, "0")}-01`,
          `2024-${String(last + 1).padStart(2, "0")}-28`,
        ];
        const own = {
          ...read(minimal).audit,
          audit: { period: { from, to }, counts: { referrals: count } },
        } as unknown as Audit;
        return { id: `${index}`, file: "", shown: `${index}.yaml`, sha256: `${index}`, audit: own, places: new Map() };
      }),
    );
  const countOf = ({ audit: own }: Published) => Number(own.audit.counts?.referrals);
  const holds = (a: Published, b: Published) =>
    a !== b &&
    a.audit.audit.period.from <= b.audit.audit.period.from &&
    a.audit.audit.period.to >= b.audit.audit.period.to;

  it("are refused just where one of them, taken from one that holds it, leaves 1 to 4 people", () => {
    let refused = 0;
    fc.assert(
      fc.property(published, (audits) => {
        const leaves = audits.some((a) =>
          audits.some((b) => holds(a, b) && countOf(a) - countOf(b) > 0 && countOf(a) - countOf(b) < 5),
        );
        const errors = betweenAudits(audits, { suppressBelow: 5 }).filter(({ severity }) => severity === "error");
        refused += errors.length > 0 ? 1 : 0;
        expect(errors.length > 0).toBe(leaves);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it("are compared in a time that grows with their number", () => {
    const lookUps = (number: number) => {
      let read = 0;
      const one = referrals("2025", "2024-04-01", "2025-03-31", 812);
      const all = Array.from({ length: number }, (_, index): Published => {
        const counts = { referrals: 800 + (index % 9) };
        const own = { ...one.audit, audit: { ...one.audit.audit, counts } };
        const watched = new Proxy(own, {
          get: (target, key) => {
            read += 1;
            return Reflect.get(target, key);
          },
        });
        return { ...one, shown: `${index}.yaml`, sha256: `${index}`, audit: watched };
      });
      betweenAudits(all, { suppressBelow: 5 });
      return read / number;
    };
    // What is read of each audit stays the same but for the sorting, which takes a few steps more.
    expect(lookUps(4000)).toBeLessThan(lookUps(500) * 1.6);
  });
});
