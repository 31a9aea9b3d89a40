import { describe, expect, test } from "vitest";
import { criterionView } from "../../src/report/criterion.ts";
import { criterionRecord, reportRecord, type SearchRecord } from "../../src/report/records.ts";
import { reportHead, reportView } from "../../src/report/service.ts";
import { around, assessed, audits, linesOf } from "./repository.ts";

const assessments = audits.map(({ id }) => assessed(id));
const reports = assessments.map((one) => reportView(one, around, linesOf(one.id)));
const views = around.catalogue.criteria.map((placed) => criterionView(placed, around, []));
const ofReports = assessments.map((one) => reportRecord(reportHead(one, around), one, around));
const ofCriteria = views.map(criterionRecord);

const words = ({ content }: SearchRecord) => content.split(/\s+/).length;

describe("search records", () => {
  test("they hold plain text without markup", () => {
    for (const { content, meta } of [...ofReports, ...ofCriteria]) {
      for (const text of [content, meta.title, meta.says])
        expect(text).not.toMatch(/<\/?[a-z]|&[a-z]+;|\*\*|\]\(|undefined/);
    }
  });

  test("a criterion's is a few hundred words, and a report's some thirty for each finding", () => {
    for (const record of ofCriteria) expect(words(record)).toBeLessThan(600);
    for (const record of ofReports) expect(words(record)).toBeLessThan(150 + 60 * views.length);
  });

  test("each leads to a page of its own", () => {
    const urls = [...ofReports, ...ofCriteria].map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toContain("/services/harbour-lane/2025/");
    expect(urls).toContain("/criteria/diagnostic-gate/");
  });
});

describe("the record of a report", () => {
  const record = ofReports[reports.findIndex(({ id }) => id === "harbour-lane/2025")] as SearchRecord;
  const report = reports.find(({ id }) => id === "harbour-lane/2025");

  test("it is shown by its service and period, with the lede", () => {
    expect(record.meta).toEqual({
      title: "Harbour Lane Counselling (invented), 1 April 2024 to 31 March 2025",
      kind: "Report",
      says: report?.lede,
    });
    expect(record.filters).toEqual({ kind: ["Report"] });
  });

  test("it can be found by its service, its commissioner, its region and its findings", () => {
    for (const text of [
      "Harbour Lane",
      "Charity or community organisation",
      "Integrated care board grant",
      "North West",
    ])
      expect(record.content).toContain(text);
    for (const { title, label, says } of report?.groups.flatMap(({ findings }) => findings) ?? [])
      expect(record.content).toContain(`${title}. ${label}. ${says.join(" ")}`);
  });
});

describe("the record of a criterion", () => {
  test("it is shown by its code and title, with its claim, and can't be taken for a report", () => {
    for (const [index, record] of ofCriteria.entries()) {
      const { code, title, themeId, criterion } = views[index] as (typeof views)[number];
      expect(record.meta).toMatchObject({ title: `${code} ${title}`, kind: "Criterion", says: criterion.claim });
      expect(record.meta.themes).toBe(themeId);
      expect(record.meta.parts).toMatch(/^[0-7]( [0-7])*$/);
      expect(record.filters).toEqual({});
    }
  });

  test("it can be found by each sentence of its ladder and by its limits, and not by its examples", () => {
    for (const [index, { content }] of ofCriteria.entries()) {
      const { criterion } = views[index] as (typeof views)[number];
      for (const { says } of criterion.levels) expect(content).toContain(says);
      expect(content).toContain(criterion.limits);
      for (const { because } of criterion.examples) expect(content).not.toContain(because);
    }
  });
});
