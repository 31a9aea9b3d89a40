/** A report's findings as a table for spreadsheets: one finding a row, every row whole by itself. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Catalogue } from "../core/catalogue.ts";
import type { StatedFact } from "../core/evidence.ts";
import { findingCitation } from "./citation.ts";
import { type Cell, csv } from "./csv.ts";
import { standingText, word } from "./wording.ts";

/** Column titles, in the order of the cells of a row. */
const columns = [
  ...["Service", "Period from", "Period to", "Code", "Criterion", "Title", "Theme"],
  ...["Standing", "Stands at", "Levels", "What it says"],
  ...["Facts", "Evidence", "Strength", "Client-reported", "Facts with evidence", "Facts that could have evidence"],
  ...["Would be settled by", "Exceptions", "Basis", "Contested", "Criteria version", "Threshold profile", "Address"],
] as const;

/** The table as CSV. `addressOf` gives the address of a path of the site, or the path where none is known. */
export function findingsCsv(assessment: Assessment, catalogue: Catalogue, addressOf: (path: string) => string): string {
  return csv([columns, ...assessment.findings.map((finding) => row(finding, assessment, catalogue, addressOf))]);
}

function row(
  finding: Finding,
  assessment: Assessment,
  { criteria, method }: Catalogue,
  addressOf: (path: string) => string,
): Cell[] {
  const { audit, catalogue, themes } = assessment;
  const { criterion: id, support } = finding;
  const criterion = criteria.find((one) => one.criterion.id === id)?.criterion;
  if (criterion === undefined) throw new Error(`the catalogue has no criterion "${id}"`);
  const evidence = (audit.evidence ?? []).filter((one) => finding.facts.some((fact) => fact.evidence.includes(one.id)));
  return [
    audit.service.name,
    audit.audit.period.from,
    audit.audit.period.to,
    finding.code,
    id,
    finding.title,
    themes.find((theme) => theme.id === finding.theme)?.title ?? finding.theme,
    word(finding.standing),
    standingText(finding, method),
    levelsCell(finding.levels),
    finding.says.join(" / "),
    parts(finding.facts.map(factText)),
    parts(evidence.map((one) => one.id)),
    word(support.strength),
    support.clientReported ? "Yes" : "No",
    support.supported,
    support.of,
    parts(finding.needs),
    parts(finding.exceptions),
    word(criterion.basis.kind),
    criterion.contested === undefined ? "No" : "Yes",
    catalogue.version,
    catalogue.profile,
    addressOf(findingCitation(finding, assessment).href),
  ];
}

/** One level is a number; several that the facts still allow are text. */
function levelsCell(levels: Finding["levels"]): Cell {
  const [only, ...others] = levels;
  if (only === undefined) return "Not applicable";
  return others.length === 0 ? only : levels.join("; ");
}

/** No cell is left empty: a reader could not tell none from not known. */
function parts(all: readonly string[]): string {
  return all.length === 0 ? "None" : all.join("; ");
}

/** A fact with its value as the file has it: "waiting.updates: on_request". */
function factText({ path, value }: StatedFact): string {
  return `${path}: ${valueText(value)}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && !/[;,"[\]{}\s]|^$/.test(value)) return value;
  return JSON.stringify(value);
}
