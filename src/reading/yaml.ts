/**
 * YAML text to a plain value in which every part has its place.
 *
 * Strict on purpose: what a reader could take for something else (aliases, tags, directives, two
 * documents, a key given twice) is refused in plain words. Numbers are decimal; `true` and `false` are
 * read as the answers yes and no.
 */
import type { Document, LineCounter, Node, Pair, ScalarTag, Tags } from "yaml";
import type { Problem } from "../core/problem.ts";
import { readClean } from "./clean-yaml.ts";
import { escaped, type Place, type Places, short } from "./places.ts";
import { slips } from "./slips.ts";
import { yaml } from "./yaml-package.ts";

export { escaped, type Place, type Places, short };

/** A file's text as a value with places, or why it can't be read. */
export interface Yaml {
  readonly value: unknown;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** Files of more bytes than this are refused: an audit is some 150 lines. */
export const largestFile = 256 * 1024;

/** No value lies deeper than this many levels. */
export const deepest = 20;
const tooDeep = "answers are nested too deeply";
const quoteIt = "take it out, or put the answer in quotation marks";
const shallower = `keep to ${deepest} levels at the most, and close every bracket`;

/** Reads one file's text. `file` is only for the problems' sake. */
export function readYaml(text: string, file: string): Yaml {
  const small = text.length * 3 <= largestFile; // no character takes more bytes
  const clean = small ? readClean(text, deepest) : undefined;
  return clean ? { ...clean, problems: [] } : readStrictly(text, file);
}

/** Reads one file's text without the short cut for clean files: all problems are from here. */
export function readStrictly(given: string, file: string): Yaml {
  const { isAlias, isMap, isNode, isScalar, isSeq } = yaml();
  const text = given.replaceAll(/\r(?!\n)/g, "\n"); // a line break to YAML and to editors, though not to the package
  const lines = linesOf(text);
  const problems: Problem[] = [];
  const places = new Map<string, Place>();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (offset: number, message: string, hint?: string) => {
    problems.push({
      file,
      pointer: "",
      ...at(offset),
      severity: "error",
      rule: "syntax",
      message,
      ...(hint ? { hint } : {}),
    });
  };
  const failed = (): Yaml => ({ value: undefined, places, problems });

  if (new TextEncoder().encode(text).length > largestFile) {
    report(
      0,
      "the file is larger than 256 KB",
      "an audit is some 150 lines; keep documents outside and name them under evidence",
    );
    return failed();
  }
  const document = parse(text);
  if (document === undefined || document.errors.some((error) => error.message.startsWith("Maximum call stack"))) {
    report(0, tooDeep, shallower);
    return failed();
  }
  const [before = ""] = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text) ?? [];
  if (text[before.length] === "%") {
    report(before.length, "a line that begins with % is not allowed", "take the line out");
    return failed();
  }
  for (const { offset, message, hint } of slips([...document.errors, ...document.warnings], text))
    report(offset, message, hint);
  if (problems.length > 0) return failed();
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    report(0, "the file is empty", "begin with `format: pathway-facts/1`, or copy an audit that is there");
    return failed();
  }

  const place = (pointer: string, key: Node | undefined, node: Node | null) => {
    const from = key?.range?.[0] ?? node?.range?.[0] ?? 0;
    const end = endOf(node) ?? endOf(key) ?? from;
    const value = at(node?.range?.[0] ?? end);
    places.set(pointer, { ...at(from), lastLine: Math.max(at(from).line, at(Math.max(from, end - 1)).line), value });
  };

  const value = (node: unknown, pointer: string, key: Node | undefined, depth: number): unknown => {
    const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    place(pointer, key, isNode(node) ? node : null);
    if (depth > deepest) {
      report(start, tooDeep, shallower);
      return null;
    }
    if (isAlias(node)) {
      report(start, "an answer can't begin with an asterisk (*)", "write it out, or put it in quotation marks");
      return null;
    }
    if (isNode(node) && "anchor" in node && node.anchor)
      report(text.lastIndexOf("&", start), "an answer can't begin with an ampersand (&)", quoteIt);
    if (isNode(node) && node.tag) {
      const mark = text.lastIndexOf("!", start);
      report(text[mark - 1] === "!" ? mark - 1 : mark, "an answer can't begin with an exclamation mark", quoteIt);
    }
    if (isMap(node)) return map(node.items, pointer, depth);
    if (isSeq(node)) return node.items.map((item, index) => value(item, `${pointer}/${index}`, undefined, depth + 1));
    return isScalar(node) ? node.value : null;
  };

  const map = (pairs: readonly Pair[], pointer: string, depth: number): Record<string, unknown> => {
    const firsts = new Map<string, number>();
    const entries: [string, unknown][] = [];
    for (const pair of pairs) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      const offset = key?.range?.[0] ?? 0;
      if (typeof key?.value !== "string" || key.value === "") {
        report(offset, "there is no question before this colon", "write `question: answer`");
        continue;
      }
      const first = firsts.get(key.value);
      if (first !== undefined) {
        report(offset, `"${short(key.value)}" is given twice`, `keep one; the first is on line ${at(first).line}`);
        continue;
      }
      firsts.set(key.value, offset);
      entries.push([key.value, value(pair.value, `${pointer}/${escaped(key.value)}`, key, depth + 1)]);
    }
    return Object.fromEntries(entries);
  };

  const contents = value(document.contents, "", undefined, 0);
  return problems.length > 0 ? failed() : { value: contents, places, problems };
}

/** Where a node ends: a group or a list that is not in brackets, where its last entry does. */
function endOf(node: unknown): number | undefined {
  const { isMap, isNode, isPair, isSeq } = yaml();
  if (!isNode(node)) return undefined;
  const entry = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (entry === undefined) return node.range?.[1];
  return isPair(entry) ? (endOf(entry.value) ?? endOf(entry.key)) : endOf(entry);
}

/** Where each line begins: the package, left to count, loses lines after some errors. */
function linesOf(text: string): LineCounter {
  const { LineCounter } = yaml();
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf("\n", start) + 1 || -1) lines.addNewLine(start);
  return lines;
}

/** A text as the package's document; undefined where it is nested too deeply to be read at all. */
export function parse(text: string): Document.Parsed | undefined {
  try {
    return yaml().parseDocument(text, {
      version: "1.2",
      schema: "core",
      customTags: answers,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false, // the package's own check is quadratic
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // its stack: nothing else here can run out
    throw error;
  }
}

/** The core schema without numbers that are not plain decimals, and with true and false as yes and no. */
function answers(tags: Tags): Tags {
  const odd = ["0o7", "0x1f", ".inf", "1e3"];
  const plain = tags.filter(
    (tag) => !odd.some((text) => typeof tag !== "string" && (tag as ScalarTag).test?.test(text)),
  );
  return plain.map((tag) => {
    if (typeof tag === "string" || tag.tag !== "tag:yaml.org,2002:bool") return tag;
    const bool = tag as ScalarTag;
    return { ...bool, resolve: (text: string) => (text.toLowerCase() === "true" ? "yes" : "no") };
  });
}
