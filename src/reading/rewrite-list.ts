/** Lists rewritten: entries changed where they stand, taken out, added, or put in another order with their comments. */
import { isMap, isScalar, type Node, type YAMLSeq } from "yaml";
import { alike, inOrder, plainOf, valueRewritten, type Work } from "./rewrite.ts";
import { applied, column, contentEnd, dashOf, type Edit, lineAfter, lineStart } from "./spans.ts";
import { entryText, inline, isGroup } from "./written.ts";

/** The edits that turn a list into another; undefined where it has to be written anew. */
export function entriesRewritten(work: Work, list: YAMLSeq, now: readonly unknown[], path: string): Edit[] | undefined {
  const items = list.items as (Node | null)[];
  if (items.length === 0 || now.length === 0) return undefined;
  const from = origins(items.map(plainOf), now);
  const kept = from.filter((index) => index !== undefined);
  const inPlace = kept.every((index, at) => at === 0 || index > (kept[at - 1] as number));
  if (kept.length === 0) return undefined;
  return list.flow ? inLine(work, list, items, now, from, inPlace, path) : below(work, items, now, from, inPlace, path);
}

type Origins = readonly (number | undefined)[];

/**
 * For each entry now, which one it was before: the same one, else the one with the same label, else what is left in
 * order. Words and numbers are the same or new.
 */
function origins(before: readonly unknown[], now: readonly unknown[]): Origins {
  const free = new Set(before.keys());
  const found: (number | undefined)[] = now.map(() => undefined);
  const take = (same: (old: unknown, one: unknown) => boolean) => {
    for (const [at, one] of now.entries()) {
      if (found[at] !== undefined) continue;
      const index = [...free].find((old) => same(before[old], one));
      if (index === undefined) continue;
      found[at] = index;
      free.delete(index);
    }
  };
  const label = (one: unknown) => (isGroup(one) ? (one["id"] ?? one["stage"] ?? one["name"]) : undefined);
  take(alike);
  take((old, one) => label(old) !== undefined && label(old) === label(one));
  take((old, one) => isGroup(old) && isGroup(one) && label(old) === undefined && label(one) === undefined);
  if (before.length === now.length) take((old, one) => isGroup(old) && isGroup(one));
  return found;
}

/** The edits inside one entry; where there can be none, the entry is written anew. */
function inside(work: Work, item: Node | null, now: unknown, path: string): Edit[] {
  const edits = valueRewritten(work, item, now, `${path}[]`);
  if (edits) return edits;
  const [from = 0] = item?.range ?? [];
  return [{ from, to: contentEnd(item, work.text), text: inline(inOrder(now, `${path}[]`, work.order)) }];
}

function inLine(
  work: Work,
  list: YAMLSeq,
  items: readonly (Node | null)[],
  now: readonly unknown[],
  from: Origins,
  inPlace: boolean,
  path: string,
): Edit[] {
  const { text } = work;
  const start = (index: number) => items[index]?.range?.[0] ?? 0;
  const end = (index: number) => contentEnd(items[index], text);
  const one = (at: number) => {
    const origin = from[at];
    if (origin === undefined) return inline(inOrder(now[at], `${path}[]`, work.order));
    return applied(text, inside(work, items[origin] ?? null, now[at], path), start(origin), end(origin));
  };
  if (!inPlace) {
    const [first = 0, last = 0] = list.range ?? [];
    return [{ from: first + 1, to: last - 1, text: now.map((_, at) => one(at)).join(", ") }];
  }
  const stays = new Set(from);
  const edits: Edit[] = [];
  for (const index of items.keys()) {
    if (stays.has(index)) continue;
    const before = [...items.keys()].some((other) => other < index && stays.has(other));
    edits.push(
      before
        ? { from: end(index - 1), to: end(index), text: "" }
        : { from: start(index), to: index + 1 < items.length ? start(index + 1) : end(index), text: "" },
    );
  }
  let anchor: number | undefined;
  let waiting: string[] = [];
  const first = from.find((index) => index !== undefined) ?? 0;
  const put = () => {
    if (waiting.length === 0) return;
    if (anchor === undefined) edits.push({ from: start(first), to: start(first), text: `${waiting.join(", ")}, ` });
    else edits.push({ from: end(anchor), to: end(anchor), text: `, ${waiting.join(", ")}` });
    waiting = [];
  };
  for (const [at, origin] of from.entries()) {
    if (origin === undefined) {
      waiting.push(one(at));
      continue;
    }
    put();
    anchor = origin;
    edits.push(...inside(work, items[origin] ?? null, now[at], path));
  }
  put();
  return edits;
}

function below(
  work: Work,
  items: readonly (Node | null)[],
  now: readonly unknown[],
  from: Origins,
  inPlace: boolean,
  path: string,
): Edit[] {
  const { text } = work;
  const indent = column(text, dashOf(text, items[0] ?? null));
  const ends = items.map((item) => lineAfter(text, contentEnd(item, text), indent));
  const begin = (index: number) =>
    index === 0 ? firstOf(text, dashOf(text, items[0] ?? null)) : (ends[index - 1] as number);
  const onOneLine = items.every((item) => isMap(item) && item.flow === true) || items.every((item) => isScalar(item));
  const written = (at: number) => `${entryText(inOrder(now[at], `${path}[]`, work.order), indent, onOneLine)}\n`;
  const whole = (part: string) => (part.endsWith("\n") ? part : `${part}\n`);
  if (!inPlace) {
    const parts = from.map((origin, at) => {
      if (origin === undefined) return written(at);
      return whole(applied(text, inside(work, items[origin] ?? null, now[at], path), begin(origin), ends[origin]));
    });
    return [{ from: begin(0), to: ends.at(-1) as number, text: parts.join("") }];
  }
  const stays = new Set(from);
  const edits: Edit[] = [];
  for (const index of items.keys())
    if (!stays.has(index)) edits.push({ from: begin(index), to: ends[index] as number, text: "" });
  let place = begin(from.find((index) => index !== undefined) ?? 0);
  let waiting = "";
  const put = () => {
    const broken = place > 0 && text[place - 1] !== "\n" ? "\n" : "";
    if (waiting !== "") edits.push({ from: place, to: place, text: broken + waiting });
    waiting = "";
  };
  for (const [at, origin] of from.entries()) {
    if (origin === undefined) {
      waiting += written(at);
      continue;
    }
    put();
    place = ends[origin] as number;
    edits.push(...inside(work, items[origin] ?? null, now[at], path));
  }
  put();
  return edits;
}

/** The comments directly above the first entry belong to it. */
function firstOf(text: string, dash: number): number {
  let start = lineStart(text, dash);
  while (start > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, start - 1), start)))
    start = lineStart(text, start - 1);
  return start;
}
