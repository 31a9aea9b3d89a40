/** A program of the benchmark: prints the search records of a folder of audits as JSON. */
import type { Assessment } from "../../src/core/assess.ts";
import type { Around } from "../../src/report/around.ts";
import { reportRecord } from "../../src/report/records.ts";
import { reportHead } from "../../src/report/service.ts";

const { judged } = await import(new URL("eleventy/views.js", import.meta.url).href);
const { assessments, around } = judged(process.argv[2]) as { assessments: readonly Assessment[]; around: Around };
process.stdout.write(JSON.stringify(assessments.map((one) => reportRecord(reportHead(one, around), one, around))));
