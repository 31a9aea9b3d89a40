/** A report as a reference in BibTeX, for LaTeX and reference managers, in UTF-8. */
import type { Assessment } from "../core/assess.ts";
import { checkNote, reportCitation, reportTitle } from "./citation.ts";

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

/** Characters that mean something to TeX by the names it has for them; other marks take a backslash. */
const named: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // With a backslash a brace would still be counted where BibTeX looks for the end of a value.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/** Text as TeX prints it, on one line. */
function escaped(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return line.replaceAll(/[\\{}~^<>$&#%_]/g, (sign) => named[sign] ?? `\\${sign}`);
}

/** An address as it is: the field is read to its closing brace, and an address has no brace of its own. */
function verbatim(address: string): string {
  return address.replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
