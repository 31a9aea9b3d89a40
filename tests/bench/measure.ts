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
  const looks = setInterval(() => {
    most = Math.max(most, heldBy(child.pid ?? 0));
  }, 50);
  const status = await new Promise((ended) => child.on("close", ended));
  const ms = performance.now() - start;
  clearInterval(looks);
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${(stdout + stderr).slice(-3000)}`);
  return { ms, cpu: workedByChildren() - worked, mb: Math.round(most / 1024), stdout };
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
  try {
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) * 10; // cutime and cstime, in hundredths of a second
  } catch {
    return 0; // this is not Linux
  }
}

/** The KB that a process and its children hold, with theirs. */
function heldBy(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children.reduce((sum, child) => sum + heldBy(Number(child)), Number(kb));
  } catch {
    return 0; // it has just ended, or this is not Linux
  }
}
