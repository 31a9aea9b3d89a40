import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { base, rapport, root, siteAddress, sites } from "./build.ts";
import { filesOf, pageAt, pagesOf } from "./pages.ts";

const report = "/services/harbour-lane/2025/";
const read = (site: string, path: string) => readFileSync(join(site, path), "utf8");
const assessment = (site: string, path: string): Assessment => JSON.parse(read(site, `${path}assessment.json`));
const reports = (site: string) =>
  pagesOf(site)
    .map(({ path }) => path)
    .filter((path) => /^\/services\/[^/]+\/[^/]+\/$/.test(path));
const oneSpace = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("what is beside a report", () => {
  it("is the audit as it was written, with the SHA-256 that the page and the assessment give", () => {
    const audit = readFileSync(join(sites.own, report, "audit.yaml"));
    const sha256 = createHash("sha256").update(audit).digest("hex");
    expect(audit.equals(readFileSync(join(root, "audits/harbour-lane/2025.yaml")))).toBe(true);
    expect(assessment(sites.own, report).sha256).toBe(sha256);
    expect(pageAt(sites.own, report).$("#cite + .panel code").first().text()).toBe(sha256);
  });

  it("is an assessment that the published schemas hold of, which are those of the repository", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
    ajv.addVocabulary(["tsType"]);
    addFormats.default(ajv, ["date", "uri"]);
    const schema = (name: string) => read(sites.own, `schemas/${name}.schema.json`);
    for (const name of ["audit", "assessment"])
      expect(schema(name)).toBe(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
    ajv.addSchema(JSON.parse(schema("audit")));
    const validate = ajv.compile(JSON.parse(schema("assessment")));
    for (const site of [sites.own, sites.hostile]) {
      for (const path of reports(site)) {
        validate(assessment(site, path));
        expect(validate.errors, path).toBeNull();
      }
    }
  });

  it("is a table of findings, a row each, and one of the plan, both for spreadsheets", () => {
    for (const path of reports(sites.own)) {
      const { findings, audit } = assessment(sites.own, path);
      const rows = (name: string) => read(sites.own, path + name).split("\r\n");
      const table = rows("findings.csv");
      expect(table[0]?.startsWith("\uFEFFService,Period from,")).toBe(true);
      expect(table.at(-1)).toBe("");
      expect(table.slice(1, -1).map((row) => row.split(`${path}#`)[1])).toEqual(findings.map((one) => one.criterion));
      const plan = rows("plan.csv");
      expect(plan[0]?.startsWith("\uFEFFRecommendation (criterion),Relevant?,")).toBe(true);
      const planned = new Set(audit.actions?.map(({ criterion }) => criterion));
      expect(plan.length - 2).toBe((audit.actions?.length ?? 0) + findings.length - planned.size);
    }
  });

  it("is each offered on the page, and nothing else is", () => {
    const { $ } = pageAt(sites.own, report);
    const offered = $("#cite + .panel .buttons a")
      .toArray()
      .map((link) => $(link).attr("href")?.replace(report, ""));
    const beside = filesOf(join(sites.own, report)).filter((file) => file !== "index.html");
    expect(offered.toSorted()).toEqual(beside.filter((file) => !file.includes("/")));
    expect($("#cite + .panel .buttons a[href$='findings.csv']").attr("download")).toBe(
      "harbour-lane-2025-findings.csv",
    );
  });
});

describe("the panel beneath a report", () => {
  const { $ } = pageAt(sites.own, report);
  const says = $("#cite + .panel")
    .find("h3, p, dt, li")
    .toArray()
    .map((part) => oneSpace($(part).text()));

  it("says how the report is cited, how anybody can check it, and what can be downloaded", () => {
    expect(says.filter((_, index) => index !== 1)).toEqual([
      "Cite this report",
      "Check it",
      "SHA-256 of the audit",
      "SHA-256 of the criteria",
      "Anybody can work this report out again. Save the audit and the assessment into one folder and run rapport verify FOLDER with a copy of Rapport that has these criteria: it says whether every finding is what the audit and the criteria give, and what differs where.",
      "Download",
      "The audit (YAML)",
      "The assessment (JSON)",
      "Findings (CSV)",
      "Improvement plan (CSV)",
      "Citation (RIS)",
      "Citation (BibTeX)",
      "The fields of the assessment are described in its schema. The tables open in a spreadsheet.",
    ]);
  });
});

describe("a citation", () => {
  const cited = (site: string, within: string) => oneSpace(pageAt(site, report).$(within).text());

  it("of a report has its permanent address where the site's is known, and its path where it is not", () => {
    const start =
      "Harbour Lane Counselling (invented) (2025). Assessment pathway audit, 1 April 2024 to 31 March 2025.";
    const { version } = assessment(sites.own, report).catalogue;
    const panel = (site: string) => cited(site, "#cite + .panel > p:first-of-type");
    expect(panel(sites.own)).toBe(`${start} Completed 12 May 2025. Rapport, criteria ${version}. ${report}`);
    expect(panel(sites.based)).toBe(
      `${start} Completed 12 May 2025. Rapport, criteria ${version}. ${siteAddress}services/harbour-lane/2025/`,
    );
  });

  it("of a finding stands beside each, with the criterion in the address", () => {
    const { $ } = pageAt(sites.based, `${report}full/`);
    for (const { criterion, code, title } of assessment(sites.based, report).findings) {
      const details = $(`article#${criterion} details`).filter((_, one) => /Cite this finding/.test($(one).text()));
      expect(details.length, criterion).toBe(1);
      expect(oneSpace(details.text())).toContain(`(2025). ${code} ${title}. In Assessment pathway audit, `);
      expect(details.find("a").text()).toBe(`${siteAddress}services/harbour-lane/2025/#${criterion}`);
      expect(details.find("a").attr("href")).toBe(`${base}services/harbour-lane/2025/#${criterion}`);
    }
  });

  it("is there as RIS and BibTeX, with the address where it is known", () => {
    const url = `${siteAddress}services/harbour-lane/2025/`;
    expect(read(sites.based, `${report}report.ris`)).toContain(`\r\nUR  - ${url}\r\nER  - \r\n`);
    expect(read(sites.based, `${report}report.bib`)).toContain(`  url = {${url}},\n}\n`);
    expect(read(sites.own, `${report}report.ris`)).not.toContain("UR  - ");
    expect(read(sites.own, `${report}report.bib`)).toContain(`On its site at ${report}},\n`);
  });
});

describe("what an audit says", () => {
  const beside = (name: string) => read(sites.hostile, `services/hostile/2025/${name}`);

  it("is text in every format and nothing else", () => {
    expect(beside("findings.csv")).toContain(`"<script>alert(""name"")</script> & ""Sons"" (invented)",2024-04-01,`);
    expect(beside("plan.csv")).toContain(`,"'=HYPERLINK(""https://example.org"",""Lead"")",`);
    for (const name of ["findings.csv", "plan.csv"]) expect(beside(name)).not.toMatch(/(^\uFEFF?|,|\n)"?[=+\-@\t]/);
    expect(beside("report.bib")).toContain('author = {{\\textless{}script\\textgreater{}alert("name")');
    expect(
      beside("report.ris")
        .split("\r\n")
        .every((line) => /^([A-Z][A-Z0-9] {2}- |$)/.test(line)),
    ).toBe(true);
  });
});

describe("rapport verify", () => {
  it("finds every built report to be what its audit and the criteria give, from its own folder", () => {
    for (const [site, path] of [...reports(sites.own).map((one) => [sites.own, one]), [sites.based, report]]) {
      const { status, stdout } = rapport("verify", join(site ?? "", path ?? ""));
      expect(stdout).toMatch(/\nThe report is what its audit and its criteria give\.\n$/);
      expect(status).toBe(0);
    }
  });

  it("finds a report of another audit to be another", () => {
    const { status, stdout } = rapport(
      "verify",
      join(sites.own, report, "assessment.json"),
      join(sites.changed, report, "audit.yaml"),
    );
    expect(status).toBe(1);
    expect(stdout).toContain('preferences.asked: assessment.json has "on_request"; audit.yaml has "discretionary"');
  });
});

it("a site that is built for no sound address is not built", () => {
  for (const site of ["example.org", "ftp://example.org", "https://example.org/?a=b", "https://me@example.org/"]) {
    const { status, stderr } = rapport("build", "--site", site, "--out", ".rapport/test/nowhere");
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      "--site is the whole address of the site, such as https://example.org/audits/",
    ]);
  }
  expect(rapport("build", "--site", "https://example.org/a/", "--base", "/b/").stderr).toMatch(
    /^--site has the path \/a\/ and --base has \/b\/: leave one out, or give both the same\n/,
  );
  expect(existsSync(join(root, ".rapport/test/nowhere"))).toBe(false);
});
