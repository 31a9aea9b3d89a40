/** Answers as the YAML that a person would write: lists of words and short groups on one line, the rest below each other. */
import { stringify } from "yaml";

/** Words that older readers of YAML take for true or false: they are written in quotation marks. */
const mistaken = /^(?:y|n|yes|no|on|off|true|false)$/i;

/** No longer than this may a group stand on one line. */
const longest = 90;

/** One word, number or text; `quote` keeps the quotation mark that stood there before. */
export function scalarText(value: unknown, quote = ""): string {
  if (typeof value !== "string") return String(value ?? "");
  if (value.includes("\n") || mistaken.test(value) || quote === '"') return JSON.stringify(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  const listed = stringify([value], { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: false });
  return listed.trim().slice(1, -1);
}

/** A value on one line. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isGroup(value)) return scalarText(value);
  return `{${pairsOf(value)
    .map(([key, inner]) => `${keyText(key)}: ${inline(inner)}`)
    .join(", ")}}`;
}

/** What stands after a question's colon: a blank and the answer, or lines below, indented by so many blanks. */
export function after(value: unknown, indent: number): string {
  if (isShort(value)) return ` ${inline(value)}`;
  const lines = Array.isArray(value) ? value.map((entry) => entryText(entry, indent)) : [pairs(value, indent)];
  return `\n${lines.join("\n")}`;
}

/** One entry of a list, from its dash on; the first line is indented too. */
export function entryText(value: unknown, indent: number, onOneLine = false): string {
  const before = " ".repeat(indent);
  if (!isGroup(value) || onOneLine || pairsOf(value).length === 0) return `${before}- ${inline(value)}`;
  return `${before}- ${pairs(value, indent + 2).trimStart()}`;
}

/** Questions below each other. */
export function pairs(value: unknown, indent: number): string {
  return pairsOf(value)
    .map(([key, inner]) => `${" ".repeat(indent)}${keyText(key)}:${after(inner, indent + 2)}`)
    .join("\n");
}

/** A name, or a fact path as actions have it. */
export function keyText(key: string): string {
  return /^[\w.-]+$/.test(key) ? key : JSON.stringify(key);
}

function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => !isGroup(one));
  if (!isGroup(value)) return true;
  const plain = pairsOf(value).every(([, inner]) => !isGroup(inner) && !(Array.isArray(inner) && inner.some(isGroup)));
  return plain && inline(value).length < longest;
}

function pairsOf(value: unknown): [string, unknown][] {
  return Object.entries(value as Record<string, unknown>).filter(([, inner]) => inner !== undefined);
}

/** A group of answers. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
