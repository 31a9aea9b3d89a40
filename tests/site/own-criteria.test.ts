/** A site with criteria of its publisher's own: what every page, the assessment and the command line say of them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, rapportIn, root, sites } from "./build.ts";
import { pageAt, pagesOf } from "./pages.ts";

let folder = "";
let built: Ran;
const at = (name: string) => join(folder, name);
const audit = "audits/harbour-lane/2025.yaml";
const ours = (id: string) => readFileSync(join(root, `content/criteria/${id}.yaml`), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-own-"));
  cpSync(join(root, "audits/harbour-lane"), at("audits/harbour-lane"), { recursive: true });
  mkdirSync(at("criteria"));
  writeFileSync(
    at("criteria/missed-sessions.yaml"),
    ours("missed-sessions")
      .replace(/^title: .*/m, "title: Missed sessions as we see them")
      .replace(/^cites: .*/m, "cites: []"),
  );
  writeFileSync(
    at("criteria/our-own-question.yaml"),
    ours("hope-and-expectation")
      .replace(/^id: .*/m, "id: our-own-question")
      .replace(/^title: .*/m, "title: Our own question"),
  );
  built = rapportIn(folder, "build", "--out", "site", "--criteria", "criteria");
});
afterAll(() => rmSync(folder, { recursive: true }));

const says =
  "Not all 35 criteria are Rapport's: whoever publishes this site added 1 (our-own-question) and put 1 in place of Rapport's (missed-sessions).";

describe("criteria of one's own", () => {
  it("are told of on every page, in words", () => {
    expect(built.status, built.stdout + built.stderr).toBe(0);
    for (const { path, $ } of pagesOf(at("site")))
      expect($("footer").text().replaceAll(/\s+/g, " "), path).toContain(says);
    expect(pageAt(sites.own, "/").$("footer").text()).not.toContain("Not all");
  });

  it("stand in the place of those of the same name, or under a theme of their own", () => {
    expect(pageAt(at("site"), "/criteria/missed-sessions/").$("h1").text()).toContain("Missed sessions as we see them");
    const { $ } = pageAt(at("site"), "/criteria/our-own-question/");
    expect($("main").text()).toContain("L1");
    expect(pageAt(at("site"), "/criteria/").$("main").text()).toContain("Local criteria");
  });

  it("are in the assessment, of which its schema holds", () => {
    const assessment = JSON.parse(readFileSync(at("site/services/harbour-lane/2025/assessment.json"), "utf8"));
    expect(assessment.catalogue.own).toEqual({ added: ["our-own-question"], replaced: ["missed-sessions"] });
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv, ["date", "uri"]);
    const schema = (name: string) => JSON.parse(readFileSync(at(`site/schemas/${name}.schema.json`), "utf8"));
    ajv.addSchema(schema("audit"));
    const validate = ajv.compile(schema("assessment"));
    expect(validate(assessment), JSON.stringify(validate.errors)).toBe(true);
  });

  it("count for the commands that are given them, wherever they lie", () => {
    cpSync(at("criteria"), at("elsewhere"), { recursive: true });
    const published = readFileSync(at("site/services/harbour-lane/2025/assessment.json"), "utf8");
    for (const name of ["criteria", "./criteria/", "elsewhere"]) {
      expect(rapportIn(folder, "score", audit, "--format", "json", "--criteria", name).stdout, name).toBe(published);
      expect(rapportIn(folder, "verify", "site/services/harbour-lane/2025", "--criteria", name).status, name).toBe(0);
    }
    expect(rapportIn(folder, "verify", "site/services/harbour-lane/2025").status).toBe(1);
    expect(rapportIn(folder, "explain", "our-own-question", "--criteria", "criteria").stdout).toMatch(
      /^L1 our-own-question: /,
    );
    expect(rapportIn(folder, "check", "--criteria", "criteria").status).toBe(0);
  });

  it("have their problems told with their place", () => {
    const file = at("criteria/our-own-question.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^cites: .*/m, "cites: [nobody-1900]"));
    for (const command of [["check"], ["build", "--out", "site"]]) {
      const { status, stdout } = rapportIn(folder, ...command, "--criteria", "criteria");
      expect(status).toBe(1);
      expect(stdout).toMatch(/^criteria\/our-own-question\.yaml:\d+:\d+ there is no reference "nobody-1900"/m);
    }
    writeFileSync(file, text.replace(/^id: .*/m, "id: another"));
    expect(rapportIn(folder, "check", "--criteria", "criteria").stdout).toMatch(
      /the id "another" is not the file's name/,
    );
    writeFileSync(file, text);
    mkdirSync(at("none"));
    expect(rapportIn(folder, "check", "--criteria", "none")).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^none:1:1 there are no criteria in this folder\n/),
    });
    expect(rapportIn(folder, "check", "--criteria", "nowhere")).toMatchObject({ status: 2 });
    expect(rapportIn(folder, "build", "--criteria", "criteria", "--out", "criteria/site").status).toBe(2);
  });
});
