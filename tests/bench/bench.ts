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
import { formFigures } from "./form.ts";
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

/** What is measured, and what each should stay under where something was promised. */
const rows: readonly { what: string; times: { median: number; worst: number }; aim?: number }[] = [
  { what: "an empty Node", times: measure(["-e", "0"]) },
  { what: "check one file", times: measure(["src/cli/main.ts", "check", "audits/harbour-lane/2025.yaml"]), aim: 300 },
  {
    what: "score one file as JSON",
    times: measure(["src/cli/main.ts", "score", "audits/harbour-lane/2025.yaml", "--format", "json"]),
  },
  { what: "check 100 files", times: measure(["src/cli/main.ts", "check", many]) },
  {
    what: "build the repository's site",
    times: measure(["src/cli/main.ts", "build", "--out", join(folder, "site")], 3),
  },
  {
    what: "build 100 reports with search",
    times: measure(["src/cli/main.ts", "build", "--audits", many, "--out", join(folder, "hundred")], 3),
  },
];

const say = (line: string) => process.stdout.write(`${line}\n`);
say(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim()}\n`);
say("| what | median ms | worst ms | aim |\n| --- | ---: | ---: | --- |");
for (const { what, times, aim } of rows) {
  const met = aim === undefined ? "" : `under ${aim}: ${times.median < aim ? "yes" : "no"}`;
  say(`| ${what} | ${Math.round(times.median)} | ${Math.round(times.worst)} | ${met} |`);
}

say("\n| what | figure | aim |\n| --- | ---: | --- |");
for (const { what, figure, unit, aim } of await formFigures(join(folder, "site"))) {
  const met = aim === undefined ? "" : `under ${aim} ${unit}: ${figure < aim ? "yes" : "no"}`;
  say(`| ${what} | ${figure.toFixed(unit === "KB" ? 1 : 0)} ${unit} | ${met} |`);
}
