/**
 * Builds the site in a workshop beside the last good one and swaps the two, so that a build that fails or is
 * stopped leaves the last good site as it was.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDraft } from "../core/audit.ts";
import { problemText } from "../core/problem.ts";
import { readProject } from "../reading/disk.ts";
import { hand } from "../reading/handed.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { mark, refusal, truePath } from "./output.ts";
import type { Place } from "./place.ts";
import { countOf } from "./print.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

/** What is built and where it will live. */
export interface BuildOptions extends Place {
  /** The folder with the audits. */
  readonly audits: string;
  /** The folder that it is written to. */
  readonly out: string;
}

/** Rapport's own folders, as a refusal calls them. */
const own = ["src", "content", "schemas", "public", "tests", "node_modules"];

/** Checks every file first; where anything is wrong, says so and builds nothing. Drafts are left out, and named. */
export async function build(
  { audits: folder, out, ...place }: BuildOptions,
  { root, cwd, out: print, talk }: Surroundings,
): Promise<ExitCode> {
  const target = resolve(cwd, out);
  const sources = { cwd, read: [["the audits", resolve(cwd, folder)], ...ownFolders(root)] as const };
  const refused = refusal(target, out, sources);
  if (refused !== undefined) {
    talk(`Nothing was built. ${refused}.`);
    return 2;
  }
  if (!existsSync(resolve(cwd, folder))) {
    talk(`Nothing was built. There is no folder ${folder}: name the folder with the audits with --audits DIR.`);
    return 2;
  }
  const { audits, problems } = readProject(root, resolve(cwd, folder), cwd);
  for (const problem of problems) print(problemText(problem));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) {
    talk(`Nothing was built: ${countOf(errors, "problem")}. The last site in ${out} is as it was.`);
    return 1;
  }

  let workshop: Workshop | undefined;
  const stop = () => workshop?.close();
  const interrupted = (_: NodeJS.Signals, number: number) => {
    stop();
    process.exit(128 + number);
  };
  for (const signal of signals) process.on(signal, interrupted);
  process.on("exit", stop);
  try {
    workshop = openWorkshop(root, truePath(target) ?? target);
    hand({ root: workshop.project, audits: resolve(cwd, folder), from: cwd, drafts: false }, process.env);
    await make(workshop, place);
    const late = refusal(target, out, sources);
    if (late !== undefined) {
      talk(`The site was built and not put in place. ${late}.`);
      return 2;
    }
    workshop.swap();
  } catch (error) {
    const says = unwritable(error);
    if (says === undefined) throw error;
    talk(`The site could not be written: ${says}. The last site in ${out} is as it was.`);
    return 3;
  } finally {
    stop();
    process.off("exit", stop);
    for (const signal of signals) process.off(signal, interrupted);
  }
  const drafts = audits.filter(({ audit }) => isDraft(audit));
  talk(`Built ${countOf(audits.length - drafts.length, "report")} into ${out}.`);
  if (drafts.length > 0)
    talk(`Left out, as ${drafts.length === 1 ? "a draft" : "drafts"}: ${drafts.map(({ shown }) => shown).join(", ")}.`);
  return 0;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function ownFolders(root: string): (readonly [string, string])[] {
  return own.map((name) => [`Rapport's own folder ${name}`, join(root, name)]);
}

async function make({ project, site, cache }: Workshop, place: Place): Promise<void> {
  // Whatever the shell says: pages carry their policy in production only, and Vite lets a variable stand for its own.
  process.env["NODE_ENV"] = "production";
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  for (const name of ["BASE_URL", "SITE", "ASSETS_PREFIX", "MODE", "DEV", "PROD", "SSR"]) delete process.env[name];
  const astro = await import("astro");
  const vite = { cacheDir: join(cache, "vite") };
  await astro.build({ root: project, ...place, outDir: site, cacheDir: cache, vite, logLevel: "warn" });
  mark(site);
}

/** What a file system says where nothing more can be written, in words; undefined where it is something else. */
function unwritable(error: unknown): string | undefined {
  const { code = "", path = "", syscall = "" } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && syscall === "mkdir") return `no folder can be made there (${path})`;
  const words: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EFBIG: "a file would be larger than is allowed",
    EROFS: "the disk can only be read",
    EACCES: "it may not be written there",
    EPERM: "it may not be written there",
    EBUSY: "the folder is in use, or is a disk of its own",
    EXDEV: "the folder is a disk of its own: choose a folder on it",
  };
  return words[code] && `${words[code]}${path ? ` (${path})` : ""}`;
}
