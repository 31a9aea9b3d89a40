/** What can be downloaded of a report, and how it is checked with that. */

/** A file beside a report. */
export interface DownloadView {
  readonly text: string;
  readonly href: string;
  /** The name it is saved under, which tells reports apart; null where it keeps its own, which verifying looks for. */
  readonly saveAs: string | null;
}

/** The files beside the report with this id, in the order in which they are offered. */
export function downloads(id: string): DownloadView[] {
  const file = (text: string, name: string, saveAs: string | null = `${id.replace("/", "-")}-${name}`) => ({
    text,
    href: `/services/${id}/${name}`,
    saveAs,
  });
  return [
    file("The audit (YAML)", "audit.yaml", null),
    file("The assessment (JSON)", "assessment.json", null),
    file("Findings (CSV)", "findings.csv"),
    file("Improvement plan (CSV)", "plan.csv"),
    file("Citation (RIS)", "report.ris"),
    file("Citation (BibTeX)", "report.bib"),
  ];
}

/** How anybody can check a report. The command stands between the two parts. */
export const checkSays = [
  "Anybody can work this report out again. Save the audit and the assessment into one folder and run",
  "with a copy of Rapport that has these criteria: it says whether every finding is what the audit and the criteria give, and what differs where.",
] as const;

export const checkCommand = "rapport verify FOLDER";

/** What the files are like. The link to the schema stands between the two parts. */
export const filesSay = [
  "The fields of the assessment are described in",
  "its schema",
  "The tables open in a spreadsheet.",
] as const;
