/**
 * Text set in lines and measured by its characters, so that a drawing can be laid out without a browser.
 */

/** One line of text in its place: x and y of its baseline's beginning or, in a label set to its end, of its end. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly bold: boolean;
}

/** Text in a box that nothing else may enter. */
export interface Label {
  readonly kind: "stop" | "stretch" | "place" | "gate" | "ruler";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether its lines are flush on the right. */
  readonly end: boolean;
  readonly lines: readonly Line[];
}

/** Text of a label before it has a place: its lines, each so far below the top, and how wide and high they are. */
export interface Setting {
  readonly lines: readonly { readonly text: string; readonly bold: boolean; readonly below: number }[];
  readonly width: number;
  readonly height: number;
  /** How wide the last line is. */
  readonly last: number;
}

const size = 15;
const leading = 18;
/** From the top of a line to its baseline. */
const ascent = 14;
/** A new phrase stands so much lower than the next line of the same one. */
const apart = 3;

/**
 * How wide each character from space to tilde is, in hundredths of the size, two digits each: Atkinson
 * Hyperlegible Next, the typeface of the site, at the weights 400 and 650.
 */
const regular =
  "2829306559927316303048612136213965415558615960516159212155635548786361646757556969395163548269715972615956695986625761323934553724525748565431565525244926845555575735473354466848454634243455";
const bold =
  "3130387561967320333348602637264366435760626062536257262657615754786764666959567170425566558571746275646160696488676462344334583928555951595636595729265531885757595937503756527353515038253854";
/** Accented letters, dashes and quotation marks of the same typeface; and what another one has to stand in for. */
const widestOfOwn = 85;
const foreign = 140;
/** Until the typeface comes, or where it does not, another stands in for it that may be wider. */
const allowance = 1.07;

/** How wide a text is at most, in the drawing's units. */
export function widthOf(text: string, isBold: boolean): number {
  const hundredths = [...text].map((character) => {
    const place = 2 * ((character.codePointAt(0) ?? 0) - 32);
    const known = Number((isBold ? bold : regular).slice(place, place + 2) || Number.NaN);
    if (place >= 0 && !Number.isNaN(known)) return known;
    return /[ -ɏ‐-”…€]/u.test(character) ? widestOfOwn : foreign;
  });
  return (size * allowance * hundredths.reduce((sum, one) => sum + one, 0)) / 100;
}

/** Sets a name in bold and phrases under it, each from a new line, in lines no wider than given. */
export function setting(name: string, says: readonly string[], widest: number): Setting {
  const lines: { text: string; bold: boolean; below: number }[] = [];
  let below = 0;
  for (const [index, phrase] of [name, ...says].entries()) {
    const isBold = index === 0;
    if (!isBold && lines.length > 0) below += apart;
    for (const text of wrap(phrase, widest, isBold)) {
      lines.push({ text, bold: isBold, below });
      below += leading;
    }
  }
  const widths = lines.map((line) => widthOf(line.text, line.bold));
  return { lines, width: Math.max(0, ...widths), height: below, last: widths.at(-1) ?? 0 };
}

/** Puts a setting into its place, by the upper left corner of its box. */
export function placed(
  kind: Label["kind"],
  { lines, width, height }: Setting,
  x: number,
  y: number,
  end = false,
): Label {
  const from = tidy(end ? x + width : x);
  return {
    kind,
    x: tidy(x),
    y: tidy(y),
    width: tidy(width),
    height,
    end,
    lines: lines.map(({ text, bold: isBold, below }) => ({ text, bold: isBold, x: from, y: tidy(y + below + ascent) })),
  };
}

/** Lines of whole words; a word that is wider than a line is broken where it has to be. */
export function wrap(text: string, widest: number, isBold: boolean): string[] {
  const lines: string[] = [];
  const fits = (line: string) => widthOf(line, isBold) <= widest;
  for (const word of text.split(/\s+/u).flatMap((one) => pieces(one, fits))) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== "") lines.push(word);
  }
  return lines;
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  const found = [""];
  for (const character of word) {
    const last = found.at(-1) ?? "";
    if (last !== "" && !fits(last + character)) found.push(character);
    else found[found.length - 1] = last + character;
  }
  return found;
}

/** A number as the drawing writes it: to a tenth. */
export function tidy(number: number): number {
  return Math.round(number * 10) / 10;
}
