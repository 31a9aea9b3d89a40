/** A program of the benchmark: prints the search records of a folder of audits as JSON. */

import { reportRecord } from "../../src/report/records.ts";
import type { ReportView } from "../../src/report/service.ts";

const { viewsOf } = await import(new URL("eleventy/views.js", import.meta.url).href);
const { reports } = viewsOf(process.argv[2]) as { reports: readonly { view: ReportView }[] };
process.stdout.write(JSON.stringify(reports.map(({ view }) => reportRecord(view, []))));
