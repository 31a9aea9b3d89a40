/** Problems of files as sentences with their place, and what their author most likely meant. */
import type { Problem } from "../core/problem.ts";
import { placeOf } from "./check.ts";
import { nearest } from "./nearest.ts";
import type { Places } from "./places.ts";

/** An error at a place that is counted from 1. */
export function problemAt(
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
  message: string,
  hint?: string,
  pointer = "",
): Problem {
  return { file, pointer, line, column, severity: "error", message, ...(hint ? { hint } : {}) };
}

/** An error at the value that a JSON pointer leads to, or at the nearest value around it. */
export function told(file: string, places: Places, pointer: string, message: string, hint?: string): Problem {
  return problemAt(file, placeOf(pointer, places)?.value ?? { line: 1, column: 1 }, message, hint, pointer);
}

/** "did you mean …?", where one of the words is near. */
export function meant(word: string, words: readonly string[]): string | undefined {
  const near = nearest(word, words);
  return near ? `did you mean "${near}"?` : undefined;
}

/** Ids that stand twice in a list, each with its index. */
export function repeated(ids: readonly string[]): { readonly id: string; readonly index: number }[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ id, index }] : []));
}
