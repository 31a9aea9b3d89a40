/** What Rapport adds to Astro: the search index after a build, and a reload when an audit changes. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { handed } from "../reading/handed.ts";
import type { SearchRecord } from "../report/records.ts";
import { writeSearchIndex } from "./search-index.ts";

/** The page that hands the records from the build to the index; it is taken away afterwards. */
const recordsFile = "search-records.json";

/** The integration, for astro.config.mjs. */
export function rapport(): AstroIntegration {
  return {
    name: "rapport",
    hooks: {
      "astro:server:setup": ({ server }) => {
        const { root, audits } = handed(process.env, process.cwd());
        const watched = [audits, join(root, "content"), join(root, "schemas")];
        server.watcher.add(watched);
        server.watcher.on("all", (_event, path) => {
          if (!watched.some((folder) => path.startsWith(folder))) return;
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
          server.environments["client"]?.hot.send({ type: "full-reload" });
        });
      },
      "astro:build:done": async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const file = join(out, recordsFile);
        const records: SearchRecord[] = JSON.parse(readFileSync(file, "utf8"));
        rmSync(file);
        const pages = await writeSearchIndex(records, out, join(out, "pagefind"));
        logger.info(`${pages} pages can be searched`);
      },
    },
  };
}
