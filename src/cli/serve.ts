/** Shows the site: while it is being written, or as it was built. Both run until they are stopped. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { hand } from "../reading/handed.ts";
import type { ExitCode, Surroundings } from "./command.ts";

/** Serves the pages as they are now; a saved audit or criterion shows at once, drafts among them. */
export async function dev(folder: string, { root, cwd }: Surroundings): Promise<ExitCode> {
  process.env["NODE_ENV"] = "development";
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  hand({ root, audits: resolve(cwd, folder), from: cwd, drafts: true }, process.env);
  const astro = await import("astro");
  await astro.dev({ root });
  return 0;
}

/** Serves the built site. */
export async function preview({ root, talk }: Surroundings): Promise<ExitCode> {
  if (!existsSync(join(root, "dist", "index.html"))) {
    talk("There is no site yet. Build it first: npm run build");
    return 1;
  }
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const astro = await import("astro");
  await astro.preview({ root });
  return 0;
}
