/** Where the parts of a YAML text begin and end: what has to go or to move when an answer does. */
import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";

/** Part of a text to be replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with edits that do not overlap, or the part of it from one offset to another. */
export function applied(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let result = "";
  let at = from;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new Error("two edits overlap");
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at, to);
}

/** Where the last thing that a node says ends, comments and line breaks after it left out. */
export function contentEnd(node: Node | null | undefined, text: string): number {
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (isMap(node) && last) return pairEnd(last as Pair, text);
  if (last) return contentEnd(last as Node, text);
  const [from = 0, to = 0] = node?.range ?? [];
  return isScalar(node) ? from + text.slice(from, to).trimEnd().length : to;
}

/** Where a question's answer ends; without an answer, after its colon. */
export function pairEnd({ key, value }: Pair, text: string): number {
  const name = key as Node;
  const colon = text.indexOf(":", name.range?.[1] ?? 0) + 1;
  return Math.max(colon, contentEnd(value as Node | null, text));
}

/** Where a question begins. */
export function pairStart({ key }: Pair): number {
  return (key as Node).range?.[0] ?? 0;
}

/** The beginning of the line that an offset is on. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The beginning of the next line; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** How many characters stand before an offset on its line. */
export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The line after what ends at `end`, and after the comments below it that are indented further than `indent`. */
export function lineAfter(text: string, end: number, indent: number): number {
  let at = nextLine(text, end);
  for (;;) {
    const blanks = /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].length ?? 0;
    const comment = /^[ \t]*#/.exec(text.slice(at + blanks));
    if (!comment || comment[0].length - 1 <= indent) return at;
    at = nextLine(text, at + blanks);
  }
}

/** Where the dash of an entry stands. */
export function dashOf(text: string, entry: Node | null): number {
  return text.lastIndexOf("-", (entry?.range?.[0] ?? 0) - 1);
}
