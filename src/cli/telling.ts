/** Problems as they are told at the end of a command. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Problem } from "../core/problem.ts";
import { largestFile } from "../reading/yaml.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import type { Format } from "./format/format.ts";
import { text } from "./format/text.ts";
import { countOf } from "./print.ts";

/** Writes the problems as the format has them, and says how many there are. Ends with 1 where any is an error. */
export function tell(
  problems: readonly Problem[],
  { cwd, out, talk, colour }: Surroundings,
  what: string,
  format: Format = text,
  sound: readonly string[] = [],
): ExitCode {
  const files = [...new Set([...sound, ...problems.map(({ file }) => file)])].toSorted();
  const written = format({ problems, files, lineOf: linesOf(cwd), colour });
  if (written !== "") out(written);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  talk(`${what}: ${countOf(errors, "problem")}, ${countOf(problems.length - errors, "warning")}.`);
  return errors > 0 ? 1 : 0;
}

/** Lines of files, each file read once and when it is asked for. */
function linesOf(cwd: string): (file: string, line: number) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = known.get(file) ?? read(resolve(cwd, file));
    known.set(file, lines);
    return lines[line - 1];
  };
}

function read(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= largestFile ? readFileSync(path, "utf8").split(/\r?\n/) : [];
}
