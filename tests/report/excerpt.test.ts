import { describe, expect, test } from "vitest";
import type { StatedFact } from "../../src/core/evidence.ts";
import { readYaml } from "../../src/reading/yaml.ts";
import { excerpt, type Lines } from "../../src/report/excerpt.ts";
import { assessed, fileOf, linesOf } from "./repository.ts";

const text = `preferences:
  asked: routine
  how: [conversation]
  items:
    - pace
    - challenge
  penalty: none
waits:
  - stage: referral_to_first_contact
    unit: days
    n: 640
    median: 19
  - {stage: referral_to_therapy, unit: weeks, median: 11}
`;

const { places } = readYaml(text, "audit.yaml");
const lines: Lines = { text: text.split("\n"), of: (pointer) => places.get(pointer) };
const at = (...pointers: string[]): StatedFact[] =>
  pointers.map((pointer) => ({ path: pointer, pointer, value: "any", evidence: [] }));
const shown = (...pointers: string[]) =>
  excerpt(at(...pointers), lines).map(({ number, gap }) => (gap ? `… ${number}` : `${number}`));

describe("an excerpt", () => {
  test("it is the lines that the facts stand on, as they are in the file", () => {
    expect(excerpt(at("/preferences/asked"), lines)).toEqual([{ number: 2, text: "  asked: routine", gap: false }]);
  });

  test("a line that two facts share stands once, and the order is the file's", () => {
    expect(shown("/preferences/how", "/preferences/asked", "/preferences/asked")).toEqual(["2", "3"]);
  });

  test("lines that are left out show as a gap, save those before the first", () => {
    expect(shown("/preferences/asked", "/preferences/penalty")).toEqual(["2", "… 7"]);
    expect(shown("/preferences/penalty")).toEqual(["7"]);
  });

  test("a list over several lines is shown whole, with its question", () => {
    expect(shown("/preferences/items")).toEqual(["4", "5", "6"]);
  });

  test("comments and empty lines after a list are no part of it", () => {
    const { places } = readYaml(
      "asked: routine\nitems:\n  - pace # a comment\n\n  # another\npenalty: none\n",
      "audit.yaml",
    );
    expect(places.get("/items")).toEqual({ line: 2, column: 1, lastLine: 3, value: { line: 3, column: 3 } });
  });

  test("a fact in an entry of a list brings the entry's first line with it", () => {
    expect(shown("/waits/0/median")).toEqual(["9", "… 12"]);
    expect(shown("/waits/0/median", "/waits/0/unit")).toEqual(["9", "10", "… 12"]);
  });

  test("an entry on one line is that line", () => {
    expect(shown("/waits/1/median", "/waits/1/unit")).toEqual(["13"]);
  });

  test("without facts, or with a pointer that leads nowhere, there are no lines", () => {
    expect(shown()).toEqual([]);
    expect(shown("/nowhere")).toEqual([]);
  });

  test("every line of a report's excerpts is that line of its file", () => {
    const id = "harbour-lane/2025";
    const file = fileOf(id);
    for (const { criterion, facts } of assessed(id).findings) {
      const own = excerpt(facts, linesOf(id));
      expect(own.length, criterion).toBeGreaterThan(0);
      for (const { number, text: line } of own) expect(line).toBe(file[number - 1]);
    }
  });
});
