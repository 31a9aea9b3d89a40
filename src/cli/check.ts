/** Checks audits, or everything there is. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { assess } from "../core/assess.ts";
import type { Problem } from "../core/problem.ts";
import {
  type Audits,
  compared,
  ladderProblems,
  readAuditFile,
  readAudits,
  readFolder,
  readGuidanceFiles,
  readYardstick,
  type Yardstick,
} from "../reading/disk.ts";
import { planProblems } from "../reading/plan.ts";
import { largestFile } from "../reading/yaml.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import type { Format } from "./format/format.ts";
import { mended } from "./mending.ts";
import { countOf } from "./print.ts";

/** How a check is made and told. */
export interface CheckOptions {
  readonly format: Format;
  /** Whether plain slips are mended in the files first. */
  readonly fix: boolean;
}

/**
 * Checks the given audits (files or folders); without any, all of them, and in Rapport's own folder the guidance and
 * every ladder of the catalogue too: elsewhere they are as they were published.
 */
export function check(paths: readonly string[], { format, fix }: CheckOptions, around: Surroundings): ExitCode {
  const { root, cwd } = around;
  const all = paths.length === 0;
  const own = all && cwd === root;
  const { yardstick, problems } = readYardstick(root, !own);
  if (yardstick === undefined) return tell(problems, [], format, "The catalogue can't be read", around);
  const read = () =>
    all ? readAudits(join(cwd, "audits"), cwd, yardstick) : compared(readPaths(paths, cwd, yardstick), yardstick);
  const { audits, problems: found } = fix ? mended(read, around) : read();
  const guidance = own ? readGuidanceFiles(root, yardstick).problems : [];
  const plans = audits.flatMap((audit) => planProblems(assess(audit, yardstick.catalogue), audit));
  const ladders = own ? ladderProblems(root, yardstick) : [];
  const files = audits.map(({ shown }) => shown);
  return tell(
    [...guidance, ...ladders, ...found, ...plans],
    files,
    format,
    countOf(audits.length, "sound audit"),
    around,
  );
}

function readPaths(paths: readonly string[], from: string, yardstick: Yardstick): Audits {
  const read = paths.map((path): Audits => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return readServices(path, from, yardstick);
    const { audit, problems } = readAuditFile(path, from, yardstick);
    return { audits: audit ? [audit] : [], problems };
  });
  return { audits: read.flatMap((one) => one.audits), problems: read.flatMap((one) => one.problems) };
}

/** A folder of services, or one service's own folder. */
function readServices(path: string, from: string, yardstick: Yardstick): Audits {
  const files = readdirSync(path).filter((file) => file.endsWith(".yaml"));
  return files.length === 0
    ? readFolder(path, from, yardstick)
    : readPaths(
        files.map((file) => join(path, file)),
        from,
        yardstick,
      );
}

/** Writes the problems as the format has them, and says how many there are. Ends with 1 where any is an error. */
function tell(
  problems: readonly Problem[],
  sound: readonly string[],
  format: Format,
  what: string,
  { cwd, out, talk, colour }: Surroundings,
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
