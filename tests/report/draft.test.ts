import { expect, test } from "vitest";
import { isDraft } from "../../src/core/audit.ts";
import { criterionView } from "../../src/report/criterion.ts";
import { draftNotice } from "../../src/report/draft.ts";
import { serviceLines } from "../../src/report/overview.ts";
import { reportView } from "../../src/report/service.ts";
import { around, assessed, linesOf } from "./repository.ts";

const id = "harbour-lane/2025";
const draft = assessed(id, { "audit.status": "draft" });
const period = "1 April 2024 to 31 March 2025";

test("an audit is final unless it says that it is a draft", () => {
  expect(isDraft(draft.audit)).toBe(true);
  expect(isDraft(assessed(id, { "audit.status": "final" }).audit)).toBe(false);
  expect(isDraft(assessed(id).audit)).toBe(false);
});

test("a draft is called one wherever its period stands", () => {
  const report = reportView(draft, around, linesOf(id));
  expect(report.period).toBe(`${period} (draft)`);
  expect(report.citation.title).toBe(`Assessment pathway audit, ${period} (draft).`);
  expect(serviceLines([draft], around)[0]?.audits[0]?.period).toBe(`${period} (draft)`);
  const [placed] = around.catalogue.criteria;
  expect(placed && criterionView(placed, around, [draft]).stands[0]?.period).toBe(`${period} (draft)`);
});

test("a final audit is called nothing of the kind", () => {
  expect(reportView(assessed(id, { "audit.status": "final" }), around, linesOf(id)).period).toBe(period);
  expect(reportView(assessed(id), around, linesOf(id)).period).toBe(period);
});

test("the notice says that the report is a draft, and what that means", () => {
  expect(draftNotice).toEqual({
    mark: "DRAFT",
    says: "This audit is a draft. It is shown here while it is being worked on, and the built site leaves it out. Please do not pass it on or cite it.",
  });
});
