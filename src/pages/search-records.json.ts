/** Hands the search records from the build to the index (site/integration.ts), which takes this file away. */
import { criterionRecord, reportRecord } from "../report/records.ts";
import { library } from "../site/library.ts";

export async function GET(): Promise<Response> {
  const { reports, criteria } = await library();
  const records = [
    ...reports.map(({ view, assessment: { audit } }) =>
      reportRecord(view, [
        audit.service.region ?? "",
        audit.service.client_group ?? "",
        audit.service.commissioner ?? "",
      ]),
    ),
    ...criteria.map(criterionRecord),
  ];
  return new Response(JSON.stringify(records));
}
