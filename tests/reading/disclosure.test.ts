/** No audit that passes the check lets a reader work out a count from 1 to 4 (or under the audit's own mark). */
import type { Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { disagreements } from "../../src/reading/consistency.ts";
import { fc } from "../core/seed.ts";
import { head, yardstick } from "../core/yardstick.ts";
import { isTold, worksOut } from "./reader.ts";

type Answers = Readonly<Record<string, unknown>>;

/** How often a part is there, for once that it is not. */
const mostly = 3;
const seldom = 0.4;
const maybe = <Value>(value: Arbitrary<Value>, often = mostly): Arbitrary<Value | undefined> =>
  fc.oneof({ arbitrary: value, weight: often * 10 }, { arbitrary: fc.constant(undefined), weight: 10 });

/** A total, and a part of it that is often nearly none or nearly all of it. */
const total = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 5, max: 700 }) }, fc.integer({ min: 0, max: 24 }));
const edge = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 700 }));
const partOf = (whole: number): Arbitrary<number> =>
  fc.tuple(edge, fc.boolean()).map(([some, rest]) => {
    const part = Math.min(some, whole);
    return rest ? whole - part : part;
  });

/** A count as people write it: mostly as the check wants it, now and then as it is. */
const written = (count: number, below: number): Arbitrary<unknown> =>
  fc.constantFrom(
    ...(count > 0 && count < below ? [`<${below}`, `<${below}`, `<${below}`, count] : [count, count]),
    Math.round(count / 10) * 10,
    Math.round(count / 10) * 10,
    undefined,
  );

/** A percentage of a number of people, true and rounded to some decimals, or anything. */
const percentage = (part: number, whole: number): Arbitrary<number> =>
  fc.constantFrom(0, 0, 1, 2).map((digits) => {
    const exact = whole === 0 ? 0 : (part * 100) / whole;
    return Number(exact.toFixed(digits));
  });

const pair = (part: string, whole: string, below: number): Arbitrary<Answers> =>
  total.chain((all) =>
    partOf(all).chain((some) => fc.record({ [part]: written(some, below), [whole]: written(all, below) })),
  );

const stages = ["referral_to_first_contact", "first_contact_to_therapy", "first_to_second_session"] as const;

function wait(stage: string, people: number, below: number): Arbitrary<Answers> {
  return fc.tuple(partOf(people), partOf(people), partOf(people)).chain((some) => {
    const [early, middle, late] = some.toSorted((a, b) => a - b) as [number, number, number];
    return fc.record({
      stage: fc.constant(stage),
      unit: fc.constant("days"),
      pct_within_6_weeks: maybe(percentage(early, people)),
      pct_over_90_days: maybe(percentage(people - middle, people)),
      pct_within_18_weeks: maybe(percentage(late, people)),
      n: written(people, below),
    });
  });
}

function therapies(started: number): Arbitrary<readonly Answers[]> {
  return fc.tuple(partOf(started), partOf(started), fc.boolean()).chain(([a, b, all]) => {
    const [few = 0, more = 0] = [a, b].toSorted((one, other) => one - other);
    const parts = [few, more - few, ...(all ? [started - more] : [])];
    return fc.tuple(...parts.map((some) => percentage(some, started))).map((shares) =>
      shares.map((share, index) => ({
        id: `t${index}`,
        name: "Therapy",
        modality: "other",
        share_of_clients_pct: share,
      })),
    );
  });
}

function survey(below: number): Arbitrary<Answers> {
  return total.chain((all) =>
    partOf(all).chain((some) =>
      fc.record({
        id: fc.constant("E1"),
        n: written(some, below),
        of: written(all, below),
        response_rate_pct: maybe(percentage(some, all)),
      }),
    ),
  );
}

/** Totals that fall from stage to stage, mostly to multiples of 5. */
const totals = fc.tuple(total, total, total, total).map(([a, b, c, endings]) => {
  const [started = 0, contacts = 0, referrals = 0] = [a, b, c].toSorted((one, other) => one - other);
  return { referrals, contacts, started, endings };
});

/** An audit with any of its numbers of people stated, some as they should not be. */
const audits: Arbitrary<Answers> = fc.tuple(totals, fc.constantFrom(5, 5, 5, 10)).chain(([all, below]) =>
  fc
    .record({
      counts: maybe(
        fc.record({
          referrals: written(all.referrals, below),
          first_contacts: written(all.contacts, below),
          started_therapy: written(all.started, below),
          endings: written(all.endings, below),
        }),
      ),
      samples: maybe(pair("n", "of", below), seldom),
      waits: maybe(
        fc
          .constantFrom(...stages)
          .chain((stage) =>
            wait(stage, stage === "referral_to_first_contact" ? all.contacts : all.started, below).map((one) => [one]),
          ),
        seldom,
      ),
      met: maybe(pair("met", "stated", below), seldom),
      unplanned: maybe(
        partOf(all.endings).chain((some) => fc.record({ n: written(some, below), of: written(all.endings, below) })),
        1,
      ),
      trained: maybe(pair("trained", "of", below), seldom),
      therapies: maybe(therapies(all.started), seldom),
      evidence: maybe(
        survey(below).map((one) => [one]),
        1,
      ),
    })
    .map(({ counts, samples, met, unplanned, trained, ...rest }) => ({
      ...head,
      ...rest,
      audit: { ...head.audit, suppress_below: below, counts, samples: samples ? [samples] : undefined },
      preferences: { met },
      endings: { unplanned },
      workforce: { therapists_trained_in_repair: trained },
    })),
);

const belowOf = (audit: Answers) => (audit["audit"] as { suppress_below: number }).suppress_below;
const passes = (audit: Answers) =>
  disagreements(audit as unknown as Audit, yardstick.around).every(({ severity }) => severity === "warning");
const told = (audit: Answers) => worksOut(audit, belowOf(audit)).filter((group) => isTold(group, belowOf(audit)));

describe("an audit that passes the check", () => {
  it("lets nobody work out a small number of people", () => {
    let passed = 0;
    let leaking = 0;
    fc.assert(
      fc.property(audits, (audit) => {
        const found = told(audit);
        if (!passes(audit)) {
          leaking += found.length > 0 ? 1 : 0;
          return;
        }
        passed += 1;
        expect(found).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    // The law is not held by refusing everything, nor for want of audits that leak.
    expect(passed).toBeGreaterThan(400);
    expect(leaking).toBeGreaterThan(400);
  });

  it("rounds the whole of every number that is hidden", () => {
    fc.assert(
      fc.property(audits, (audit) => {
        if (!passes(audit)) return;
        const { endings, audit: own } = audit as { endings: { unplanned?: Answers }; audit: { counts?: Answers } };
        if (!String(endings.unplanned?.["n"]).startsWith("<")) return;
        for (const whole of [endings.unplanned?.["of"], own.counts?.["endings"]])
          if (typeof whole === "number") expect(whole % 5).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});
