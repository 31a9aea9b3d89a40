/** What the smallest change of each finding would move. */
import { describe, expect, it } from "vitest";
import { findingView } from "../../src/report/finding.ts";
import { levers } from "../../src/report/lever.ts";
import { recommendations } from "../../src/report/recommendation.ts";
import { around, assessed, audits } from "./repository.ts";

const noLines = { text: [], of: () => undefined };
const ids = audits.map(({ id }) => id).slice(0, 4);

describe.each(ids)("the levers of %s", (id) => {
  const assessment = assessed(id);
  const { levers: all, stuck } = levers(assessment, around);

  it("are of findings below good practice, each once, and so is what no change was found for", () => {
    const below = assessment.findings.filter(({ levels }) => levels[0] !== undefined && levels[0] < 3);
    const told = [...all.map(({ finding }) => finding.criterion), ...stuck.map(({ criterion }) => criterion)];
    expect(told.toSorted()).toEqual(below.map(({ criterion }) => criterion).toSorted());
  });

  it("say just what the engine gives for the changed answers", () => {
    for (const { finding, changes, range, also } of all) {
      const answers = Object.fromEntries(changes.map(({ path, to }) => [path, to]));
      const then = assessed(id, answers);
      const moved = assessment.findings.flatMap(({ criterion, levels, applies }, index) => {
        const after = then.findings[index];
        return after?.levels.join() === levels.join() && after.applies === applies
          ? []
          : [{ criterion, before: levels, after: after?.levels }];
      });
      const said = [finding, ...also].map(({ criterion, before, after }) => ({ criterion, before, after }));
      expect(said.toSorted(byCriterion)).toEqual(moved.toSorted(byCriterion));
      expect(range).toEqual(then.range);
      expect(finding.after[0]).toBeGreaterThan(finding.before[0] ?? 3);
    }
  });

  it("have what works against clients first, and then what lifts most", () => {
    const harm = all.map(({ finding }) => finding.before.join() === "0");
    expect(harm).toEqual(harm.toSorted((a, b) => Number(b) - Number(a)));
    for (const kind of [true, false]) {
      const points = all.filter((_, index) => harm[index] === kind).map((one) => one.points);
      expect(points).toEqual(points.toSorted((a, b) => b - a));
    }
  });
});

describe("a lever", () => {
  it("names every level that its change would leave possible, in the report's recommendation too", () => {
    const assessment = assessed("tarnbridge/2026", { actions: [] });
    const views = assessment.findings.map((one) => findingView(one, assessment, around, noLines));
    const own = levers(assessment, around).levers.find(({ finding }) => finding.criterion === "feedback-use");
    expect(own?.finding).toMatchObject({ was: "Works against", would: "Open: Weak or Developing", after: [1, 2] });
    const { shown } = recommendations(assessment, views, around);
    expect(shown.find(({ anchor }) => anchor === "feedback-use")?.would).toBe("Weak or Developing");
  });

  it("names the actions under way for its finding, and none that is done", () => {
    const { levers: all } = levers(assessed("harbour-lane/2025"), around);
    const own = all.find(({ finding }) => finding.criterion === "preferences-therapy");
    expect(own?.actions).toEqual(["A2"]);
  });

  it("tells what else rests on the same answers", () => {
    const { levers: all } = levers(assessed("harbour-lane/2025"), around);
    const own = all.find(({ finding }) => finding.criterion === "preferences-therapist");
    expect(own?.also.map(({ criterion }) => criterion)).toEqual(["preferences-therapy"]);
  });
});

function byCriterion(a: { criterion: string }, b: { criterion: string }): number {
  return a.criterion < b.criterion ? -1 : 1;
}
