/**
 * Which reports of the last site still stand. A report's pages follow from its audit, from the other audits of its
 * service, from the services that share its commissioner, and from everything that all pages are made of: where the
 * hash of all that is the same as last time, its pages are taken over from the last site.
 */
import { createHash } from "node:crypto";
import { existsSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDraft } from "../core/audit.ts";
import { compareText } from "../core/problem.ts";
import type { AuditFile } from "../reading/disk.ts";
import { makeFolder } from "./copying.ts";

/** A site's own file that says what each of its reports was made of. */
export const keepFile = ".rapport-reports.json";

/** What a report was made of, and the size in bytes of all its files: one that somebody has changed is made anew. */
interface Made {
  readonly from: string;
  readonly bytes: number;
}

/** The hash of all files below some folders, by their paths in order. */
export function hashOf(root: string, parts: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    else for (const name of readdirSync(full).toSorted(compareText)) add(join(path, name));
  };
  for (const part of parts) add(part);
  return hash.digest("hex");
}

/** For each report that is built, by its id, the hash of what its pages follow from; `all` is the hash of what all pages do. */
export function madeFrom(files: readonly AuditFile[], all: string): ReadonlyMap<string, string> {
  const built = files.filter(({ audit }) => !isDraft(audit));
  const cycles = hashes(
    built,
    ({ audit }) => audit.service.id,
    ({ id, sha256, published = null }) => [id, sha256, published],
  );
  const beside = hashes(built, commissionerOf, ({ id, audit }) => [id, audit.service.name]);
  const commissioners = [...beside.keys()].toSorted(compareText);
  return new Map(
    built.map((file) => [
      file.id,
      hashText([all, cycles.get(file.audit.service.id), beside.get(commissionerOf(file)), commissioners]),
    ]),
  );
}

/** For each kind of file, by its key, the hash of what `of` takes of every file of that kind. */
function hashes(
  files: readonly AuditFile[],
  keyOf: (file: AuditFile) => string,
  of: (file: AuditFile) => unknown,
): ReadonlyMap<string, string> {
  return new Map([...Map.groupBy(files, keyOf)].map(([key, own]) => [key, hashText(own.map(of))]));
}

function commissionerOf({ audit }: AuditFile): string {
  return audit.service.commissioner ?? "";
}

function hashText(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The ids of the reports of the site at `last` that are still what they would be now. */
export function standing(last: string, now: ReadonlyMap<string, string>): string[] {
  const then = read(join(last, keepFile));
  return [...now].flatMap(([id, from]) => {
    const made = then[id];
    return made?.from === from && bytesOf(folderOf(last, id)) === made.bytes ? [id] : [];
  });
}

/** Takes the pages of reports over from the last site into the new one, and notes there what every report was made of. */
export function keep(last: string, site: string, kept: readonly string[], now: ReadonlyMap<string, string>): void {
  for (const id of kept) link(folderOf(last, id), folderOf(site, id));
  const made = [...now].map(([id, from]): [string, Made] => [id, { from, bytes: bytesOf(folderOf(site, id)) }]);
  writeFileSync(join(site, keepFile), `${JSON.stringify(Object.fromEntries(made))}\n`);
}

function folderOf(site: string, id: string): string {
  return join(site, "services", ...id.split("/"));
}

/** Whatever is no note of ours says nothing, and everything is made anew. */
function read(file: string): Readonly<Record<string, Made | undefined>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch {
    return {};
  }
}

function bytesOf(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

/** The same files under a second name: the first goes with the last site. */
function link(from: string, to: string): void {
  makeFolder(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) link(source, target);
    else linkSync(source, target);
  }
}
