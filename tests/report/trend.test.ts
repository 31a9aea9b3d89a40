import { describe, expect, test } from "vitest";
import { cyclesOf, trendView } from "../../src/report/trend.ts";
import { audited, small } from "./cycles.ts";

const around = { catalogue: small };
const first = audited(2022, { preferences: { asked: "unknown" } });
const second = audited(2023);
const third = audited(2024, { endings: { return_route: "open_door" }, service: { type: "single_session" } });

describe("the audits of a service", () => {
  test("they stand in the order of their periods, whatever they are called", () => {
    const early = {
      ...second,
      id: "example/zero",
      audit: { ...second.audit, audit: { ...second.audit.audit, period: { from: "2020-01-01", to: "2020-12-31" } } },
    };
    const other = {
      ...second,
      id: "quay/2024",
      audit: { ...second.audit, service: { ...second.audit.service, id: "quay" } },
    };
    const cycles = cyclesOf([third, other, early, first]);
    expect([...cycles].map(([service, all]) => [service, all.map(({ id }) => id)])).toEqual([
      ["example", ["example/zero", "example/2023", "example/2025"]],
      ["quay", ["quay/2024"]],
    ]);
  });
});

describe("the levels by theme over all audits", () => {
  test("there is none of one audit", () => {
    expect(trendView([first], around)).toBeNull();
    expect(trendView([], around)).toBeNull();
  });

  test("two audits stand side by side, and it says why no line joins them", () => {
    const trend = trendView([first, second], around, "example/2024");
    expect(trend).toMatchObject({
      caption: "Levels by theme in two audits, the oldest first, each read under criteria 2.0.0",
      note: "One mark for each criterion, with bars for its level: works against has one, weak has two, developing has three and good practice has four. A dashed frame is open. Two audits show a difference and no direction, so that no line is drawn between them.",
      cycles: [
        { text: "April 2022 to March 2023", href: "/services/example/2023/", here: false },
        { text: "April 2023 to March 2024", href: "/services/example/2024/", here: true },
      ],
    });
  });

  test("each theme has a mark for each criterion and the same in words; a theme without criteria is left out", () => {
    const trend = trendView([first, second, third], around);
    expect(trend?.themes.map(({ title }) => title)).toEqual(["Beginning", "Ending"]);
    expect(trend?.themes[0]?.cells[0]).toEqual({
      marks: [
        { code: "B1", shape: 3 },
        { code: "B2", shape: "open" },
        { code: "B3", shape: 1 },
      ],
      says: "1 good practice, 1 weak and 1 open",
    });
    expect(trend?.themes[1]?.cells.map(({ says }) => says)).toEqual(["1 weak", "1 weak", "1 not applicable"]);
    expect(trend?.themes[1]?.cells[2]?.marks).toEqual([{ code: "E1", shape: "none" }]);
    expect(trend?.ranges).toEqual(["39 to 56 of 100", "50 of 100", "67 of 100"]);
  });

  test("three audits are no line either", () => {
    expect(trendView([first, second, third], around)?.note).toMatch(
      / The audits stand side by side; how far they lie apart in time is not drawn\.$/,
    );
  });

  test("where nothing applies, that stands for the range", () => {
    const one = { ...first, range: null };
    expect(trendView([one, second], around)?.ranges[0]).toBe("Not applicable");
  });
});
