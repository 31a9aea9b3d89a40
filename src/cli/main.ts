#!/usr/bin/env node
/** The command line. The one place that reads arguments and sets the exit code. */
import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import type { ExitCode, Surroundings } from "./commands.ts";

// Before anything is imported that could be cached: it saves a third of a check's time.
enableCompileCache();

const help = `Rapport audits the assessment pathway of a counselling service.

  rapport check [PATH ...]             check audits (all of them, or files and folders) and the catalogue
  rapport score FILE [--format json]   where one audit stands on every criterion
  rapport diff OLD NEW [--format json] what moved between two audits of one service, and why
  rapport explain CRITERION [FILE]     a criterion's steps in words; for an audit, what each comes to
  rapport catalogue                    all criteria in a table
  rapport guidance                     all guidance pages in a table, with how hard each is to read
  rapport verify FOLDER [--format json]
  rapport verify ASSESSMENT AUDIT      work a published report out again from its assessment.json and its
                                       audit.yaml, and say what differs; 0 the same, 1 not
  rapport build [--audits DIR] [--out DIR] [--site https://address/] [--base /path/]
                                       check everything, then build the site (audits/ into dist/)
                                       for the address where it will stand
  rapport dev                          show the site while you work on it
  rapport preview                      show the built site

Exit codes: 0 clean, 1 problems in the data, 2 wrong use, 3 our fault.`;

async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || args.includes("--help") || args.includes("-h")) {
    around.out(help);
    return command === undefined ? 2 : 0;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      format: { type: "string", default: "text" },
      audits: { type: "string", default: "audits" },
      base: { type: "string" },
      site: { type: "string" },
      out: { type: "string", default: "dist" },
    },
  });
  const { catalogueTable, check, diff, explain, score } = await import("./commands.ts");
  if (command === "check") return check(positionals, around);
  if (command === "score") {
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return misused("score takes one file", around);
    if (values.format !== "text" && values.format !== "json") return misused("--format is text or json", around);
    return score(file, values.format, around);
  }
  if (command === "diff") {
    const [before, after, ...others] = positionals;
    if (before === undefined || after === undefined || others.length > 0)
      return misused("diff takes two files, the older one first", around);
    if (values.format !== "text" && values.format !== "json") return misused("--format is text or json", around);
    return diff([before, after], values.format, around);
  }
  if (command === "explain") {
    const [criterion, file, ...others] = positionals;
    if (criterion === undefined || others.length > 0) return misused("explain takes a criterion and a file", around);
    return explain(criterion, file, around);
  }
  if (command === "catalogue") return catalogueTable(around);
  if (command === "guidance") {
    const { guidanceTable } = await import("./guidance.ts");
    return guidanceTable(around);
  }
  if (command === "verify") {
    if (positionals.length === 0) return misused("verify takes a folder, or an assessment and its audit", around);
    if (values.format !== "text" && values.format !== "json") return misused("--format is text or json", around);
    const { verify } = await import("./verify.ts");
    return verify(positionals, values.format, around);
  }
  if (command === "build") {
    const { build } = await import("./build.ts");
    const { placeOf } = await import("./place.ts");
    const place = placeOf(values.site, values.base);
    if (typeof place === "string") return misused(place, around);
    return build({ audits: values.audits, out: values.out, ...place }, around);
  }
  if (command === "dev" || command === "preview") {
    const serve = await import("./serve.ts");
    return serve[command](around);
  }
  return misused(`there is no command "${command}"`, around);
}

function misused(message: string, { talk }: Surroundings): ExitCode {
  talk(`${message}\n\n${help}`);
  return 2;
}

const around: Surroundings = {
  root: process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  talk: (text) => process.stderr.write(`${text}\n`),
};

try {
  process.exitCode = await run(process.argv.slice(2), around);
} catch (error) {
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    process.exitCode = misused(error.message, around);
  } else {
    around.talk(
      `Something went wrong in Rapport itself; it is not your file.\n${error instanceof Error ? error.stack : String(error)}`,
    );
    process.exitCode = 3;
  }
}
