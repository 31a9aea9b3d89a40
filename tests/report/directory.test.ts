import { describe, expect, test } from "vitest";
import { directory } from "../../src/report/directory.ts";
import { around, judged } from "./invented.ts";

const older = { period: { from: "2024-01-01", to: "2024-12-31" } };
const all = directory(
  [
    judged({
      id: "bay/2025",
      service: { name: "Bay", type: "school", nation: "wales", commissioner: "Vale (Council)" },
      stands: ["0", "12", "-", "3"],
    }),
    judged({
      id: "bay/2024",
      service: { name: "Bay", type: "school", nation: "wales" },
      audit: older,
      stands: ["1", "1", "1", "1"],
    }),
    judged({ id: "ash/2025", service: { name: "Ash", commissioner: "self_funded" }, stands: ["2", "2", "2", "2"] }),
  ],
  around,
);
const [ash, bay] = all.rows;

describe("the table of services", () => {
  test("services stand by name, each with its newest audit, whatever that stands at", () => {
    expect(all.rows.map(({ auditId }) => auditId)).toEqual(["ash/2025", "bay/2025"]);
    expect([ash?.earlier, bay?.earlier]).toEqual(["", "1 earlier audit"]);
    expect(bay?.audit).toEqual({ text: "1 January to 31 December 2025", href: "/services/bay/2025/" });
    expect(bay?.headline).toBe("1 of 3 criteria at good practice; 1 works against clients, 1 open");
  });

  test("each theme is counted by level, with what is open and what does not apply, and nothing that is none", () => {
    expect(bay?.themes).toEqual([
      {
        id: "arriving",
        title: "Arriving",
        counts: [
          { level: 0, name: "Works against", key: "works-against", number: 1, standing: "arriving works-against" },
          { level: undefined, name: "Open", key: "open", number: 1, standing: "arriving open" },
        ],
      },
      {
        id: "leaving",
        title: "Leaving",
        counts: [
          { level: 3, name: "Good practice", key: "good-practice", number: 1, standing: "leaving good-practice" },
          {
            level: undefined,
            name: "Not applicable",
            key: "not-applicable",
            number: 1,
            standing: "leaving not-applicable",
          },
        ],
      },
    ]);
  });

  test("its key has all that a criterion can stand at", () => {
    expect(all.key.map(({ name }) => name)).toEqual([
      ...["Good practice", "Developing", "Weak", "Works against", "Open", "Not applicable"],
    ]);
  });

  test("its choices are those that some service has, and all levels and themes", () => {
    const choices = Object.fromEntries(
      all.choices.map(({ name, options }) => [name, options.map(({ value, text }) => [value, text])]),
    );
    expect(choices).toEqual({
      type: [
        ["", "Any kind"],
        ["third_sector", "Charity or community organisation"],
        ["school", "School"],
      ],
      nation: [
        ["", "Any nation"],
        ["england", "England"],
        ["wales", "Wales"],
      ],
      commissioner: [
        ["", "Anybody"],
        ["self-funded", "Self-funded"],
        ["vale-council", "Vale (Council)"],
      ],
      level: [
        ["", "Any level, or open"],
        ["good-practice", "Good practice"],
        ["developing", "Developing"],
        ["weak", "Weak"],
        ["works-against", "Works against"],
        ["open", "Open"],
      ],
      theme: [
        ["", "Any theme"],
        ["arriving", "Arriving"],
        ["leaving", "Leaving"],
      ],
      sort: [
        ["", "Name"],
        ["period", "Period, newest first"],
        ["type", "Kind"],
        ["nation", "Nation"],
        ["commissioner", "Funder"],
      ],
    });
  });

  test("a spreadsheet has for each service what the table shows, with numbers as numbers", () => {
    expect(all.heads).toEqual([
      ...["Service", "Kind", "Nation", "Funded by", "Audit", "From", "To", "Criteria that apply"],
      ...["Good practice", "Developing", "Weak", "Works against", "Open", "Not applicable", "Arriving", "Leaving"],
    ]);
    expect(bay?.cells).toEqual([
      ...["Bay", "School", "Wales", "Vale (Council)", "bay/2025", "2025-01-01", "2025-12-31"],
      ...[3, 1, 0, 0, 1, 1, 1, "1 Works against; 1 Open", "1 Good practice; 1 Not applicable"],
    ]);
  });

  test("there is none where there is no audit", () => {
    expect(directory([], around).rows).toEqual([]);
  });
});
