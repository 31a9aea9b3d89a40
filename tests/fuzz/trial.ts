/** One run of the fuzzing: a text through reading, judging and every view model, and what is wrong with what comes out. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import assessmentSchema from "../../schemas/assessment.schema.json" with { type: "json" };
import auditSchema from "../../schemas/audit.schema.json" with { type: "json" };
import { type Assessment, assess } from "../../src/core/assess.ts";
import type { CheckedAudit } from "../../src/core/audit.ts";
import { type Problem, problemText } from "../../src/core/problem.ts";
import { type ReadAudit, readAudit } from "../../src/reading/audit.ts";
import { planProblems } from "../../src/reading/plan.ts";
import { briefView } from "../../src/report/brief.ts";
import { comparison, comparisonCells } from "../../src/report/comparison.ts";
import { csv } from "../../src/report/csv.ts";
import { directory } from "../../src/report/directory.ts";
import { findingsCsv } from "../../src/report/findings-table.ts";
import { groups } from "../../src/report/groups.ts";
import { serviceLines } from "../../src/report/overview.ts";
import { planCsv } from "../../src/report/plan-table.ts";
import { reportRecord } from "../../src/report/records.ts";
import { reportBibtex } from "../../src/report/report-bibtex.ts";
import { reportRis } from "../../src/report/report-ris.ts";
import { reportView } from "../../src/report/service.ts";
import { sinceView } from "../../src/report/since.ts";
import { standings } from "../../src/report/standings.ts";
import { summaryView } from "../../src/report/summary.ts";
import { yardstick } from "../core/yardstick.ts";
import { around, audits } from "../report/repository.ts";

/** What came of one text: how far it went, and each thing that is wrong, in a sentence. */
export interface Outcome {
  readonly reached: "problems" | "report";
  readonly wrong: readonly string[];
}

const file = "audits/fuzz/2025.yaml";
const example = audits[0] as (typeof audits)[number];
const others = [...new Map(audits.map((one) => [one.audit.service.id, one])).values()].slice(0, 3);
const otherAssessments = others.map((one) => assess(one, yardstick.catalogue));

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false });
ajv.addVocabulary(["tsType"]);
addFormats.default(ajv, ["date", "uri"]);
ajv.addSchema(auditSchema);
const isAssessment = ajv.compile(assessmentSchema);

/** Runs a text through everything; where `meant` is given, what is read has to be that. */
export function tried(text: string, meant?: unknown): Outcome {
  try {
    const read = readAudit(text, file, yardstick.validators, yardstick.around);
    const wrong = read.problems.flatMap((problem) => misplaced(problem, text));
    if (meant !== undefined && read.audit && !same(read.audit, meant))
      wrong.push("what was read is not what was written");
    if (read.audit === undefined) {
      if (read.problems.length === 0) wrong.push("there is neither an audit nor a problem");
      return { reached: "problems", wrong };
    }
    const checked = { id: "fuzz/2025", file, sha256: "0".repeat(64), audit: read.audit };
    return { reached: "report", wrong: [...wrong, ...reported(checked, read, text)] };
  } catch (error) {
    return { reached: "problems", wrong: [`it throws ${error instanceof Error ? error.stack : String(error)}`] };
  }
}

/** Makes all views of an audit's report. */
function reported(checked: CheckedAudit, { places }: ReadAudit, text: string): string[] {
  const assessment = assess(checked, yardstick.catalogue);
  const wrong = planProblems(assessment, { shown: file, places }).flatMap((problem) => misplaced(problem, text));
  if (!isAssessment(JSON.parse(JSON.stringify(assessment))))
    wrong.push(`the assessment is not what its schema says: ${JSON.stringify(isAssessment.errors)}`);
  const lines = { text: text.split(/\r\n|\r|\n/), of: (pointer: string) => places.get(pointer) };
  const view = reportView(assessment, around, lines);
  const all = [assessment, ...otherAssessments];
  const stands = standings(all, around);
  const table = directory(all, around);
  const side = comparison(
    stands,
    all.map(({ id }) => id),
  );
  const views = {
    view,
    summary: summaryView(assessment, view, around),
    brief: briefView(assessment, view, around),
    since: sinceView(before(assessment), assessment, around),
    back: sinceView(assessment, before(assessment), around),
    stands,
    table,
    side,
    groups: groups(stands),
    services: serviceLines(all, around),
    record: reportRecord(view, assessment, around),
  };
  const files = [
    csv([table.heads, ...table.rows.map(({ cells }) => cells)]),
    csv(comparisonCells(side)),
    findingsCsv(assessment, yardstick.catalogue, (path) => path),
    planCsv(assessment, yardstick.catalogue),
  ];
  wrong.push(...nothingSaid(views, text));
  for (const one of files) if (!one.endsWith("\r\n")) wrong.push("a table has no end");
  for (const one of [reportRis(assessment, (path) => path), reportBibtex(assessment, (path) => path)])
    if (/(?!\n)\p{Cc}/u.test(one.replaceAll("\r\n", ""))) wrong.push("a reference holds control characters");
  return wrong;
}

/** An audit of the repository as the same service's, a year earlier. */
function before(assessment: Assessment): Assessment {
  const { service } = assessment.audit;
  return assess({ ...example, id: `${service.id}/2024`, audit: { ...example.audit, service } }, yardstick.catalogue);
}

/** What is wrong with how a problem is told. */
function misplaced(problem: Problem, text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const { line, column, message, hint = "" } = problem;
  const length = lines[line - 1]?.length ?? -1;
  const wrong: string[] = [];
  if (problem.file !== file) wrong.push("no file");
  if (!Number.isInteger(line) || line < 1 || line > lines.length) wrong.push("no line of the text");
  else if (!Number.isInteger(column) || column < 1 || column > length + 1) wrong.push("no column of the text");
  if (message.trim() === "" || message.endsWith(".")) wrong.push("no sentence");
  if (/[\p{Cc}\p{Cf}]/u.test(message + hint)) wrong.push("control characters in the sentence");
  return wrong.map((what) => `${what}: ${JSON.stringify(problemText(problem))}`);
}

/** Views hold plain text and real numbers, and no word that only a program says. */
function nothingSaid(value: unknown, text: string, path = ""): string[] {
  if (typeof value === "string") {
    const said = /\[object \w+\]|\bundefined\b|\bNaN\b/.exec(value)?.[0];
    return said !== undefined && !text.includes(said) ? [`${path} says ${said}: ${value}`] : [];
  }
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => nothingSaid(inner, text, `${path}.${key}`));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** A value with the keys of its groups in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}
