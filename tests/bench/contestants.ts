/** The three that build the same site: Rapport, Eleventy with the Pagefind command line, and the floor. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../core/yardstick.ts";
import { type Run, run } from "./measure.ts";

const eleventy = join(root, "tests", "bench", "eleventy");

/** What one size is built from and into. */
export interface Ground {
  readonly audits: string;
  /** A folder for what is built. */
  readonly folder: string;
}

/** Installs Eleventy where it is not yet what its lock says. */
export function installed(): void {
  const [lock, seen] = ["package-lock.json", "node_modules/.package-lock.json"].map((name) => join(eleventy, name));
  if (seen && lock && existsSync(seen) && statSync(seen).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write("Installing Eleventy for the comparison (npm ci in tests/bench/eleventy)\n");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: eleventy, stdio: ["ignore", "ignore", "inherit"] });
}

/** Rapport's own build; into an output that is there it is a rebuild. */
export function rapport({ audits, folder }: Ground, again: "from nothing" | "once more"): Promise<Run> {
  const out = join(folder, "rapport");
  if (again === "from nothing") rmSync(out, { recursive: true, force: true });
  return run(["src/cli/rapport.mjs", "build", "--audits", audits, "--out", out]);
}

/** Eleventy, and the Pagefind command line over what it wrote, one after the other. */
export async function eleventyAndPagefind({ audits, folder }: Ground): Promise<Run> {
  const out = join(folder, "eleventy");
  rmSync(out, { recursive: true, force: true });
  const env = { RAPPORT_AUDITS: audits, RAPPORT_OUT: out, ELEVENTY_ENV: "production" };
  const pages = await run(["node_modules/@11ty/eleventy/cmd.cjs"], env, eleventy);
  const index = await run(["node_modules/pagefind/lib/runner/bin.cjs", "--site", out], {}, eleventy);
  const both = { ms: pages.ms + index.ms, cpu: pages.cpu + index.cpu, mb: Math.max(pages.mb, index.mb) };
  return { ...both, stdout: index.stdout };
}

/** The least that has to be done; Rapport has to have built its site before, for the number of its bytes. */
export async function floor({ audits, folder }: Ground): Promise<Run> {
  const [site, out] = [join(folder, "rapport"), join(folder, "floor")];
  const [records, sizes] = [join(folder, "records.json"), join(folder, "sizes.json")];
  rmSync(out, { recursive: true, force: true });
  writeFileSync(sizes, JSON.stringify(sizesOf(site)));
  if (!existsSync(records)) writeFileSync(records, (await run(["tests/bench/records.ts", audits])).stdout);
  return run(["tests/bench/floor.ts", audits, records, sizes, out]);
}

/** Changes one answer in one audit, another one at every call. */
export function changeOne(audits: string, turn: number): void {
  const service = readdirSync(audits).toSorted()[turn] ?? "";
  const file = join(audits, service, readdirSync(join(audits, service)).toSorted()[0] ?? "");
  const text = readFileSync(file, "utf8");
  const changed = text.replace(/: (?:routine|discretionary|on_request)\b/, (now) =>
    now === ": routine" ? ": discretionary" : ": routine",
  );
  if (changed === text) throw new Error(`${file} has no answer to change`);
  writeFileSync(file, changed);
}

/** All files of a site but its search index, with their bytes. */
export function sizesOf(site: string): [name: string, bytes: number][] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(site, "pagefind")))
    .map((path) => [path.slice(site.length + 1), statSync(path).size]);
}
