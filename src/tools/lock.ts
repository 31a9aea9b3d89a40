/**
 * Whether package-lock.json is complete for every platform: each optional dependency that a package
 * names (its binaries for Linux, macOS and Windows) is in the lock with its hash, and every version in
 * package.json is exact. npm leaves out what was missing from the registry without a word, and `npm ci`
 * then fails on the platform concerned.
 */
import { readFileSync } from "node:fs";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const packages: Readonly<Record<string, Locked>> = read("package-lock.json").packages;
const { dependencies, devDependencies, optionalDependencies } = read("package.json");

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies: optional = {} }]) =>
  Object.keys(optional)
    .filter((name) => !found(path, name)?.integrity)
    .map((name) => `${path || "package.json"}: its optional dependency ${name} is not in the lock`),
);
const unhashed = Object.entries(packages)
  .filter(([path, { integrity }]) => path !== "" && !integrity)
  .map(([path]) => `${path}: no hash`);
const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))
  .map(([name, version]) => `package.json: ${name} is not pinned (${version})`);

const problems = [...missing, ...unhashed, ...loose];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The entry that a package at `path` would load by `name`: its own, or the nearest above it. */
function found(path: string, name: string): Locked | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const entry = packages[at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`];
    if (entry || at === "") return entry;
  }
}
