/** Runs the command line without starting a process, in the repository as it is. */
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** How a run ended, and what it printed. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what the arguments say, with or without colour. */
export async function ran(args: readonly string[], colour = false): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  const status = await run(args, {
    root,
    cwd: root,
    out: (text) => {
      stdout += `${text}\n`;
    },
    talk: (text) => {
      stderr += `${text}\n`;
    },
    colour,
    today: "2026-05-11",
  });
  return { status, stdout, stderr };
}
