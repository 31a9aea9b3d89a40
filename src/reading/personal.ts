/**
 * What looks like personal data, searched for in the whole text, comments and all, before anything else is
 * read. The messages never repeat what was found.
 */
import type { Problem } from "../core/problem.ts";
import type { Places } from "./places.ts";
import { plainLine } from "./plain-text.ts";
import { doubts, type Sign, signs } from "./signs.ts";

/** Web addresses, and the numbers of papers, books and files: a row of digits in them is nobody's. */
const numbered = [
  /https?:\/\/[^\s,"'\]}]+/gi,
  /\b10\.\d{4,9}\/[^\s,"'\]}]+/g,
  /\bISBN(?:-1[03])?:? ?[\dX][\dX -]{8,16}/gi,
  /(?<![\w-])(?=[\d-]{0,40}[a-f])[\da-f-]{20,}(?![\w-])/gi,
];

/** No sign is shorter: "dob:", "Mr A". */
const shortest = 4;

/** A sign with its pattern ready to be run along a line. */
interface Search {
  readonly sign: Sign;
  readonly pattern: RegExp;
}

const search = (sign: Sign): Search => ({ sign, pattern: new RegExp(sign.pattern, `${sign.pattern.flags}g`) });
const certain = signs.map(search);
const all = [...certain, ...doubts.map(search)];

/** Places in the text that look like personal data: errors, and warnings where there is doubt; one a line at most. */
export function personal(text: string, file: string): Problem[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const found = signIn(line, all);
    return found ? [problem(found.sign, file, index + 1, found.column)] : [];
  });
}

/**
 * The same signs in the answers as they were read, where the text has them otherwise: broken over lines, or
 * written with escapes.
 */
export function hiddenPersonal(value: unknown, text: string, places: Places, file: string): Problem[] {
  const lines = text.split(/\r\n|\r|\n/);
  const stands = (part: string, pointer: string) => {
    const { line, column } = places.get(pointer)?.value ?? { line: 1, column: 1 };
    const at = lines[line - 1] ?? "";
    // Nearly every answer stands at its place, or behind its quotation mark; to search the whole text takes long.
    return at.startsWith(part, column - 1) || at.startsWith(part, column) || text.includes(part);
  };
  const visit = (part: unknown, pointer: string): Problem[] => {
    if (typeof part === "object" && part !== null)
      return Object.entries(part).flatMap(([key, inner]) => visit(inner, `${pointer}/${key}`));
    if (typeof part !== "string" || stands(part, pointer)) return [];
    const found = part.split("\n").flatMap((line) => signIn(line, certain) ?? [])[0];
    const { line, column } = places.get(pointer)?.value ?? { line: 1, column: 1 };
    return found ? [problem(found.sign, file, line, column)] : [];
  };
  return visit(value, "");
}

function signIn(line: string, sought: readonly Search[]): { sign: Sign; column: number } | undefined {
  if (line.trim().length < shortest) return undefined;
  const { text, columnAt } = plainLine(line);
  const masked = !/\d/.test(text)
    ? text
    : numbered.reduce((all, pattern) => all.replaceAll(pattern, (one) => " ".repeat(one.length)), text);
  for (const { sign, pattern } of sought) {
    const searched = sign.everywhere ? text : masked;
    if (sign.needs && !sign.needs.test(searched)) continue;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(searched); found !== null; found = pattern.exec(searched)) {
      if (sign.when && !sign.when(found[0])) continue;
      const start = found.index + found[0].length - (found.groups?.["found"] ?? found[0]).length;
      return { sign, column: columnAt(start) };
    }
  }
  return undefined;
}

function problem({ message, hint, doubtful }: Sign, file: string, line: number, column: number): Problem {
  return {
    file,
    pointer: "",
    line,
    column,
    severity: doubtful ? "warning" : "error",
    message,
    hint,
    rule: "personal-data",
  };
}
