/** Shows the site while it is being written, until it is stopped. */
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { readProject } from "../reading/disk.ts";
import { hand } from "../reading/handed.ts";
import { prepared, settingsOf } from "./build.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { inWorkshop } from "./workshop.ts";

/**
 * Serves the pages as they are now; a saved audit shows at once, drafts among them. Rapport's own sources are
 * shown as they are saved where they are being worked on; a package may be read-only, and is copied.
 */
export async function dev(folder: string, { root, cwd, criteria }: Surroundings): Promise<ExitCode> {
  process.env["NODE_ENV"] = "development";
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const audits = resolve(cwd, folder);
  const site = settingsOf(readProject(root, audits, cwd, criteria), audits, cwd);
  const common = { audits, from: cwd, drafts: true, kept: [], ...(criteria ? { criteria } : {}) };
  const astro = await import("astro");
  if (!root.split(sep).includes("node_modules")) {
    const { logo: _, ...settings } = site.settings; // only a copy of the sources has it among its files
    hand({ ...common, root, settings }, process.env);
    await astro.dev({ root });
    return 0;
  }
  return inWorkshop(root, join(realpathSync(tmpdir()), "dev"), async (workshop) => {
    const { project, cache } = workshop;
    hand({ ...common, root: project, settings: prepared(workshop, site) }, process.env);
    const vite = { cacheDir: join(cache, "vite"), server: { fs: { strict: false } } }; // fonts lie among the packages
    await astro.dev({ root: project, cacheDir: cache, vite });
    return new Promise<never>(() => {});
  });
}
