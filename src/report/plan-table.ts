/**
 * The improvement plan as a table for spreadsheets, in the order of the columns of NICE's baseline assessment
 * tool, which managers know: recommendation, relevant, current practice, met, actions, deadline, lead, evidence,
 * risk. That order is from memory and was not looked up.
 */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Action } from "../core/audit.ts";
import type { Catalogue, Level } from "../core/catalogue.ts";
import type { Truth } from "../core/truth.ts";
import { type Cell, csv } from "./csv.ts";
import { levelName, standingText, word } from "./wording.ts";

const columns = [
  ...["Recommendation (criterion)", "Relevant?", "Current practice", "Met?", "Actions", "Deadline", "Lead"],
  ...["Evidence", "Risk"],
] as const;

/** The table as CSV: every criterion, once for each of its actions, so that the rest can be planned for too. */
export function planCsv(assessment: Assessment, catalogue: Catalogue): string {
  const rows = assessment.findings.flatMap((finding) => {
    const actions = (assessment.audit.actions ?? []).filter((action) => action.criterion === finding.criterion);
    return (actions.length === 0 ? [undefined] : actions).map((action) => row(finding, action, assessment, catalogue));
  });
  return csv([columns, ...rows]);
}

function row(finding: Finding, action: Action | undefined, { audit }: Assessment, { method }: Catalogue): Cell[] {
  const evidence = (audit.evidence ?? [])
    .filter(({ id }) => finding.facts.some((fact) => fact.evidence.includes(id)))
    .map(({ id, title, section }) => [`${id} ${title}`, section].filter(Boolean).join(", "));
  return [
    `${finding.code} ${finding.title} (${finding.criterion})`,
    relevant[finding.applies],
    practice(finding),
    met(finding, standingText(finding, method)),
    action ? actionText(action, (level) => levelName(level, method)) : "None stated",
    action?.due ?? notStated,
    action?.owner_role ?? notStated,
    evidence.join("; ") || "None named",
    // An audit states no risk, and none is made up here: the column is for the service to fill in.
    notStated,
  ];
}

const notStated = "Not stated";

const relevant: Readonly<Record<Truth, string>> = { yes: "Yes", no: "No", maybe: "Not known yet" };

function practice({ standing, says, applies }: Finding): string {
  const may = applies === "maybe" ? [...says, "it may not apply"] : says;
  return standing === "open" ? `Not known yet, one of these: ${may.join(" / ")}` : says.join(" ");
}

/** Good practice is met, developing in part, what is below is not; the level stands beside the answer. */
function met({ levels, applies }: Finding, stands: string): string {
  if (applies === "no") return stands;
  const [only = "", ...others] = new Set(levels.map((level) => (level === 3 ? "Yes" : level === 2 ? "In part" : "No")));
  return `${applies === "yes" && others.length === 0 ? only : "Not known yet"} (${stands})`;
}

function actionText({ id, action, status, from_level, aim_level }: Action, name: (level: Level) => string): string {
  const from = from_level === undefined ? "" : `, from ${name(from_level as Level)}`;
  const aim = aim_level === undefined ? "" : `, aim ${name(aim_level as Level)}`;
  return `${id} ${action} (${word(status)}${from}${aim})`;
}
