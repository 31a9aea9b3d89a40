/** A text with its plain slips mended, every other sign as it was. */
import type { Mend, Problem } from "../core/problem.ts";

/** A slip that was mended. */
export interface Mended extends Mend {
  readonly line: number;
  readonly column: number;
}

/**
 * The text with each mend of the problems written at its place, and what was mended. Left alone is a mend whose
 * place does not hold just what it says, and two that would give one group the same question twice.
 */
export function mendedText(text: string, problems: readonly Problem[]): { text: string; mended: readonly Mended[] } {
  const starts = [...text.matchAll(/^/gm)].map(({ index }) => index);
  const lines = starts.filter((start) => start === 0 || text[start - 1] === "\n");
  const twice = repeats(problems);
  const edits = problems.flatMap((problem) => {
    const { line, column, mend } = problem;
    if (mend === undefined || twice.has(target(problem))) return [];
    const start = (lines[line - 1] ?? text.length) + column - 1;
    const token = tokenAt(text, start, mend.from);
    return token === undefined ? [] : [{ start, end: start + token.length, line, column, ...mend }];
  });
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const parts = ordered.map(({ start, to }, index) => text.slice(ordered[index - 1]?.end ?? 0, start) + to);
  return {
    text: parts.join("") + text.slice(ordered.at(-1)?.end ?? 0),
    mended: ordered.map(({ line, column, from, to }) => ({ line, column, from, to })),
  };
}

/** What stands at a place if it is just this word, plain or in quotation marks, and nothing that it is part of. */
function tokenAt(text: string, start: number, word: string): string | undefined {
  const found = [word, `"${word}"`, `'${word}'`].find((token) => text.startsWith(token, start));
  if (found === undefined) return undefined;
  const rest = text.slice(start + found.length, start + found.length + 2);
  return /^(?:$|[,\]}\r\n]|[ \t]|:(?:\s|$))/.test(rest) ? found : undefined;
}

/** The question that a mend would write, by its group. */
function target({ pointer, mend }: Problem): string {
  return `${pointer.slice(0, pointer.lastIndexOf("/"))}/${mend?.to}`;
}

function repeats(problems: readonly Problem[]): ReadonlySet<string> {
  const questions = problems.filter(({ rule, mend }) => rule === "unknown-question" && mend !== undefined).map(target);
  return new Set(questions.filter((one, index) => questions.indexOf(one) < index));
}
