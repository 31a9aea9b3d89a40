import { describe, expect, test } from "vitest";
import { chosenText, comparison, comparisonCells, rowsShown } from "../../src/report/comparison.ts";
import { standings } from "../../src/report/standings.ts";
import { standingText } from "../../src/report/wording.ts";
import { around, judged } from "./invented.ts";
import { assessed, audits, around as ours } from "./repository.ts";

const bay = judged({ id: "bay/2025", service: { name: "Bay" }, stands: ["3", "12", "-", "2"] });
const ash = judged({
  id: "ash/2025",
  service: { name: "Ash", commissioner: "The Council", client_group: "Students" },
  audit: { assurance: "independent" },
  exceptions: [
    {
      id: "X1",
      applies_to: "door",
      reason: "The contract says so.",
      agreed_by_role: "Board chair",
      agreed_on: "2024-06-10",
      review_on: "2025-09-30",
    },
    { id: "X2", applies_to: "wait", reason: "The building is listed" },
  ],
  stands: ["0", "1", "2-", "2"],
});
const older = judged({
  id: "bay/2024",
  service: { name: "Bay" },
  audit: { period: { from: "2024-01-01", to: "2024-12-31" } },
  stands: ["3", "0123", "-", "1"],
});
const all = standings([bay, ash, older], around);
const view = comparison(all, ["bay/2025", "ash/2025"]);
const rows = view.themes.flatMap((theme) => theme.rows);

describe("the order", () => {
  test("columns stand by name and then by period, whatever order they were asked for in", () => {
    const asked = comparison(all, ["bay/2025", "ash/2025", "bay/2024"]);
    expect(asked.audits.map(({ id }) => id)).toEqual(["ash/2025", "bay/2024", "bay/2025"]);
    expect(comparison(all, ["bay/2024", "bay/2025", "ash/2025"])).toEqual(asked);
  });

  test("rows stand in the catalogue's order by theme, one for each criterion", () => {
    expect(view.themes.map(({ title }) => title)).toEqual(["Arriving", "Leaving"]);
    expect(rows.map(({ code }) => code)).toEqual(["A1", "A2", "L1", "L2"]);
  });

  test("an audit that is not there is left out", () => {
    expect(comparison(all, ["ash/2025", "nowhere/1999"]).audits.map(({ id }) => id)).toEqual(["ash/2025"]);
  });
});

describe("a cell", () => {
  test("it says in words where the audit stands, has a level only where that is settled, and leads to the finding", () => {
    expect(rows.map(({ cells }) => cells.map(({ label, level }) => [label, level]))).toEqual([
      [
        ["Works against", 0],
        ["Good practice", 3],
      ],
      [
        ["Weak", 1],
        ["Open: Weak or Developing", undefined],
      ],
      [
        ["Open: Developing or Not applicable", undefined],
        ["Not applicable", undefined],
      ],
      [
        ["Developing", 2],
        ["Developing", 2],
      ],
    ]);
    expect(rows[0]?.cells.map(({ href }) => href)).toEqual(["/services/ash/2025/#door", "/services/bay/2025/#door"]);
  });

  test("it names the exceptions behind it, whoever made them", () => {
    expect(rows.map(({ cells }) => cells[0]?.note)).toEqual(["Exception X1", "Exception X2", "", ""]);
  });

  test("a service that is here twice is told by the end of the period, and others by name alone", () => {
    const twice = comparison(all, ["ash/2025", "bay/2024", "bay/2025"]);
    expect(twice.audits.map(({ label }) => label)).toEqual([
      "Ash",
      "Bay, to 31 December 2024",
      "Bay, to 31 December 2025",
    ]);
    expect(twice.themes[0]?.rows[0]?.cells.map(({ of }) => of)).toEqual(twice.audits.map(({ label }) => label));
  });

  test("every audit of the repository stands where its own report says", () => {
    const assessments = audits.map(({ id }) => assessed(id));
    const compared = comparison(
      standings(assessments, ours),
      audits.map(({ id }) => id),
    );
    for (const [column, { id }] of compared.audits.entries()) {
      const own = assessments.find((one) => one.id === id)?.findings ?? [];
      const labels = compared.themes.flatMap((theme) => theme.rows.map(({ cells }) => cells[column]?.label));
      expect(labels).toEqual(own.map((finding) => standingText(finding, ours.catalogue.method)));
    }
  });
});

test("rows are the same only where all stand at one settled level or it applies to none: what is open may differ", () => {
  const same = comparison(
    standings(
      [judged({ id: "a/1", stands: ["3", "12", "-", "2"] }), judged({ id: "b/1", stands: ["3", "12", "-", "1"] })],
      around,
    ),
    ["a/1", "b/1"],
  );
  expect(same.themes.flatMap((theme) => theme.rows.map((row) => row.same))).toEqual([true, false, true, false]);
});

test("of each audit it says whom it is for, who pays and has checked it, how much is open, and what names the commissioner", () => {
  expect(view.audits).toEqual([
    {
      id: "ash/2025",
      name: "Ash",
      label: "Ash",
      period: "1 January to 31 December 2025",
      href: "/services/ash/2025/",
      people: "Charity or community organisation. Students",
      fundedBy: "The Council",
      assurance: "Independent",
      standards: "No outside threshold",
      open: "1 of 4 criteria open",
      exceptions: [
        "X1: The contract says so. Agreed by Board chair on 10 June 2024. Review due 30 September 2025 (overdue).",
      ],
    },
    {
      id: "bay/2025",
      name: "Bay",
      label: "Bay",
      period: "1 January to 31 December 2025",
      href: "/services/bay/2025/",
      people: "Charity or community organisation. People served not stated",
      fundedBy: "Not stated",
      assurance: "Not stated",
      standards: "No outside threshold",
      open: "1 of 3 criteria open; 1 not applicable",
      exceptions: [],
    },
  ]);
});

test("its table for a spreadsheet has the heads and a line for each criterion, with what the cells say", () => {
  expect(comparisonCells(view)).toEqual([
    ["Theme", "Code", "Criterion", "Ash, 1 January to 31 December 2025", "Bay, 1 January to 31 December 2025"],
    ["Arriving", "A1", "title of door", "Works against (Exception X1)", "Good practice"],
    ["Arriving", "A2", "title of wait", "Weak (Exception X2)", "Open: Weak or Developing"],
    ["Leaving", "L1", "title of notice", "Open: Developing or Not applicable", "Not applicable"],
    ["Leaving", "L2", "title of return", "Developing", "Developing"],
  ]);
});

test("the caption says that there is no rank and that one catalogue holds for all", () => {
  expect(view.caption).toBe("Where each stands on each criterion, by name and never ranked. Criteria 9.9.9 for all.");
});

test.for([
  [0, 0, "Choose 2 to 6 audits."],
  [1, 0, "Choose at least 1 more."],
  [2, 0, "2 audits stand side by side below, by name."],
  [6, 0, "6 audits stand side by side, the most that fit. Take one away to choose another."],
  [1, 1, "Choose at least 1 more. One audit in the address is not here or over 6, and left out."],
  [
    6,
    2,
    "6 audits stand side by side, the most that fit. Take one away to choose another. 2 audits in the address are not here or over 6, and left out.",
  ],
] as const)("beside %i chosen and %i left out stands: %s", ([chosen, left, says]) => {
  expect(chosenText(chosen, left)).toBe(says);
});

test("how many rows are shown is said in words", () => {
  expect([rowsShown(9, 34), rowsShown(1, 1)]).toEqual(["9 of 34 criteria shown", "1 of 1 criterion shown"]);
});
