/**
 * A folder of our own, beside the output and so on its file system, in which a site is made and from which it is
 * swapped in. It is gone when the build ends, however it ends; what a killed build left is cleared by the next.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { copy, makeFolder } from "./copying.ts";

/** The folders of a workshop, and how it is shut. */
export interface Workshop {
  /** A copy of Rapport's own sources: Astro writes beside them, and an install may be read-only. */
  readonly project: string;
  /** Where the new site is made. */
  readonly site: string;
  readonly cache: string;
  /** Puts the new site in the place of the last one. */
  readonly swap: () => void;
  /** Takes the folder away. */
  readonly close: () => void;
}

/** What of an install a site is built from. */
export const parts = ["src", "content", "schemas", "public", "astro.config.mjs", "package.json", "tsconfig.json"];

const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 6);

/** .rapport-<name of the output>-<host>-<process>-<six signs> */
const named = /^\.rapport-(.+)-([0-9a-f]{6})-(\d+)-\w{6}$/;

/** No build takes longer than a day: what is older was left by one on a machine that we can't ask. */
const longest = 24 * 60 * 60 * 1000;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does some work in a workshop, which is closed when the work ends or fails, or when the process is told to stop. */
export async function inWorkshop<T>(root: string, target: string, work: (open: Workshop) => Promise<T>): Promise<T> {
  let workshop: Workshop | undefined;
  const close = () => workshop?.close();
  const stop = (_: NodeJS.Signals, number: number) => {
    close();
    process.exit(128 + number);
  };
  for (const signal of signals) process.on(signal, stop);
  process.on("exit", close);
  try {
    workshop = openWorkshop(root, target);
    return await work(workshop);
  } finally {
    close();
    process.off("exit", close);
    for (const signal of signals) process.off(signal, stop);
  }
}

/** Opens a workshop beside `target`, the true path of the output, for the install at `root`; clears what dead builds left. */
export function openWorkshop(root: string, target: string): Workshop {
  const beside = dirname(target);
  makeFolder(beside);
  clear(beside);
  const folder = mkdtempSync(join(beside, `.rapport-${basename(target)}-${host}-${process.pid}-`));
  const [project, last] = [join(folder, "project"), join(folder, "last")];
  const site = join(project, "dist"); // inside, since what Astro bundles looks for packages from there
  const close = () => {
    putBack(last, target);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const swap = () => exchange(site, target, last);
  try {
    mkdirSync(project);
    for (const part of parts) copy(join(root, part), join(project, part));
    linkPackages(root, folder, project);
  } catch (error) {
    close();
    throw error;
  }
  return { project, site, cache: join(folder, "cache"), swap, close };
}

/** Clears what dead builds left in a folder; where one was killed between the two steps of a swap, its last site is put back. */
export function clear(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, output = "", on = "", process = ""] = named.exec(name) ?? [];
    if (output === "") continue;
    const path = join(folder, name);
    const left = on === host ? !runs(Number(process)) : age(path) > longest;
    if (!left) continue;
    putBack(join(path, "last"), join(folder, output));
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Two renames, with nothing between them that waits: no signal can be heard there, and should the machine stop
 * just then, `last` is put back by the next command. Another build may swap at the same time: then again.
 */
function exchange(site: string, target: string, last: string): void {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(last, { recursive: true, force: true });
    try {
      if (existsSync(target)) renameSync(target, last);
      renameSync(site, target);
      return;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (attempt === 20 || !["ENOTEMPTY", "EEXIST", "ENOENT"].includes(code) || !existsSync(site)) throw error;
    }
  }
}

function putBack(last: string, target: string): void {
  if (existsSync(last) && !existsSync(target)) renameSync(last, target);
}

function runs(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function age(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

/** Lets the copy find the packages that the install finds: its own, and those beside or above it. */
function linkPackages(root: string, folder: string, project: string): void {
  const own = join(root, "node_modules");
  if (existsSync(own)) symlinkSync(own, join(project, "node_modules"), "junction");
  const astro = dirname(createRequire(join(root, "package.json")).resolve("astro/package.json"));
  const around = dirname(astro);
  if (around !== own) symlinkSync(around, join(folder, "node_modules"), "junction");
}
