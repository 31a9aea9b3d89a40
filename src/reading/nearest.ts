/** The word a person most likely meant. */
import leven from "leven";

/** The nearest of the words, or undefined where none is near: at most a third of the letters may differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const plain = normal(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of words) {
    const distance = leven(plain, normal(candidate), { maxDistance: least });
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Words as a sentence lists them: "a, b or c". */
export function listed(words: readonly string[], last: "or" | "and" = "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll(/[\s-]+/g, "_");
}
