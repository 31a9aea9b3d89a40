import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairOf } from "../../src/cli/pair.ts";

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-pair-"));
  for (const name of ["assessment.json", "audit.yaml", "other.json", "other.yaml"]) writeFileSync(at(name), "");
  mkdirSync(at("empty"));
  mkdirSync(at("folder.json"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the files to verify", () => {
  it("are two in any order, a folder's own, or an assessment with the audit beside it", () => {
    const own = { assessment: at("assessment.json"), audit: at("audit.yaml") };
    expect(pairOf([folder])).toEqual(own);
    expect(pairOf([own.assessment])).toEqual(own);
    expect(pairOf([own.audit, own.assessment])).toEqual(own);
    expect(pairOf([at("other.json"), at("other.yaml")])).toEqual({
      assessment: at("other.json"),
      audit: at("other.yaml"),
    });
    expect(pairOf([at("other.json")])).toEqual({ assessment: at("other.json"), audit: own.audit });
  });

  it("are not an address", () => {
    const says = "verify reads files: download the report's assessment (JSON) and audit (YAML), and name them here.";
    expect(pairOf(["https://example.org/assessment.json"])).toBe(says);
    expect(pairOf([at("assessment.json"), "HTTP://example.org/audit.yaml"])).toBe(says);
  });

  it("are one of each kind", () => {
    const says =
      "verify takes an assessment (JSON) and its audit (YAML), or one folder that holds assessment.json and audit.yaml.";
    const [json, yaml] = [at("assessment.json"), at("audit.yaml")];
    for (const paths of [[], [yaml], [json, json], [yaml, yaml], [json, yaml, yaml], [json, folder], [at("nowhere")]])
      expect(pairOf(paths), paths.join(" ")).toBe(says);
  });

  it("are files that there are, and no larger than they can be", () => {
    const missing = (name: string) =>
      `There is no file "${at(name)}". verify needs a report's assessment and its audit.`;
    expect(pairOf([at("empty")])).toBe(missing("empty/assessment.json"));
    expect(pairOf([at("nowhere.json")])).toBe(missing("nowhere.json"));
    expect(pairOf([at("folder.json"), at("audit.yaml")])).toBe(missing("folder.json"));
    writeFileSync(at("large.json"), "");
    truncateSync(at("large.json"), 9 * 1024 * 1024);
    expect(pairOf([at("large.json")])).toBe(`"${at("large.json")}" is larger than an assessment can be.`);
  });
});
