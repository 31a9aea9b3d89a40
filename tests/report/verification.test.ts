import { describe, expect, test } from "vitest";
import { type PublishedAssessment, verify } from "../../src/core/verification.ts";
import { verificationLines } from "../../src/report/verification.ts";
import { answers, checked, method, smallAssessment, smallCatalogue } from "./small.ts";

const published = (change: Record<string, unknown> = {}) =>
  ({ ...JSON.parse(JSON.stringify(smallAssessment())), ...change }) as PublishedAssessment;
const files = { assessment: "assessment.json", audit: "audit.yaml" };
const lines = (one: PublishedAssessment, audit = checked(), catalogue = smallCatalogue) =>
  verificationLines(verify(one, audit, catalogue), files, method);

describe("what verifying says", () => {
  test("of a report that is as it should be", () => {
    expect(lines(published())).toEqual([
      "same      The audit: SHA-256 hash of the audit",
      "same      The criteria: version 1.2.3, SHA-256 hash of the criteria",
      "same      The answers in assessment.json are those of audit.yaml",
      "same      All 3 findings",
      "same      Counts, ranges and everything else in the report",
      "",
      "The report is what its audit and its criteria give.",
    ]);
  });

  test("of another audit: its hash, its answers, each finding that comes out otherwise, and the sums", () => {
    const other = checked({ ...answers, preferences: { asked: "routine" } }, "another");
    expect(lines(published({ sha256: "first" }), other)).toEqual([
      "differs   The audit: the report was made from a file with the SHA-256 first;",
      "          audit.yaml has another.",
      "same      The criteria: version 1.2.3, SHA-256 hash of the criteria",
      "differs   1 answer differs between assessment.json and audit.yaml",
      '          preferences.asked: assessment.json has "on_request"; audit.yaml has "routine"',
      "differs   1 of 3 findings",
      "          A1 asked",
      "            levels: the report says Weak; worked out again: Good practice",
      '            says: the report says ["says 1"]; worked out again: ["says 3"]',
      '            facts[preferences.asked].value: the report says "on_request"; worked out again: "routine"',
      "differs   Counts, ranges or other things in the report",
      "          themes[asking].tally.levels: the report says [0,1,0,0]; worked out again: [0,0,0,1]",
      "          themes[asking].range.low: the report says 17; worked out again: 50",
      "          themes[asking].range.high: the report says 67; worked out again: 100",
      "          tally.levels: the report says [0,2,0,0]; worked out again: [0,1,0,1]",
      "          range.low: the report says 25; worked out again: 42",
      "          range.high: the report says 50; worked out again: 67",
      "",
      "The report is not what this audit and these criteria give. The report or the audit was changed after it was made,",
      "they don't belong together, or another version of Rapport made it.",
    ]);
  });

  test("of other criteria: that no more can be told, and what would be needed", () => {
    const other = { ...smallCatalogue, method: { ...method, version: "2.0.0" }, sha256: "later" };
    expect(
      lines(published({ catalogue: { version: "1.2.3", sha256: "first", profile: "none" } }), checked(), other),
    ).toEqual([
      "same      The audit: SHA-256 hash of the audit",
      "differs   The criteria: the report was made with version 1.2.3, SHA-256 first;",
      "          here are version 2.0.0, SHA-256 later.",
      "same      The answers in assessment.json are those of audit.yaml",
      "not told  The findings, counts and ranges: only the criteria that they were made with can give them",
      "          again. What would be needed is a copy of Rapport whose criteria have",
      "          version 1.2.3 and SHA-256 first. Run verify there with the same files.",
      "",
      "Whether the report is what its audit gives can't be told with these criteria.",
    ]);
  });

  test("of findings that the report lacks or has made up", () => {
    const { findings } = published();
    const said = lines(published({ findings: [...findings.slice(1), { criterion: "five-stars" }] }));
    expect(said).toContain("differs   2 of 4 findings");
    expect(said).toContain("          A1 asked: the report lacks this finding");
    expect(said).toContain("          five-stars: the criteria give no such finding");
  });

  test("in words for levels, and as it stands where the report has none of the four", () => {
    const { findings } = published();
    const [first, ...others] = findings as Record<string, unknown>[];
    const levels = (value: unknown) =>
      lines(published({ findings: [{ ...first, levels: value }, ...others] })).find((line) =>
        line.includes("levels: the"),
      );
    expect(levels([2, 3])?.trim()).toBe("levels: the report says Developing or Good practice; worked out again: Weak");
    expect(levels([7])?.trim()).toBe("levels: the report says [7]; worked out again: Weak");
    expect(levels(undefined)?.trim()).toBe("levels: the report says nothing; worked out again: Weak");
  });

  test("on lines of its own, without a sign that a terminal obeys, and never at any length", () => {
    const evil = `\u001b[2J\u009b\u202e\n${"x".repeat(500)}`;
    const said = lines(
      published({
        sha256: evil,
        catalogue: { version: evil, sha256: evil },
        [evil]: evil,
        findings: [{ criterion: evil, [evil]: evil }],
      }),
    );
    const also = lines(published({ [evil]: evil, findings: [{ criterion: evil }] }));
    for (const line of [...said, ...also]) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(line.length).toBeLessThan(400);
    }
    expect(also.join("\n")).toContain("\\u001b[2J\\u{9b}\\u{202e}\\nxxx");
  });
});
