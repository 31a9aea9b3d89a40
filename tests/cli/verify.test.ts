import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rapport, root } from "../site/build.ts";

/** A folder as somebody has it who downloaded an assessment and its audit. */
let folder = "";
let assessment = "";
let audit = "";
let whole = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-verify-"));
  assessment = join(folder, "assessment.json");
  audit = join(folder, "audit.yaml");
  whole = rapport("score", "audits/harbour-lane/2025.yaml", "--format", "json").stdout;
  writeFileSync(assessment, whole);
  copyFileSync(join(root, "audits/harbour-lane/2025.yaml"), audit);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file beside the others. */
function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("rapport verify", { timeout: 60_000 }, () => {
  it("ends with 0 where the report is what its audit gives, and says so of each part", () => {
    for (const paths of [[folder], [audit, assessment]]) {
      const { status, stdout, stderr } = rapport("verify", ...paths);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(
        /^Harbour Lane Counselling \(invented\), 1 April 2024 to 31 March 2025\n\nsame {6}The audit: /,
      );
      expect(stdout).toMatch(/\nThe report is what its audit and its criteria give\.\n$/);
    }
  });

  it("ends with 1 where a finding was changed, and names it", () => {
    const said = JSON.parse(whole);
    const [first] = said.findings;
    const was = first.levels;
    first.levels = was[0] === 3 ? [2] : [3];
    const { status, stdout } = rapport("verify", put("changed.json", JSON.stringify(said)), audit);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^same {6}The audit: /m);
    expect(stdout).toMatch(
      new RegExp(`^differs {3}1 of ${said.findings.length} findings\n {10}${first.code} ${first.criterion}\n`, "m"),
    );
    expect(stdout).toMatch(/^ {12}levels: the report says .+; worked out again: /m);
  });

  it("ends with 1 where the audit was changed, and names the answers", () => {
    const other = put("other.yaml", readFileSync(audit, "utf8").replace("nation: england", "nation: wales"));
    const { status, stdout } = rapport("verify", assessment, other);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^differs {3}The audit: .*\n {10}other\.yaml has [0-9a-f]{64}\.$/m);
    expect(stdout).toContain('service.nation: assessment.json has "england"; other.yaml has "wales"\n');
  });

  it("gives the whole answer as JSON", () => {
    const { status, stdout } = rapport("verify", folder, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: "rapport-verification/1", same: true, id: "harbour-lane/2025" });
    const evil = put("evil.json", JSON.stringify({ ...JSON.parse(whole), stars: "\u001b[2J\u009b\u202e\u{e0041}" }));
    const { status: differs, stdout: told } = rapport("verify", evil, audit, "--format", "json");
    expect(differs).toBe(1);
    expect(told.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(told).rest).toEqual([{ path: "stars", says: "\u001b[2J\u009b\u202e\u{e0041}" }]);
  });

  it("can't tell by other criteria, ends with 1, and says what would be needed", () => {
    const said = JSON.parse(whole);
    said.catalogue.version = "99.0.0";
    const { status, stdout } = rapport("verify", put("later.json", JSON.stringify(said)), audit);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^not told {2}The findings, counts and ranges: /m);
    expect(stdout).toContain(
      `version 99.0.0 and SHA-256 ${said.catalogue.sha256}. Run verify there with the same files.\n`,
    );
    expect(stdout).not.toMatch(/of \d+ findings/);
  });

  it("ends with 2 where it is not given what it needs", () => {
    for (const [paths, says] of [
      [[], /^verify takes a folder, or an assessment and its audit\n/],
      [[audit], /^verify takes an assessment/],
      [[folder, "--format", "xml"], /^--format is text or json\n/],
    ] as const) {
      const { status, stdout, stderr } = rapport("verify", ...paths);
      expect([status, stdout], paths.join(" ")).toEqual([2, ""]);
      expect(stderr).toMatch(says);
    }
  });

  it("ends with 1 and the problems where one of the files can't be read", () => {
    const { status, stdout, stderr } = rapport("verify", put("torn.json", whole.slice(0, 500)), audit);
    expect([status, stderr]).toEqual([1, "Nothing was verified.\n"]);
    expect(stdout).toMatch(/torn\.json:1:1 this is not JSON\n {4}download it again/);
    const unsound = rapport("verify", assessment, "tests/bad/median-over-longest.yaml");
    expect([unsound.status, unsound.stderr]).toEqual([1, "Nothing was verified: the audit is not sound here.\n"]);
    expect(unsound.stdout).toContain("tests/bad/median-over-longest.yaml:14:54 ");
  });
});
