/** What a person most likely meant: the word nearest to theirs, or the date. */
import leven from "leven";

/** The nearest of the words, or undefined where none is near: at most a third of the letters may differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const plain = normal(word);
  if (plain === "") return undefined;
  let best: string | undefined;
  let least = (plain.length < 3 ? 0 : Math.max(1, Math.floor(plain.length / 3))) + 1;
  for (const candidate of words) {
    const other = normal(candidate);
    const distance = isSwap(plain, other) ? 1 : leven(plain, other, { maxDistance: least });
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** A space that looks like an ordinary one and is not: word processors and web pages have them. */
export const oddSpace = /[\u00a0\u2000-\u200b\u202f\u3000]/;

const months = "january february march april may june july august september october november december".split(" ");

/** How to write a date that is written otherwise: turned round, both ways where the day could be the month. */
export function dateHint(text: string): string | undefined {
  const named = months.findIndex((month) => text.toLowerCase().includes(month.slice(0, 3))) + 1;
  const plain = text.replace(/(?<=\d)(?:st|nd|rd|th)\b/, "").replace(/[a-z]{3,}/i, String(named));
  const [, a = "", b = "", c = ""] = /^(\d{1,4})[/., -]+(\d{1,2})[/., -]+(\d{1,4})$/.exec(plain) ?? [];
  const [year, x, y] = a.length === 4 ? [a, b, c] : [c, b, a];
  const orders =
    named > 0
      ? [[String(named), String(named) === x ? y : x]]
      : [
          [x, y],
          [y, x],
        ];
  const found = orders.flatMap(([month = "", day = ""]) => {
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? [iso] : [];
  });
  const [first, second] = [...new Set(found)];
  if (first === undefined && /^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  if (first === undefined) return "write year-month-day, for example 2025-03-31";
  if (second === undefined || a.length === 4) return `dates are year-month-day: ${first}`;
  return `dates are year-month-day: ${first} if ${spoken(first)} is meant, or ${second}`;
}

function spoken(iso: string): string {
  const [, month = "1", day = "1"] = iso.split("-");
  const name = months[Number(month) - 1] ?? "";
  return `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Whether two letters that stand side by side have changed places, which is one slip of the hand. */
export function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? "") + a[at] + a.slice(at + 2) === b;
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
