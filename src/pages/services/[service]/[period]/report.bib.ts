/** The report as a reference in BibTeX, beside it. */
import { reportBibtex } from "../../../../report/report-bibtex.ts";
import type { Report } from "../../../../site/library.ts";
import { address } from "../../../../site/links.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export function GET({ props: { report } }: { props: { report: Report } }): Response {
  return new Response(reportBibtex(report.assessment, address), {
    headers: { "Content-Type": "application/x-bibtex; charset=utf-8" },
  });
}
