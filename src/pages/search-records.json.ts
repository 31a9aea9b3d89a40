/** Hands the search records from the build to the index (site/integration.ts), which takes this file away. */
import { criterionRecord, reportRecord } from "../report/records.ts";
import { library } from "../site/library.ts";

export async function GET(): Promise<Response> {
  const { around, reports, criteria } = await library();
  const records = [
    ...reports.map(({ head, assessment }) => reportRecord(head, assessment, around)),
    ...criteria.map(criterionRecord),
  ];
  return new Response(JSON.stringify(records));
}
