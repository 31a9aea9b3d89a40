/**
 * What the pages show, made as any user of Eleventy would make it: the audits read with js-yaml and held against
 * the schema with ajv, the judgement and the view models by Rapport's own core and report.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { CORE_SCHEMA, load } from "js-yaml";
import { assess } from "../../../src/core/assess.ts";
import { general } from "../../../src/core/facts.ts";
import { agrees } from "../../../src/reading/consistency.ts";
import { readGuidanceFiles, readYardstick } from "../../../src/reading/disk.ts";
import { briefView } from "../../../src/report/brief.ts";
import { comparison, comparisonCells } from "../../../src/report/comparison.ts";
import { csv } from "../../../src/report/csv.ts";
import { directory } from "../../../src/report/directory.ts";
import { findingsCsv } from "../../../src/report/findings-table.ts";
import { groups } from "../../../src/report/groups.ts";
import { sectionLinks } from "../../../src/report/guidance.ts";
import { serviceLines } from "../../../src/report/overview.ts";
import { planCsv } from "../../../src/report/plan-table.ts";
import { reportBibtex } from "../../../src/report/report-bibtex.ts";
import { reportRis } from "../../../src/report/report-ris.ts";
import { reportView } from "../../../src/report/service.ts";
import { sinceView } from "../../../src/report/since.ts";
import { standings } from "../../../src/report/standings.ts";
import { summaryView } from "../../../src/report/summary.ts";
import { cyclesOf, trendView } from "../../../src/report/trend.ts";
import { titles } from "../../../src/report/titles.ts";
import { placeAt, placesOf } from "./places.js";

const root = new URL("../../../", import.meta.url).pathname;

/** The audits of a folder, judged, with what their views need. */
export function judged(folder) {
  const { yardstick } = readYardstick(root);
  const { guidance } = readGuidanceFiles(root, yardstick);
  const files = readAll(folder);
  const assessments = files.map((file) => assess(file, yardstick.catalogue));
  return { files, assessments, around: aroundOf(yardstick, guidance) };
}

/** Reports, services and lists of a folder of audits. */
export function viewsOf(folder) {
  const { files, assessments, around } = judged(folder);
  const stands = standings(assessments, around);
  const sets = groups(stands);
  const cycles = cyclesOf(assessments);
  const reports = files.map((file, index) => reportOf(file, assessments[index], { around, sets, cycles }));
  const tables = [
    ["/services/services.csv", tableOf(directory(assessments, around))],
    ["/compare/standings.csv", csv(comparisonCells(comparison(stands, stands.audits.map(({ id }) => id))))],
    ["/compare/standings.json", JSON.stringify(stands)],
  ];
  return {
    reports,
    services: serviceLines(assessments, around).map((line) => ({ line, trend: trendOf(cycles.get(line.id), around) })),
    directory: directory(assessments, around),
    groups: sets.map((group) => ({ ...group, view: comparison(stands, group.ids) })),
    files: [
      ...tables,
      ...reports.flatMap(({ files: own }) => own),
      ...sets.map(({ href, ids }) => [`${href}comparison.csv`, csv(comparisonCells(comparison(stands, ids)))]),
    ].map(([path, text]) => ({ path, text })),
    catalogue: { version: around.catalogue.method.version, sha256: around.catalogue.sha256.slice(0, 16) },
  };
}

function readAll(folder) {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  ajv.addVocabulary(["tsType"]);
  addFormats.default(ajv, ["date", "uri"]);
  const validate = ajv.compile(JSON.parse(readFileSync(join(root, "schemas/audit.schema.json"), "utf8")));
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".yaml"));
  return names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const audit = load(text, { schema: CORE_SCHEMA });
    if (!validate(audit)) throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
    const sha256 = createHash("sha256").update(text).digest("hex");
    return { id: name.replace(/\.yaml$/, ""), file: `audits/${name}`, sha256, audit, text };
  });
}

function aroundOf({ catalogue, references, questions, around }, guidance) {
  return {
    catalogue,
    references: new Map(references.map((reference) => [reference.id, reference])),
    guidance: sectionLinks(guidance.pages),
    titleOf: titles(questions),
    movable: { questionOf: (path) => questions.get(general(path)), sound: (answers) => agrees(answers, around) },
  };
}

function reportOf(file, assessment, { around, sets, cycles }) {
  const places = placesOf(file.text);
  const lines = { text: file.text.split("\n"), of: (pointer) => placeAt(places, pointer) };
  const view = reportView(assessment, around, lines);
  const own = cycles.get(file.audit.service.id);
  const before = own[own.indexOf(assessment) - 1];
  return {
    file: file.file,
    view,
    since: before ? sinceView(before, assessment, around, undefined, own) : null,
    beside: sets.find(({ ids }) => ids.includes(assessment.id)) ?? null,
    brief: briefView(assessment, view, around),
    summary: summaryView(assessment, view, around),
    files: [
      [`${view.href}audit.yaml`, file.text],
      [`${view.href}assessment.json`, `${JSON.stringify(assessment, null, 2)}\n`],
      [`${view.href}findings.csv`, findingsCsv(assessment, around.catalogue, (path) => path)],
      [`${view.href}plan.csv`, planCsv(assessment, around.catalogue)],
      [`${view.href}report.ris`, reportRis(assessment, (path) => path)],
      [`${view.href}report.bib`, reportBibtex(assessment, (path) => path)],
    ],
  };
}

function tableOf({ heads, rows }) {
  return csv([heads, ...rows.map(({ cells }) => cells)]);
}

function trendOf(own, around) {
  return own.length > 1 ? trendView(own, around) : null;
}
