/** Builds the sites that the tests look at, each once, into .rapport/test. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCompared } from "./compared.ts";
import { barestAudit, longestAudit } from "./extremes.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".rapport", "test");

/** The sites: as the repository has it, under a base path, without audits, with hostile, changed and compared ones. */
export const sites = {
  own: join(folder, "own"),
  again: join(folder, "again"),
  based: join(folder, "based"),
  empty: join(folder, "empty"),
  hostile: join(folder, "hostile"),
  changed: join(folder, "changed"),
  compared: join(folder, "compared"),
} as const;

/** The path that the based site is served under, and the address it is built for. */
export const base = "/audits/of/ours/";
export const siteAddress = `https://example.org${base}`;

/** The environment as a person's shell has it: Astro behaves otherwise where it takes itself to be in Vitest. */
export const shell = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "TEST" && name !== "NODE_ENV"),
);

/** The command line's way in. */
export const main = join(root, "src/cli/main.ts");

/** How a run of the command line ended, and what it printed. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a person would. */
export function rapport(...args: readonly string[]): Ran {
  return rapportIn(root, ...args);
}

/** Runs the command line as a person would in a folder of their own. */
export function rapportIn(cwd: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    env: shell,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** A folder for a test's own audits, empty. */
export function emptied(name: string): string {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** The audits of the repository with one fact changed: nobody is asked for preferences by routine. */
export function changedAudits(): string {
  const audits = emptied("audits-changed");
  cpSync(join(root, "audits", "harbour-lane"), join(audits, "harbour-lane"), { recursive: true });
  const file = join(audits, "harbour-lane", "2025.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^( +)asked: on_request/m, "$1asked: discretionary"));
  return audits;
}

/** Audits that try to be markup, that say as much as they may, and that say hardly anything. */
function hostileAudits(): string {
  const audits = emptied("audits-hostile");
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const add = (service: string, text: string) => {
    mkdirSync(join(audits, service));
    writeFileSync(join(audits, service, "2025.yaml"), text);
  };
  add("hostile", read("tests/site/hostile.yaml"));
  add("longest", longestAudit(read("audits/harbour-lane/2025.yaml")));
  add("barest", barestAudit);
  return audits;
}

function comparedAudits(): string {
  const audits = emptied("audits-compared");
  writeCompared(root, audits);
  return audits;
}

/** Before all site tests. */
export default function setup(): void {
  for (const site of Object.values(sites)) rmSync(site, { recursive: true, force: true });
  const build = (audits: string, out: string, ...more: readonly string[]) =>
    execFileSync(process.execPath, ["src/cli/main.ts", "build", "--audits", audits, "--out", out, ...more], {
      cwd: root,
      env: shell,
      stdio: ["ignore", "ignore", "inherit"],
    });
  build("audits", sites.own);
  build("audits", sites.again);
  build("audits", sites.based, "--site", siteAddress);
  build(emptied("audits-empty"), sites.empty);
  build(hostileAudits(), sites.hostile);
  build(changedAudits(), sites.changed);
  build(comparedAudits(), sites.compared);
}
