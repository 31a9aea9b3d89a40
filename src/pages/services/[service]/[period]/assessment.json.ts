/** The whole assessment as JSON, beside the report. */
import type { Report } from "../../../../site/library.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export function GET({ props: { report } }: { props: { report: Report } }): Response {
  return new Response(`${JSON.stringify(report.assessment, null, 2)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
}
