/** Whether a built site may be written to a folder: never over, around or into what it is made from, nor over a stranger's files. */
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, parse, resolve, sep } from "node:path";

/** What a build reads and where it runs; every path is absolute. */
export interface Sources {
  /** Files and folders that may neither hold the output, nor lie in it, nor be it: what is read, by what it is called. */
  readonly read: readonly (readonly [what: string, path: string])[];
  /** The folder that the command runs in, which the output may lie in. */
  readonly cwd: string;
}

/** A site's own file that says who made it: a folder with it may be replaced. */
export const marker = ".rapport-site";

const markerText =
  "Rapport built this folder and replaces the whole of it with each build. Keep nothing of yours here.\n";

/** Marks a folder as a site that Rapport built, to be served under a path. */
export function mark(folder: string, base = "/"): void {
  writeFileSync(join(folder, marker), `${markerText}Path: ${base}\n`);
}

/** The path that a site of ours is served under; undefined where the folder is none. */
export function marked(folder: string): string | undefined {
  const file = join(folder, marker);
  return existsSync(file) ? (/^Path: (.*)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "/") : undefined;
}

/** Why a site may not be written to a path, which was given as `out`, and how to get on; undefined where it may. */
export function refusal(path: string, out: string, { read, cwd }: Sources): string | undefined {
  const target = truePath(path);
  if (target === undefined) return `--out ${out} is a link that leads nowhere: name the folder itself`;
  const elsewhere = "choose a folder of its own, such as --out site";
  for (const [what, path] of [
    ["the folder you are in", cwd],
    ["your home folder", homedir()],
    ["the whole disk", parse(target).root],
  ] as const)
    if (holds(target, truePath(path) ?? path)) return `--out ${out} is or holds ${what}: ${elsewhere}`;
  for (const [what, path] of read) {
    const source = truePath(path) ?? path;
    if (holds(target, source)) return `--out ${out} is or holds ${what}, which the site is made from: ${elsewhere}`;
    if (holds(source, target)) return `--out ${out} lies in ${what}, which the site is made from: ${elsewhere}`;
  }
  const kept = target.split(sep).find((step) => step === "node_modules" || step === ".git");
  if (kept !== undefined) return `--out ${out} lies in a folder ${kept}, which is not yours to fill: ${elsewhere}`;
  return occupied(out, target);
}

/** What stands at a path already that no build of ours made. */
function occupied(out: string, target: string): string | undefined {
  if (!existsSync(target)) return undefined;
  if (!lstatSync(target).isDirectory()) return `--out ${out} is a file: name a folder`;
  const files = readdirSync(target);
  if (files.length === 0 || files.includes(marker)) return undefined;
  return `--out ${out} has files in it that Rapport did not build (${files.toSorted().slice(0, 3).join(", ")}), and a build replaces the whole folder: choose a new folder; or, if it is an old site of yours, delete it first`;
}

/** Whether a path is a folder or lies in it. */
function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * A path with every link on it followed, as far as it exists; what does not exist yet is as it was named.
 * Undefined where it is a link to something that is not there, which would be made somewhere unseen.
 */
export function truePath(path: string): string | undefined {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync.native(full);
  if (isLink(full)) return undefined;
  const above = dirname(full);
  if (above === full) return full;
  const parent = truePath(above);
  return parent === undefined ? undefined : join(parent, basename(full));
}

function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== "";
  } catch {
    return false;
  }
}
