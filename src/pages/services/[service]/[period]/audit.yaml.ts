/** The audit as it was written, beside the report. */
import type { Report } from "../../../../site/library.ts";

export { reportPaths as getStaticPaths } from "../../../../site/library.ts";

export function GET({ props: { report } }: { props: { report: Report } }): Response {
  return new Response(report.file.text, { headers: { "Content-Type": "application/yaml; charset=utf-8" } });
}
