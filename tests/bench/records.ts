/** A program of the benchmark: prints the search records of a folder of audits as JSON. */

import type { SearchRecord } from "../../src/report/records.ts";

const { viewsOf } = await import(new URL("eleventy/views.js", import.meta.url).href);
const { reports } = viewsOf(process.argv[2]) as { reports: readonly { record(): SearchRecord }[] };
process.stdout.write(JSON.stringify(reports.map(({ record }) => record())));
