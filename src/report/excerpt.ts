/** The lines of an audit's YAML that a finding rests on. */
import type { StatedFact } from "../core/evidence.ts";

/** One line of an audit's file. */
export interface ExcerptLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Whether lines are left out before it. */
  readonly gap: boolean;
}

/** An audit's text by lines, and on which lines the value at a pointer stands. */
export interface Lines {
  readonly text: readonly string[];
  readonly of: (pointer: string) => { readonly line: number; readonly lastLine: number } | undefined;
}

/** The lines that the facts stand on, in the file's order, with the first line of each list entry they are in. */
export function excerpt(facts: readonly StatedFact[], lines: Lines): ExcerptLine[] {
  const numbers = new Set<number>();
  for (const { pointer } of facts) {
    const place = lines.of(pointer);
    const entry = lines.of(/^.*\/\d+(?=\/)/.exec(pointer)?.[0] ?? pointer);
    if (entry) numbers.add(entry.line);
    for (let line = place?.line ?? 1; line <= (place?.lastLine ?? 0); line += 1) numbers.add(line);
  }
  const ordered = [...numbers].toSorted((a, b) => a - b);
  return ordered.map((number, index) => ({
    number,
    text: lines.text[number - 1] ?? "",
    gap: index > 0 && ordered[index - 1] !== number - 1,
  }));
}
