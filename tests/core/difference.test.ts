import { describe, expect, test } from "vitest";
import { differences } from "../../src/core/difference.ts";
import type { Answers } from "../../src/core/facts.ts";
import { orders, shuffled } from "./reveal.ts";
import { fc } from "./seed.ts";
import { worlds } from "./world.ts";

const gate = (name: string, more: Answers = {}) => ({ name, kind: "age", effect: "refuses", ...more });
const wait = (unit: string, figures: Answers) => ({ waits: [{ stage: "referral_to_therapy", unit, ...figures }] });
const everything = [
  "colour",
  "size",
  "tools",
  "deep.shade",
  "deep.marks",
  "boxes[].shape",
  "boxes[].labels",
  "gates[].kind",
  "gates[].door",
  "therapies[].adherence",
  "therapies[].sessions.max",
  "waits[referral_to_first_contact].median",
  "assessment.contacts[].purpose",
];

describe("the facts that two audits state otherwise", () => {
  test("a word that changed is told with both, and one that did not is not told", () => {
    const asked = ["preferences.asked", "preferences.penalty"];
    const before = { preferences: { asked: "on_request", penalty: "none" } };
    expect(differences(asked, before, { preferences: { asked: "routine", penalty: "none" } })).toEqual([
      { path: "preferences.asked", from: "on_request", to: "routine" },
    ]);
  });

  test("what is left out and what is unknown are the same, and none of either is a change", () => {
    const asked = ["preferences.asked", "access.formats"];
    expect(differences(asked, { preferences: { asked: "unknown" }, access: { formats: "unknown" } }, {})).toEqual([]);
    expect(differences(asked, { preferences: { asked: "routine" } }, { preferences: { asked: "unknown" } })).toEqual([
      { path: "preferences.asked", from: "routine", to: undefined },
    ]);
    expect(differences(asked, {}, { access: { formats: [] } })).toEqual([
      { path: "access.formats", from: undefined, to: [] },
    ]);
  });

  test("the words of a list have no order", () => {
    const formats = (...all: string[]) => ({ access: { formats: all } });
    expect(differences(["access.formats"], formats("video", "telephone"), formats("telephone", "video"))).toEqual([]);
    expect(differences(["access.formats"], formats("video"), formats("telephone"))).toEqual([
      { path: "access.formats", from: ["video"], to: ["telephone"] },
    ]);
  });

  test("a wait is compared in days, so that weeks written as days are no change", () => {
    const asked = ["unit", "median", "pct_within_6_weeks"].map((name) => `waits[referral_to_therapy].${name}`);
    const weeks = wait("weeks", { median: 9, pct_within_6_weeks: 20 });
    expect(differences(asked, weeks, wait("days", { median: 63, pct_within_6_weeks: 20 }))).toEqual([]);
    expect(differences(asked, weeks, wait("days", { median: 9, pct_within_6_weeks: 20 }))).toEqual([
      { path: "waits[referral_to_therapy].median", from: 9, to: 9 },
    ]);
    expect(differences(["waits[referral_to_therapy].longest"], weeks, wait("days", { median: 63 }))).toEqual([]);
    for (const name of ["median", "mean", "p90", "longest"]) {
      const path = `waits[referral_to_therapy].${name}`;
      expect(differences([path], wait("weeks", { [name]: 9 }), wait("days", { [name]: 63 })), name).toEqual([]);
    }
  });

  test("a unit of anything else is a fact of its own", () => {
    const room = (unit: string) => ({ rooms: { unit } });
    expect(differences(["rooms.unit"], room("one"), room("two"))).toHaveLength(1);
  });

  test("gates go on by their likeness: one put first changes none of the others", () => {
    const before = { gates: [gate("Age"), gate("Area", { kind: "geography" })] };
    const after = { gates: [gate("A call", { kind: "opt_in" }), gate("Age", { effect: "diverts" }), before.gates[1]] };
    expect(differences(["gates[].kind", "gates[].effect"], before, after)).toEqual([
      { path: "gates[0]", from: undefined, to: after.gates[0] },
      { path: "gates[1].effect", from: "refuses", to: "diverts" },
    ]);
  });

  test("a gate under a new name goes on while half of it is the same, and else it is another", () => {
    const before = { gates: [gate("Age")] };
    expect(differences(["gates[].effect"], before, { gates: [gate("Under 18", { effect: "diverts" })] })).toEqual(
      [
        { path: "gates[0]", from: gate("Age"), to: undefined },
        { path: "gates[0]", from: undefined, to: gate("Under 18", { effect: "diverts" }) },
      ].toReversed(),
    );
    expect(differences(["gates[].effect"], before, { gates: [gate("Under 18")] })).toEqual([]);
    const half = { gates: [gate("Under 18", { effect: "diverts", override: "none" })] };
    expect(differences(["gates[].effect"], { gates: [gate("Age", { override: "none" })] }, half)).toEqual([
      { path: "gates[0].effect", from: "refuses", to: "diverts" },
    ]);
  });

  test("a gate under the same name goes on, whatever else changed; two without a name have none in common", () => {
    const before = { gates: [gate("Age"), { kind: "panel", effect: "informs" }] };
    const after = { gates: [gate("Age", { kind: "risk", effect: "diverts" }), { kind: "area", effect: "refuses" }] };
    expect(differences(["gates[].effect"], before, after)).toEqual([
      { path: "gates[0].effect", from: "refuses", to: "diverts" },
      { path: "gates[1]", from: undefined, to: after.gates[1] },
      { path: "gates[1]", from: before.gates[1], to: undefined },
    ]);
  });

  test("of two gates that could go on as one, the likest does, and the other came or went", () => {
    const [age, like] = [gate("Age"), gate("Like it")];
    const between = (before: unknown[], after: unknown[]) =>
      differences(["gates[].effect"], { gates: before }, { gates: after });
    expect(between([age], [like, age])).toEqual([{ path: "gates[0]", from: undefined, to: like }]);
    expect(between([age, like], [age])).toEqual([{ path: "gates[1]", from: like, to: undefined }]);
    expect(between([like, age], [age])).toEqual([{ path: "gates[0]", from: like, to: undefined }]);
    expect(between([like, age], [age, like])).toEqual([]);
  });

  test("of two gates that are as like, the one nearer to its place does", () => {
    const alike = (name: string, effect: string) => gate(name, { effect, override: "none" });
    const before = { gates: [alike("First", "refuses"), alike("Second", "diverts")] };
    const [one, other] = [alike("New", "informs"), { name: "Other", kind: "panel", effect: "informs" }];
    const effects = (...after: unknown[]) =>
      differences(["gates[].effect"], before, { gates: after }).filter(({ path }) => path.endsWith("effect"));
    expect(effects(one, other)).toEqual([{ path: "gates[0].effect", from: "refuses", to: "informs" }]);
    expect(effects(other, one)).toEqual([{ path: "gates[1].effect", from: "diverts", to: "informs" }]);
  });

  test("therapies go on by their label, whatever else changed", () => {
    const before = {
      therapies: [
        { id: "cbt", adherence: "strict" },
        { id: "pce", adherence: "flexible" },
      ],
    };
    const one = (id: string) => ({ therapies: [{ id, adherence: "strict", manualised: "yes" }] });
    expect(differences(["therapies[].adherence"], one("1"), one("2"))).toHaveLength(2);
    const after = {
      therapies: [
        { id: "emdr", adherence: "strict" },
        { id: "cbt", adherence: "guided" },
      ],
    };
    expect(differences(["therapies[].adherence"], before, after)).toEqual([
      { path: "therapies[emdr]", from: undefined, to: after.therapies[0] },
      { path: "therapies[cbt].adherence", from: "strict", to: "guided" },
      { path: "therapies[pce]", from: before.therapies[1], to: undefined },
    ]);
  });

  test("a list that was not stated is one change, and so is whether it is complete", () => {
    const gates = [gate("Age"), gate("Area")];
    expect(differences(["gates[].effect"], {}, { gates, gates_complete: "yes" })).toEqual([
      { path: "gates_complete", from: undefined, to: "yes" },
      { path: "gates", from: undefined, to: gates },
    ]);
    for (const asked of ["gates", "gates[].effect"])
      expect(differences([asked], { gates: [] }, { gates: [gates[0]] })).toEqual([
        { path: "gates[0]", from: undefined, to: gates[0] },
      ]);
  });

  test("each is told once, however often it is asked", () => {
    const asked = ["preferences.asked", "gates", "gates[].kind", "gates[].effect", "preferences.asked"];
    const found = differences(asked, { gates: [] }, { preferences: { asked: "routine" }, gates: [gate("Age")] });
    expect(found.map(({ path }) => path)).toEqual(["preferences.asked", "gates[0]"]);
  });
});

describe("the laws of differences", () => {
  test("an audit differs from itself in nothing, in whatever order its lists stand", () => {
    fc.assert(
      fc.property(worlds, orders, (answers, order) => {
        expect(differences(everything, answers, answers)).toEqual([]);
        expect(differences(everything, answers, shuffled(answers, order))).toEqual([]);
      }),
    );
  });

  test("what is there one way round is there the other way round", () => {
    fc.assert(
      fc.property(worlds, worlds, (a, b) => {
        expect(differences(everything, a, b).length > 0).toBe(differences(everything, b, a).length > 0);
      }),
    );
  });
});
