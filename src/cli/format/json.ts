/** Problems for programs: an array, one object a problem, in the order of the text. */
import type { Problem } from "../../core/problem.ts";
import { jsonText } from "../visible.ts";
import type { Found } from "./format.ts";

/** Each problem with its file, line, column, pointer, severity, rule, message and hint ("" where there is none). */
export function json({ problems }: Found): string {
  return jsonText(problems.map(record));
}

/** A half of a surrogate pair, which not every program reads, becomes U+FFFD. */
function record({ file, line, column, pointer, severity, rule = "content", message, hint = "" }: Problem) {
  const [inFile, at, says, would] = [file, pointer, message, hint].map((text) => text.toWellFormed());
  return { file: inFile, line, column, pointer: at, severity, rule, message: says, hint: would };
}
