/** Shows the site: while it is being written, or as it was built. Both run until they are stopped. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ExitCode, Surroundings } from "./command.ts";

/** Serves the pages as they are now; a saved audit or criterion shows at once, drafts among them. */
export async function dev({ root }: Surroundings): Promise<ExitCode> {
  process.env["NODE_ENV"] = "development";
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["RAPPORT_DRAFTS"] = "shown";
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
