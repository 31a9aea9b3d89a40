/** Results as text for a terminal. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Method } from "../core/catalogue.ts";
import { coverage, levelName, period, rangeSays, rangeText, standingText } from "../report/wording.ts";

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
    `${audit.service.name}, ${period(audit.audit.period)}`,
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
