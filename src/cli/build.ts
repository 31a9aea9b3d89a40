/** Builds the site: checks everything it is made from, makes it in a workshop, and puts it in the place of the last. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isDraft } from "../core/audit.ts";
import { inOrder, problemText } from "../core/problem.ts";
import { type Project, readProject } from "../reading/disk.ts";
import { hand } from "../reading/handed.ts";
import { logoName, readSiteSettings, type SiteSettings } from "../reading/settings-file.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { hashOf, keep, madeFrom, standing } from "./keep.ts";
import { mark, refusal, type Sources, truePath } from "./output.ts";
import { type Place, placeOf } from "./place.ts";
import { countOf } from "./print.ts";
import { unwritable } from "./unwritable.ts";
import { visible } from "./visible.ts";
import { inWorkshop, parts, type Workshop } from "./workshop.ts";

/** What is built and where to. */
export interface BuildOptions {
  /** The folder with the audits. */
  readonly audits: string;
  /** The folder that it is written to. */
  readonly out: string;
  /** The address where it will stand, and its path, as they were given. */
  readonly site: string | undefined;
  readonly base: string | undefined;
  /** Whether every report is made anew, whatever the last site holds. */
  readonly fresh: boolean;
}

/** Rapport's own folders, as a refusal calls them. */
const own = ["src", "content", "schemas", "public", "tests", "node_modules"];

/** Checks every file first; where anything is wrong, says so and builds nothing. Drafts are left out, and named. */
export async function build(options: BuildOptions, around: Surroundings): Promise<ExitCode> {
  const { root, cwd, criteria, out: print, talk } = around;
  const { out } = options;
  const [target, audits] = [resolve(cwd, out), resolve(cwd, options.audits)];
  const misused = (says: string): ExitCode => {
    talk(`Nothing was built. ${says}.`);
    return 2;
  };
  const asked = placeOf(options.site, options.base);
  if (typeof asked === "string") {
    talk(asked);
    return 2;
  }
  const refused = refusal(target, out, sourcesOf(audits, undefined, around));
  if (refused !== undefined) return misused(refused);
  if (!existsSync(audits))
    return misused(`There is no folder ${options.audits}: name the folder with the audits with --audits DIR`);

  const project = readProject(root, audits, cwd, criteria);
  const site = settingsOf(project, audits, cwd);
  const problems = inOrder([...project.problems, ...site.problems]);
  for (const problem of problems) print(visible(problemText(problem), "\n"));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) {
    talk(`Nothing was built: ${countOf(errors, "problem")}. The last site in ${out} is as it was.`);
    return 1;
  }
  const place = placeOf(...given(options, site));
  if (typeof place === "string") return misused(place);

  const sources = sourcesOf(audits, site, around);
  const put = async (workshop: Workshop) => {
    const settings = prepared(workshop, site);
    const judgedBy = project.yardstick?.catalogue.sha256;
    const all = JSON.stringify([hashOf(workshop.project, parts), process.version, settings, place, judgedBy]);
    const now = madeFrom(project.audits, all);
    const kept = options.fresh ? [] : standing(target, now);
    const own = criteria ? { criteria } : {};
    const { project: copy } = workshop;
    hand({ root: copy, audits, from: cwd, drafts: false, kept, settings, project, ...own }, process.env);
    await make(workshop, place);
    keep(target, workshop.site, kept, now);
    const late = refusal(target, out, sources);
    if (late === undefined) workshop.swap();
    return late;
  };
  try {
    const late = refusal(target, out, sources) ?? (await inWorkshop(root, truePath(target) ?? target, put));
    if (late !== undefined) return misused(late);
  } catch (error) {
    const says = unwritable(error);
    if (says === undefined) throw error;
    talk(`The site could not be written: ${says}. The last site in ${out} is as it was.`);
    return 3;
  }
  const drafts = project.audits.filter(({ audit }) => isDraft(audit));
  talk(`Built ${countOf(project.audits.length - drafts.length, "report")} into ${out}.`);
  if (drafts.length > 0)
    talk(`Left out, as ${drafts.length === 1 ? "a draft" : "drafts"}: ${drafts.map(({ shown }) => shown).join(", ")}.`);
  return 0;
}

/** The settings beside the audits, or else in the folder that the command runs in; none while the criteria can't be read. */
export function settingsOf({ yardstick }: Project, audits: string, cwd: string): SiteSettings {
  return yardstick
    ? readSiteSettings([dirname(audits), cwd], cwd, yardstick.validators)
    : { settings: {}, problems: [] };
}

function sourcesOf(audits: string, site: SiteSettings | undefined, { root, cwd, criteria }: Surroundings): Sources {
  const files = [
    ["the site's settings", site?.file],
    ["the logo", site?.logo],
    ["your own criteria", criteria?.folder],
  ] as const;
  return {
    cwd,
    read: [
      ["the audits", audits],
      ...files.flatMap(([what, path]) => (path === undefined ? [] : [[what, path] as const])),
      ...own.map((name) => [`Rapport's own folder ${name}`, join(root, name)] as const),
    ],
  };
}

/** What the command line says of the place wins over the settings, part by part. */
function given({ site, base }: BuildOptions, { settings: { address } }: SiteSettings): Parameters<typeof placeOf> {
  if (site !== undefined || address === undefined) return [site, base];
  return base === undefined ? [address, undefined] : [new URL(address).origin, base];
}

/** Puts the logo among the site's own files. Gives the settings with its name there. */
export function prepared({ project }: Workshop, { settings, logo }: SiteSettings): SiteSettings["settings"] {
  if (logo === undefined) return settings;
  writeFileSync(join(project, "public", logoName(logo)), readFileSync(logo));
  return { ...settings, logo: logoName(logo) };
}

async function make({ project, site, cache }: Workshop, place: Place): Promise<void> {
  // Whatever the shell says: pages carry their policy in production only, and Vite lets a variable stand for its own.
  process.env["NODE_ENV"] = "production";
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  for (const name of ["BASE_URL", "SITE", "ASSETS_PREFIX", "MODE", "DEV", "PROD", "SSR"]) delete process.env[name];
  const astro = await import("astro");
  const vite = { cacheDir: join(cache, "vite") };
  await astro.build({ root: project, ...place, outDir: site, cacheDir: cache, vite, logLevel: "warn" });
  mark(site, place.base);
}
