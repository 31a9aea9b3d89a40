import { describe, expect, it } from "vitest";
import { readYardstick } from "../../src/reading/disk.ts";
import { catalogueOf, criterion, method, root } from "./yardstick.ts";

/** What is told of the small catalogue with one change in the criterion's or the method's text. */
function told(change: { criterion?: [string, string]; method?: [string, string]; file?: string }): string[] {
  const changed = (text: string, [from, to]: [string, string] = ["", ""]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const { catalogue, problems } = catalogueOf({
    method: { file: "content/method.yaml", text: changed(method, change.method) },
    criteria: [
      { file: change.file ?? "content/criteria/asking-first.yaml", text: changed(criterion, change.criterion) },
    ],
  });
  expect(catalogue === undefined).toBe(problems.length > 0);
  return problems.map(({ message, hint }) => (hint ? `${message} | ${hint}` : message));
}

describe("a catalogue", () => {
  it("has no problem in this repository", () => {
    expect(readYardstick(root).problems).toEqual([]);
    expect(told({})).toEqual([]);
  });

  it("asks only for facts that are questions of an audit, or derived ones", () => {
    expect(told({ criterion: ["{preferences.asked: {is: absent}}", "{prefrences.asked: {is: absent}}"] })).toEqual([
      'there is no fact "prefrences.asked" | did you mean "preferences.asked"?',
    ]);
    expect(
      told({
        criterion: ["derived.median_wait[referral_to_therapy]", "derived.median_weight[referral_to_therapy]"],
      })[0],
    ).toMatch(/there is no fact "derived.median_weight\[referral_to_therapy\]"/);
  });

  it("compares only with words that are answers, inside lists too", () => {
    expect(told({ criterion: ["{is: absent}", "{is: abscent}"] })).toEqual([
      '"abscent" is not an answer to preferences.asked | did you mean "absent"?',
    ]);
    expect(
      told({ criterion: ["{preferences.asked: {is: absent}}", "{gates: {some: {effect: {is: refuse}}}}"] }),
    ).toEqual(['"refuse" is not an answer to gates[].effect | did you mean "refuses"?']);
  });

  it("compares only with thresholds that it names, never with a bare number", () => {
    expect(told({ criterion: ["{at_most: soon}", "{at_most: soom}"] })).toEqual([
      'there is no threshold "soom" | did you mean "soon"?',
    ]);
    expect(told({ criterion: ["{at_most: soon}", "{at_most: 42}"] }).length).toBeGreaterThan(0);
  });

  it("cites only references that there are, for research and for thresholds", () => {
    expect(told({ criterion: ["cites: [swift-2019]", "cites: [swift-2091]"] })).toEqual([
      'there is no reference "swift-2091" | did you mean "swift-2019"?',
    ]);
    expect(told({ criterion: ["source: ours", "source: hearsay"] })[0]).toBe('there is no reference "hearsay"');
  });

  it("has its levels in the order they are tried, and no condition for level 1", () => {
    const [zero = "", three = ""] = criterion.split("\n").filter((line) => line.startsWith("  - {level"));
    expect(told({ criterion: [`${zero}\n${three}`, `${three}\n${zero}`] })).toContain(
      "the levels stand in the order 3 0 2 1 | write them as they are tried: 0 3 2 1",
    );
    expect(
      told({
        criterion: ["says: Some are asked.}", "says: Some are asked., when: {preferences.asked: {is: on_request}}}"],
      }),
    ).toEqual(["level 1 has no `when`: it is what nothing else claims"]);
    expect(
      told({ criterion: ["says: All are asked., when: {preferences.asked: {is: routine}}}", "says: All are asked.}"] }),
    ).toEqual(["level 2 has no `when`"]);
  });

  it("has a file for each criterion that a theme names, named after it, and a theme for each file", () => {
    expect(told({ file: "content/criteria/asking-last.yaml" })).toEqual([
      'the id "asking-first" is not the file\'s name',
      'there is no criterion "asking-first" | add its file to content/criteria, or take the line out',
    ]);
    expect(told({ method: ["criteria: [asking-first]", "criteria: []"] })).toEqual([
      'no theme of content/method.yaml names "asking-first" | add it to the criteria of its theme',
    ]);
    expect(told({ method: ["criteria: [asking-first]", "criteria: [asking-first, asking-twice]"] })).toEqual([
      'there is no criterion "asking-twice" | add its file to content/criteria, or take the line out',
    ]);
  });
});
