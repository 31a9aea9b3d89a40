/** What would be right in place of an answer, as far as what was written shows it. */

import { listed } from "../core/listed.ts";
import type { Question, Sections } from "./fault.ts";
import { dateHint, nearest, oddSpace } from "./nearest.ts";
import { numberHint } from "./number-hint.ts";
import { short } from "./places.ts";

/** What to say of a space that looks like one and is none. */
export const oddSpaceHint = "a space in it is not an ordinary one; delete it and type it again";

/** `question: answer` for a line that has an equals sign in place of its colon, where there is such a question. */
export function withColon(line: string, questions: readonly string[]): string | undefined {
  const [, question = "", answer = ""] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
  return questions.includes(question) ? `put a colon for the equals sign: ${question}: ${short(answer)}` : undefined;
}

/** What is meant by an answer that is none of the words. */
export function wordHint(value: unknown, words: readonly string[]): string {
  const several = Array.isArray(value) ? value : String(value).split(/\s*(?:[,;/|]|\b(?:and|or)\b)\s*/);
  const known = several.filter((one) => words.includes(one));
  if (known.length === several.length && known.length > 0)
    return known.length === 1 ? `write ${known[0]} by itself, without a list` : `choose one: ${listed(known, "or")}`;
  const all = `answer ${listed(words, "or")}`;
  if (typeof value !== "string") return all;
  if (curly(value)) return curly(value) ?? all;
  if (oddSpace.test(value)) return oddSpaceHint;
  if (value === "yes" && words.includes("routine")) return `say for whom it is so: ${all}`;
  const meant = value === "no" ? words.find((word) => word === "absent" || word === "none") : nearest(value, words);
  return meant ? `did you mean "${meant}"?` : all;
}

/** What would be right, as far as what was written shows it. */
export function remedy(value: unknown, question: Question, key: string): string | undefined {
  const { pattern, format, description = "", examples = [], properties = {} } = question;
  const types = [question.type ?? []].flat();
  if (curly(value)) return curly(value);
  if (format === "date") return dateHint(String(value));
  if (format === "uri") return "begin it with https:// or http://";
  if (types.includes("object")) return groupHint(value, properties, key);
  if (types.includes("array")) return listHint(value, question);
  if (types.includes("number") || types.includes("integer")) return numberHint(value, pattern, key);
  if (pattern !== undefined) {
    const rule = description.split(/[.;]/)[0] ?? "";
    return `use ${rule.charAt(0).toLowerCase()}${rule.slice(1)}${examples.length > 0 ? `; for example ${examples[0]}` : ""}`;
  }
  return typeof value === "number" ? `put it in quotation marks: "${value}"` : undefined;
}

function groupHint(value: unknown, properties: Sections, key: string): string {
  const [first = ""] = Object.keys(properties).flatMap((name) => exampleOf(name, properties) ?? []);
  const text = typeof value === "string" ? value : "";
  const colon = withColon(text, Object.keys(properties));
  if (colon) return colon;
  if (oddSpace.test(text)) return oddSpaceHint;
  if (/^\w+:\S/.test(text)) return "put a space after the colon";
  return key === "" ? `begin with ${first}` : `put each on an indented line below, for example ${first}`;
}

function listHint(value: unknown, { items }: Question): string | undefined {
  if (typeof value === "object") return "begin each entry with a dash and a space";
  const text = String(value);
  if (/^-\S/.test(text)) return "put a space after each dash";
  if (/^(?:none|no|nothing|nil|n\/a|0)$/i.test(text)) return "write [] if there are none";
  return items?.properties ? "begin each entry on a line of its own with a dash" : `write [${short(text)}]`;
}

/** Word processors turn quotation marks into curly ones, which YAML takes for part of the answer. */
export function curly(value: unknown): string | undefined {
  return typeof value === "string" && /^[“”„‘’«]/.test(value) ? "take out the curly quotation marks" : undefined;
}

/** A line that would answer a question, where its example is a plain one. */
export function exampleOf(key: string, properties: Sections): string | undefined {
  const example = Object.hasOwn(properties, key) ? properties[key]?.examples?.[0] : undefined;
  return typeof example === "string" || typeof example === "number" ? `\`${key}: ${example}\`` : undefined;
}

/** A value as a message names it. */
export function described(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of answers";
  if (typeof value === "string") return `"${short(value)}"`;
  return Number.isFinite(value) ? String(value) : "a number too large";
}
