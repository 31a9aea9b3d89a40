/** What --help prints. */
import type { Command } from "./command.ts";

const exitCodes = "Exit codes: 0 clean, 1 problems in the data, 2 wrong use, 3 our fault.";

/** All commands, one a line. */
export function overview(commands: readonly Command[]): string {
  return [
    "Rapport audits the assessment pathway of a counselling service.",
    "",
    ...columns(commands.map(({ name, takes, summary }) => [`rapport ${name} ${takes}`, summary])),
    "",
    "rapport COMMAND --help tells more of each.",
    exitCodes,
  ].join("\n");
}

/** One command: how it is written, what it does, its options and examples. */
export function helpOn(command: Command): string {
  const { summary, about, options, examples } = command;
  const rows = Object.entries(options).map(
    ([name, { value, words, says }]) => [`--${name}${value ? ` ${words?.join("|") ?? value}` : ""}`, says] as const,
  );
  return [
    usage(command),
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...about,
    ...(rows.length > 0 ? ["", "Options", ...columns(rows)] : []),
    "",
    examples.length === 1 ? "Example" : "Examples",
    ...examples.flatMap(([run, does]) => [`  rapport ${run}`, `      ${does}`]),
    "",
    exitCodes,
  ].join("\n");
}

/** How a command is written: "rapport score FILE [--format FORMAT]". */
export function usage({ name, takes, options }: Command): string {
  const given = Object.entries(options).map(([option, { value }]) => `[--${option}${value ? ` ${value}` : ""}]`);
  return ["rapport", name, takes, ...given].filter((part) => part !== "").reduce(wrapped);
}

/** A line with one more word, which begins a line of its own where it has no room. */
function wrapped(lines: string, word: string): string {
  const last = lines.slice(lines.lastIndexOf("\n") + 1);
  return `${lines}${last.length + word.length > 90 ? "\n    " : " "}${word}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.trimEnd().length));
  return rows.map(([left, right]) => `  ${left.trimEnd().padEnd(width)}  ${right}`);
}
