/** The whole assessment as JSON, beside the report. */
import { library, type Report } from "../../../../site/library.ts";

export async function getStaticPaths() {
  const { reports } = await library();
  return reports.map((report) => {
    const [service, period] = report.file.id.split("/");
    return { params: { service, period }, props: { report } };
  });
}

export function GET({ props: { report } }: { props: { report: Report } }): Response {
  return new Response(`${JSON.stringify(report.assessment, null, 2)}\n`, {
    headers: { "Content-Type": "application/json" },
  });
}
