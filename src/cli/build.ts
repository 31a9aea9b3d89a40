/**
 * Builds the site beside the last good one and swaps the two, so that a build that fails or is stopped
 * leaves the last good site as it was.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isDraft } from "../core/audit.ts";
import { problemText } from "../core/problem.ts";
import { readProject } from "../reading/disk.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import type { Place } from "./place.ts";
import { countOf } from "./print.ts";

/** What is built and where it will live. */
export interface BuildOptions extends Place {
  /** The folder with the audits. */
  readonly audits: string;
  /** The folder that it is written to. */
  readonly out: string;
}

/** Checks every file first; where anything is wrong, says so and builds nothing. Drafts are left out, and named. */
export async function build(
  { audits: folder, out, ...place }: BuildOptions,
  { root, out: print, talk }: Surroundings,
): Promise<ExitCode> {
  const { audits, problems } = readProject(root, resolve(root, folder));
  for (const problem of problems) print(problemText(problem));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) {
    talk(`Nothing was built: ${countOf(errors, "problem")}. The last site in ${out} is as it was.`);
    return 1;
  }

  const own = join(root, ".rapport");
  const next = join(own, `next-${process.pid}`);
  const last = join(own, `last-${process.pid}`);
  const target = resolve(root, out);
  mkdirSync(own, { recursive: true });
  process.env["NODE_ENV"] = "production"; // whatever the shell says: pages carry their policy only then
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["RAPPORT_AUDITS"] = resolve(root, folder);
  delete process.env["RAPPORT_DRAFTS"];
  try {
    const astro = await import("astro");
    await astro.build({ root, ...place, outDir: next, logLevel: "warn" });
    mkdirSync(dirname(target), { recursive: true });
    if (existsSync(target)) renameSync(target, last);
    renameSync(next, target);
  } finally {
    rmSync(next, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
  const drafts = audits.filter(({ audit }) => isDraft(audit));
  talk(`Built ${countOf(audits.length - drafts.length, "report")} into ${out}.`);
  if (drafts.length > 0)
    talk(`Left out, as ${drafts.length === 1 ? "a draft" : "drafts"}: ${drafts.map(({ file }) => file).join(", ")}.`);
  return 0;
}
