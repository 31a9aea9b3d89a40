/**
 * Kills builds at random moments and looks at what is left, more often than a test may:
 *   node tests/bench/kill.ts [TIMES] [SEED]
 * After every kill the last good site must be whole; at the end a build must clear away what the others left.
 * Ends with 1, and says at which moment, where it is not so.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [times, seed] = [Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 1)];
const folder = mkdtempSync(join(tmpdir(), "rapport-kill-"));
const say = (line: string) => process.stdout.write(`${line}\n`);
cpSync(join(root, "audits/harbour-lane"), join(folder, "audits/harbour-lane"), { recursive: true });

const build = () =>
  spawn(process.execPath, [join(root, "src/cli/rapport.mjs"), "build", "--out", "site"], {
    cwd: folder,
    stdio: "ignore",
  });

/** Every file of the site with its length. */
function whole(): string {
  const site = join(folder, "site");
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => `${file} ${readFileSync(file).length}`)
    .join("\n");
}

let state = seed;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

const start = performance.now();
await once(build(), "exit");
const length = performance.now() - start;
const good = whole();
let [killed, broken] = [0, 0];
for (let kill = 0; kill < times; kill += 1) {
  const moment = random() * length * 1.1;
  const child = build();
  setTimeout(() => child.kill("SIGKILL"), moment);
  const [, signal] = await once(child, "exit");
  if (signal === "SIGKILL") killed += 1;
  if (whole() === good) continue;
  broken += 1;
  say(`not whole after ${Math.round(moment)} ms of ${Math.round(length)}`);
}
await once(build(), "exit");
const left = readdirSync(folder).filter((name) => name !== "audits" && name !== "site");
say(
  `${killed} of ${times} builds killed within ${Math.round(length)} ms: ${broken} sites not whole, ${left.length} folders left at the end`,
);
rmSync(folder, { recursive: true });
process.exitCode = broken + left.length > 0 ? 1 : 0;
