/** Problems as annotations of a GitHub workflow: https://docs.github.com/actions/reference/workflow-commands */
import type { Problem } from "../../core/problem.ts";
import { visible } from "../visible.ts";
import type { Found } from "./format.ts";

/** A workflow command for each problem. */
export function github({ problems }: Found): string {
  return problems.map(command).join("\n");
}

function command({ file, line, column, severity, message, hint }: Problem): string {
  const says = hint ? `${message}\n${hint}` : message;
  return `::${severity} file=${property(file)},line=${line},col=${column}::${escaped(says)}`;
}

/** The escapes that the runner undoes in a message; other signs that a log would obey are shown. */
function escaped(text: string): string {
  return visible(text, "\r\n").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property a colon and a comma have a meaning too. */
function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
