/** The slips behind broken syntax: where each is, what is wrong, and what would be right. */
import type { YAMLError } from "yaml";
import { oddSpace } from "./nearest.ts";

/** A slip in a file's syntax: where it is, what is wrong, and what would be right. */
export interface Slip {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/**
 * The slips behind the errors of the YAML package, in the order they stand. An error on the same line as
 * the one before, or on the next, is taken for its echo; what is left open takes in all that follows.
 */
export function slips(errors: readonly YAMLError[], text: string): Slip[] {
  const conflict = errors.length > 0 ? text.search(/^(?:<{7}|>{7}) /m) : -1;
  if (conflict >= 0) return [{ offset: conflict, ...told.conflict }];
  const found: Slip[] = [];
  let echoes = -1;
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const next = lineEnd(text, error.pos[0]) + 1;
    if (error.pos[0] > echoes) {
      const made = slip(error, text);
      found.push(made);
      if (made.message === told.quote.message || made.message === told.bracket.message) break;
    }
    echoes = lineEnd(text, next);
  }
  return found;
}

const oneLineEach = "put each question and its answer on a line of its own";
const told = {
  conflict: {
    message: "a mark left from merging two versions stands here",
    hint: "keep one version, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>",
  },
  quote: { message: "a quotation mark is opened here and never closed", hint: "close it at the end of the answer" },
  bracket: { message: "a bracket is opened here and never closed", hint: "close it at the end of the answer" },
  closing: { message: "a bracket is closed here that was never opened", hint: "take it out" },
  after: {
    message: "text goes on after the closing quotation mark or bracket",
    hint: "put the whole answer in one pair of quotation marks, and any inside it in the other kind",
  },
  oddSpace: { message: "this space is not an ordinary one", hint: "delete it and type it again" },
  tab: {
    message: "a tab stands where spaces belong",
    hint: "indent with spaces, here and wherever else there is a tab",
  },
  deeper: {
    message: "this line is indented further than the line above it",
    hint: "line both up with their neighbours",
  },
  unaligned: {
    message: "this line does not line up with the lines above it",
    hint: "give it the indent of its neighbours",
  },
  colons: {
    message: "there is more than one colon in this line",
    hint: `put an answer that holds a colon in quotation marks, or ${oneLineEach}`,
  },
  colonSpace: { message: "a space is missing after the colon", hint: "write `question: answer`" },
  dashSpace: { message: "a space is missing after the dash", hint: "write `- answer`" },
  hashSpace: {
    message: "a space is missing before the #",
    hint: "put one there, or take the # into the quotation marks",
  },
  noColon: {
    message: "this line has no colon",
    hint: "write `question: answer`, or indent it if it goes on from above",
  },
  equals: { message: "an equals sign stands where the colon belongs", hint: "write `question: answer`" },
  curly: {
    message: "there is more than one colon in this line",
    hint: "take out the curly quotation marks, and put the answer in straight ones",
  },
  dashInLine: {
    message: "a list can't begin on the line of its question",
    hint: "put each entry on a line of its own below, or all of them in square brackets",
  },
  comma: { message: "a comma is missing here", hint: "put a comma between the entries" },
  commas: { message: "there is a comma too many", hint: "take it out" },
  inBrackets: {
    message: "a comma is missing in these brackets, or there is a colon too many",
    hint: "put commas between the answers, and an answer that holds a colon in quotation marks",
  },
  start: { message: "an answer can't begin with this character", hint: "put the answer in quotation marks" },
  mark: {
    message: "an answer can't begin with an exclamation mark",
    hint: "take it out, or put the answer in quotation marks",
  },
  backslash: {
    message: "a backslash has a meaning of its own in double quotation marks",
    hint: "put the answer in single quotation marks",
  },
  documents: { message: "a line of three dashes splits the file in two", hint: "take it out; a file holds one audit" },
  name: { message: "a question is one word before a colon", hint: "write `question: answer`" },
  other: { message: "this line can't be read", hint: oneLineEach },
} as const;

/** The YAML package's errors by code and part of their message; the first that fits. */
const signs: readonly (readonly [code: RegExp, message: RegExp, slip: keyof typeof told])[] = [
  [/TAB/, /./, "tab"],
  [/MULTIPLE_DOCS/, /./, "documents"],
  [/TAG/, /./, "mark"],
  [/ESCAPE/, /./, "backslash"],
  [/SCALAR_START|BAD_ALIAS/, /./, "start"],
  [/NON_STRING_KEY|KEY_OVER/, /./, "name"],
  [/IN_FLOW/, /./, "inBrackets"],
  [/MISSING_CHAR/, /^Missing , /, "comma"],
  [/MISSING_CHAR/, /^Missing space after :/, "colonSpace"],
  [/MISSING_CHAR/, /^Comments/, "hashSpace"],
  [/UNEXPECTED/, /scalar at node end/, "after"],
  [/UNEXPECTED/, /block-seq-ind/, "dashInLine"],
  [/UNEXPECTED/, /Unexpected (?:,|empty item)/, "commas"],
  [/UNEXPECTED/, /flow-(?:seq|map)-end/, "closing"],
  [/UNEXPECTED/, /Not a YAML token|Block scalar header/, "start"],
  [/AS_IMPLICIT_KEY/, /^Nested/, "colons"],
  [/INDENT|AS_IMPLICIT_KEY/, /./, "unaligned"],
  [/MULTILINE_IMPLICIT_KEY|MISSING_CHAR/, /[Ii]mplicit/, "noColon"],
];

function slip({ code, message, pos: [offset] }: YAMLError, text: string): Slip {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = /.*/y.exec(text.slice(start, start + 2000))?.[0] ?? "";
  const odd = line.search(oddSpace);
  if (odd >= 0) return { offset: start + odd, ...told.oddSpace };
  if (message.startsWith("Missing closing")) return { offset: opening(text, offset, message), ...told.quote };
  if (/ end with a [\]}]$/.test(message)) return { offset: opening(text, offset, message), ...told.bracket };

  const kind = signs.find(([codes, messages]) => codes.test(code) && messages.test(message))?.[2] ?? "other";
  const first = start + line.search(/\S|$/);
  const within = offset > first;
  if (kind === "start" && code === "UNEXPECTED_TOKEN") return { offset: start + line.search(/[|>]/), ...told.start };
  if (kind === "colons" || (within && code === "MULTILINE_IMPLICIT_KEY"))
    return /:\s/.test(`${line.slice(offset - start)} `)
      ? { offset, ...told[/:\s+[“”„‘’«]/.test(line) ? "curly" : "colons"] }
      : misplaced(text, first, start + line.length);
  if (kind === "unaligned" || kind === "noColon") {
    return within ? { offset, ...told.other } : { offset: first, ...told[wordsOf(line.trim(), kind)] };
  }
  return { offset, ...told[kind] };
}

/** An answer that seems to go on below: its line, or the one below, stands out from the neighbours. */
function misplaced(text: string, first: number, end: number): Slip {
  if (hasEquals(text.slice(first, end))) return { offset: first, ...told.equals };
  const below = end + text.slice(end).search(/\S/);
  const above = text.slice(0, first).trimEnd();
  const indentBelow = below - text.lastIndexOf("\n", below) - 1;
  const indentAbove = above.slice(above.lastIndexOf("\n") + 1).search(/\S|$/);
  return below > end && indentBelow !== indentAbove
    ? { offset: below, ...told.deeper }
    : { offset: first, ...told.unaligned };
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** What a line out of order lacks. */
function wordsOf(line: string, otherwise: "unaligned" | "noColon"): keyof typeof told {
  if (/^-[^\s-]/.test(line)) return "dashSpace";
  if (/^[\w"'-]+:\S/.test(line)) return "colonSpace";
  if (hasEquals(line)) return "equals";
  return /:(?:\s|$)/.test(line) ? "unaligned" : otherwise;
}

/** Whether a line begins as `question = answer` does. */
function hasEquals(line: string): boolean {
  return /^(?:- )?\w+ ?=(?!=)/.test(line);
}

/** Where the mark was opened that an error misses the closing of. */
function opening(text: string, offset: number, message: string): number {
  const open = { "}": "{", "]": "[" }[message.at(-1) ?? ""];
  if (open === undefined) return text.lastIndexOf(message.includes('"') ? '"' : "'", offset - 1);
  let depth = 1;
  let at = offset;
  while (depth > 0 && --at >= 0) depth += text[at] === message.at(-1) ? 1 : text[at] === open ? -1 : 0;
  return Math.max(0, at);
}
