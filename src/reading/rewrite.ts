/**
 * Answers back into the text they were read from. Only what says something else is touched: comments, order,
 * quotation marks and line breaks stay as they are everywhere else.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Answers } from "../core/facts.ts";
import type { Question } from "./questions.ts";
import { entriesRewritten } from "./rewrite-list.ts";
import { applied, column, type Edit, lineAfter, lineStart, nextLine, pairEnd, pairStart } from "./spans.ts";
import { after, inline, isGroup, keyText, pairs, scalarText } from "./written.ts";
import { parse, readYaml } from "./yaml.ts";

/** The names of questions below a path, in their order. */
export type Order = (path: string) => readonly string[];

/** What every part of the work needs: the text, and in which order the questions of a group stand. */
export interface Work {
  readonly text: string;
  readonly order: Order;
}

/** The order of questions as a schema has them. */
export function orderOf(questions: ReadonlyMap<string, Question>): Order {
  const paths = [...questions.keys()];
  return (path) => {
    const before = path === "" ? "" : `${path}.`;
    const below = paths.filter((one) => one.startsWith(before)).map((one) => one.slice(before.length));
    return below.filter((name) => /^\w+$/.test(name));
  };
}

/** What a new file begins with. */
export const firstLine = "# yaml-language-server: $schema=../../schemas/audit.schema.json\n";

/**
 * The text with these answers in place of those it has; a new one where the text is empty. Reading it back gives
 * the answers: where a change in place can't be made, the section is written anew, and at the worst the file.
 */
export function rewritten(text: string, answers: Answers, order: Order): string {
  const fresh = () => `${firstLine}${sections(answers, order)}\n`;
  if (text.trim() === "") return fresh();
  const unix = text.replaceAll("\r\n", "\n");
  const whole = (result: string) => (text.includes("\r\n") ? result.replaceAll("\n", "\r\n") : result);
  const inPlace = edited({ text: unix, order }, answers);
  if (inPlace !== undefined && gives(inPlace, answers)) return whole(inPlace);
  const differing = edited({ text: unix, order }, answers, true);
  return whole(differing !== undefined && gives(differing, answers) ? differing : fresh());
}

/** Whether a text reads as these answers. */
function gives(text: string, answers: Answers): boolean {
  const { value, problems } = readYaml(text, "");
  return problems.length === 0 && alike(value, answers);
}

function edited(work: Work, answers: Answers, bySection = false): string | undefined {
  const document = parse(work.text);
  if (document === undefined || !isMap(document.contents)) return undefined;
  try {
    return applied(work.text, groupRewritten(work, document.contents, answers, "", bySection));
  } catch (error) {
    if (error instanceof Error && error.message === "two edits overlap") return undefined;
    throw error;
  }
}

/** All sections of a new file, a blank line between them. */
function sections(answers: Answers, order: Order): string {
  const names = [...new Set([...order(""), ...Object.keys(answers)])].filter((name) => answers[name] !== undefined);
  return names
    .map((name, index) => {
      const near = index === 0 || (names[index - 1] === "gates_complete" && name === "gates");
      return `${near ? "" : "\n"}${pairs({ [name]: inOrder(answers[name], name, order) }, 0)}`;
    })
    .join("\n");
}

/** A value with its questions in their order. */
export function inOrder(value: unknown, path: string, order: Order): unknown {
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry, `${path}[]`, order));
  if (!isGroup(value)) return value;
  const names = new Set([...order(path).filter((name) => Object.hasOwn(value, name)), ...Object.keys(value)]);
  return Object.fromEntries(
    [...names].map((name) => [name, inOrder(value[name], path === "" ? name : `${path}.${name}`, order)]),
  );
}

/** The edits that turn one value into another; undefined where it has to be written anew. */
export function valueRewritten(work: Work, node: Node | null, now: unknown, path: string): Edit[] | undefined {
  if (alike(plainOf(node), now)) return [];
  if (isMap(node) && isGroup(now) && Object.keys(now).length > 0) return groupRewritten(work, node, now, path);
  if (isSeq(node) && Array.isArray(now)) return entriesRewritten(work, node, now, path);
  if (!isScalar(node) || isGroup(now) || Array.isArray(now)) return undefined;
  const [from, to] = node.range ?? [0, 0];
  const source = work.text.slice(from, to);
  if (from === to) return undefined;
  const mark = /^["']/.exec(source)?.[0] ?? "";
  const end = from + source.trimEnd().length;
  return [{ from, to: end, text: scalarText(now, typeof now === "string" ? mark : "") }];
}

function groupRewritten(work: Work, map: YAMLMap, now: Answers, path: string, anew = false): Edit[] {
  const { text, order } = work;
  const items = map.items as Pair[];
  const flow = map.flow === true;
  const indent = items[0] ? column(text, pairStart(items[0])) : 0;
  const stays = ({ key }: Pair) => now[nameOf(key)] !== undefined;
  const inner = (name: string) => (path === "" ? name : `${path}.${name}`);
  const edits = items.flatMap((pair, index): Edit[] => {
    const name = nameOf(pair.key);
    if (!stays(pair)) return removed(work, items, index, flow, stays, path === "");
    const value = now[name];
    const within = anew ? undefined : valueRewritten(work, pair.value as Node | null, value, inner(name));
    if (within) return within;
    if (anew && alike(plainOf(pair.value as Node | null), value)) return [];
    const from = text.indexOf(":", (pair.key as Node).range?.[1] ?? 0) + 1;
    const ordered = inOrder(value, inner(name), order);
    return [{ from, to: pairEnd(pair, text), text: flow ? ` ${inline(ordered)}` : after(ordered, indent + 2) }];
  });
  const names = items.map(({ key }) => nameOf(key));
  const added = Object.keys(now).filter((name) => now[name] !== undefined && !names.includes(name));
  const ranks = order(path);
  for (const name of added.toSorted((a, b) => rank(a, ranks) - rank(b, ranks))) {
    const value = inOrder(now[name], inner(name), order);
    const before = items.findLast((pair) => stays(pair) && rank(nameOf(pair.key), ranks) <= rank(name, ranks));
    const first = items.find(stays);
    if (flow) {
      const pair = `${keyText(name)}: ${inline(value)}`;
      if (before) edits.push(insertion(pairEnd(before, text), `, ${pair}`));
      else if (first) edits.push(insertion(pairStart(first), `${pair}, `));
      else edits.push(insertion((map.range?.[0] ?? 0) + 1, pair));
      continue;
    }
    const apart = path === "" && before && !(isScalar(before.value) && nameOf(before.key) !== "format");
    const lines = `${" ".repeat(indent)}${keyText(name)}:${after(value, indent + 2)}\n`;
    const anchor = before ?? (first && column(text, pairStart(first)) > 0 && isOnDash(text, first) ? first : undefined);
    const place = anchor
      ? lineAfter(text, pairEnd(anchor, text), indent)
      : lineStart(text, first ? pairStart(first) : 0);
    const broken = place > 0 && text[place - 1] !== "\n" ? "\n" : "";
    edits.push(insertion(place, `${broken}${apart ? "\n" : ""}${lines}`));
  }
  return merged(edits);
}

/** A question taken out, with its comma or its lines. */
function removed(
  { text }: Work,
  items: readonly Pair[],
  index: number,
  flow: boolean,
  stays: (pair: Pair) => boolean,
  top: boolean,
): Edit[] {
  const pair = items[index] as Pair;
  const next = items[index + 1];
  const before = items.slice(0, index).some(stays);
  const nothing = { text: "" };
  if (flow) {
    if (before) return [{ from: pairEnd(items[index - 1] as Pair, text), to: pairEnd(pair, text), ...nothing }];
    return [{ from: pairStart(pair), to: next ? pairStart(next) : pairEnd(pair, text), ...nothing }];
  }
  if (isOnDash(text, pair)) return next ? [{ from: pairStart(pair), to: pairStart(next), ...nothing }] : [];
  const start = lineStart(text, pairStart(pair));
  const blank = top && text.slice(0, start).endsWith("\n\n") ? 1 : 0;
  return [{ from: start - blank, to: nextLine(text, pairEnd(pair, text)), ...nothing }];
}

/** Whether an entry's dash stands before a question on its line. */
function isOnDash(text: string, pair: Pair): boolean {
  return /\S/.test(text.slice(lineStart(text, pairStart(pair)), pairStart(pair)));
}

function insertion(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

/** Several insertions at one place become one, in their order. */
function merged(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const same = edit.from === edit.to ? result.findIndex((one) => one.from === edit.from && one.to === edit.to) : -1;
    if (same < 0) result.push(edit);
    else result[same] = { ...edit, text: (result[same]?.text ?? "") + edit.text };
  }
  return result;
}

function rank(name: string, names: readonly string[]): number {
  const index = names.indexOf(name);
  return index < 0 ? names.length : index;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

/** A node as a plain value; what has no value is null. */
export function plainOf(node: Node | null): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [nameOf(key), plainOf(value as Node | null)]));
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Node | null));
  return isScalar(node) ? node.value : null;
}

/** Whether two values say the same, in whatever order their questions stand. */
export function alike(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => alike(one, b[index]));
  if (!isGroup(a) || !isGroup(b)) return a === b;
  const [left, right] = [a, b].map((one) => Object.keys(one).filter((key) => one[key] !== undefined)) as [
    string[],
    string[],
  ];
  return left.length === right.length && left.every((key) => Object.hasOwn(b, key) && alike(a[key], b[key]));
}
