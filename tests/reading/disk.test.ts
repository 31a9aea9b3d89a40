import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hash, readAudits, readYardstick } from "../../src/reading/disk.ts";
import { keptReading } from "../../src/reading/kept.ts";
import { minimal, root } from "./yardstick.ts";

const { yardstick, problems: own } = readYardstick(root);
if (yardstick === undefined) throw new Error(own.map(({ message }) => message).join("\n"));

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "rapport-"));
});
afterEach(() => rmSync(project, { recursive: true }));

/** Puts a file below the project's audits; no two say just the same. */
function put(file: string, text = `${minimal}# ${file}\n`): string {
  const path = join(project, "audits", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function read() {
  const { audits, problems } = readAudits(join(project, "audits"), project, yardstick as NonNullable<typeof yardstick>);
  return { ids: audits.map(({ id }) => id), told: problems.map(({ file, message }) => `${file}: ${message}`) };
}

describe("a folder of audits", () => {
  it("gives each its service and its period as its id, in order", () => {
    put("quiet-harbour/2025.yaml");
    put("quiet-harbour/2024-autumn.yaml");
    expect(read()).toEqual({ ids: ["quiet-harbour/2024-autumn", "quiet-harbour/2025"], told: [] });
  });

  it("may be empty or missing", () => {
    expect(read()).toEqual({ ids: [], told: [] });
    mkdirSync(join(project, "audits"));
    expect(read()).toEqual({ ids: [], told: [] });
  });

  it("passes over hidden files and READMEs", () => {
    put("quiet-harbour/2025.yaml");
    put(".DS_Store", "x");
    put("README.md", "x");
    put("quiet-harbour/.2025.yaml.swp", "x");
    put("quiet-harbour/README.md", "x");
    expect(read()).toEqual({ ids: ["quiet-harbour/2025"], told: [] });
  });

  it("refuses what can't be a service's folder or an audit's file, and reads the rest", () => {
    put("quiet-harbour/2025.yaml");
    put("a..b/2025.yaml");
    put("Upper/2025.yaml");
    put("stray.yaml");
    put("quiet-harbour/2024.yml");
    put("quiet-harbour/last year.yaml");
    const { ids, told } = read();
    expect(ids).toEqual(["quiet-harbour/2025"]);
    expect(told).toEqual([
      "audits/Upper: this can't be a service's folder",
      "audits/a..b: this can't be a service's folder",
      "audits/quiet-harbour/2024.yml: the file's name does not end in .yaml",
      "audits/quiet-harbour/last year.yaml: this can't be the name of an audit's file",
      "audits/stray.yaml: a file stands where service folders belong",
    ]);
  });

  it("does not follow a link that leads out of it or nowhere, and follows one that stays inside", () => {
    const outside = join(project, "secret.yaml");
    writeFileSync(outside, minimal);
    put("quiet-harbour/2025.yaml");
    symlinkSync(outside, join(project, "audits/quiet-harbour/2023.yaml"));
    symlinkSync(join(project, "gone.yaml"), join(project, "audits/quiet-harbour/2022.yaml"));
    symlinkSync(project, join(project, "audits/everything"));
    symlinkSync(join(project, "audits/quiet-harbour/2025.yaml"), join(project, "audits/quiet-harbour/2026.yaml"));
    const { ids, told } = read();
    expect(ids).toEqual(["quiet-harbour/2025", "quiet-harbour/2026"]);
    expect(told).toEqual([
      ...["audits/everything", "audits/quiet-harbour/2022.yaml", "audits/quiet-harbour/2023.yaml"].map(
        (file) => `${file}: a link that leads out of the audits folder is not followed`,
      ),
      "audits/quiet-harbour/2026.yaml: the same audit stands in audits/quiet-harbour/2025.yaml",
    ]);
  });

  it("is held against itself: what two audits of a service tell by subtraction is told of the shorter one", () => {
    const audit = (from: string, to: string, counts: string) =>
      minimal.replace(/period: .*/, `period: {from: ${from}, to: ${to}}\n  counts: ${counts}`);
    put("quiet-harbour/2025.yaml", audit("2024-04-01", "2025-03-31", "{referrals: 812}"));
    put("quiet-harbour/2025-eleven-months.yaml", audit("2024-04-01", "2025-02-28", "{referrals: 809}"));
    expect(read().told).toEqual([
      "audits/quiet-harbour/2025-eleven-months.yaml: audit.counts.referrals: taken from the number in audits/quiet-harbour/2025.yaml, whose period holds this one, it leaves a small number of people",
    ]);
  });

  it("reads the assessment that was published beside an audit, and refuses one without its audit", () => {
    const assessment = (sha256: string) =>
      JSON.stringify({
        format: "rapport-assessment/1",
        sha256,
        catalogue: { version: "1.0.0", sha256: "then", profile: "none" },
        findings: [{ criterion: "a", code: "A1", title: "A", applies: "yes", levels: [1] }],
      });
    put("quiet-harbour/2025.yaml");
    put("quiet-harbour/2025.assessment.json", assessment(hash(`${minimal}# quiet-harbour/2025.yaml\n`)));
    put("quiet-harbour/2024.yaml");
    put("quiet-harbour/2024.assessment.json", assessment("another"));
    put("quiet-harbour/2023.assessment.json", assessment("another"));
    mkdirSync(join(project, "audits/quiet-harbour/2022.assessment.json"));
    put("quiet-harbour/2022.yaml");
    expect(read()).toEqual({
      ids: ["quiet-harbour/2022", "quiet-harbour/2024", "quiet-harbour/2025"],
      told: [
        "audits/quiet-harbour/2022.assessment.json: this is not a file of at most 1 MB",
        "audits/quiet-harbour/2023.assessment.json: the audit that this assessment was made from is not beside it",
        "audits/quiet-harbour/2024.assessment.json: it was made from another version of 2024.yaml than the one beside it",
      ],
    });
    const { audits } = readAudits(join(project, "audits"), project, yardstick as NonNullable<typeof yardstick>);
    expect(audits.map(({ published }) => published?.catalogue.version)).toEqual([undefined, undefined, "1.0.0"]);
  });

  it("holds each service's audits under its own id", () => {
    put("other-harbour/2025.yaml");
    expect(read()).toEqual({
      ids: [],
      told: [
        'audits/other-harbour/2025.yaml: service.id: "quiet-harbour" is not the name of its folder ("other-harbour")',
      ],
    });
  });
});

describe("what is kept of the catalogue", () => {
  it("is what its files say", () => {
    const [kept, read] = [readYardstick(root).yardstick, readYardstick(root, false).yardstick];
    expect(kept?.catalogue).toEqual(read?.catalogue);
    expect(kept?.references).toEqual(read?.references);
    expect([...(kept?.referencePlaces ?? [])]).toEqual([...(read?.referencePlaces ?? [])]);
  });

  it("is not taken for other sources", () => {
    expect(keptReading(root, "another hash")).toBeUndefined();
  });
});
