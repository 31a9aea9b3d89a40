/** Where the values of a file stand, and the steps that lead to them. Apart from yaml.ts, so that a browser can check without it. */

/** Where a value stands in its file, counted from 1: the key (or the value, in a list) and its last line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The line on which the value ends; comments and empty lines after it are not part of it. */
  readonly lastLine: number;
  /** Where the value itself begins. */
  readonly value: { readonly line: number; readonly column: number };
}

/** The places of all values of a file, by JSON pointer; "" is the whole file. */
export type Places = ReadonlyMap<string, Place>;

/** One step of a JSON pointer. */
export function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Text cut to a length that fits a message, on one line and without control characters. */
export function short(text: string): string {
  const flat = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ");
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat;
}
