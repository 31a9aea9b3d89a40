/** Results as text for a terminal. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Catalogue, Method, Placed } from "../core/catalogue.ts";
import { factsOf } from "../core/ladder.ts";
import type { Truth } from "../core/truth.ts";
import type { Said } from "../report/condition.ts";
import { periodOf } from "../report/draft.ts";
import type { Explanation } from "../report/explain.ts";
import { changeText } from "../report/move-up.ts";
import { coverage, levelName, rangeSays, rangeText, standingText } from "../report/wording.ts";

/** "3 problems", "1 problem", "no problems". */
export function countOf(count: number, one: string): string {
  return `${count === 0 ? "no" : count} ${one}${count === 1 ? "" : "s"}`;
}

/** A whole assessment as text: the profile, the range, and every finding with what would settle it. */
export function assessmentText(assessment: Assessment, method: Method): string {
  const { audit, tally, range, findings, themes, catalogue } = assessment;
  const counts = ([3, 2, 1, 0] as const).map((level) => `${levelName(level, method)} ${tally.levels[level]}`);
  const missing = new Set(findings.flatMap((finding) => finding.needs)).size;
  const lines = [
    `${audit.service.name}, ${periodOf(audit)}`,
    `${counts.join(" · ")} · Open ${tally.open} · Not applicable ${tally.notApplicable} · of ${tally.of} criteria`,
    range === null ? "No criterion applies." : `Range ${rangeText(range)}: ${rangeSays(range, missing)}`,
    coverage(findings),
    `Criteria ${catalogue.version}, thresholds ${catalogue.profile}, file sha256 ${assessment.sha256.slice(0, 12)}`,
  ];
  for (const theme of themes) {
    const own = findings.filter((finding) => finding.theme === theme.id);
    if (own.length === 0) continue;
    lines.push("", `${theme.title}: ${theme.range ? rangeText(theme.range) : "not applicable"}`);
    for (const finding of own) lines.push(...findingText(finding, method));
  }
  return lines.join("\n");
}

function findingText(finding: Finding, method: Method): string[] {
  const lines = [`  ${finding.code} ${finding.criterion}: ${standingText(finding, method)}`];
  if (finding.standing !== "open") lines.push(`     ${finding.says[0] ?? ""}`);
  if (finding.needs.length > 0) lines.push(`     would be settled by ${finding.needs.join(", ")}`);
  return lines;
}

const marks: Readonly<Record<Truth | "otherwise", string>> = {
  yes: "yes ",
  no: "no  ",
  maybe: "open",
  otherwise: "    ",
};

/** A criterion's steps in words; `judged` where an audit was held against them. */
export function explanationText(
  { code, criterion }: Placed,
  said: Explanation,
  judged: boolean,
  method: Method,
): string {
  const { standing, facts, steps, change } = said;
  const mark = (truth: Truth | "otherwise") => (judged ? `${marks[truth]}  ` : "");
  const part = ({ text, truth, parts }: Said, depth: number): string[] => [
    `${"  ".repeat(depth)}${mark(truth)}${text}`,
    ...parts.flatMap((inner) => part(inner, depth + 1)),
  ];
  const lines = [`${code} ${criterion.id}: ${criterion.title}`, ""];
  if (judged) {
    const names = standing.levels.map((level) => levelName(level, method));
    lines.push(
      standing.applies === "no"
        ? "Does not apply."
        : `Stands at: ${names.join(" or ")}${standing.applies === "maybe" ? ", or does not apply" : ""}`,
    );
    if (standing.needs.length > 0) lines.push(`Would be settled by ${standing.needs.join(", ")}`);
    lines.push("", "Facts", ...facts.map(({ path, value }) => `  ${path}: ${value}`), "");
  }
  lines.push("Steps, in the order they are tried");
  for (const { name, says, truth, parts } of steps) {
    lines.push(`  ${mark(truth)}${name}: ${says}`, ...parts.flatMap((one) => part(one, 2)));
  }
  if (judged && change)
    lines.push("", "The smallest change that moves it up", ...change.map((one) => `  ${changeText(one)}`));
  return lines.join("\n");
}

/** The catalogue as a Markdown table. */
export function catalogueText({ criteria, method }: Catalogue): string {
  const rows = criteria.map(({ code, criterion }) => {
    const reached = new Set(criterion.examples.flatMap(({ level }) => (typeof level === "number" ? [level] : [])));
    const open = criterion.examples.filter(({ level }) => Array.isArray(level)).length;
    const thresholds = Object.entries(criterion.thresholds ?? {}).map(
      ([name, { is, unit, status }]) => `${name} ${is} ${unit} (${status})`,
    );
    return [
      code,
      criterion.id,
      String(factsOf(criterion).length),
      `${[...reached].toSorted().join(" ")} and ${open} open`,
      thresholds.join(", ") || "none",
    ];
  });
  const table = [
    ["code", "criterion", "facts", "levels reached by examples", "thresholds"],
    ["---", "---", "---", "---", "---"],
    ...rows,
  ];
  return [
    `Catalogue ${method.version}: ${criteria.length} criteria`,
    "",
    ...table.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
}
