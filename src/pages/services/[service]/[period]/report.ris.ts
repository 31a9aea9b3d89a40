/** The report as a reference in RIS, beside it. */
import { reportRis } from "../../../../report/report-ris.ts";
import type { Report } from "../../../../site/library.ts";
import { address } from "../../../../site/links.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export function GET({ props: { report } }: { props: { report: Report } }): Response {
  return new Response(reportRis(report.assessment, address), {
    headers: { "Content-Type": "application/x-research-info-systems; charset=utf-8" },
  });
}
