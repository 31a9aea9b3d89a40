/** Holds a published report against its audit: works everything out again and says what differs. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Problem, problemText } from "../core/problem.ts";
import { verify as held } from "../core/verification.ts";
import { readAssessment } from "../reading/assessment.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { verificationLines } from "../report/verification.ts";
import { period } from "../report/wording.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { pairOf } from "./pair.ts";
import { jsonText, visible } from "./visible.ts";

/** Ends with 0 where the report is what its audit and the criteria give, 1 where it is not or can't be told, 2 on wrong use. */
export function verify(paths: readonly string[], json: boolean, around: Surroundings): ExitCode {
  const pair = pairOf(paths);
  if (typeof pair === "string") {
    around.talk(pair);
    return 2;
  }
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return refused(problems, "The catalogue can't be read", around);
  const { published, problems: unread } = readAssessment(readFileSync(pair.assessment, "utf8"), pair.assessment);
  if (published === undefined) return refused(unread, "Nothing was verified", around);
  const { audit, problems: found } = readAuditFile(pair.audit, around.cwd, yardstick, false);
  if (audit === undefined) return refused(found, "Nothing was verified: the audit is not sound here", around);

  const verification = held(published, audit, yardstick.catalogue);
  const { service, audit: own } = audit.audit;
  const files = { assessment: basename(pair.assessment), audit: basename(pair.audit) };
  const lines = verificationLines(verification, files, yardstick.catalogue.method);
  around.out(
    json ? jsonText(verification) : visible([`${service.name}, ${period(own.period)}`, "", ...lines].join("\n"), "\n"),
  );
  return verification.same ? 0 : 1;
}

function refused(problems: readonly Problem[], what: string, { out, talk }: Surroundings): ExitCode {
  for (const problem of problems) out(visible(problemText(problem), "\n"));
  talk(`${what}.`);
  return 1;
}
