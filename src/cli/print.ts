/** Results as text for a terminal. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Method } from "../core/catalogue.ts";

/** "3 problems", "1 problem", "no problems". */
export function countOf(count: number, one: string): string {
  return `${count === 0 ? "no" : count} ${one}${count === 1 ? "" : "s"}`;
}

/** A whole assessment as text: the profile, the range, and every finding with what would settle it. */
export function assessmentText(assessment: Assessment, method: Method): string {
  const { audit, tally, range, findings, themes } = assessment;
  const name = (level: number) => method.levels.find((one) => one.level === level)?.name ?? String(level);
  const counts = [3, 2, 1, 0].map((level) => `${name(level)} ${tally.levels[level as 0]}`);
  const lines = [
    `${audit.service.name}, ${audit.audit.period.from} to ${audit.audit.period.to}`,
    `${counts.join(" · ")} · Open ${tally.open} · Not applicable ${tally.notApplicable} · of ${tally.of} criteria`,
    range === null
      ? "No criterion applies."
      : `Range ${range.low} to ${range.high} of 100: ${range.low} on what is stated, ${range.high} if all that is not stated turned out well.`,
    `Catalogue ${assessment.catalogue.version}, thresholds ${assessment.catalogue.profile}, file sha256 ${assessment.sha256.slice(0, 12)}`,
  ];
  for (const theme of themes) {
    const own = findings.filter((finding) => finding.theme === theme.id);
    if (own.length === 0) continue;
    lines.push("", `${theme.title}${theme.range ? ` (${theme.range.low} to ${theme.range.high})` : ""}`);
    for (const finding of own) lines.push(...findingText(finding, name));
  }
  return lines.join("\n");
}

function findingText(finding: Finding, name: (level: number) => string): string[] {
  const { code, criterion, standing, levels, says, needs } = finding;
  const words =
    standing === "not applicable" ? "Not applicable" : levels.map((level) => `${level} ${name(level)}`).join(" or ");
  const lines = [`  ${code} ${criterion}: ${words}`];
  if (standing !== "open") lines.push(`     ${says[0] ?? ""}`);
  if (needs.length > 0) lines.push(`     would be settled by: ${needs.join(", ")}`);
  return lines;
}
