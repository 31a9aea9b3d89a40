import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { wholeAnswers } from "./arbitrary.ts";
import { statements, tellings, told } from "./reveal.ts";
import { fc } from "./seed.ts";
import { contradictionsIn, yardstick } from "./yardstick.ts";

const audits = tellings(wholeAnswers());

describe("the audits that the laws are tried on", () => {
  test("they are audits that the schema takes, whole or told in part", () => {
    fc.assert(
      fc.property(audits, ({ whole, before }) => {
        expect([yardstick.validators.audit(whole), yardstick.validators.audit.errors]).toEqual([true, null]);
        yardstick.validators.audit(before);
        const errors = yardstick.validators.audit.errors ?? [];
        expect(errors.filter(({ keyword, instancePath }) => keyword !== "required" || /\d/.test(instancePath))).toEqual(
          [],
        );
      }),
      { numRuns: 100 },
    );
  });

  test("their waits and therapies never contradict themselves", () => {
    fc.assert(
      fc.property(audits, ({ whole, before }) => {
        for (const { waits = [], therapies = [] } of [whole, before] as Answers[]) {
          // Apart: each is of other people here, and a share of the one may tell a few of the other.
          for (const wait of waits as Answers[]) expect(contradictionsIn({ waits: [wait] })).toEqual([]);
          expect(contradictionsIn({ therapies })).toEqual([]);
        }
      }),
    );
  });

  test("telling every statement gives the whole, telling none gives nothing", () => {
    fc.assert(
      fc.property(audits, ({ whole }) => {
        expect(told(whole, () => true)).toEqual(whole);
        expect(told(whole, () => false)).toEqual({});
        expect(statements(whole).length).toBeGreaterThan(100);
      }),
      { numRuns: 50 },
    );
  });
});
