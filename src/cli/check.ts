/** Checks audits, or everything there is. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { assess } from "../core/assess.ts";
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
import type { ExitCode, Surroundings } from "./command.ts";
import { countOf } from "./print.ts";
import { tell } from "./telling.ts";

/**
 * Checks the given audits (files or folders); without any, all of them, and in Rapport's own folder the guidance and
 * every ladder of the catalogue too: elsewhere they are as they were published.
 */
export function check(paths: readonly string[], around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, paths.length > 0);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const all = paths.length === 0;
  const { audits, problems: found } = all
    ? readAudits(join(around.cwd, "audits"), around.cwd, yardstick)
    : compared(readPaths(paths, around.cwd, yardstick), yardstick);
  const own = all && around.cwd === around.root;
  const guidance = own ? readGuidanceFiles(around.root, yardstick).problems : [];
  const plans = audits.flatMap((audit) => planProblems(assess(audit, yardstick.catalogue), audit));
  const ladders = own ? ladderProblems(around.root, yardstick) : [];
  return tell([...guidance, ...ladders, ...found, ...plans], around, `${countOf(audits.length, "sound audit")}`);
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
