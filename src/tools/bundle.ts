/**
 * Makes the command line as JavaScript into lib/, for the package: Node runs TypeScript as it is, but not below
 * node_modules. Packages stay packages. The site's sources are not touched: Astro reads them as they are.
 * Runs when the package is packed; what it makes is not committed.
 */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

rmSync(new URL("../../lib/", import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["src/cli/bin.ts"],
  outdir: "lib/cli", // as deep as src/cli, from where the command line finds its own folder
  bundle: true,
  splitting: true, // each command loads what it needs
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
