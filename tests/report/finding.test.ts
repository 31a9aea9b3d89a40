import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import type { Catalogue } from "../../src/core/catalogue.ts";
import {
  evidenceViews,
  exceptionHead,
  exceptionViews,
  type FindingView,
  findingView,
} from "../../src/report/finding.ts";
import { around, assessed, audits, catalogueWith, linesOf } from "./repository.ts";

const placed = (id: string) => around.catalogue.criteria.find(({ criterion }) => criterion.id === id);

function viewOf(assessment: Assessment, criterion: string, catalogue: Catalogue = around.catalogue): FindingView {
  const finding = assessment.findings.find((one) => one.criterion === criterion);
  if (finding === undefined) throw new Error(`there is no finding ${criterion}`);
  return findingView(finding, assessment, { ...around, catalogue }, linesOf(assessment.id));
}

describe("a settled finding", () => {
  const view = viewOf(assessed("harbour-lane/2025"), "wait-first-contact");

  test("it says its level, in one sentence of the criterion", () => {
    const says = placed("wait-first-contact")?.criterion.levels.find(({ level }) => level === 3)?.says;
    expect([view.standing, view.level, view.label]).toEqual(["settled", 3, "Good practice"]);
    expect(view.says).toEqual([says]);
    expect(view.ladder.map(({ here }) => here)).toEqual(["no", "no", "no", "here"]);
  });

  test("it waits for nothing", () => {
    expect(view.gaps).toEqual([]);
  });

  test("it shows the lines of its facts, each with the entry they are in", () => {
    const shown = view.lines.map(({ text }) => text.trim());
    expect(shown).toContain("- stage: referral_to_first_contact");
    expect(shown).toContain("pct_within_6_weeks: 89");
    expect(shown).not.toContain("n: 640");
    expect(shown.some((line) => line.startsWith("share_of_clients_pct"))).toBe(false);
  });

  test("it names the evidence for its facts and no other", () => {
    expect(view.evidence.map(({ id }) => id)).toEqual(["E1", "E5"]);
    expect(view.support).toBe("Documented throughout.");
  });

  test("its numbers are those of the audit's threshold profile", () => {
    const figures = (id: string, profile: string) =>
      viewOf(assessed(id, { "audit.threshold_profile": profile }), "wait-first-contact").thresholds.map(
        ({ figure, source }) => `${figure}, ${source}`,
      );
    expect(figures("harbour-lane/2025", "nhs_tt_england")[0]).toBe("42 days, NHS England (verified)");
    expect(figures("harbour-lane/2025", "none")[0]).toBe("42 days, ours, a judgement to be argued with");
    expect(figures("harbour-lane/2025", "scotland_pt").at(-1)).toBe(
      "90 per cent, Public Health Scotland, 2024 (verified)",
    );
    expect(figures("harbour-lane/2025", "wales_lpmhss")[0]).toBe("28 days, Mental Health Wales, 2015 (verified)");
  });

  test("it leads to its criterion, to the guidance on its sections and to the research it cites", () => {
    expect(view.criterion).toEqual({ text: view.title, href: "/criteria/wait-first-contact/" });
    expect(view.guidance).toEqual([{ text: "Beginnings (6.1)", href: "/guidance/beginnings/" }]);
    expect(viewOf(assessed("harbour-lane/2025"), "preferences-therapy").research).toContainEqual({
      text: "Swift et al., 2019",
      href: "/references/#swift-2019",
    });
  });

  test("it says on what basis its criterion stands, and whether that is contested", () => {
    const gate = viewOf(assessed("harbour-lane/2025"), "diagnostic-gate");
    expect([view.basis, view.contested]).toEqual(["inferred", false]);
    expect([gate.basis, gate.contested]).toEqual(["direct", true]);
  });
});

describe("an open finding", () => {
  const view = viewOf(assessed("saltmere-marsh/2026-spring"), "preferences-therapy");

  test("it has no level, and a sentence for each that is left", () => {
    expect([view.standing, view.level, view.label]).toEqual(["open", undefined, "Open: Works against or Developing"]);
    expect(view.says).toHaveLength(2);
    expect(view.ladder.map(({ here }) => here)).toEqual(["perhaps", "no", "perhaps", "no"]);
  });

  test("it names the facts that would settle it by their questions", () => {
    expect(view.gaps).toEqual([{ path: "preferences.penalty", title: around.titleOf("preferences.penalty") }]);
    expect(view.gaps[0]?.title).not.toBe("preferences.penalty");
  });
});

describe("a finding that does not apply", () => {
  const catalogue = catalogueWith("therapy-choice", {
    not_applicable: { says: "There is no choice to be had here.", when: { "service.type": { is: "third_sector" } } },
  });

  test("it gives the reason and no level", () => {
    const view = viewOf(assessed("harbour-lane/2025", {}, catalogue), "therapy-choice", catalogue);
    expect([view.standing, view.level, view.label]).toEqual(["not applicable", undefined, "Not applicable"]);
    expect(view.says).toEqual(["There is no choice to be had here."]);
    expect(view.ladder.every(({ here }) => here === "no")).toBe(true);
    expect(view.gaps).toEqual([]);
  });

  test("while that can't be told, its label says so", () => {
    const unsure = assessed("harbour-lane/2025", { "service.type": "unknown" }, catalogue);
    const view = viewOf(unsure, "therapy-choice", catalogue);
    expect([view.standing, view.level, view.label]).toEqual(["open", undefined, "Open: Developing or Not applicable"]);
    expect(view.ladder.map(({ here }) => here)).toEqual(["no", "no", "perhaps", "no"]);
  });
});

describe("exceptions", () => {
  const first = exceptionViews(assessed("harbour-lane/2024"));

  test("one has its reason, who set it, who agreed it and when, and when it is to be reviewed", () => {
    expect(exceptionViews(assessed("harbour-lane/2025"))).toEqual([
      {
        id: "X1",
        reason: "Commissioner contract excludes people open to secondary care",
        imposed: "the commissioner",
        agreed: "by Board chair on 10 June 2024",
        review: "30 September 2025",
      },
    ]);
  });

  test("who set it is not guessed where the file does not say", () => {
    const [one] = exceptionViews(assessed("harbour-lane/2025", { "exceptions[X1].imposed_by": undefined }));
    expect(one?.imposed).toBe("");
    expect(first.map(exceptionHead)).toEqual(["Exception X1"]);
    expect(exceptionViews(assessed("harbour-lane/2025")).map(exceptionHead)).toEqual([
      "Exception X1, set by the commissioner",
    ]);
  });

  test("a review that was due before the audit was completed is overdue", () => {
    expect(first.map(({ review }) => review)).toEqual(["31 March 2024 (overdue)"]);
  });

  test("a review on the day of completion is not overdue, and none is said where none is stated", () => {
    const review = (on: string | undefined) => {
      const [one] = exceptionViews(assessed("harbour-lane/2024", { "exceptions[X1].review_on": on }));
      return one?.review;
    };
    expect(review("2024-05-20")).toBe("20 May 2024");
    expect(review("2024-05-19")).toBe("19 May 2024 (overdue)");
    expect(review(undefined)).toBe("");
  });

  test("one stands beside the finding it explains and does not change its level", () => {
    const gate = viewOf(assessed("saltmere-marsh/2026-spring"), "diagnostic-gate");
    expect(gate.exceptions.map(({ id }) => id)).toEqual(["X1"]);
    expect(gate.level).toBe(0);
    const without = viewOf(assessed("saltmere-marsh/2026-spring", { exceptions: [] }), "diagnostic-gate");
    expect([without.exceptions, without.level]).toEqual([[], 0]);
  });
});

describe("the evidence register", () => {
  test("each piece has its kind in words, its date, who holds it and how much of it was looked at", () => {
    const [extract, , survey] = evidenceViews(assessed("harbour-lane/2025"));
    expect(extract).toEqual({
      id: "E1",
      kind: "Data extract",
      title: "Case-management system extract",
      date: "22 April 2025",
      section: "Tables 1 to 4",
      heldBy: "Data officer",
      sample: "640 of 640",
      link: null,
      age: "",
    });
    expect(survey?.sample).toBe("121 of 430, 28 per cent answered");
  });

  test("a number without its whole stands alone, and without one nothing is said", () => {
    const sample = (change: Record<string, unknown>) => evidenceViews(assessed("harbour-lane/2025", change))[0]?.sample;
    expect(sample({ "evidence[E1].of": undefined })).toBe("n 640");
    expect(sample({ "evidence[E1].of": undefined, "evidence[E1].n": undefined })).toBe("");
  });
});

test("every finding of every audit can be shown", () => {
  for (const { id } of audits) {
    const assessment = assessed(id);
    for (const { criterion, standing, levels } of assessment.findings) {
      const view = viewOf(assessment, criterion);
      expect([view.anchor, view.code]).toEqual([criterion, placed(criterion)?.code]);
      expect(view.level !== undefined).toBe(standing === "settled");
      expect(view.says).toHaveLength(Math.max(1, levels.length));
      expect(view.says.every((says) => says.endsWith("."))).toBe(true);
      expect(view.gaps.length > 0).toBe(standing === "open");
    }
  }
});

test("a finding on no criterion of the catalogue is our mistake", () => {
  const assessment = assessed("harbour-lane/2025");
  expect(() => viewOf(assessment, "therapy-choice", { ...around.catalogue, criteria: [] })).toThrow(
    'the catalogue has no criterion "therapy-choice"',
  );
});
