/** The improvement plan as a table, beside the report. */
import { planCsv } from "../../../../report/plan-table.ts";
import { library, type Report } from "../../../../site/library.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export async function GET({ props: { report } }: { props: { report: Report } }): Promise<Response> {
  const { around } = await library();
  return new Response(planCsv(report.assessment, around.catalogue), {
    headers: { "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}
