/**
 * How long Rapport takes, measured side by side in one run and printed as a table:
 *   npm run bench
 * Each command is run once to warm the disk and then seven times; the median is what counts.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".rapport", "bench");

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** The median and the worst of so many runs, in milliseconds, after one to warm up. */
function measure(args: readonly string[], runs = 7): { median: number; worst: number } {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    if (run > 0) times.push(performance.now() - start);
  }
  return { median: median(times), worst: Math.max(...times) };
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const many = join(folder, "audits");
generate(100, many, root);

const rows = [
  ["an empty Node", measure(["-e", "0"])],
  ["check one file", measure(["src/cli/main.ts", "check", "audits/harbour-lane/2025.yaml"])],
  [
    "score one file as JSON",
    measure(["src/cli/main.ts", "score", "audits/harbour-lane/2025.yaml", "--format", "json"]),
  ],
  ["check 100 files", measure(["src/cli/main.ts", "check", many])],
  ["build the repository's site", measure(["src/cli/main.ts", "build", "--out", join(folder, "site")], 3)],
  [
    "build 100 reports with search",
    measure(["src/cli/main.ts", "build", "--audits", many, "--out", join(folder, "hundred")], 3),
  ],
] as const;

process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim()}\n\n`);
process.stdout.write("| what | median ms | worst ms |\n| --- | ---: | ---: |\n");
for (const [what, { median: middle, worst }] of rows)
  process.stdout.write(`| ${what} | ${Math.round(middle)} | ${Math.round(worst)} |\n`);
