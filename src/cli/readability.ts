/** How hard a text is to read: the Flesch-Kincaid grade, years of schooling in the United States. */
import { syllable } from "syllable";

/** What a text is made of. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Counts a text given in blocks. Each block ends a sentence, as a list entry without a full stop does. */
export function counts(blocks: readonly string[]): Counts {
  // "et al." ends no sentence, and would make all of them look shorter.
  const parts = blocks.flatMap((block) =>
    [...sentences.segment(block.replaceAll("et al.", "et al"))].map(({ segment }) => wordsOf(segment)),
  );
  const words = parts.flat();
  return {
    sentences: parts.filter((part) => part.length > 0).length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllable(word), 0),
  };
}

/** The grade, by the formula of Kincaid and others (1975). */
export function grade({ sentences, words, syllables }: Counts): number {
  return words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** The middle one of numbers, or between the two middle ones. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
}
