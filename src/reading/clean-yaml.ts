/**
 * A fast reader for YAML as our files mostly are: groups and lists by indentation or in brackets, and plain,
 * quoted, folded and literal text. It gives up at anything else and at anything that could be a slip, so that
 * the strict reader decides. Where it answers, the strict one gives the same value and places, and no problem.
 */
import * as signs from "./clean-signs.ts";
import { indentation, meaning } from "./clean-signs.ts";
import { escaped, type Place, type Places } from "./places.ts";

/** What was read. */
export interface Clean {
  readonly value: unknown;
  readonly places: Places;
}

/** Where a value's key stands, if it has one. */
type From = Place["value"] | undefined;

/** Thrown where the reader gives up. */
const unsure = Symbol("unsure");

/** Reads a file's text; undefined where the strict reader has to. No value lies more than `deepest` levels deep. */
export function readClean(text: string, deepest: number): Clean | undefined {
  if (signs.odd.test(text.replaceAll("\r\n", "\n"))) return undefined;
  try {
    return read(text.split(/\r?\n/), deepest);
  } catch (reason) {
    if (reason === unsure) return undefined;
    throw reason;
  }
}

function read(lines: readonly string[], deepest: number): Clean {
  const places = new Map<string, Place>();
  /** Where the reader stands, counted from 0, and the row on which what it read last ends. */
  let [row, column, last] = [0, 0, 0];
  const line = () => lines[row] ?? giveUp();
  const next = () => line()[column];
  const here = () => ({ line: row + 1, column: column + 1 });

  if (toContent() !== 0) giveUp();
  const value = collection("", undefined, 0);
  return toContent() === -1 ? { value, places } : giveUp();

  /** What stands here, if it is of this pattern; the reader goes behind it. */
  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = column;
    const found = pattern.exec(line());
    if (found === null) return undefined;
    column = pattern.lastIndex;
    return found;
  }

  function isAt(pattern: RegExp): boolean {
    pattern.lastIndex = column;
    return pattern.test(line());
  }

  /** Goes to the next line, from this one on, that has more than a comment. Gives its indentation; -1 at the end. */
  function toContent(): number {
    for (; row < lines.length; row += 1) {
      column = indentation(line());
      if (column < line().length && next() !== "#") return column;
    }
    return -1;
  }

  /** Notes where a value stands while it is read. */
  function placed<T>(pointer: string, from: From, depth: number, value: () => T): T {
    if (depth > deepest) giveUp();
    const place = { ...(from ?? here()), lastLine: 0, value: here() };
    places.set(pointer, place);
    const found = value();
    place.lastLine = last + 1;
    return found;
  }

  /** A group or a list of which the first entry begins here, and all others in the same column. */
  function collection(pointer: string, from: From, depth: number): unknown {
    const indent = column;
    const entries = isAt(signs.dash) ? list : group;
    const value = placed(pointer, from, depth, () => entries(pointer, indent, depth + 1));
    return toContent() > indent ? giveUp() : value;
  }

  function group(pointer: string, indent: number, depth: number): Record<string, unknown> {
    const answers = new Map<string, unknown>();
    do {
      const from = here();
      const name = question(answers);
      answers.set(name, answer(`${pointer}/${escaped(name)}`, from, indent, indent, depth));
    } while (toContent() === indent);
    return Object.fromEntries(answers);
  }

  function list(pointer: string, indent: number, depth: number): unknown[] {
    const entries: unknown[] = [];
    while (toContent() === indent && take(signs.dash)) {
      const entry = `${pointer}/${entries.length}`;
      const value = isAt(signs.key)
        ? collection(entry, undefined, depth)
        : answer(entry, undefined, indent, indent + 1, depth);
      entries.push(value);
    }
    return entries;
  }

  /** The name before a colon; none of the group's other answers may have it. */
  function question(others: ReadonlyMap<string, unknown>): string {
    const [, found = giveUp()] = take(signs.key) ?? [];
    const name = found[0] === '"' || found[0] === "'" ? found.slice(1, -1) : found;
    return others.has(name) ? giveUp() : name;
  }

  /** What stands behind a colon or a dash, or on the lines below; a list below may begin at `listFrom`. */
  function answer(pointer: string, from: From, indent: number, listFrom: number, depth: number): unknown {
    const isBelow = take(signs.endOfLine) !== undefined;
    if (isBelow) {
      row += 1;
      const nextRow = row;
      if (toContent() < (isAt(signs.dash) ? listFrom : indent + 1)) giveUp();
      if (isAt(signs.dash) || isAt(signs.key)) return collection(pointer, from, depth);
      if (row !== nextRow) giveUp(); // a comment before plain text can make it a slip
    } else take(signs.spaces);
    const value = placed(pointer, from, depth, () => {
      const sign = next() ?? "";
      if (!isBelow && (sign === "|" || sign === ">")) return text(indent);
      const found = "[{\"'".includes(sign) ? enclosed(pointer, indent, depth) : (meaning(words(indent)) ?? giveUp());
      if (!take(signs.endOfLine)) giveUp();
      row += 1;
      return found;
    });
    return toContent() > indent ? giveUp() : value;
  }

  /** What stands in brackets or quotation marks. Lines after the first are further in than `indent`. */
  function enclosed(pointer: string, indent: number, depth: number): unknown {
    const opening = next();
    if (opening === '"' || opening === "'") return inQuotes(opening, indent);
    const closing = opening === "[" ? "]" : opening === "{" ? "}" : giveUp();
    const entries: unknown[] = [];
    const answers = new Map<string, unknown>();
    column += 1;
    for (toSign(indent); next() !== closing; toSign(indent)) {
      if (closing === "]") entries.push(inBrackets(`${pointer}/${entries.length}`, undefined, indent, depth + 1));
      else {
        const from = here();
        const name = question(answers);
        take(signs.spaces);
        answers.set(name, inBrackets(`${pointer}/${escaped(name)}`, from, indent, depth + 1));
      }
      toSign(indent);
      if (next() === ",") column += 1;
      else if (next() !== closing) giveUp();
    }
    column += 1;
    last = row;
    return closing === "]" ? entries : Object.fromEntries(answers);
  }

  function inBrackets(pointer: string, from: From, indent: number, depth: number): unknown {
    return placed(pointer, from, depth, () => {
      const [found] = take(signs.plainInBrackets) ?? [];
      if (found === undefined) return enclosed(pointer, indent, depth);
      last = row;
      return meaning(found) ?? giveUp();
    });
  }

  /** Goes over spaces, line ends and comments inside brackets. */
  function toSign(indent: number): void {
    while (take(signs.endOfLine)) {
      row += 1;
      column = indentation(line());
      if (column <= indent && !isAt(signs.endOfLine)) giveUp();
    }
    take(signs.spaces);
  }

  function inQuotes(mark: '"' | "'", indent: number): string {
    const parts: string[] = [];
    column += 1;
    for (;;) {
      const [part = ""] = take(signs.quoted[mark]) ?? [];
      parts.push(column < line().length ? part : part.replace(/(?<! ) +$/, ""));
      if (next() === mark) break;
      if (column < line().length) giveUp();
      row += 1;
      column = indentation(line());
      if (column <= indent) giveUp();
    }
    column += 1;
    last = row;
    if (parts.length > 1 && parts.includes("")) giveUp();
    return mark === '"' ? parts.join(" ") : parts.join(" ").replaceAll("''", "'");
  }

  /** Plain text, which may go on over lines that are further in than `indent`. */
  function words(indent: number): string {
    const parts: string[] = [];
    for (let from = column; from >= 0; from = goesOn(indent)) {
      column = from;
      const [part = giveUp()] = take(signs.plain) ?? [];
      parts.push(part);
      last = row;
    }
    return parts.join(" ");
  }

  /** Goes to the next line if plain text goes on there, and gives the column; else -1. */
  function goesOn(indent: number): number {
    const nextLine = lines[row + 1] ?? "";
    const from = indentation(nextLine);
    const isText = from > indent && from < nextLine.length && nextLine[from] !== "#";
    if (!isText || !/^ *$/.test(line().slice(column))) return -1;
    row += 1;
    return from;
  }

  /** Folded or literal text, on lines that are further in than `indent` and begin in one column. */
  function text(indent: number): string {
    const [, sign, strip] = take(signs.textSign) ?? giveUp();
    const parts: string[] = [];
    let margin = 0;
    for (row += 1; row < lines.length; row += 1) {
      const from = indentation(line());
      const isEmpty = from === line().length;
      if (!isEmpty && from <= indent) break;
      if (margin === 0) margin = from;
      if (isEmpty ? from > margin || parts.length === 0 : from < margin || (from > margin && sign === ">")) giveUp();
      parts.push(line().slice(margin));
      if (!isEmpty) last = row;
    }
    const whole = parts.join("\n").replace(/(?<!\n)\n+$/, "");
    if (whole === "") giveUp();
    return (sign === ">" ? whole.replaceAll(/\n(\n*)/g, (_, more) => more || " ") : whole) + (strip ? "" : "\n");
  }
}

function giveUp(): never {
  throw unsure;
}
