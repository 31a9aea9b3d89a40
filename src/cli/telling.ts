/** Problems as they are told at the end of a command. */
import { type Problem, problemText } from "../core/problem.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { countOf } from "./print.ts";

/** Prints the problems and says how many there are. Ends with 1 where any is an error. */
export function tell(problems: readonly Problem[], { out, talk }: Surroundings, what: string): ExitCode {
  for (const problem of problems) out(problemText(problem));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  talk(`${what}: ${countOf(errors, "problem")}, ${countOf(problems.length - errors, "warning")}.`);
  return errors > 0 ? 1 : 0;
}
