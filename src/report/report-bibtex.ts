/** A report as a reference in BibTeX, for LaTeX and reference managers, in UTF-8. */
import type { Assessment } from "../core/assess.ts";
import { checkNote, reportCitation, reportTitle } from "./citation.ts";
import { escaped } from "./latex.ts";

/** The reference of a report. `addressOf` gives the address of a path of the site, or the path where none is known. */
export function reportBibtex(assessment: Assessment, addressOf: (path: string) => string): string {
  const { service, audit } = assessment.audit;
  const address = addressOf(reportCitation(assessment).href);
  const known = URL.canParse(address);
  const fields: readonly (readonly [name: string, value: string])[] = [
    // Two pairs of braces, or the words of a service's name would be taken for a person's names.
    ["author", `{${escaped(service.name)}}`],
    ["title", `{${escaped(reportTitle(assessment))}}`],
    ["institution", escaped(service.name)],
    ["year", audit.completed_on.slice(0, 4)],
    ["type", "Service audit"],
    ["note", escaped(`${checkNote(assessment)}${known ? "" : ` On its site at ${address}`}`)],
    ...(known ? [["url", verbatim(address)] as const] : []),
  ];
  const key = assessment.id.replaceAll("/", "-");
  return `@techreport{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;
}

/** An address as it is: the field is read to its closing brace, and an address has no brace of its own. */
function verbatim(address: string): string {
  return address.replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
