import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { differenceSaid, factName, figurePath, figureText, isFigure, stepSaid } from "../../src/report/values.ts";
import { titleOf } from "./cycles.ts";

const wait = (unit: string, n?: unknown): Answers => ({
  waits: [{ stage: "referral_to_therapy", unit, ...(n === undefined ? {} : { n }) }],
});
const answers: Answers = {
  gates: [
    { name: "Age", effect: "refuses" },
    { kind: "panel", effect: "informs" },
  ],
  therapies: [{ id: "pce", name: "Person-centred counselling" }],
  assessment: { contacts: [{ order: 1, purpose: "assessment" }] },
  ...wait("weeks"),
};
const said = (path: string, from: unknown, to: unknown, before = answers, after = answers) =>
  differenceSaid({ path, from, to }, titleOf, before, after);

describe("a number", () => {
  test.for<[string, unknown, Answers, string]>([
    ["waits[referral_to_therapy].median", 9, wait("weeks", 402), "9 weeks among 402 people"],
    ["waits[referral_to_therapy].median", 1, wait("days"), "1 day"],
    ["waits[referral_to_therapy].p90", 9.5, wait("weeks", "<5"), "9.5 weeks among fewer than 5 people"],
    ["waits[referral_to_therapy].pct_within_6_weeks", 56, wait("weeks", 402), "56 per cent of 402 people"],
    ["waits[referral_to_therapy].pct_over_90_days", 5, wait("weeks", "unknown"), "5 per cent"],
    ["waits[referral_to_therapy].n", 402, wait("weeks", 402), "402"],
    ["therapies[pce].median_wait_weeks", 21, {}, "21 weeks"],
    ["therapies[pce].share_of_clients_pct", 84, {}, "84 per cent"],
    ["therapies[pce].sessions.max", 12, {}, "12"],
    ["waiting.update_every_weeks", 1, {}, "1 week"],
    ["waiting.lapse_rule.reply_within_days", 7, {}, "7 days"],
    ["governance.policy_review_months", 36, {}, "36 months"],
    ["workforce.supervision_hours_per_month", 1.5, {}, "1.5 hours a month"],
    ["workforce.relational_cpd_hours_per_year", 1, {}, "1 hour a year"],
    ["preferences.met.met", 61, { preferences: { met: { stated: 96 } } }, "61 of 96"],
    ["endings.unplanned.n", "<5", { endings: { unplanned: { of: 20 } } }, "fewer than 5 of 20"],
    ["endings.unplanned.n", 12, {}, "12"],
  ])("%s of %s is told with its unit and its base", ([path, value, from, text]) => {
    expect(figureText(path, value, from)).toBe(text);
  });

  test("a hidden small count is one, a word is not", () => {
    expect([5, 0, "<5", "most", "unknown", undefined, []].map(isFigure)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test("a total is told with the number that is a part of it", () => {
    expect(figurePath("preferences.met.stated")).toBe("preferences.met.met");
    expect(figurePath("preferences.met.met")).toBe("preferences.met.met");
  });
});

describe("a fact's name", () => {
  test.for<[string, string]>([
    ["preferences.asked", "Question about preferences"],
    ["gates_complete", "Complete list of gates"],
    ["endings.unplanned.follow_up", "Unplanned endings, follow-up"],
    ["waits[referral_to_therapy].median", "Referral to therapy, median wait"],
    ["gates[0].effect", "“Age”, effect"],
    ["gates[1].effect", "Entry 2, effect"],
    ["therapies[pce].adherence", "“Person-centred counselling”, therapies[].adherence"],
    ["assessment.contacts[0].mode", "Assessment (entry 1), assessment.contacts[].mode"],
  ])("%s is %s", ([path, name]) => {
    expect(factName(path, titleOf, answers)).toBe(name);
  });
});

describe("a change in words", () => {
  test.for<[string, unknown, unknown, string]>([
    ["preferences.asked", "on_request", "routine", "Question about preferences: on request, now for everybody"],
    ["preferences.asked", "absent", "discretionary", "Question about preferences: not done, now left to each worker"],
    ["preferences.asked", undefined, "absent", "Question about preferences: not stated, now not done"],
    ["preferences.penalty", "none", undefined, "Cost of stating a preference: none, no longer stated"],
    ["gates_complete", "no", "yes", "Complete list of gates: no, now yes"],
    ["endings.return_route", "re_refer", "open_door", "Return route after the end: a new referral, now open door"],
    ["preferences.therapy_items", ["pace"], ["pace", "direction"], "Preferences about therapy: now also direction"],
    [
      "preferences.therapy_items",
      ["pace", "homework", "format"],
      ["pace"],
      "Preferences about therapy: no longer homework or format",
    ],
    ["preferences.therapy_items", ["pace"], ["format"], "Preferences about therapy: now also format; no longer pace"],
    ["preferences.therapy_items", [], ["pace", "format"], "Preferences about therapy: none, now pace and format"],
    ["preferences.therapy_items", ["pace"], [], "Preferences about therapy: pace, now none"],
    [
      "access.adjustments",
      [],
      ["bsl", "step_free"],
      "access.adjustments: none, now British Sign Language and step-free",
    ],
    ["preferences.therapy_items", undefined, [], "Preferences about therapy: not stated, now none"],
    ["feedback.instruments", [], ["CORE-10"], "feedback.instruments: none, now CORE-10"],
    ["feedback.instruments", [], ["our own form"], "feedback.instruments: none, now “our own form”"],
    ["relationship.review_by", ["WAI"], ["WAI", "conversation"], "relationship.review_by: now also conversation"],
    ["gates[0].client_can_decline", "no", "n/a", "“Age”, gates[].client_can_decline: no, now does not apply"],
    ["gates", undefined, [{}, {}], "Gates: not stated, now 2 listed"],
    ["gates[0]", undefined, {}, "Gates: “Age” is new"],
    ["gates[0]", {}, undefined, "Gates: “Age” is no longer listed"],
    [
      "service.type",
      "camhs",
      "third_sector",
      "Kind of service: child and adolescent mental health service, now charity or community organisation",
    ],
    [
      "waits[referral_to_therapy].median",
      9,
      63,
      "Referral to therapy, median wait: 9 weeks among 402 people, now 63 days",
    ],
  ])("%s from %s to %s", ([path, from, to, text]) => {
    const [before, after] = path.startsWith("waits") ? [wait("weeks", 402), wait("days")] : [answers, answers];
    expect(said(path, from, to, before, after)).toBe(text);
  });
});

describe("a change that could be tried", () => {
  const step = (path: string, from: unknown, to: unknown, given: Answers = answers) =>
    stepSaid({ path, from, to }, titleOf, given);

  test("says what would be and what is now, in the words of the other pages", () => {
    expect(step("preferences.asked", "on_request", "routine")).toMatch(/: for everybody \(now on request\)$/);
    expect(step("preferences.asked", undefined, "routine")).toMatch(/: for everybody \(not stated now\)$/);
    expect(step("preferences.asked", "unknown", "routine")).toMatch(/: for everybody \(not stated now\)$/);
    expect(step("gates[0].effect", "refuses", "informs")).toMatch(/^“Age”, .*: informs \(now refuses\)$/);
  });

  test("gives figures their unit, and what is so now the number it rests on", () => {
    const share = "waits[referral_to_therapy].pct_over_90_days";
    expect(step(share, 42, 25, wait("weeks", 402))).toMatch(/: 25 per cent \(now 42 per cent of 402 people\)$/);
    expect(step("waits[referral_to_therapy].median", 11, 6, wait("weeks"))).toMatch(/: 6 weeks \(now 11 weeks\)$/);
  });

  test("of a list names what is added and what is taken out", () => {
    expect(step("preferences.how", ["conversation"], ["conversation", "structured_tool"])).toMatch(
      /: also structured tool$/,
    );
    expect(step("preferences.how", ["conversation", "structured_tool"], ["conversation"])).toMatch(
      /: no longer structured tool$/,
    );
    expect(step("preferences.how", [], ["conversation"])).toMatch(/: conversation \(now none\)$/);
    expect(step("preferences.how", ["conversation"], [])).toMatch(/: none \(now conversation\)$/);
  });
});
