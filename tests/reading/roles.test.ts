import { describe, expect, it } from "vitest";
import { minimal, read } from "./yardstick.ts";

/** What an audit is told whose role is answered so. */
const told = (role: string) =>
  read(minimal.replace("Clinical lead", JSON.stringify(role))).problems.map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
const warning = ["warning: audit.completed_by_role: this looks like a person's name"];

describe("an answer that asks for a role", () => {
  it.each([
    "Jane Smith",
    "Jane Smith, clinical lead",
    "Clinical lead (Jane Smith)",
    "Clinical Lead: Jane O'Neill",
    "Jane Mary Smith",
    "Jane M. Smith",
    "Anne-Marie Smith-Jones",
    "Łucja Nowak",
    "José Álvarez",
    "Jane McDonald",
  ])("draws a warning where it looks like a name: %s", (role) => {
    expect(told(role)).toEqual(warning);
  });

  it.each([
    "Clinical lead",
    "Clinical Lead",
    "Head of Counselling",
    "Head of Student Services",
    "Chief Executive",
    "Consultant Clinical Psychologist",
    "Caldicott Guardian",
    "Freedom to Speak Up Guardian",
    "North West Area Manager",
    "Senior Responsible Owner",
    "Quiet Harbour Board",
    "Quiet Harbour",
    "Sole practitioner",
    "Bursar",
    "HR",
    "NHS England",
    "CBT lead",
    "Trustees and the Clinical Lead",
    "Head of Wellbeing, Inclusion and Safeguarding",
    "self",
  ])("is let pass where it is a role: %s", (role) => {
    expect(told(role)).toEqual([]);
  });

  it("is looked at wherever the schema asks for a role", () => {
    const text = `${minimal}evidence: [{id: E1, kind: website, title: Site, date: 2025-01-01, supports: [service.type], held_by: Jane Smith}]
exceptions: [{id: X1, applies_to: asking-first, reason: Law, agreed_by_role: Jane Smith}]
actions: [{id: A1, criterion: asking-first, action: Ask, status: planned, owner_role: Jane Smith}]
`;
    expect(read(text).problems.map(({ message }) => message)).toEqual(
      ["evidence[0].held_by", "exceptions[0].agreed_by_role", "actions[0].owner_role"].map(
        (path) => `${path}: this looks like a person's name`,
      ),
    );
  });
});
