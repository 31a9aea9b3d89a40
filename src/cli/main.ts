#!/usr/bin/env node
/** The command line's way in: the one place that reads the arguments and sets the exit code. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import type { Surroundings } from "./command.ts";

// Before anything is imported that could be cached: it saves a third of a check's time.
enableCompileCache();

const { env, stdout, stderr } = process;
const around: Surroundings = {
  root: fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, ""),
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  out: (text) => stdout.write(`${text}\n`),
  talk: (text) => stderr.write(`${text}\n`),
  colour:
    !env["NO_COLOR"] && (env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : stdout.isTTY && env["TERM"] !== "dumb"),
};

// Whoever reads may stop before the end, as `head` does.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), around);
} catch (error) {
  const says = error instanceof Error ? error.stack : String(error);
  around.talk(`Something went wrong in Rapport itself; it is not your file.\n${says}`);
  process.exitCode = 3;
}
