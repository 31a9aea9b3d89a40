import { describe, expect, test } from "vitest";
import type { Published } from "../../src/core/compare.ts";
import type { Answers } from "../../src/core/facts.ts";
import { type SinceView, sinceView } from "../../src/report/since.ts";
import { audited, catalogueWith, plain, small, titleOf } from "./cycles.ts";

const around = { catalogue: small, titleOf };
const since = (was: Answers, now: Answers, published?: Published): SinceView =>
  sinceView(audited(2023, was), audited(2024, now), around, published);
const preferences = (more: Answers) => ({ preferences: { ...(plain["preferences"] as Answers), ...more } });
const waits = (figures: Answers) => ({ waits: [{ stage: "referral_to_therapy", unit: "days", n: 140, ...figures }] });
const started = "Since the audit of April 2023 to March 2024";

describe("the sentence on what moved", () => {
  test("it counts what moved up and down, in words", () => {
    const now = {
      ...waits({ median: 60 }),
      ...preferences({ asked: "routine" }),
      endings: { return_route: "open_door" },
    };
    expect(since({}, now).says).toBe(`${started}: two criteria moved up and one moved down.`);
    expect(since(now, {}).says).toBe(`${started}: one criterion moved up and two moved down.`);
  });

  test("it says what can no longer be told, and which facts are not stated any more", () => {
    expect(since({}, preferences({ penalty: "unknown" })).says).toBe(
      `${started}: one criterion can no longer be told, because “Cost of stating a preference” is not stated any more.`,
    );
    expect(since({}, { ...preferences({ penalty: "unknown" }), endings: {}, waits: undefined }).says).toBe(
      `${started}: three criteria can no longer be told, because “Referral to therapy, median wait”, “Cost of stating a preference” and “Return route after the end” are not stated any more.`,
    );
  });

  test("more than three facts are counted, and a reason that does not hold of all is one in part", () => {
    const gone = { preferences: {}, endings: {}, waits: undefined };
    expect(since({}, gone).says).toBe(
      `${started}: three criteria can no longer be told, because four facts are not stated any more.`,
    );
    const half = { gates: [], gates_complete: "no", endings: {} };
    expect(since({}, half).says).toBe(
      `${started}: two criteria can no longer be told, in part because “Return route after the end” is not stated any more.`,
    );
  });

  test("where that is because of another fact, it gives no reason", () => {
    const now = { gates_complete: "no", gates: [] };
    expect(since({ gates_complete: "yes", gates: [] }, now).says).toBe(
      `${started}: one criterion can no longer be told.`,
    );
  });

  test("it says what was open and is settled, applies now, no longer applies, or is open both times", () => {
    const was = { ...preferences({ asked: "unknown" }), endings: {}, service: { type: "single_session" } };
    const now = { ...preferences({ asked: "on_request" }), service: { type: "school" } };
    expect(since(was, now).says).toBe(`${started}: one criterion that was open is settled now and one applies now.`);
    expect(since(now, { service: { type: "single_session" } }).says).toBe(
      `${started}: one criterion no longer applies.`,
    );
    const open = since(preferences({ asked: "unknown" }), preferences({ asked: "routine", penalty: "unknown" }));
    expect(open.says).toBe(`${started}: one criterion was open and still is.`);
  });

  test("where nothing moved, that is the sentence", () => {
    const { says, groups, same } = since({}, {});
    expect(says).toBe(`${started} no criterion is known to have moved.`);
    expect(groups).toEqual([]);
    expect(same).toBe("4 criteria stand where they stood.");
  });
});

describe("how the two audits are read", () => {
  const under =
    "Both audits are read under criteria 2.0.0, so that what moved lies with the service: with what it does, or with what it states.";

  test("where the older report is not kept, it says what can't be told", () => {
    expect(since({}, {})).toMatchObject({
      before: { text: "April 2023 to March 2024", href: "/services/example/2024/" },
      basis: `${under} The report of then is not kept as it was published: whether it said the same can't be told.`,
      criteria: null,
    });
  });

  test("other standards for waits are named", () => {
    const { basis, groups } = since(waits({ median: 20 }), {
      ...waits({ median: 20 }),
      audit: { threshold_profile: "local" },
    });
    expect(basis).toContain(
      " The standards for waits that the service chose are “Local thresholds” now and were “No outside threshold”.",
    );
    expect(groups[0]).toMatchObject({
      title: "Moved down",
      rows: [{ changes: ["Number it is read against: 42 days, now 10 days"] }],
    });
  });

  test("periods that overlap are said to", () => {
    const period = { from: "2024-01-01", to: "2024-12-31" };
    expect(since({}, { audit: { period } }).basis).toMatch(
      / The two periods overlap: part of what they describe is the same\.$/,
    );
    expect(since({}, {}).basis).not.toMatch(/overlap/);
  });
});

describe("the criteria that moved", () => {
  const was = { ...waits({ median: 30 }), ...preferences({ penalty: "unknown" }) };
  const now = { ...waits({ median: 60 }), ...preferences({}), endings: { return_route: "open_door" } };
  const { groups, same } = since(was, now);

  test("they stand by how they moved, up first, each with where it stood and stands and the facts that changed", () => {
    expect(groups.map(({ title, rows }) => [title, rows.map(({ criterion }) => criterion.text)])).toEqual([
      ["Moved up", ["E1 title of returning"]],
      ["Moved down", ["B1 title of waiting"]],
      ["Was open, now settled", ["B2 title of asking"]],
    ]);
    expect(groups[1]?.rows).toEqual([
      {
        criterion: { text: "B1 title of waiting", href: "#waiting" },
        published: null,
        was: { level: 3, label: "Good practice" },
        now: { level: 1, label: "Weak" },
        changes: ["Referral to therapy, median wait: 30 days among 140 people, now 60 days among 140 people"],
      },
    ]);
    expect(groups[2]?.rows[0]).toMatchObject({
      was: { level: undefined, label: "Open: Works against or Developing" },
      now: { level: 2, label: "Developing" },
      changes: ["Cost of stating a preference: not stated, now none"],
    });
  });

  test("those that did not move are one line, and those open both times are counted in it", () => {
    expect(same).toBe("1 criterion stands where it stood.");
    const open = preferences({ penalty: "unknown" });
    expect(since(open, open).same).toBe("4 criteria stand where they stood; 1 of them was open then and is open now.");
  });
});

describe("a report that was kept as it was published", () => {
  const stand = (criterion: string, level: 0 | 1 | 2 | 3) => ({
    criterion,
    code: "Q1",
    title: `title of ${criterion}`,
    standing: "settled" as const,
    applies: "yes" as const,
    levels: [level],
  });
  const published = (sha256: string, version: string, ...findings: Published["findings"]): Published => ({
    sha256: "hash of example/2024",
    catalogue: { version, sha256, profile: "none" },
    findings,
  });
  const now = { endings: { return_route: "open_door" } };

  test("under the same criteria it adds no column", () => {
    const { basis, criteria, groups } = since({}, now, published("today", "2.0.0", stand("returning", 1)));
    expect(basis).toMatch(/ The report of then was made under the same criteria\.$/);
    expect(criteria).toBeNull();
    expect(groups[0]?.rows[0]?.published).toBeNull();
  });

  test("under other criteria there are three columns: as published, then by today's criteria, now", () => {
    const then = published("then", "1.0.0", stand("returning", 2), stand("waiting", 3));
    const { basis, criteria, groups } = since({}, now, then);
    expect(basis).toMatch(/ What the criteria changed stands apart below\.$/);
    expect(groups).toMatchObject([
      {
        title: "Moved up",
        rows: [
          {
            published: { level: 2, label: "Developing" },
            was: { level: 1, label: "Weak" },
            now: { level: 3, label: "Good practice" },
          },
        ],
      },
    ]);
    expect(criteria).toEqual({
      says: "The report of then was made under criteria 1.0.0; today's are 2.0.0. On one of the 2 criteria judged then and now, that audit stands elsewhere than its report said, with nothing changed in the service.",
      rows: [
        {
          criterion: { text: "E1 title of returning", href: "#returning" },
          published: { level: 2, label: "Developing" },
          was: { level: 1, label: "Weak" },
          now: { level: 3, label: "Good practice" },
          changes: [],
        },
      ],
      addedSays: "2 criteria were not there yet, so that the report of then said nothing of them.",
      added: [
        { text: "B2 title of asking", href: "#asking" },
        { text: "B3 title of gating", href: "#gating" },
      ],
      droppedSays: "",
      dropped: [],
    });
  });

  test("a criterion that was not judged then says so, and one that is judged no more is listed", () => {
    const { criteria, groups } = since({}, now, published("then", "1.0.0", stand("gone", 0)));
    expect(groups[0]?.rows[0]?.published).toEqual({ level: undefined, label: "Not judged" });
    expect(criteria).toMatchObject({
      says: "The report of then was made under criteria 1.0.0; today's are 2.0.0. It judged by none of today's criteria.",
      droppedSays: "1 criterion of then is not judged any more:",
      dropped: [{ title: "Q1 title of gone", published: { level: 0, label: "Works against" } }],
    });
  });

  test("criteria with the same version and another hash are told apart by it", () => {
    const then = published("0123456789abcdef", "2.0.0", stand("waiting", 3), stand("asking", 2));
    expect(since({}, now, then).criteria?.says).toBe(
      "The report of then was made under an earlier state of criteria 2.0.0 (sha256 01234567). On the 2 criteria judged then and now, that audit stands where its report said.",
    );
    expect(since({}, now, published("other", "1.0.0", stand("waiting", 3))).criteria?.says).toContain(
      "On the one criterion judged then and now, that audit stands where its report said.",
    );
  });
});

describe("the figures that changed", () => {
  test("each has its unit and what it rests on, whether or not a level moved", () => {
    const was = waits({ median: 30, pct_within_6_weeks: 70, longest: 90 });
    const now = waits({ median: 28, pct_within_6_weeks: 72, longest: 90, mean: 33, n: 150 });
    const view = since(was, now);
    expect(view.groups).toEqual([]);
    expect(view.figures).toEqual([
      { name: "Referral to therapy, median wait", was: "30 days among 140 people", now: "28 days among 150 people" },
      { name: "Referral to therapy, waits[].mean", was: "Not stated", now: "33 days among 150 people" },
      {
        name: "Referral to therapy, share seen within 6 weeks",
        was: "70 per cent of 140 people",
        now: "72 per cent of 150 people",
      },
    ]);
  });

  test("a part and its total are one figure, told where either changed and the part is stated", () => {
    const trained = (of: number | undefined, part?: number) => ({
      workforce: { therapists_trained_in_repair: { ...(part ? { trained: part } : {}), ...(of ? { of } : {}) } },
    });
    const repair = "workforce.therapists_trained_in_repair.trained";
    const catalogue = catalogueWith({ 3: { "derived.trained_in_repair_pct": { over: 0 } } });
    const view = (was: Answers, now: Answers) =>
      sinceView(audited(2023, was, catalogue), audited(2024, now, catalogue), { catalogue, titleOf });
    expect(view(trained(14, 6), trained(13, 6)).figures).toMatchObject([{ was: "6 of 14", now: "6 of 13" }]);
    expect(view(trained(undefined), trained(13)).figures).toEqual([]);
    const { groups } = view(trained(14), trained(13, 8));
    expect(groups[0]?.rows[0]?.changes).toEqual([
      `workforce.therapists_trained_in_repair, ${repair}: not stated, now 8 of 13`,
    ]);
  });

  test("words are no figures", () => {
    expect(since({}, preferences({ asked: "routine" })).figures).toEqual([]);
  });
});

test("no sentence calls a change better or worse", () => {
  const view = since(waits({ median: 90 }), waits({ median: 10 }));
  expect(JSON.stringify(view)).not.toMatch(/improve|better|worse|slipp|progress|declin/i);
});
