import { describe, expect, test } from "vitest";
import type { Audit } from "../../../src/core/audit.ts";
import type { Drawing } from "../../../src/report/pathway/drawing.ts";
import { fc } from "../../core/seed.ts";
import { cross, crosses, dotBoxes, labelBoxes, long, meeting, segments, sole, way } from "./ways.ts";

/** What is wrong with where things are: labels that meet, lines through them, lines that cross, things outside. */
function faults(drawing: Drawing): string[] {
  const labels = labelBoxes(drawing);
  const gates = drawing.boxes.map((box, index) => ({ ...box, name: `gate ${index + 1}` }));
  const inGates = new Set(drawing.labels.flatMap(({ kind }, index) => (kind === "gate" ? [labels[index]] : [])));
  const outside = labels.filter((label) => !inGates.has(label));
  const leads = segments(drawing.leads);
  const stems = segments(drawing.stems);
  const through = [...leads, ...stems].flatMap((line) =>
    [...outside, ...gates].filter((box) => crosses(line, box)).map(({ name }) => `a line goes through ${name}`),
  );
  const { width, height } = drawing;
  const over = [...labels, ...gates, ...dotBoxes(drawing)].filter(
    (box) => box.x < -0.1 || box.y < 0 || box.x + box.width > width + 0.1 || box.y + box.height > height + 0.1,
  );
  return [
    ...meeting(labels),
    ...meeting([...gates, ...outside, ...dotBoxes(drawing)]),
    ...[...inGates]
      .filter((label) => label && !gates.some((box) => inside(label, box)))
      .map(() => "a gate outside its box"),
    ...through,
    ...stems.flatMap((line, index) =>
      stems.slice(index + 1).flatMap((other) => (cross(line, other) ? ["stems cross"] : [])),
    ),
    ...leads.flatMap((line, index) =>
      leads.slice(index + 1).flatMap((other) => (cross(line, other) ? ["leads cross"] : [])),
    ),
    ...leads.flatMap((line) => stems.filter((stem) => cross(line, stem)).map(() => "a lead and a stem cross")),
    ...over.map(({ name }) => `${name} is outside`),
  ];
}

function inside(one: { x: number; y: number; width: number; height: number }, box: typeof one): boolean {
  return (
    one.x >= box.x &&
    one.y >= box.y &&
    one.x + one.width <= box.x + box.width &&
    one.y + one.height <= box.y + box.height
  );
}

/** The lengths of the strokes of a kind, from left to right. */
function lengths({ strokes }: Drawing, kind: Drawing["strokes"][number]["kind"]): number[] {
  return strokes
    .filter((stroke) => stroke.kind === kind)
    .map(({ d }) => segments(d).reduce((sum, [x, , to]) => sum + to - x, 0));
}

describe("the layout", () => {
  test.for([
    ["a sole practitioner with one contact and no gates", sole],
    ["six contacts and four gates", long],
    ["nothing stated", {}],
    ["no contact before therapy, and gates", { ...long, assessment: { contacts: [] } }],
    ["waits of no days", { ...long, waits: [{ stage: "referral_to_first_contact", unit: "days", median: 0 }] }],
    ["no wait stated", { ...long, waits: [] }],
  ] as const satisfies readonly (readonly [string, Partial<Audit>])[])(
    "%s: nothing lies on anything else",
    ([, stated]) => {
      expect(faults(way(stated as Partial<Audit>).drawing)).toEqual([]);
    },
  );

  test("whatever an audit states of its pathway, nothing lies on anything else", () => {
    fc.assert(
      fc.property(anyWay, (stated) => {
        expect(faults(way(stated).drawing)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("thirty contacts still have a label each", () => {
    const contacts = Array.from(
      { length: 30 },
      (_, index) => ({ order: index + 1, purpose: "assessment", mode: "video" }) as const,
    );
    const { drawing } = way({ ...long, assessment: { contacts } });
    expect(faults(drawing)).toEqual([]);
    expect(drawing.labels.filter(({ kind }) => kind === "stop").length).toBe(34);
  });

  test("up to six stops stand in one row, and more take turns between two", () => {
    const rows = (stated: Partial<Audit>) =>
      new Set(
        way(stated)
          .drawing.labels.filter(({ kind }) => kind === "stop")
          .map(({ y }) => y),
      ).size;
    expect([rows(sole), rows(long)]).toEqual([1, 2]);
  });

  test("it comes out the same each time", () => {
    expect(way(long)).toEqual(way(long));
  });
});

describe("the waits", () => {
  test("bars are as long as their waits, in one scale, whatever their units", () => {
    const [first = 0, then = 0] = lengths(way(sole).drawing, "wait");
    expect(then / first).toBeCloseTo(2, 1);
    const weeks = { stage: "referral_to_first_contact", unit: "weeks", median: 2 } as const;
    const days = { stage: "first_contact_to_therapy", unit: "days", median: 14 } as const;
    const [inWeeks = 0, inDays = 1] = lengths(way({ ...sole, waits: [weeks, days] }).drawing, "wait");
    expect(inWeeks).toBeCloseTo(inDays, 0);
  });

  test("a wait that passes contacts is cut by them in equal parts, which together have its length", () => {
    const { drawing } = way(long);
    const bars = lengths(drawing, "wait");
    // 3 days past the form, 210 days past four contacts, 9 days between the first two sessions.
    expect(bars.length).toBe(2 + 5 + 1);
    const [first, second, third] = [bars.slice(0, 2), bars.slice(2, 7), bars.slice(7)].map((parts) =>
      parts.reduce((sum, part) => sum + part, 0),
    ) as [number, number, number];
    expect(second / third).toBeCloseTo(210 / 9, 0);
    expect(first / third).toBeCloseTo(3 / 9, 1);
    expect(drawing.dots.map(({ passed }) => passed)).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("a wait that is not stated is a broken line with words, and never of no length", () => {
    const { drawing } = way({ ...sole, waits: sole.waits?.slice(0, 1) ?? [] });
    expect(lengths(drawing, "wait").length).toBe(1);
    expect(lengths(drawing, "unstated")[0]).toBeGreaterThanOrEqual(60);
    expect(labelBoxes(drawing).map(({ name }) => name)).toContain("wait not stated");
    const none = way({ ...sole, waits: [] }).drawing;
    expect([lengths(none, "wait").length, lengths(none, "unstated").length, none.ruler]).toEqual([0, 2, null]);
  });

  test("a wait of no days leaves its stops side by side, and says so", () => {
    const waits = [{ stage: "referral_to_first_contact", unit: "days", median: 0 }] as const;
    const { drawing } = way({ ...sole, waits: [...waits] });
    const [from, to] = drawing.dots;
    expect((to?.x ?? 0) - (from?.x ?? 0)).toBeCloseTo(2 * drawing.radius);
    expect(labelBoxes(drawing).map(({ name }) => name)).toContain("0 days (median)");
  });

  test("a short wait looks short: a day is never longer than a set length", () => {
    const waits = [{ stage: "referral_to_therapy", unit: "days", median: 2 }] as const;
    const total = lengths(way({ ...sole, waits: [...waits] }).drawing, "wait").reduce((sum, one) => sum + one, 0);
    expect(total).toBeLessThanOrEqual(50);
  });

  test("the measure is as long as it says, in the scale of the waits", () => {
    const { drawing } = way(long);
    const measure = Math.max(...segments(drawing.ruler ?? "").map(([x, , to]) => to - x));
    const [, , ...rest] = lengths(drawing, "wait");
    const perDay = rest.slice(0, 5).reduce((sum, one) => sum + one, 0) / 210;
    expect(labelBoxes(drawing)[0]?.name).toBe("8 weeks of waiting");
    expect(measure / perDay).toBeCloseTo(56, 0);
  });
});

describe("the gates", () => {
  test("each has a box of its effect, and a post on the track unless it stands at a stop", () => {
    const { boxes, strokes } = way(long).drawing;
    expect(boxes.map(({ effect }) => effect)).toEqual(["refuses", "diverts", "prioritises", "refuses"]);
    expect(strokes.filter(({ kind }) => kind === "post").length).toBe(2);
    expect(way(sole).drawing.stems).toBe("");
  });
});

test("the drawing says all that the steps say", () => {
  for (const view of [way(sole), way(long), way()]) {
    const said = view.drawing.labels.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ");
    for (const { kind, name, says } of view.steps) {
      const words = kind === "wait" || kind === "unstated" ? says : [name, ...says];
      for (const phrase of words) expect(said).toContain(phrase);
    }
  }
});

const words = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,14}( [A-Za-z]{1,14}){0,12}$/),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }).filter((text) => text.trim() !== ""),
  fc.constant("W".repeat(300)),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const wait = (stage: string) =>
  maybe(
    fc.record(
      {
        stage: fc.constant(stage),
        unit: fc.constantFrom("days", "weeks"),
        median: fc.integer({ min: 0, max: 60 }),
        p90: fc.integer({ min: 0, max: 90 }),
        n: fc.constantFrom(20, "<5"),
      },
      { requiredKeys: ["stage", "unit"] },
    ),
  );
const anyWay = fc
  .record({
    waits: fc.tuple(
      wait("referral_to_first_contact"),
      wait("first_contact_to_therapy"),
      wait("referral_to_therapy"),
      wait("first_to_second_session"),
    ),
    contacts: maybe(
      fc.array(
        fc.record({
          purpose: fc.constantFrom(
            "screening",
            "assessment",
            "second_assessment",
            "allocation",
            "first_therapy_session",
            "unknown",
          ),
          mode: fc.constantFrom("form_only", "telephone", "in_person", "unknown"),
          by: fc.constantFrom("pwp", "assessor", undefined),
        }),
        { maxLength: 14 },
      ),
    ),
    gates: fc.array(
      fc.record({
        name: words,
        kind: fc.constantFrom("diagnosis", "score_threshold", "risk", "age", "geography", "opt_in", "panel"),
        effect: fc.constantFrom("refuses", "diverts", "prioritises", "informs"),
      }),
      { maxLength: 9 },
    ),
    therapies: fc.array(fc.record({ id: fc.constant("x"), name: words, modality: fc.constantFrom("cbt", "other") }), {
      maxLength: 6,
    }),
  })
  .map(
    ({ waits, contacts, gates, therapies }) =>
      ({
        waits: waits.filter((one) => one !== undefined),
        gates,
        therapies,
        assessment: { contacts: contacts?.map((contact, index) => ({ ...contact, order: index + 1 })) },
      }) as Partial<Audit>,
  );
