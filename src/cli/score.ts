/** Scores one audit. */
import { assess } from "../core/assess.ts";
import { problemText } from "../core/problem.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { planProblems } from "../reading/plan.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { assessmentText } from "./print.ts";
import { tell } from "./telling.ts";
import { jsonText, visible } from "./visible.ts";

/** Scores one audit and prints it as text or JSON. */
export function score(path: string, json: boolean, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { audit, problems: found } = readAuditFile(path, around.cwd, yardstick);
  if (audit === undefined) return tell(found, around, "Nothing was scored");
  const assessment = assess(audit, yardstick.catalogue);
  const warnings = [...found, ...planProblems(assessment, audit)];
  for (const warning of warnings) around.talk(visible(problemText(warning), "\n"));
  around.out(json ? jsonText(assessment) : visible(assessmentText(assessment, yardstick.catalogue.method), "\n"));
  return 0;
}
