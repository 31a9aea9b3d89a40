/** Holds a published report against its audit: finds the two files, works everything out again, says what differs. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Problem, problemText } from "../core/problem.ts";
import { verify as held, type Verification } from "../core/verification.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { readPublished } from "../reading/published.ts";
import { verificationLines } from "../report/verification.ts";
import { period } from "../report/wording.ts";
import type { ExitCode, Surroundings } from "./commands.ts";

/** The two files that are held against each other. */
interface Pair {
  readonly assessment: string;
  readonly audit: string;
}

/** An assessment is some 100 KB; what is much larger is something else. */
const largest = 8 * 1024 * 1024;

/** Ends with 0 where the report is what its audit and the criteria give, 1 where it is not or can't be told, 2 on wrong use. */
export function verify(paths: readonly string[], format: "text" | "json", around: Surroundings): ExitCode {
  const pair = pairOf(paths);
  if (typeof pair === "string") {
    around.talk(pair);
    return 2;
  }
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return refused(problems, "The catalogue can't be read", around);
  const { published, problems: unread } = readPublished(readFileSync(pair.assessment, "utf8"), pair.assessment);
  if (published === undefined) return refused(unread, "Nothing was verified", around);
  const { audit, problems: found } = readAuditFile(pair.audit, around.root, yardstick, false);
  if (audit === undefined) return refused(found, "Nothing was verified: the audit is not sound here", around);

  const verification = held(published, audit, yardstick.catalogue);
  const { service, audit: own } = audit.audit;
  const files = { assessment: basename(pair.assessment), audit: basename(pair.audit) };
  const lines = verificationLines(verification, files, yardstick.catalogue.method);
  around.out(
    format === "json" ? asJson(verification) : [`${service.name}, ${period(own.period)}`, "", ...lines].join("\n"),
  );
  return verification.same ? 0 : 1;
}

/** An assessment and an audit; a folder that holds both, or an assessment with its audit beside it. Else what is wrong. */
function pairOf(paths: readonly string[]): Pair | string {
  if (paths.some((path) => /^https?:/i.test(path)))
    return "verify reads files: download the report's assessment (JSON) and audit (YAML), and name them here.";
  const [one = "", other] = paths;
  const folder = other === undefined && isFolder(one);
  const named = folder ? [join(one, "assessment.json")] : paths;
  const assessment = named.find((path) => path.endsWith(".json"));
  const audit = named.find((path) => path.endsWith(".yaml")) ?? join(dirname(assessment ?? ""), "audit.yaml");
  if (assessment === undefined || paths.length > 2 || (other !== undefined && !named.includes(audit)))
    return "verify takes an assessment (JSON) and its audit (YAML), or one folder that holds assessment.json and audit.yaml.";
  const missing = [assessment, audit].find((path) => !existsSync(path) || isFolder(path));
  if (missing !== undefined) return `There is no file "${missing}". verify needs a report's assessment and its audit.`;
  if (statSync(assessment).size > largest) return `"${assessment}" is larger than an assessment can be.`;
  return { assessment, audit };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function refused(problems: readonly Problem[], what: string, { out, talk }: Surroundings): ExitCode {
  for (const problem of problems) out(problemText(problem));
  talk(`${what}.`);
  return 1;
}

/** A side that has nothing is left out. Signs that a terminal would obey are written as escapes, as JSON allows. */
function asJson(verification: Verification): string {
  return JSON.stringify(verification, null, 2).replaceAll(/[\x7f-\x9f\u2028\u2029]|\p{Cf}/gu, (sign) =>
    sign.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
