/** An invented service with several audits, and a small catalogue that they are read under. */
import { type Assessment, assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { type Catalogue, catalogue, type Method, type Threshold } from "../../src/core/catalogue.ts";
import type { Condition } from "../../src/core/condition.ts";
import type { Answers } from "../../src/core/facts.ts";
import { criterion } from "../core/world.ts";

const is = (path: string, word: string): Condition => ({ [path]: { is: word } });
const days = (number: number): Threshold => ({ is: number, unit: "days", source: "ours", status: "ours" });

const method = {
  version: "2.0.0",
  levels: [
    { level: 0, name: "Works against" },
    { level: 1, name: "Weak" },
    { level: 2, name: "Developing" },
    { level: 3, name: "Good practice" },
  ],
  themes: [
    { id: "beginning", code: "B", title: "Beginning", says: "", criteria: ["waiting", "asking", "gating"] },
    { id: "empty", code: "X", title: "Empty", says: "", criteria: [] },
    { id: "ending", code: "E", title: "Ending", says: "", criteria: ["returning"] },
  ],
  profiles: {
    none: { title: "No outside threshold" },
    local: { title: "Local thresholds", thresholds: { waiting: { soon: days(10) } } },
  },
} as unknown as Method;

/** Four criteria in two themes; a third theme has none. */
export const small: Catalogue = catalogue(
  method,
  [
    {
      ...criterion({ 3: { "waits[referral_to_therapy].median": { at_most: "soon" } } }, undefined, "waiting"),
      thresholds: { soon: days(42) },
    },
    criterion(
      {
        0: is("preferences.penalty", "not_allowed"),
        3: is("preferences.asked", "routine"),
        2: is("preferences.asked", "on_request"),
      },
      undefined,
      "asking",
    ),
    criterion({ 0: { gates: { some: is("effect", "refuses") } } }, undefined, "gating"),
    criterion({ 3: is("endings.return_route", "open_door") }, is("service.type", "single_session"), "returning"),
  ],
  "today",
);

/** A catalogue of one criterion, with the given conditions. */
export function catalogueWith(when: Parameters<typeof criterion>[0]): Catalogue {
  const themes = [{ id: "one", code: "A", title: "One", says: "", criteria: ["invented"] }];
  return catalogue({ ...method, themes } as unknown as Method, [criterion(when)], "today");
}

/** What everything rests on: all settled, at levels 3, 2, 1 and 1. */
export const plain: Answers = {
  waits: [{ stage: "referral_to_therapy", unit: "days", median: 30, n: 120 }],
  preferences: { asked: "on_request", penalty: "none" },
  gates_complete: "yes",
  gates: [{ name: "Age", kind: "age", effect: "informs" }],
  endings: { return_route: "re_refer" },
};

/** An audit of one year, from April to March, with other sections in place of the plain ones. */
export function audited(year: number, sections: Answers = {}, of: Catalogue = small): Assessment {
  const { audit, service, ...answers } = { ...plain, ...sections } as Record<string, object>;
  const whole = {
    format: "pathway-facts/1",
    service: { id: "example", name: "Example", type: "other", nation: "other", ...service },
    audit: {
      period: { from: `${year}-04-01`, to: `${year + 1}-03-31` },
      completed_on: `${year + 1}-05-12`,
      completed_by_role: "Manager",
      threshold_profile: "none",
      ...audit,
    },
    ...answers,
  } as unknown as Audit;
  const id = `example/${year + 1}`;
  return assess({ id, file: `audits/${id}.yaml`, sha256: `hash of ${id}`, audit: whole }, of);
}

const titles: Readonly<Record<string, string>> = {
  "waits[].median": "Median wait",
  "waits[].pct_within_6_weeks": "Share seen within 6 weeks",
  "preferences.asked": "Question about preferences",
  "preferences.penalty": "Cost of stating a preference",
  "preferences.therapy_items": "Preferences about therapy",
  gates: "Gates",
  gates_complete: "Complete list of gates",
  "gates[].effect": "Effect",
  "endings.return_route": "Return route after the end",
  "endings.unplanned": "Unplanned endings",
  "endings.unplanned.n": "Unplanned endings",
  "endings.unplanned.follow_up": "Follow-up",
  "service.type": "Kind of service",
};

/** The title of a question, as the schema has it. */
export function titleOf(path: string): string {
  return titles[path] ?? path;
}
