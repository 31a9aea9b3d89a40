import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { sites } from "./build.ts";
import { pageAt } from "./pages.ts";

const assessment = (id: string): Assessment =>
  JSON.parse(readFileSync(join(sites.own, "services", id, "assessment.json"), "utf8"));
const { $ } = pageAt(sites.own, "/services/harbour-lane/2025/full/");
const said = $(".since").text().replaceAll(/\s+/g, " ");

describe("what moved since the last audit", () => {
  const [was, now] = [assessment("harbour-lane/2024"), assessment("harbour-lane/2025")];

  it("begins with a sentence, links the audit before, and counts every criterion once", () => {
    expect($(".since .told").text()).toMatch(/^Since the audit of April 2023 to March 2024/);
    expect($(".since .note a").attr("href")).toBe("/services/harbour-lane/2024/");
    const rows = $(".since .moves").not("#since-criteria ~ .moves").find("tbody tr").length;
    const same = Number(/(\d+) criteri(?:on|a) stands? where/.exec(said)?.[1] ?? 0);
    expect(rows + same).toBe(now.findings.length);
  });

  it("shows for each criterion where it stood and stands, as the assessments have it, and links the finding", () => {
    for (const row of $(".since .moves tbody tr").toArray()) {
      const id = $(row).find("th a").attr("href")?.slice(1);
      const cells = $(row).find("td[class^=at-]").toArray();
      const [then, today] = [was, now].map((one) => one.findings.find(({ criterion }) => criterion === id));
      expect(cells.map((cell) => $(cell).attr("class")).slice(-2)).toEqual(
        [then, today].map((one) => `at-${one?.standing === "settled" ? one.levels[0] : undefined}`),
      );
      for (const cell of cells) expect($(cell).text()).toMatch(/Works against|Weak|Developing|Good practice|Open|Not/);
    }
  });

  it("tells what the criteria changed apart, since the report of 2024 is kept as it was published", () => {
    expect($("#since-criteria").length).toBe(1);
    expect($(".since .moves thead th").first().next().text()).toBe("As published then");
    expect(said).toMatch(/The report of then was made under .* judged then and now/);
  });

  it("gives waits with their unit and how many they rest on", () => {
    const row = $(".since .figures tbody tr").first();
    expect(
      row
        .children()
        .toArray()
        .map((cell) => $(cell).text().replaceAll("\u00a0", " ")),
    ).toEqual(["Referral to first contact, median wait", "38 days among 548 people", "19 days among 640 people"]);
  });

  it("draws no arrow and no line", () => {
    expect(said).not.toMatch(/[←-⇿▲▼△▽]/);
    expect($(".since svg").length).toBe(0);
  });

  it("is told on the report in a line for each criterion that moved", () => {
    const brief = pageAt(sites.own, "/services/harbour-lane/2025/").$;
    expect(brief(".since-brief .told").text()).toBe($(".since .told").text());
    const lines = brief(".since-brief li").toArray();
    expect(lines.length).toBe($(".since .moves").not("#since-criteria ~ .moves").find("tbody tr").length);
    for (const line of lines) expect(brief(line).text()).toMatch(/: .+, now .+/);
  });

  it("is not on the report of a first audit", () => {
    for (const path of ["/services/harbour-lane/2024/", "/services/auchterquill/2025/"]) {
      expect(pageAt(sites.own, path).$(".since-brief").length).toBe(0);
      expect(pageAt(sites.own, `${path}full/`).$(".since").length).toBe(0);
    }
  });
});

describe("the levels by theme over all audits", () => {
  it("stand on the service's page and on its full report, a mark for each criterion and the same in words", () => {
    for (const page of [$, pageAt(sites.own, "/services/harbour-lane/").$]) {
      const marks = page(".trend .marks i").length;
      const audits = readdirSync("audits/harbour-lane").filter((file) => file.endsWith(".yaml")).length;
      expect(marks).toBe(assessment("harbour-lane/2025").findings.length * audits);
      for (const cell of page(".trend .says").toArray()) expect(page(cell).text()).toMatch(/^\d+ [a-z]+/);
      expect(page(".trend caption").text()).toMatch(/^Levels by theme in \w+ audits, the oldest first/);
    }
  });

  it("are not there for a service with one audit", () => {
    expect(pageAt(sites.own, "/services/auchterquill/").$(".trend").length).toBe(0);
  });
});
