#!/usr/bin/env node
/**
 * The way in of the published package: sees that Node is new enough before anything is read that an older one
 * can't, and else starts the Node that came with the package.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node that Astro runs on and that reads TypeScript by itself. */
const oldest: readonly [major: number, minor: number] = [22, 22];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
  await import("./main.ts");
} else {
  const { spawnSync } = await import("node:child_process");
  const node = packaged();
  const { status = 3 } = node
    ? spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" })
    : {};
  if (node === undefined)
    process.stderr.write(
      `Rapport needs Node ${oldest.join(".")} or later; this is ${process.versions.node}. Get it from https://nodejs.org\n`,
    );
  process.exitCode = status ?? 3;
}

/** The Node that npm installed beside Rapport for this machine, where there is one for it. */
function packaged(): string | undefined {
  const windows = process.platform === "win32";
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, "bin", windows ? "node.exe" : "node");
  } catch {
    return undefined;
  }
}
