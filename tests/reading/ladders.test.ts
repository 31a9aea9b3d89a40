import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Criterion } from "../../src/core/catalogue.ts";
import { type LadderFault, ladderFaults } from "../../src/reading/ladders.ts";
import { catalogueOfProject, yardstick } from "../core/yardstick.ts";
import { criterion as small } from "./yardstick.ts";

const { around, validators } = yardstick;

/** The faults of a criterion, and with one change in its text those of the small one. */
function faultsOf(criterion: Criterion): readonly LadderFault[] {
  return ladderFaults(criterion, catalogueOfProject, around, validators);
}

function told(from: string, to: string): string[] {
  expect(small).toContain(from);
  return faultsOf(parse(small.replace(from, to))).map(({ pointer, message }) => `${pointer} ${message}`);
}

const idle = "this decides nothing: no audit was found that stands elsewhere without it";

describe.for(catalogueOfProject.criteria.map(({ criterion }) => [criterion.id, criterion] as const))(
  "%s",
  ([, criterion]) => {
    it("can be reached at every level, and has no part that decides nothing", () => {
      expect(faultsOf(criterion)).toEqual([]);
    });
  },
);

describe("a ladder", () => {
  it("that is sound has no fault", () => {
    expect(told("", "")).toEqual([]);
  });

  it("with a level that an earlier one always catches is told", () => {
    expect(told("{preferences.asked: {is: absent}}}", "{preferences.asked: {in: [absent, routine]}}}")).toEqual(
      expect.arrayContaining([
        "/levels/1 no audit was found that reaches level 3",
        "/levels/2 no audit was found that reaches level 2",
      ]),
    );
  });

  it("with a level whose condition can't hold is told", () => {
    const never = "{all: [{preferences.asked: {is: absent}}, {preferences.asked: {is: routine}}]}}";
    expect(told("{preferences.asked: {is: absent}}}", never)).toContain(
      "/levels/0 no audit was found that reaches level 0",
    );
  });

  it("with nothing left for level 1 is told", () => {
    const all = "{preferences.asked: {in: [routine, discretionary, on_request]}}}";
    expect(told("when: {preferences.asked: {is: routine}}}", `when: ${all}`)).toContain(
      "/levels/3 no audit was found that reaches level 1",
    );
  });

  it("that never finds the criterion out of place is told", () => {
    const never =
      "not_applicable: {says: Never., when: {preferences.asked: {is: routine}, not: {preferences.asked: {is: routine}}}}";
    expect(told("levels:\n", `${never}\nlevels:\n`)).toContain(
      "/not_applicable no audit was found to which it does not apply",
    );
  });

  it("with a word, a branch or a test that decides nothing is told", () => {
    const asked = "{preferences.asked: {is: routine}}}";
    expect(told(`when: ${asked}`, "when: {preferences.asked: {in: [routine, absent]}}}")).toEqual([
      `/levels/2/when/preferences.asked/in/1 ${idle}`,
    ]);
    expect(
      told(`when: ${asked}`, "when: {any: [{preferences.asked: {is: routine}}, {preferences.asked: {is: absent}}]}}"),
    ).toEqual([`/levels/2/when/any/1 ${idle}`]);
    const twice = "when: {preferences.asked: {is: routine}, not: {preferences.asked: {is: on_request}}}}";
    expect(told(`when: ${asked}`, twice)).toEqual([`/levels/2/when/not ${idle}`]);
  });

  it("may have a part and a figure that only a profile's numbers give sense to", () => {
    const wait = catalogueOfProject.criteria.find(({ criterion: { id } }) => id === "wait-first-contact")?.criterion;
    if (wait === undefined) throw new Error("there is no such criterion");
    const without = { ...catalogueOfProject, method: { ...catalogueOfProject.method, profiles: {} } };
    const found = ladderFaults(wait, without, around, validators).map(
      ({ pointer, message }) => `${pointer} ${message}`,
    );
    expect(found.filter((one) => one.startsWith("/levels"))).toEqual([
      "/levels/3/says 28 days is none of its thresholds",
      `/levels/1/when/any/1/derived.median_wait[referral_to_first_contact] ${idle}`,
    ]);
  });

  it("that has to count, to look into entries, and to turn round, is searched through", () => {
    const gates = "when: {gates: {some: {kind: {in: [diagnosis, score_threshold]}, effect: {is: refuses}}}}}";
    expect(told("when: {preferences.asked: {is: absent}}}", gates)).toEqual([
      "/examples/0/level its facts give 0 or 1, not 0",
      "/examples/1/level its facts give 0 or 1, not 1",
      "/examples/2/level its facts give 0 or 1, not 1",
      "/examples/3/level its facts give 0, 2 or 3, not 2 or 3",
      "/examples/4/needs it waits for gates, preferences.asked and waits[referral_to_therapy].median",
    ]);
  });
});

describe("an example", () => {
  it("that gives another level is told", () => {
    expect(told("{preferences: {asked: absent}}, level: 0", "{preferences: {asked: absent}}, level: 1")).toEqual([
      "/examples/0/level its facts give 0, not 1",
    ]);
  });

  it("that waits for other facts is told", () => {
    expect(told("needs: [preferences.asked,", "needs: [preferences.how,")).toEqual([
      "/examples/4/needs it waits for preferences.asked and waits[referral_to_therapy].median",
    ]);
  });

  it("whose facts no audit may hold is told", () => {
    expect(
      told("{preferences: {asked: absent}}, level: 0", "{preferences: {asked: absent, ask: 1}}, level: 0"),
    ).toEqual(["/examples/0/facts these facts can't stand in an audit, or they contradict each other"]);
  });
});

describe("a figure in what a level says", () => {
  it("must be a threshold, as days or as weeks, or stand in the name of a fact", () => {
    expect(told("says: All are asked soon.", "says: All are asked within 6 weeks.")).toEqual([]);
    expect(told("says: All are asked soon.", "says: All are asked within 42 days.")).toEqual([]);
    expect(told("says: All are asked soon.", "says: All are asked within 7 weeks.")).toEqual([
      "/levels/1/says 7 weeks is none of its thresholds",
    ]);
  });
});
