/** What `check --format sarif` writes, held against the part of SARIF that it is. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Found } from "../../src/cli/format/format.ts";
import { rules } from "../../src/cli/format/rules.ts";
import { sarif } from "../../src/cli/format/sarif.ts";
import type { Problem } from "../../src/core/problem.ts";
import { ran } from "./ran.ts";

const bad = "tests/bad/median-over-longest.yaml";

function problem(more: Partial<Problem>): Problem {
  return { file: "audits/a/2025.yaml", pointer: "", line: 1, column: 1, severity: "error", message: "wrong", ...more };
}

function found(problems: readonly Problem[], lines: readonly string[] = []): Found {
  const files = [...new Set(problems.map(({ file }) => file))];
  return { problems, files, lineOf: (_, line) => lines[line - 1], colour: false };
}

describe("problems as SARIF", () => {
  const schema = JSON.parse(readFileSync(new URL("sarif.schema.json", import.meta.url), "utf8"));
  const valid = new Ajv2020({ strict: true, formats: { uri: URL.canParse, "uri-reference": true } }).compile(schema);

  it("are valid, and name a rule, a level and a place", async () => {
    const { stdout } = await ran(["check", bad, "audits/harbour-lane/2025.yaml", "--format", "sarif"]);
    const log = JSON.parse(stdout);
    expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
    expect(log.runs[0].results.map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
      ["evidence", "warning"],
      ["contradiction", "error"],
    ]);
    expect(log.runs[0].results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: bad, uriBaseId: "%SRCROOT%" },
      region: { startLine: 14, startColumn: 54 },
    });
  });

  it("keep the names of their rules", () => {
    // A name that goes or changes loses what people have set in their code host: add, don't rename.
    expect(Object.keys(rules)).toEqual([
      "file",
      "syntax",
      "unknown-question",
      "missing-answer",
      "unknown-answer",
      "contradiction",
      "small-number",
      "personal-data",
      "evidence",
      "plan",
      "content",
    ]);
  });

  it("have an address for any name of a file", () => {
    const uri = (file: string) => {
      const log = JSON.parse(sarif(found([problem({ file })])));
      expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
      return log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
    };
    expect(uri("audits/a b/ü#?%:.yaml")).toBe("audits/a%20b/%C3%BC%23%3F%25%3A.yaml");
    expect(uri("/tmp/a b.yaml")).toBe("file:///tmp/a%20b.yaml");
    expect(uri("../other/\ud800.yaml")).toBe("../other/%EF%BF%BD.yaml");
  });

  it("are refused by the schema where they lack what SARIF needs", () => {
    const log = JSON.parse(sarif(found([problem({})])));
    for (const spoilt of [
      { ...log, version: "2.0.0" },
      { version: "2.1.0" },
      { ...log, runs: [{ results: [] }] },
      { ...log, runs: [{ ...log.runs[0], results: [{ ...log.runs[0].results[0], level: "fatal" }] }] },
      { ...log, runs: [{ ...log.runs[0], results: [{ ruleId: "file" }] }] },
    ])
      expect(valid(spoilt)).toBe(false);
  });
});
