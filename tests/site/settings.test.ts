/** A site with the settings of an organisation: what every page then has, and what it is called. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, rapportIn, root, sites } from "./build.ts";
import { type BuiltPage, filesOf, invalidIn, pageAt, pagesOf } from "./pages.ts";

const settings = `title: Reaching counselling in Northfield
organisation: Northfield <b>Partnership</b> (invented)
address: https://example.org/ours/
logo: crest.svg
colours: {links: "#5b2a86", headings: "#3a1d5c"}
search_engines: noindex
`;
let folder = "";
let built: Ran;
let pages: readonly BuiltPage[] = [];
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(`site/${name}`), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-settings-site-"));
  cpSync(join(root, "audits/harbour-lane"), at("audits/harbour-lane"), { recursive: true });
  writeFileSync(at("rapport.yaml"), settings);
  writeFileSync(at("crest.svg"), readFileSync(join(root, "public/icon.svg")));
  built = rapportIn(folder, "build", "--out", "site");
  pages = pagesOf(at("site"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a site with settings", () => {
  it("is built for the address that they give", () => {
    expect(built.status, built.stderr).toBe(0);
    expect(pageAt(at("site"), "/").$("header a.name").attr("href")).toBe("/ours/");
    expect(read("services/harbour-lane/2025/report.ris")).toContain(
      "https://example.org/ours/services/harbour-lane/2025/",
    );
  });

  it("has its title, its logo and its organisation on every page, escaped", () => {
    for (const { path, $ } of pages) {
      expect($("title").text(), path).toMatch(/Reaching counselling in Northfield$/);
      expect($("header a.name").text().trim(), path).toBe("Reaching counselling in Northfield");
      expect($("header a.name img").attr("src"), path).toBe("/ours/logo.svg");
      expect($("footer .publisher").text(), path).toBe(
        "Published by Northfield <b>Partnership</b> (invented), with Rapport.",
      );
    }
    expect(pageAt(at("site"), "/").$("title").text()).toBe("Reaching counselling in Northfield");
    expect(read("logo.svg")).toBe(readFileSync(at("crest.svg"), "utf8"));
  });

  it("asks search engines on every page, and in robots.txt, to leave it out", () => {
    for (const { path, $ } of pages) expect($('meta[name="robots"]').attr("content"), path).toBe("noindex");
    expect(read("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
  });

  it("has its colours in a stylesheet of its own, which the policy of the pages allows", () => {
    expect(read("colours.css")).toBe(":root:root { --accent: #5b2a86; --heading: #3a1d5c; }\n");
    for (const { path, $ } of pages) expect($('link[href="/ours/colours.css"]').length, path).toBe(1);
  });

  it("is valid HTML", async () => {
    expect(await invalidIn(pages.slice(0, 8))).toEqual([]);
  });

  it("names each schema by the address that it is at", () => {
    const schemas = filesOf(at("site")).filter((file) => file.endsWith(".schema.json"));
    expect(schemas.length).toBeGreaterThan(7);
    for (const file of schemas) {
      const schema = JSON.parse(read(file));
      expect(schema.$id).toBe(`https://example.org/ours/${file}`);
      for (const [, to = ""] of read(file).matchAll(/"\$ref": "([^#"]+)/g))
        expect(schemas).toContain(new URL(to, schema.$id).pathname.replace("/ours/", ""));
    }
  });

  it("gives way to what the command line says", () => {
    const { status, stderr } = rapportIn(folder, "build", "--out", "site", "--site", "https://example.com/theirs/");
    expect(status, stderr).toBe(0);
    expect(pageAt(at("site"), "/").$("header a.name").attr("href")).toBe("/theirs/");
    expect(JSON.parse(read("schemas/audit.schema.json")).$id).toBe(
      "https://example.com/theirs/schemas/audit.schema.json",
    );
  });
});

describe("settings with a problem", () => {
  it("stop the build and the check with their place, and leave the last good site", () => {
    const before = read("index.html");
    writeFileSync(at("rapport.yaml"), settings.replace("#5b2a86", "#cc88ff"));
    for (const command of [["build", "--out", "site"], ["check"]]) {
      const { status, stdout } = rapportIn(folder, ...command);
      expect(status).toBe(1);
      expect(stdout).toMatch(/^rapport\.yaml:5:18 colours\.links: #cc88ff has a contrast of 2\.\d to 1/m);
    }
    expect(read("index.html")).toBe(before);
  });

  it("are refused as a place to write to", () => {
    writeFileSync(at("rapport.yaml"), settings);
    expect(rapportIn(folder, "build", "--out", "crest.svg")).toMatchObject({ status: 2 });
  });
});

describe("a site without settings", () => {
  it("is called Rapport, has no publisher, no robots.txt and no colours of its own, and asks nothing of search engines", () => {
    const { $ } = pageAt(sites.own, "/");
    expect($("title").text()).toBe("Rapport");
    expect($("header a.name").text().trim()).toBe("Rapport");
    expect($('footer .publisher, meta[name="robots"], header img').length).toBe(0);
    expect(filesOf(sites.own).filter((file) => /^(robots|colours|logo)/.test(file))).toEqual([]);
  });
});
