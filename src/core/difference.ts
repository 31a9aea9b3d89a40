/** Which facts two audits state otherwise. What is not stated, be it left out or "unknown", is undefined. */
import type { Change } from "./change.ts";
import { type Answers, entries, expand, find, general, isKeyed, steps } from "./facts.ts";

/** An entry of a list. */
type Entry = Readonly<Record<string, unknown>>;

/** An entry's path in each of two audits; undefined where it is not listed. */
interface Pair {
  readonly was: string | undefined;
  readonly now: string | undefined;
}

/**
 * The facts among `paths` (`[]` for an entry of a list) that are stated otherwise `before` and `after`,
 * each once. Words and entries of a list have no order; a wait is compared in days, so that its unit is no
 * fact of its own. A whole entry that came or went is one change. Paths are those of `after`, and those of
 * `before` for what is gone.
 */
export function differences(paths: readonly string[], before: Answers, after: Answers): Change[] {
  const all = [...new Set(paths.flatMap((path) => expand({}, path)))];
  return all.flatMap((path) => {
    if (general(path) === "waits[].unit") return [];
    const fields = paths.filter((one) => one.startsWith(`${path}[].`)).map((one) => one.slice(path.length + 3));
    const change = { path, from: stated(before, path), to: stated(after, path) };
    if (isList(change.from) && isList(change.to))
      return pairs(path, change.from, change.to).flatMap((pair) => inEntry(pair, fields, before, after));
    return differs(change, before, after) ? [change] : [];
  });
}

/** Whether a value is a list of entries, or an empty one. */
function isList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object");
}

function inEntry({ was, now }: Pair, fields: readonly string[], before: Answers, after: Answers): Change[] {
  if (was === undefined || now === undefined) {
    const path = now ?? was ?? "";
    return [{ path, from: was && stated(before, was), to: now && stated(after, now) }];
  }
  return fields.flatMap((field) => {
    const from = stated(before, `${was}.${field}`);
    const to = stated(after, `${now}.${field}`);
    return same(from, to) ? [] : [{ path: `${now}.${field}`, from, to }];
  });
}

/** The entries of two lists: those with a key by it, others by their likeness. What came or went has no other. */
function pairs(list: string, was: readonly Entry[], now: readonly Entry[]): Pair[] {
  const [old, own] = [entries(list, was), entries(list, now)];
  const partners = isKeyed(list) ? own.map((path) => old.indexOf(path)) : likest(was, now);
  const gone = old.filter((_, index) => !partners.includes(index));
  return [
    ...own.map((path, index) => ({ was: old[partners[index] ?? -1], now: path })),
    ...gone.map((path) => ({ was: path, now: undefined })),
  ];
}

/** For each entry of `now` the place in `was` of the one it continues, the likest first; -1 where there is none. */
function likest(was: readonly Entry[], now: readonly Entry[]): number[] {
  const partners = now.map(() => -1);
  const all = now.flatMap((one, index) =>
    was.map((other, place) => ({ index, place, likeness: likeness(other, one), shift: Math.abs(index - place) })),
  );
  for (const { index, place, likeness } of all.toSorted((a, b) => b.likeness - a.likeness || a.shift - b.shift))
    if (likeness >= 0.5 && partners[index] === -1 && !partners.includes(place)) partners[index] = place;
  return partners;
}

/** The share of answers that two entries have in common, and more where they have the same name. */
function likeness(a: Entry, b: Entry): number {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  const shared = [...fields].filter((field) => same(a[field], b[field])).length;
  return shared / Math.max(1, fields.size) + (a["name"] !== undefined && a["name"] === b["name"] ? 1 : 0);
}

/** The figures of a wait that are in its own unit. */
const inUnits: ReadonlySet<string> = new Set(["median", "mean", "p90", "longest"].map((name) => `waits[].${name}`));

function differs({ path, from, to }: Change, before: Answers, after: Answers): boolean {
  if (!inUnits.has(general(path))) return !same(from, to);
  const unit = `waits[${steps(path)[1]}].unit`;
  const days = (answers: Answers, value: unknown) =>
    typeof value === "number" && stated(answers, unit) === "weeks" ? value * 7 : value;
  return !same(days(before, from), days(after, to));
}

function stated(answers: Answers, path: string): unknown {
  const value = find(answers, path)?.value;
  return value === "unknown" ? undefined : value;
}

function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return text(a) === text(b);
}
