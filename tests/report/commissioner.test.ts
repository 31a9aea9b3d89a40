import { describe, expect, test } from "vitest";
import { commissionerOf, fundedBy, isCommissioners } from "../../src/report/commissioner.ts";

const service = (commissioner?: string) =>
  ({ id: "a", name: "A", type: "other", nation: "wales", ...(commissioner ? { commissioner } : {}) }) as const;

test.for([
  ["Vale Council", "Vale Council", "Vale Council"],
  ["self_funded", "", "Self-funded"],
  [undefined, "", "Not stated"],
] as const)("who pays, given as %s, is %s for grouping and %s in a table", ([given, exact, text]) => {
  expect([commissionerOf(service(given)), fundedBy(service(given))]).toEqual([exact, text]);
});

describe("an exception is the commissioner's", () => {
  const names = (reason: string, by: string | undefined, role?: string) =>
    isCommissioners({ id: "X1", applies_to: "a", reason, ...(role ? { agreed_by_role: role } : {}) }, service(by));

  test.for([
    "Commissioner contract excludes people open to secondary care",
    "The contract lists the conditions that are paid for",
    "Not commissioned for people under 18",
    "The ICB has asked for it",
    "The grant does not pay for evenings",
    "Vale Council pays for ten places a week",
  ])("%s", (reason) => {
    expect(names(reason, "Vale Council (invented)")).toBe(true);
  });

  test("in the role that agreed it", () => {
    expect(names("Places are few", "Anybody", "Head of mental health, integrated care board")).toBe(true);
  });

  test.for([
    "The room is up one flight of stairs in a listed building",
    "The supplier's licence does not let modules be left out",
    "Contracting with clients is by letter",
  ])("but not: %s", (reason) => {
    expect(names(reason, "Vale Council (invented)")).toBe(false);
  });

  test("or not, where it is stated who set the rule, whatever its words", () => {
    const states = (imposed_by: "commissioner" | "supplier" | "unknown", by = "Vale Council") =>
      isCommissioners({ id: "X1", applies_to: "a", reason: "The contract says so", imposed_by }, service(by));
    expect(states("supplier")).toBe(false);
    expect(states("commissioner")).toBe(true);
    expect(states("commissioner", "self_funded")).toBe(false);
    expect(states("unknown")).toBe(true);
  });

  test("but never where only clients pay", () => {
    expect(names("The contract of tenancy ends at six", "self_funded")).toBe(false);
  });
});
