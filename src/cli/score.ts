/** Scores one audit. */
import { assess } from "../core/assess.ts";
import { problemText } from "../core/problem.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { planProblems } from "../reading/plan.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { assessmentText } from "./print.ts";
import { tell } from "./telling.ts";

/** Scores one audit and prints it as text or JSON. */
export function score(path: string, json: boolean, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { audit, problems: found } = readAuditFile(path, around.cwd, yardstick);
  if (audit === undefined) return tell(found, around, "Nothing was scored");
  const assessment = assess(audit, yardstick.catalogue);
  const warnings = [...found, ...planProblems(assessment, audit)];
  for (const warning of warnings) around.talk(problemText(warning));
  around.out(json ? JSON.stringify(assessment, null, 2) : assessmentText(assessment, yardstick.catalogue.method));
  return 0;
}
