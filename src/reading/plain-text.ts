/** Text as a reader sees it, so that a search finds what is written with other digits or with what can't be seen. */

/** A line in plain characters, and the column, counted from 1, that the character at a place in it came from. */
export interface PlainLine {
  readonly text: string;
  readonly columnAt: (place: number) => number;
}

/**
 * Digits of any script and full-width letters as plain ones, every dash as a hyphen and every space as a
 * space; what has no width at all is left out.
 */
export function plainLine(line: string): PlainLine {
  if (!/[^ -~\t]/.test(line)) return { text: line, columnAt: (place) => place + 1 };
  let text = "";
  const columns: number[] = [];
  let column = 1;
  for (const character of line) {
    const shown = character < "\u0080" ? character : plain(character);
    text += shown;
    for (let unit = 0; unit < shown.length; unit += 1) columns.push(column);
    column += character.length;
  }
  return { text, columnAt: (place) => columns[place] ?? column };
}

function plain(character: string): string {
  if (/\p{Cf}/u.test(character)) return "";
  if (/[\p{Pd}\u2212]/u.test(character)) return "-";
  const shown = character.normalize("NFKC");
  return /^\p{Nd}$/u.test(shown) && shown > "9" ? digit(shown) : shown;
}

/** In every script the digits stand in a row, from 0 to 9. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
