/** Invented pathways for the tests of the drawing, and what is needed to look at one as geometry. */
import type { Audit } from "../../../src/core/audit.ts";
import type { Drawing } from "../../../src/report/pathway/drawing.ts";
import { type PathwayView, pathwayView } from "../../../src/report/pathway.ts";

/** An audit that states this of its pathway and nothing else. */
export function auditOf(stated: Partial<Audit>): Audit {
  return {
    format: "pathway-facts/1",
    service: { id: "elm-row", name: "Elm Row (invented)", type: "third_sector", nation: "england" },
    audit: {
      period: { from: "2025-04-01", to: "2026-03-31" },
      completed_on: "2026-05-11",
      completed_by_role: "Lead",
      threshold_profile: "none",
    },
    ...stated,
  } as Audit;
}

/** The view of a pathway of which this is stated. */
export function way(stated: Partial<Audit> = {}): PathwayView {
  return pathwayView(auditOf(stated));
}

/** A sole practitioner who meets people once before therapy and has no gates. */
export const sole: Partial<Audit> = {
  access: { referral_routes: ["self"] },
  waits: [
    { stage: "referral_to_first_contact", unit: "days", median: 4, n: 30 },
    { stage: "first_contact_to_therapy", unit: "days", median: 8, n: 25 },
  ],
  gates_complete: "yes",
  gates: [],
  assessment: {
    contacts: [{ order: 1, purpose: "assessment", mode: "in_person", minutes: 60, by: "allocated_therapist" }],
    decision_made_by: "jointly",
  },
  allocation: { method: "assessor_continues" },
  therapies: [
    {
      id: "pct",
      name: "Person-centred therapy",
      modality: "person_centred",
      sessions: { min: 1, typical: 14 },
      extension: "not_limited",
    },
  ],
  attendance: { discharge_after_missed: "never" },
  endings: { session_number_told: "not_limited", return_route: "open_door" },
};

/** A service with six contacts and four gates, one of them with a very long name. */
export const long: Partial<Audit> = {
  access: { referral_routes: ["self", "gp", "social_prescriber", "school", "employer", "other_professional", "court"] },
  waits: [
    { stage: "referral_to_first_contact", unit: "days", median: 3, p90: 9, longest: 21, n: 120 },
    { stage: "first_contact_to_therapy", unit: "weeks", median: 30, p90: 40, longest: 51, n: 120 },
    { stage: "referral_to_therapy", unit: "weeks", median: 31, n: 120 },
    { stage: "first_to_second_session", unit: "days", median: 9, n: 110 },
  ],
  gates_complete: "no",
  gates: [
    {
      name: "Referral form filled in by the person, returned within fourteen days, signed on every page and with the address of the GP",
      kind: "opt_in",
      effect: "refuses",
      override: "none",
      onward_route: "none",
    },
    {
      name: "PHQ-9 of 10 or more",
      kind: "score_threshold",
      effect: "diverts",
      override: "clinician",
      onward_route: "signposting",
    },
    {
      name: "Had therapy here within twelve months",
      kind: "prior_therapy",
      effect: "prioritises",
      override: "manager",
    },
    { name: "Weekly panel", kind: "panel", effect: "refuses", onward_route: "supported_handover" },
  ],
  assessment: {
    contacts: [
      { order: 1, purpose: "screening", mode: "form_only", by: "administrator" },
      { order: 2, purpose: "screening", mode: "telephone", minutes: 15, by: "pwp", same_person_as_previous: "no" },
      { order: 3, purpose: "assessment", mode: "video", minutes: 50, by: "assessor", same_person_as_previous: "no" },
      {
        order: 4,
        purpose: "second_assessment",
        mode: "in_person",
        minutes: 90,
        by: "multidisciplinary",
        same_person_as_previous: "no",
      },
      { order: 5, purpose: "unknown", mode: "unknown", by: "unknown" },
      {
        order: 6,
        purpose: "allocation",
        mode: "in_person",
        minutes: 30,
        by: "allocated_therapist",
        same_person_as_previous: "yes",
      },
    ],
    decision_made_by: "panel",
  },
  allocation: { method: "matched_with_client" },
  therapies: [
    {
      id: "a",
      name: "Counselling for depression",
      modality: "person_centred",
      sessions: { min: 6, typical: 12, max: 20 },
    },
    { id: "b", name: "Counselling for young people", modality: "person_centred", sessions: { typical: 8 } },
    { id: "c", name: "Walk and talk", modality: "other" },
  ],
  attendance: { discharge_after_missed: 2 },
  endings: { session_number_told: "later", return_route: "re_refer" },
};

/** A rectangle that something fills. */
export interface Rectangle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A straight line from one point to another. */
export type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** The boxes of the labels, by their first line. */
export function labelBoxes({ labels }: Drawing): Rectangle[] {
  return labels.map(({ lines, ...box }) => ({ ...box, name: lines.map(({ text }) => text).join(" ") }));
}

/** The dots of the track as boxes. */
export function dotBoxes({ dots, track, radius }: Drawing): Rectangle[] {
  return dots.map(({ x }, index) => ({
    name: `dot ${index}`,
    x: x - radius,
    y: track - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
}

/** Whether two rectangles share more than an edge. */
export function meet(a: Rectangle, b: Rectangle): boolean {
  const least = 0.2; // places are rounded to a tenth
  return a.x + least < b.x + b.width && b.x + least < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Every pair that meets, by name. */
export function meeting(boxes: readonly Rectangle[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.name} meets ${other.name}`] : [])),
  );
}

/** The straight lines of an SVG path of M, L, H and V; lower-case v is relative. */
export function segments(path: string): Segment[] {
  const found: Segment[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, rest = ""] of path.matchAll(/([MLHVv])([^MLHVv]*)/g)) {
    const [first = 0, second = 0] = rest.trim().split(/[ ,]+/).map(Number);
    const to = { M: [first, second], L: [first, second], H: [first, y], V: [x, first], v: [x, y + first] }[
      letter ?? ""
    ];
    const [toX = 0, toY = 0] = to ?? [];
    if (letter !== "M") found.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  }
  return found;
}

/** Whether a straight line goes through a rectangle. */
export function crosses([fromX, fromY, toX, toY]: Segment, { x, y, width, height }: Rectangle): boolean {
  // The part of the line, from 0 to 1, that lies inside each pair of edges (Liang and Barsky).
  let [enter, leave] = [0, 1];
  for (const [from, to, low, high] of [
    [fromX, toX, x, x + width],
    [fromY, toY, y, y + height],
  ] as const) {
    if (from === to) {
      if (from <= low || from >= high) return false;
      continue;
    }
    const [a, b] = [(low - from) / (to - from), (high - from) / (to - from)];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave;
}

/** Whether two straight lines cross; those that only share an end do not. */
export function cross(a: Segment, b: Segment): boolean {
  const side = ([fromX, fromY, toX, toY]: Segment, x: number, y: number) =>
    Math.sign((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX));
  return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
}
