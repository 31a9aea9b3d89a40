import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import type { Catalogue } from "../../src/core/catalogue.ts";
import { reportCitation } from "../../src/report/citation.ts";
import { type ReportView, reportView } from "../../src/report/service.ts";
import { around, assessed, audits, catalogueWith, linesOf } from "./repository.ts";

const show = (assessment: Assessment, catalogue: Catalogue = around.catalogue): ReportView =>
  reportView(assessment, { ...around, catalogue }, linesOf(assessment.id));
const reports = audits.map(({ id }) => show(assessed(id)));

describe("the groups of a report", () => {
  const catalogue = catalogueWith("wait-first-contact", {
    not_applicable: { says: "It has no list.", when: { "service.type": { is: "nhs_talking_therapies" } } },
  });
  const adapted = Object.fromEntries(
    ["gsh", "online", "cbt", "pcect", "emdr"].flatMap((id) => [
      [`therapies[${id}].adapt_with_client`, "routine"],
      [`therapies[${id}].adaptation_recorded`, "routine"],
    ]),
  );
  const answers = { ...adapted, "access.adjustments_asked": "discretionary" };
  const { groups } = show(assessed("saltmere-marsh/2026-spring", answers, catalogue), catalogue);
  const anchors = (id: string) => groups.find((group) => group.id === id)?.findings.map(({ anchor }) => anchor) ?? [];

  test("what works against clients comes first, then weak, open, developing, good, and what does not apply", () => {
    expect(groups.map(({ title }) => title)).toEqual([
      "What works against clients",
      "Weak",
      "Open until more is stated",
      "Developing",
      "Good practice",
      "Not applicable here",
    ]);
    expect(anchors("works-against")).toContain("diagnostic-gate");
    expect(anchors("weak")).toContain("therapy-choice");
    expect(anchors("open")).toContain("preferences-therapy");
    expect(anchors("developing")).toContain("practical-access");
    expect(anchors("good-practice")).toContain("protocol-flexibility");
    expect(anchors("not-applicable")).toEqual(["wait-first-contact"]);
  });

  test("every finding is in one of them, in the catalogue's order, and an empty one is left out", () => {
    const order = around.catalogue.criteria.map(({ criterion }) => criterion.id);
    for (const report of reports) {
      const grouped = report.groups.map(({ findings }) => findings.map(({ anchor }) => anchor));
      expect(grouped.flat().toSorted()).toEqual(order.toSorted());
      for (const group of grouped) {
        expect(group.length).toBeGreaterThan(0);
        expect(group).toEqual(order.filter((id) => group.includes(id)));
      }
    }
  });
});

describe("the facts that are not stated", () => {
  test("each has the title of its question and the criteria it holds open", () => {
    const { missing } = show(assessed("harbour-lane/2024"));
    const penalty = missing.find(({ path }) => path === "preferences.penalty");
    expect(penalty?.title).toBe(around.titleOf("preferences.penalty"));
    expect(penalty?.criteria.map(({ anchor }) => anchor)).toContain("preferences-therapy");
  });

  test("each says its part of the range, and the one with the largest part comes first", () => {
    const left = { therapies: undefined, "choice_of_therapy.offered": undefined, waits: undefined, gates: undefined };
    const { missing, range } = show(assessed("harbour-lane/2024", left));
    const width = (range?.high ?? 0) - (range?.low ?? 0);
    const parts = missing.map(({ points }) => {
      const [, part] = /^(?:about (\d+)|less than 1) of \d+ points$/.exec(points) ?? [];
      expect(points).toContain(`of ${width} points`);
      return Number(part ?? 0);
    });
    expect(parts[0]).toBeGreaterThan(1);
    expect(parts).toEqual(parts.toSorted((a, b) => b - a));
  });

  test("each is named once, and there are none where everything is settled", () => {
    for (const { missing, counts } of reports) {
      expect(new Set(missing.map(({ path }) => path)).size).toBe(missing.length);
      expect(missing.length > 0).toBe((counts.find(({ name }) => name === "Open")?.number ?? 0) > 0);
    }
  });
});

describe("the plan of a report", () => {
  const action = (id: string, name: string, answers = {}) =>
    show(assessed(id, answers)).plan.actions.find((one) => one.id === name);

  test("an action names its criterion, who has it, when it is due, and from where to where it leads", () => {
    const code = around.catalogue.criteria.find(({ criterion }) => criterion.id === "preferences-therapy")?.code;
    expect(action("harbour-lane/2025", "A2")).toEqual({
      id: "A2",
      action: "Ask everybody at assessment about pace, challenge and direction",
      criterion: `${code} People are asked how they would like to work`,
      anchor: "preferences-therapy",
      owner: "Clinical lead",
      due: "31 July 2025",
      status: "Started",
      from: "Weak",
      aim: "Developing",
      takes: "",
      note: "",
    });
  });

  test("where the plan begins at a level that the facts don't give, that is said", () => {
    expect(action("saltmere-marsh/2026-spring", "A3")?.note).toBe(
      "The facts now give “Weak”. The plan or the facts are out of date.",
    );
    const agreeing = { "choice_of_therapy.offered": "discretionary" };
    expect(action("saltmere-marsh/2026-spring", "A3", agreeing)?.note).toBe("");
  });

  test("a level that the facts still allow agrees with them, and so does none", () => {
    const from = (level: number | undefined) => ({ "actions[A2].from_level": level });
    const note = (level: number | undefined) => action("saltmere-marsh/2026-spring", "A2", from(level))?.note;
    expect([note(undefined), note(0), note(2)]).toEqual(["", "", ""]);
    expect(note(1)).not.toBe("");
  });

  test("what is not stated of an action is said so", () => {
    const bare = {
      "actions[A2].due": undefined,
      "actions[A2].owner_role": undefined,
      "actions[A2].aim_level": undefined,
    };
    const { due, owner, aim } = action("harbour-lane/2025", "A2", bare) ?? {};
    expect([due, owner, aim]).toEqual(["Not stated", "Not stated", "Not stated"]);
  });
});

describe("what a plan would come to", () => {
  const will = (changes: Record<string, unknown>) => ({ "actions[A2].will_state": changes });
  const plan = (answers: Record<string, unknown>) => show(assessed("harbour-lane/2025", answers)).plan;
  const asked = will({ "preferences.asked": "routine" });

  test("is said of each action that says what it will change, and of all together", () => {
    const { actions, together } = plan(asked);
    const takes = actions.find(({ id }) => id === "A2")?.takes ?? "";
    expect(takes).toMatch(/^\d+( to \d+)? of 100$/);
    expect(together).toMatch(
      /^With 1 action done as stated, the range would go from .* of 100 to .* of 100, with \d+ of \d+ criteria at good practice \(now \d+\) and 0 working against clients \(now 0\)\. \d+ actions? under way do(es)? not say which answers will change, so (it is|they are) not counted\.$/,
    );
    expect(together).toContain(`to ${takes}`);
  });

  test("is not said where no action says what it will change", () => {
    expect(plan({}).together).toBe("");
  });

  test("falls short of the aim where the answers do not lead there, and that is said", () => {
    const note = (changes: Record<string, unknown>) => plan(will(changes)).actions.find(({ id }) => id === "A2")?.note;
    expect(note({ "preferences.asked": "routine" })).toBe("");
    expect(note({ "preferences.recorded": "routine" })).toBe("What it will state leads to “Weak”, not yet to its aim.");
  });

  test("draws a remark where every action under way is a form", () => {
    const kinds = (...all: string[]) =>
      Object.fromEntries(all.map((kind, index) => [`actions[A${index + 1}].kind`, kind]));
    expect(plan(kinds("form", "form")).notes.map((note) => note.slice(0, 40))).toEqual([
      "Every action under way is a new form. Fo",
    ]);
    expect(plan(kinds("form", "conversation")).notes).toEqual([]);
    expect(plan({}).notes).toEqual([]);
  });
});

describe("what would move most", () => {
  const { recommendations, groups } = show(assessed("saltmere-marsh/2026-spring"));

  test("begins with what works against clients, and says what would have to be otherwise", () => {
    const harmful = groups.find(({ id }) => id === "works-against")?.findings.map(({ anchor }) => anchor) ?? [];
    expect(harmful.length).toBeGreaterThan(0);
    const unplanned = show(assessed("saltmere-marsh/2026-spring", { actions: [] })).recommendations.shown;
    expect(harmful).toContain(unplanned[0]?.anchor);
    for (const { changes, would, points } of recommendations.shown) {
      expect(changes.length).toBeGreaterThan(0);
      expect(["Weak", "Developing", "Good practice"]).toContain(would);
      expect(points).toMatch(/^(about \d+ points?|less than 1 point)$/);
    }
  });

  test("leaves out what an action under way is for, and what is at good practice", () => {
    const planned = show(assessed("saltmere-marsh/2026-spring")).plan.actions.filter(({ status }) => status !== "Done");
    const shown = recommendations.shown.map(({ anchor }) => anchor);
    expect(shown.filter((anchor) => planned.some((one) => one.anchor === anchor))).toEqual([]);
    const good = groups.find(({ id }) => id === "good-practice")?.findings ?? [];
    expect(shown.filter((anchor) => good.some((one) => one.anchor === anchor))).toEqual([]);
  });
});

describe("the head of a report", () => {
  const report = show(assessed("harbour-lane/2025"));

  test("it says what was audited, by whom, how surely, for whose money, from what sample and by which criteria", () => {
    expect(report.about).toEqual([
      "Audited 1 April 2024 to 31 March 2025",
      "Completed 12 May 2025 by Clinical lead",
      "Self-reported",
      "Funded by Integrated care board grant (60 %) and donations",
      "Sample: 60 of 430 closed case records (random)",
      `Criteria ${around.catalogue.method.version}`,
    ]);
  });

  test("a service that its clients pay for says so, and one without a sample says nothing of it", () => {
    const { about } = show(assessed("auchterquill/2025"));
    expect(about).toContain("Funded by its clients");
    expect(about.some((part) => part.startsWith("Sample"))).toBe(false);
  });

  test("assurance that is not stated is said so", () => {
    expect(show(assessed("harbour-lane/2025", { "audit.assurance": undefined })).about).toContain(
      "Assurance not stated",
    );
  });

  test("it can be cited", () => {
    expect(report.citation).toEqual(reportCitation(assessed("harbour-lane/2025")));
  });

  test("it has the address of its service and period", () => {
    expect([report.id, report.href, report.serviceHref]).toEqual([
      "harbour-lane/2025",
      "/services/harbour-lane/2025/",
      "/services/harbour-lane/",
    ]);
  });
});

describe("the counts of a report", () => {
  test("they go from good practice down, with what is open after, and come to all criteria", () => {
    for (const { counts } of reports) {
      const names = counts.map(({ name }) => name).filter((name) => name !== "Not applicable");
      expect(names).toEqual(["Good practice", "Developing", "Weak", "Works against", "Open"]);
      expect(counts.reduce((sum, { number }) => sum + number, 0)).toBe(around.catalogue.criteria.length);
      expect(counts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
    }
  });

  test("what does not apply is counted apart and has no share", () => {
    const all = { "service.type": { is: "third_sector" } };
    const catalogue = catalogueWith("therapy-choice", { not_applicable: { says: "No.", when: all } });
    const { counts } = show(assessed("harbour-lane/2025", {}, catalogue), catalogue);
    expect(counts.at(-1)).toEqual({ level: undefined, name: "Not applicable", number: 1, share: 0 });
    expect(counts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
  });
});

describe("the themes of a report", () => {
  test("those without a criterion are left out, and each criterion is one square of its theme", () => {
    for (const { themes } of reports) {
      expect(themes.every(({ squares }) => squares.length > 0)).toBe(true);
      expect(themes.flatMap(({ squares }) => squares.map(({ anchor }) => anchor))).toEqual(
        around.catalogue.criteria.map(({ criterion }) => criterion.id),
      );
    }
  });

  test("a square has a level only where the finding is settled, and always words", () => {
    for (const { themes, groups } of reports) {
      const labels = new Map(groups.flatMap(({ findings }) => findings.map((one) => [one.anchor, one] as const)));
      for (const square of themes.flatMap(({ squares }) => squares)) {
        const { level, label } = labels.get(square.anchor) ?? {};
        expect([square.level, square.label]).toEqual([level, label]);
      }
    }
  });

  test("a theme of which nothing applies has no range", () => {
    const theme = around.catalogue.criteria[0]?.theme;
    const when = { "service.type": { is: "third_sector" } };
    const criteria = around.catalogue.criteria.map((placed) =>
      placed.theme === theme
        ? { ...placed, criterion: { ...placed.criterion, not_applicable: { says: "No.", when } } }
        : placed,
    );
    const catalogue = { ...around.catalogue, criteria };
    expect(show(assessed("harbour-lane/2025", {}, catalogue), catalogue).themes[0]?.range).toBe("Not applicable");
  });
});

test("a report on no criterion that applies has no range", () => {
  const when = { "service.type": { is: "third_sector" } };
  const criteria = around.catalogue.criteria.map((placed) => ({
    ...placed,
    criterion: { ...placed.criterion, not_applicable: { says: "No.", when } },
  }));
  const catalogue = { ...around.catalogue, criteria };
  const report = show(assessed("harbour-lane/2025", {}, catalogue), catalogue);
  expect(report.range).toBeNull();
  expect(report.groups.map(({ id }) => id)).toEqual(["not-applicable"]);
});

test("the range beside its words counts the facts that are not stated", () => {
  const { range, missing } = show(assessed("saltmere-marsh/2026-spring"));
  expect(range?.text).toBe(`${range?.low} to ${range?.high} of 100`);
  expect(missing.length).toBeGreaterThan(0);
  expect(range?.says.startsWith(`${range.low} on what the service states; ${range.high} if `)).toBe(true);
});
