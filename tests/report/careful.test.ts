import { describe, expect, test } from "vitest";
import { careful } from "../../src/report/careful.ts";
import { standings } from "../../src/report/standings.ts";
import { around, judged, type Told } from "./invented.ts";

const stands = ["3", "3", "3", "3"] as const;
const always = [
  "Read along each line: it sets one thing that every service states beside the others.",
  "Open is not low: what is stated so far leaves more than one level possible.",
];

/** What is said of two audits besides what always is. */
function said(first: Partial<Told>, second: Partial<Told>): string[] {
  const told = standings([judged({ id: "a/1", stands, ...first }), judged({ id: "b/1", stands, ...second })], around);
  const sentences = careful(told.audits);
  expect(sentences.slice(0, 2)).toEqual(always);
  return sentences.slice(2);
}

describe("before comparing", () => {
  test("nothing more is said of services that are alike", () => {
    expect(said({}, {})).toEqual([]);
  });

  test("whom they are for and what kind they are, where that differs", () => {
    expect(said({ service: { client_group: "Students" } }, {})).toEqual(["They are for different people."]);
    expect(said({ service: { type: "school" } }, {})).toEqual(["They are services of different kinds."]);
    expect(said({ service: { type: "school", client_group: "Pupils" } }, {})).toEqual([
      "They are services of different kinds, for different people.",
    ]);
  });

  test("who pays: another contract, or one name that may hold several", () => {
    expect(said({ service: { commissioner: "The Council" } }, { service: { commissioner: "self_funded" } })).toEqual([
      "They have different funders, and so may have different contracts.",
    ]);
    const council = { service: { commissioner: "The Council" } };
    expect(said(council, council)).toEqual(["All name The Council as who pays; their contracts may still differ."]);
  });

  test("where it is not stated who pays, nothing is made of that", () => {
    expect(said({ service: { commissioner: "The Council" } }, {})).toEqual([
      "They have different funders, or do not all state who pays.",
    ]);
  });

  test("periods, standards for waits and assurance, where they differ", () => {
    expect(
      said(
        {
          audit: {
            period: { from: "2024-01-01", to: "2024-12-31" },
            threshold_profile: "local",
            assurance: "independent",
          },
        },
        {},
      ),
    ).toEqual([
      "They cover different periods.",
      "Their waits are read against different standards.",
      "They have been checked in different ways.",
    ]);
  });

  test("how many exceptions name the commissioner, and no others", () => {
    const one = { id: "X1", applies_to: "door", reason: "The contract says so" };
    const other = { id: "X2", applies_to: "door", reason: "The stairs are steep" };
    expect(said({ exceptions: [one, other] }, {})).toEqual([
      "1 exception names the commissioner or the contract as the reason for an answer; see below.",
    ]);
    expect(said({ exceptions: [one] }, { exceptions: [one] })).toEqual([
      "2 exceptions name the commissioner or the contract as the reason for an answer; see below.",
    ]);
  });

  test("that two columns are one service", () => {
    expect(said({ id: "a/1" }, { id: "a/2" })).toEqual(["All are of one service at different times."]);
  });
});
