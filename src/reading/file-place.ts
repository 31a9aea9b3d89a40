/** What is asked of a file's place before it is read: whether it may be, and what it is called in public. */
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { compareText, type Problem } from "../core/problem.ts";
import { publishedEnding } from "./published.ts";
import { largestFile } from "./yaml.ts";

/** What is wrong with where a file stands: a link that leads out of the audits, an assessment without its audit. */
export function misplaced(path: string, shown: string, audits: string): Problem | undefined {
  if (leaves(path, audits))
    return about(shown, "a link that leads out of the audits folder is not followed", "copy the file here");
  const audit = path.replace(publishedEnding, ".yaml");
  if (!path.endsWith(publishedEnding) || existsSync(audit)) return undefined;
  const hint = `put ${basename(audit)} here too, or delete this file`;
  return about(shown, "the audit that this assessment was made from is not beside it", hint);
}

/** Where a published report says that its audit lay: audits/<service>/<period>.yaml; its name alone where it lies loose. */
export function publicPath(path: string, inFolder: boolean, service: string): string {
  const folder = dirname(resolve(path));
  if (!inFolder && basename(folder) !== service) return basename(path);
  return [basename(dirname(folder)), basename(folder), basename(path)].filter((step) => step !== "").join("/");
}

/** Why a file is not read as an audit; undefined where it is. */
export function unreadable(path: string, file: string): Problem | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return about(file, "there is no such file");
  if (!stat.isFile()) return about(file, "this is not a file");
  if (!path.endsWith(".yaml"))
    return about(file, "the file's name does not end in .yaml", "rename it, or move it elsewhere");
  if (stat.size > largestFile)
    return about(
      file,
      "the file is larger than 256 KB",
      "an audit is some 150 lines; keep documents outside and name them under evidence",
    );
  return undefined;
}

/** What a folder holds, in order. */
export function entries(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => compareText(a.name, b.name));
}

/** Whether a path is a link that leads out of the folder, or nowhere. */
function leaves(path: string, folder: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return true;
  return !realpathSync(path).startsWith(realpathSync(folder) + sep);
}

/** Whether a path is a folder, links followed. */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

/** An error about a whole file. */
export function about(file: string, message: string, hint?: string): Problem {
  const from = { file, pointer: "", line: 1, column: 1 };
  return { ...from, severity: "error", rule: "file", message, ...(hint ? { hint } : {}) };
}
