/** A report as a reference in RIS, for reference managers: a tag and its value a line, CRLF, UTF-8. */
import type { Assessment } from "../core/assess.ts";
import { checkNote, reportCitation, reportTitle } from "./citation.ts";

/** The reference of a report. `addressOf` gives the address of a path of the site, or the path where none is known. */
export function reportRis(assessment: Assessment, addressOf: (path: string) => string): string {
  const { service, audit } = assessment.audit;
  const address = addressOf(reportCitation(assessment).href);
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ["TY", "RPRT"],
    ["AU", corporate(service.name)],
    ["PY", audit.completed_on.slice(0, 4)],
    ["DA", audit.completed_on.replaceAll("-", "/")],
    ["TI", reportTitle(assessment)],
    ["M3", "Service audit"],
    ["PB", service.name],
    ["N1", checkNote(assessment)],
    ...(URL.canParse(address) ? [["UR", address] as const] : [["N1", `On its site at ${address}`] as const]),
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

/** RIS splits an author at the comma into family and given name, and forbids the asterisk. */
function corporate(name: string): string {
  return name.replaceAll(/\s*[,*]\s*/g, " ");
}

/** A value on the line of its tag: whatever breaks or hides a line is a space. */
function oneLine(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
