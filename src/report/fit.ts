/** What fits on paper: pages have room for so many lines, and what is left out is said. */

/** The lines that a text takes where so many characters stand on one; an empty text takes none. */
export function linesFor(text: string, characters: number): number {
  return Math.ceil(text.length / characters);
}

/** Those that fit. */
export interface Fitting<T> {
  readonly shown: readonly T[];
  readonly left: number;
  /** The lines that the shown ones take. */
  readonly lines: number;
}

/**
 * As many from the front as fit into so many lines, at most `most` and always at least `least`, whatever
 * room they take: they have been shortened before. Nothing is skipped, so that the order says what is shown.
 */
export function fitting<T>(
  all: readonly T[],
  linesOf: (one: T) => number,
  room: number,
  { least = 1, most = all.length }: { readonly least?: number; readonly most?: number } = {},
): Fitting<T> {
  let lines = 0;
  let count = 0;
  for (const one of all.slice(0, most)) {
    const own = linesOf(one);
    if (count >= least && lines + own > room) break;
    lines += own;
    count += 1;
  }
  return { shown: all.slice(0, count), left: all.length - count, lines };
}

/** A text of at most so many characters, cut after a word and with an ellipsis where something is missing. */
export function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > characters / 2 ? end : characters - 1).replace(/[,;:. ]+$/, "")}…`;
}

/** "And 4 more, in the full report."; "" where none is left out. */
export function moreText(left: number): string {
  return left === 0 ? "" : `And ${left} more, in the full report.`;
}
