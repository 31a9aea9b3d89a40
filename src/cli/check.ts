/** Checks audits, or everything there is. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
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
import { planProblemsOf } from "../reading/plan.ts";
import { readSiteSettings } from "../reading/settings-file.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import type { Format } from "./format/format.ts";
import { mended } from "./mending.ts";
import { countOf } from "./print.ts";
import { tell } from "./telling.ts";

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
  const { yardstick, problems } = readYardstick(root, !own, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read", format);
  const read = () =>
    all ? readAudits(join(cwd, "audits"), cwd, yardstick) : compared(readPaths(paths, cwd, yardstick), yardstick);
  const { audits, problems: found } = fix ? mended(read, around) : read();
  const guidance = own ? readGuidanceFiles(root, yardstick).problems : [];
  const plans = audits.flatMap((audit) => planProblemsOf(audit, yardstick.catalogue));
  const ladders = own || around.criteria ? ladderProblems(root, yardstick, around.criteria) : [];
  const settings = all ? readSiteSettings([cwd], cwd, yardstick.validators).problems : [];
  const files = audits.map(({ shown }) => shown);
  const told = [...settings, ...guidance, ...ladders, ...found, ...plans];
  return tell(told, around, countOf(audits.length, "sound audit"), format, files);
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
