import { expect, it } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { Audit } from "../../../src/core/audit.ts";
import { hints } from "../../../src/report/form/hints.ts";
import { lean } from "../../../src/report/form/lean.ts";
import { wholeAnswers } from "../../core/arbitrary.ts";
import { fc } from "../../core/seed.ts";
import { catalogueOfProject, yardstick } from "../../core/yardstick.ts";
import { stepsOfForm, viewsOfForm } from "../../form/asked.ts";

it("nine steps ask every question of the schema, each once", () => {
  expect(stepsOfForm).toHaveLength(9);
  const asked = [...yardstick.questions.keys()].filter((path) => path !== "format" && !path.endsWith("[]"));
  expect(viewsOfForm.map(({ path }) => path).toSorted()).toEqual(asked.toSorted());
});

it("the short way asks the nine sections that facts need most, and what no audit goes without", () => {
  const sections = stepsOfForm.flatMap((step) => step.sections.filter(({ short }) => short).map(({ name }) => name));
  expect(sections).toEqual(
    "service audit waits gates_complete gates assessment preferences contracting therapies attendance feedback endings".split(
      " ",
    ),
  );
});

it("every question has help, every answer a label, and none of them shows a word of the file", () => {
  for (const { path, says, title, options } of viewsOfForm) {
    expect([path, says !== "", title !== ""]).toEqual([path, true, true]);
    for (const { label } of options) expect(label).not.toMatch(/_|^[a-z]/);
    expect(says).not.toMatch(/\[\]|[a-z]+_[a-z_]+:/);
  }
});

it("a question names the criteria that its answer decides", () => {
  const codes = (path: string) => viewsOfForm.find((view) => view.path === path)?.serves.map(({ code }) => code);
  const code = (id: string) => catalogueOfProject.criteria.find(({ criterion }) => criterion.id === id)?.code;
  expect(codes("preferences.asked")).toContain(code("preferences-therapy"));
  expect(codes("waits[].median")).toContain(code("wait-first-contact"));
  expect(codes("notes")).toEqual([]);
});

it.each([
  [
    "Who decides. panel: a meeting; client or jointly: together.",
    ["panel", "client", "jointly"],
    "Who decides.",
    { panel: "a meeting", client: "together", jointly: "together" },
  ],
  [
    "free: nothing; mixed: more than one of these.",
    ["free", "mixed"],
    "",
    { free: "nothing", mixed: "more than one of these" },
  ],
  ["Ways. a: one. An empty list means none of these.", ["a"], "Ways.", { a: "one" }],
  [
    "Said. none: nothing. This is no legal statement.",
    ["none"],
    "Said. This is no legal statement.",
    { none: "nothing" },
  ],
  ["The first day, written year-month-day.", [], "The first day.", {}],
  ["Follow a protocol: yes, partly or no.", ["yes", "no"], "Follow a protocol: yes, partly or no.", {}],
])("%s", (description, words, says, explained) => {
  const found = hints(description, words);
  expect([found.says, Object.fromEntries(found.words)]).toEqual([says, explained]);
});

it("the catalogue for browsers gives the verdicts of the whole one, and holds no examples", () => {
  const short = lean(catalogueOfProject);
  expect(JSON.stringify(short)).not.toContain('"examples"');
  fc.assert(
    fc.property(wholeAnswers(), (answers) => {
      const checked = { id: "", file: "", sha256: "", audit: answers as unknown as Audit };
      expect(assess(checked, short)).toEqual(assess(checked, catalogueOfProject));
    }),
    { numRuns: 50 },
  );
});
