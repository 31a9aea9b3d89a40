import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { root, sites } from "./build.ts";
import { pageAt, pagesOf } from "./pages.ts";

const assessment = (site: string, id: string): Assessment =>
  JSON.parse(readFileSync(join(site, "services", id, "assessment.json"), "utf8"));
const report = "/services/harbour-lane/2025/";
const full = `${report}full/`;

describe("a report", () => {
  const { $ } = pageAt(sites.own, report);
  const { findings, range, tally, themes } = assessment(sites.own, "harbour-lane/2025");

  it("has a finding for every criterion, at its permanent anchor, saying where it stands in words", () => {
    for (const page of [$, pageAt(sites.own, full).$]) {
      for (const { criterion, title, says } of findings) {
        const text = page(`article#${criterion}`).text();
        expect(text).toContain(title);
        expect(text).toMatch(/Works against|Weak|Developing|Good practice|Open|Not applicable/);
        for (const sentence of says) expect(text).toContain(sentence);
      }
      expect(page("main article").length).toBe(findings.length);
    }
  });

  it("leads from each card to the same finding in full, and to its evidence", () => {
    for (const { criterion, standing } of findings) {
      const links = $(`article#${criterion} a`)
        .toArray()
        .map((link) => $(link).attr("href"));
      const evidence = standing === "not applicable" ? [] : [`brief/#${criterion}`];
      expect(links).toEqual([`full/#${criterion}`, ...evidence]);
    }
    for (const page of [full, `${report}brief/`])
      expect(pageAt(sites.own, page).$(`article#${findings[0]?.criterion}`).length).toBe(1);
  });

  it("is light: under 60 kB of HTML and 15 kB gzipped, whatever the audit", () => {
    const reports = pagesOf(sites.own).filter(({ path }) => /^\/services\/[^/]+\/[^/]+\/$/.test(path));
    expect(reports.length).toBeGreaterThan(8);
    for (const { path, html } of reports) {
      expect(Buffer.byteLength(html), path).toBeLessThan(60_000);
      expect(gzipSync(html).length, path).toBeLessThan(15_000);
    }
  });

  it("gives the counts, and the range beside what it can and can't say", () => {
    const summary = $(".profile").text().replaceAll(/\s+/g, " ");
    expect(summary).toContain(`${tally.levels[3]} of ${tally.of - tally.notApplicable} criteria at good practice`);
    expect(summary).toContain(`Range ${range?.low} of 100`);
    expect(summary).toMatch(/does not rate how any therapist works or how clients fare, and it does not rank services/);
  });

  it("has one square for each criterion, with its level in words", () => {
    expect($(".themes .square").length).toBe(findings.length);
    for (const square of $(".themes .square").toArray())
      expect($(square).text()).toMatch(/(Works against|Weak|Developing|Good practice|Open|Not applicable)/);
    expect($(".themes > div").length).toBe(themes.filter((theme) => theme.tally.of > 0).length);
  });

  it("shows the lines of the YAML that each finding rests on, with the numbers they have in the file", () => {
    const lines = readFileSync(join(root, "audits/harbour-lane/2025.yaml"), "utf8").split("\n");
    const page = pageAt(sites.own, full).$;
    const shown = page("article .yaml li").toArray();
    expect(shown.length).toBeGreaterThan(20);
    for (const item of shown) expect(lines[Number(page(item).attr("value")) - 1]).toBe(page(item).text());
  });

  it("links evidence to the register and names who holds it", () => {
    const page = pageAt(sites.own, full).$;
    expect(page("article#wait-first-contact a[href='#evidence-E1']").length).toBeGreaterThan(0);
    expect(page("#evidence-E1").text()).toContain("Data officer");
  });

  it("says what is not stated, and which criteria that holds open", () => {
    const needs = new Set(assessment(sites.own, "harbour-lane/2024").findings.flatMap((finding) => finding.needs));
    expect(needs.size).toBeGreaterThan(0);
    const table = pageAt(sites.own, "/services/harbour-lane/2024/full/").$("#not-stated").parent().text();
    for (const path of needs) expect(table).toContain(path);
    const short = pageAt(sites.own, "/services/harbour-lane/2024/").$("#not-stated").parent();
    expect(short.find("tbody tr").length).toBe(8);
    expect(short.text()).toContain(`And ${needs.size - 8} more`);
  });
});

describe("one changed fact", () => {
  const finding = (site: string) =>
    assessment(site, "harbour-lane/2025").findings.find(({ criterion }) => criterion === "preferences-therapy");

  it("changes the level, the range, the JSON and the page", () => {
    expect(finding(sites.own)?.levels).toEqual([1]);
    expect(finding(sites.changed)?.levels).toEqual([2]);
    const before = assessment(sites.own, "harbour-lane/2025").range;
    const after = assessment(sites.changed, "harbour-lane/2025").range;
    expect(after?.low).toBeGreaterThan(before?.low ?? 100);
    expect(pageAt(sites.own, report).$("#preferences-therapy .stands").text()).toBe("Weak");
    expect(pageAt(sites.changed, report).$("#preferences-therapy .stands").text()).toBe("Developing");
    expect(pageAt(sites.changed, report).$(".profile").text()).toContain(`Range ${after?.low} of 100`);
  });
});

describe("markup in an audit", () => {
  const { $, html } = pageAt(sites.hostile, "/services/hostile/2025/");

  it("is text on the page and nothing else", () => {
    expect($("h1").text()).toBe('<script>alert("name")</script> & "Sons" (invented)');
    expect($("script, main img, main [onload], main [onerror], main [onmouseover], main b script").length).toBe(0);
    expect(html).not.toMatch(/<script/i);
    expect($("title").text()).toContain('<script>alert("name")</script>');
    expect($("article#diagnostic-gate").text()).toContain('<script>alert("reason")</script>');
  });

  it("never becomes a link that runs", () => {
    for (const link of $("a[href]").toArray()) expect($(link).attr("href")).toMatch(/^(https?:|\/|#|full\/|brief\/)/);
  });

  it("is text in lists of services and criteria too", () => {
    for (const path of ["/", "/services/", "/services/hostile/", "/criteria/diagnostic-gate/", "/search/"]) {
      const page = pageAt(sites.hostile, path);
      expect(page.$("main").text(), path).toContain('<script>alert("name")</script>');
      expect(page.$("script:not([src])").length, path).toBe(0);
    }
  });
});
