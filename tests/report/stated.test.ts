import { describe, expect, test } from "vitest";
import { statedFacts } from "../../src/core/evidence.ts";
import type { Answers } from "../../src/core/facts.ts";
import { statedViews } from "../../src/report/stated.ts";
import { around } from "./repository.ts";

const answers: Answers = {
  service: { type: "school" },
  preferences: { asked: "on_request", how: [], therapy_items: ["time_of_day", "format"] },
  waits: [
    { stage: "referral_to_therapy", unit: "weeks", median: 9, pct_over_90_days: 12, n: 240 },
    { stage: "first_to_second_session", unit: "days", pct_over_90_days: 3 },
  ],
  gates: [{ name: "A form", kind: "questionnaire_required", client_can_decline: "n/a" }],
  assessment: { contacts: [{ purpose: "screening", by: "pwp" }, { by: "assessor" }] },
  therapies: [{ id: "cbt", modality: "cbt" }],
  workforce: { supervision_hours_per_month: 1.5 },
  governance: { policy_review_months: 24 },
};
const told = (...paths: string[]) =>
  statedViews(statedFacts(answers, paths, []), answers, around.titleOf).map(({ of, says }) => `${of}: ${says}`);

describe("what a service states, in words", () => {
  test("is the question and the answer, lists as a sentence has them", () => {
    expect(told("preferences.asked", "preferences.therapy_items", "preferences.how")).toEqual([
      "Question about preferences: on request",
      "Preferences about therapy: time of day and format",
      "Way of asking: none",
    ]);
  });

  test("puts the facts of one entry together under its name", () => {
    expect(told("gates[].kind", "gates[].client_can_decline")).toEqual([
      "“A form”: kind of gate: questionnaire required; freedom to decline: does not apply",
    ]);
    expect(told("assessment.contacts[].by")).toEqual([
      "Screening (entry 1): person the client meets: psychological wellbeing practitioner",
      "Entry 2: person the client meets: assessor",
    ]);
    expect(told("therapies[].modality")).toEqual(["CBT: modality: CBT"]);
  });

  test("gives figures their unit, and a percentage the number it is of", () => {
    const wait = (field: string) => told(`waits[referral_to_therapy].${field}`);
    expect(wait("median")).toEqual(["Referral to therapy: median wait: 9 weeks"]);
    expect(wait("pct_over_90_days")).toEqual([
      "Referral to therapy: share waiting over 90 days: 12 per cent of 240 people",
    ]);
    expect(told("waits[first_to_second_session].pct_over_90_days")).toEqual([
      "First to second session: share waiting over 90 days: 3 per cent",
    ]);
    expect(told("workforce.supervision_hours_per_month", "governance.policy_review_months")).toEqual([
      "Clinical supervision: 1.5 hours a month",
      "Time between policy reviews: 24 months",
    ]);
  });

  test("tells a total with the number that is a part of it, and alone where that is not stated", () => {
    const met = (part: object) => {
      const own = { preferences: { met: { stated: 96, ...part } } };
      const facts = statedFacts(own, ["preferences.met.stated", "preferences.met.met"], []);
      return statedViews(facts, own, around.titleOf).map(({ says }) => says);
    };
    expect(met({ met: 61 })).toEqual(["61 of 96"]);
    expect(met({})).toEqual(["96"]);
  });

  test("leaves out units and the kind of service, which are said elsewhere", () => {
    expect(told("service.type", "waits[referral_to_therapy].unit")).toEqual([]);
  });
});
