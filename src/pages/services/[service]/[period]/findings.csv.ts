/** The findings as a table, beside the report. */
import { findingsCsv } from "../../../../report/findings-table.ts";
import { library, type Report } from "../../../../site/library.ts";
import { address } from "../../../../site/links.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export async function GET({ props: { report } }: { props: { report: Report } }): Promise<Response> {
  const { around } = await library();
  return new Response(findingsCsv(report.assessment, around.catalogue, address), {
    headers: { "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}
