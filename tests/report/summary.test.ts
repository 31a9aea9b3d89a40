import { describe, expect, test } from "vitest";
import { reportView } from "../../src/report/service.ts";
import { summaryView } from "../../src/report/summary.ts";
import { around, assessed, audits, linesOf } from "./repository.ts";

const summary = (id: string, answers: Record<string, unknown> = {}, catalogue = around.catalogue) => {
  const assessment = assessed(id, answers, catalogue);
  const own = { ...around, catalogue };
  return summaryView(assessment, reportView(assessment, own, linesOf(id)), own);
};
const marsh = summary("saltmere-marsh/2026-spring");
const long = "Community Wellbeing Partnership of the Western Moorland Wards ".repeat(5).slice(0, 300);

describe("the head of a summary", () => {
  test("says what it is a summary of, on both pages", () => {
    expect(marsh.title).toBe("Assessment pathway audit, 1 April 2025 to 31 March 2026");
    expect(marsh.again).toBe("Saltmere Marsh Talking Therapies (invented), 1 April 2025 to 31 March 2026");
    expect(marsh.longName).toBe(false);
  });

  test("sets a long name smaller, and shortens it where it stands again", () => {
    const view = summary("harbour-lane/2025", { "service.name": long });
    expect(view.longName).toBe(true);
    expect(view.again).toMatch(/^Community Wellbeing Partnership of the Western Moorland Wards…, /);
  });
});

describe("the profile", () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  test("gives each theme a square for each criterion and its counts in words, which add up", () => {
    const order = around.catalogue.criteria.map(({ criterion }) => criterion.id);
    for (const { id } of audits) {
      const { themes } = summary(id);
      expect(themes.flatMap(({ squares }) => squares.map(({ anchor }) => anchor))).toEqual(order);
      for (const { words, squares } of themes) {
        const counted = [...words.matchAll(/(\d+) (works against|weak|developing|good practice|open|not applicable)/g)];
        expect(sum(counted.map(([, number]) => Number(number)))).toBe(squares.length);
        expect(counted.map(([text]) => text).join(", ")).toBe(words);
      }
    }
  });

  test("a theme in which nothing applies has no range and says so", () => {
    const none = { says: "None.", when: { "service.type": { is: "third_sector" } } } as const;
    const criteria = around.catalogue.criteria.map((placed) =>
      placed.theme === "feedback" ? { ...placed, criterion: { ...placed.criterion, not_applicable: none } } : placed,
    );
    const { themes } = summary("harbour-lane/2025", {}, { ...around.catalogue, criteria });
    const feedback = themes.find(({ title }) => title === "Feedback");
    expect([feedback?.words, feedback?.range]).toEqual([
      `${feedback?.squares.length} not applicable`,
      "Not applicable",
    ]);
  });

  test("every finding that applies has one kind of evidence behind it", () => {
    for (const { id } of audits) {
      const { findings } = assessed(id);
      const applying = findings.filter(({ standing }) => standing !== "not applicable").length;
      const [, behind = ""] = summary(id).coverage;
      expect(behind).toMatch(/^Behind them: .*\.$/);
      expect(sum([...behind.matchAll(/ for (\d+)/g)].map(([, number]) => Number(number))), id).toBe(applying);
    }
  });

  test("the service's word alone is behind them where no evidence is named", () => {
    const { coverage } = summary("harbour-lane/2025", { evidence: [] });
    expect(coverage[1]).toMatch(/^Behind them: the service's word alone for \d+\.$/);
  });
});

describe("the findings that matter most", () => {
  test("are three to six, those that work against clients first", () => {
    for (const { id } of audits) {
      const { findings } = summary(id);
      const all = assessed(id).findings.filter(
        ({ standing, levels }) => standing === "open" || (standing === "settled" && levels[0] !== 3),
      );
      expect(findings.shown.length).toBeGreaterThanOrEqual(Math.min(3, all.length));
      expect(findings.shown.length).toBeLessThanOrEqual(6);
      const left = all.length - findings.shown.length;
      expect(findings.more).toBe(left === 0 ? "" : `And ${left} more, in the full report.`);
    }
    const gate = marsh.findings.shown[0];
    expect([gate?.anchor, gate?.level, gate?.label]).toEqual(["diagnostic-gate", 0, "Works against"]);
  });

  test("each has its sentence, the first thing to try, and the smallest change", () => {
    const [gate] = marsh.findings.shown;
    const criterion = around.catalogue.criteria.find((one) => one.criterion.id === "diagnostic-gate")?.criterion;
    expect(gate?.says).toBe(criterion?.levels.find(({ level }) => level === 0)?.says);
    expect(criterion?.move_up.startsWith(gate?.up ?? "-")).toBe(true);
    expect(gate?.up).toMatch(/\.$/);
    expect(gate?.change).toMatch(/^“Main problem not on the list of conditions in the contract”, .*\.$/);
  });

  test("an open one says between which levels, and until what is stated", () => {
    const { shown } = summary("harbour-lane/2025", {
      "preferences.penalty": "unknown",
      "preferences.asked": "routine",
    }).findings;
    const open = shown.filter(({ level }) => level === undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const { label, says } of open) {
      expect(label).toBe("Open");
      expect(says).toMatch(/^[A-Z][a-z].* or .*, until (this is|these are) stated: .*\.$/);
    }
  });

  test("are chosen by a rule that is told, and none is where nothing is to act on", () => {
    expect(marsh.findingsNote).toBe(
      "Works against first, then weak, open and developing; among equals, one of each theme in turn. This is no rank.",
    );
    const report = reportView(assessed("harbour-lane/2025"), around, linesOf("harbour-lane/2025"));
    const empty = summaryView({ ...assessed("harbour-lane/2025"), findings: [] }, report, around);
    expect(empty.findingsNote).toBe("No finding is open or below good practice.");
    expect(empty.findings).toEqual({ shown: [], more: "" });
  });
});

describe("the lists below", () => {
  test("an exception names the criteria, who agreed it and when it will be looked at again", () => {
    expect(marsh.exceptions.shown[0]).toMatch(
      /^X1 \(G5 and G9\): The contract lists the conditions .*\. Agreed by Head of mental health, integrated care board on 1 April 2025\. Review due 1 October 2026\.$/,
    );
    const bare = { exceptions: [{ id: "X1", applies_to: "waits", reason: long }] };
    expect(summary("harbour-lane/2025", bare).exceptions.shown[0]).toMatch(
      /^X1 \(.*\): Community .*…\. Who agreed it is not stated\. No review is stated\.$/,
    );
  });

  test("what is not stated comes with its part of the range, those first that account for most", () => {
    expect(marsh.missing.shown[0]).toMatch(
      /^Cost of stating a preference \(P1 and D1\): about \d+ of \d+ points of the range\.$/,
    );
  });

  test("the plan tells what is under way first, with who, by when, and whether plan and facts agree", () => {
    expect(marsh.plan.shown[0]).toMatch(/ \(G5\)\. Service manager, due 30 September 2026, started\./);
    expect(marsh.plan.shown.join(" ")).toMatch(
      / \(P3\)\. Clinical lead, due 31 March 2027, planned\. Plan and facts disagree\./,
    );
    const bare = [{ id: "A1", criterion: "therapy-choice", action: "Ask people.", status: "planned" }];
    expect(summary("harbour-lane/2025", { actions: bare }).plan.shown).toEqual([
      "Ask people (P3). Owner not stated, no date stated, planned.",
    ]);
  });

  test("what there is no room for is counted", () => {
    const actions = Array.from({ length: 20 }, (_, index) => ({
      id: `A${index + 1}`,
      criterion: "therapy-choice",
      action: long,
      status: "planned",
    }));
    const { plan } = summary("harbour-lane/2025", { actions });
    expect(plan.shown.length).toBeGreaterThan(0);
    expect(plan.more).toBe(`And ${20 - plan.shown.length} more, in the full report.`);
  });
});
