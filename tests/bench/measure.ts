/** Runs a program and says how long it took and how much memory its processes held. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { root } from "../core/yardstick.ts";

/** One run of a program. */
export interface Run {
  readonly ms: number;
  /** The processor time of all its processes, which a busy machine changes less; Linux only. */
  readonly cpu: number;
  /** The most memory that it and all that it started held at once, in MB, looked at 20 times a second; Linux only. */
  readonly mb: number;
  readonly stdout: string;
}

/** Runs Node with these arguments; what ends with another code than 0 is our mistake. */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = root,
): Promise<Run> {
  const [start, worked] = [performance.now(), workedByChildren()];
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (part) => {
    stdout += part;
  });
  child.stderr.on("data", (part) => {
    stderr += part;
  });
  let most = 0;
  const work = new Map<number, number>();
  const looks = setInterval(() => {
    most = Math.max(most, heldBy(child.pid ?? 0, work));
  }, 50);
  const status = await new Promise((ended) => child.on("close", ended));
  const ms = performance.now() - start;
  clearInterval(looks);
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${(stdout + stderr).slice(-3000)}`);
  // A process that its parent did not wait for is in what was looked at alone; a short one only in the sum at the end.
  const seen = [...work.values()].reduce((sum, one) => sum + one, 0);
  return { ms, cpu: Math.max(seen, workedByChildren() - worked), mb: Math.round(most / 1024), stdout };
}

/** The median times of some runs, and the most memory of any. */
export function middle(runs: readonly Run[]): Omit<Run, "stdout"> {
  const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return {
    ms: median(runs.map(({ ms }) => ms)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    mb: Math.max(...runs.map(({ mb }) => mb)),
  };
}

/** The milliseconds that a processor worked for the children that have ended, and theirs. */
function workedByChildren(): number {
  return ticks("self", 13) * tick;
}

/** The KB that a process and its children hold, with theirs; notes how many milliseconds each has worked. */
function heldBy(pid: number, work: Map<number, number>): number {
  work.set(pid, Math.max(work.get(pid) ?? 0, ticks(String(pid), 11) * tick));
  const kb = Number(/^VmRSS:\s+(\d+)/m.exec(told(`${pid}/status`))?.[1] ?? 0);
  const children = threadsOf(pid).flatMap((thread) =>
    told(`${pid}/task/${thread}/children`).split(" ").filter(Boolean),
  );
  return children.reduce((sum, child) => sum + heldBy(Number(child), work), kb);
}

/** Milliseconds in one of the ticks that Linux counts. */
const tick = 10;

/** Two neighbouring fields of a process's statistics, counted from 0 after its name: in its own mode and the system's. */
function ticks(process: string, field: number): number {
  const fields = told(`${process}/stat`)
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[field] ?? 0) + Number(fields[field + 1] ?? 0);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** What Linux tells of a process; nothing where it has just ended, or this is not Linux. */
function told(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
