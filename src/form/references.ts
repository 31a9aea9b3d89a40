/**
 * Evidence, exceptions and actions name entries of a list by their place: gates[1] is the second gate. When entries
 * move, what names them moves along; what names an entry that is taken out goes with it.
 */
import type { Answers } from "../core/facts.ts";

type Entry = Readonly<Record<string, unknown>>;

/** The answers with every reference to an entry of `list` (a path) put where `to` says; undefined is nowhere. */
export function referring(answers: Answers, list: string, to: (index: number) => number | undefined): Answers {
  const moved = (path: string): string | undefined => {
    const [, place, rest = ""] = path.startsWith(`${list}[`) ? (/^[^[]+\[(\d+)\](.*)$/.exec(path) ?? []) : [];
    if (place === undefined) return path;
    const index = to(Number(place));
    return index === undefined ? undefined : `${list}[${index}]${rest}`;
  };
  const next: Record<string, unknown> = { ...answers };
  const each = (section: string, change: (entry: Entry) => Entry) => {
    const entries = answers[section];
    if (Array.isArray(entries)) next[section] = kept(entries, entries.map(change));
  };
  each("evidence", (entry) => {
    const { supports } = entry;
    if (!Array.isArray(supports)) return entry;
    const paths = supports.flatMap((path) => (typeof path === "string" ? (moved(path) ?? []) : path));
    return kept(supports, paths) === supports ? entry : { ...entry, supports: paths };
  });
  each("exceptions", (entry) => {
    const { applies_to } = entry;
    const path = typeof applies_to === "string" ? moved(applies_to) : applies_to;
    return path === applies_to ? entry : { ...entry, applies_to: path ?? list };
  });
  each("actions", (entry) => {
    const { will_state } = entry;
    if (typeof will_state !== "object" || will_state === null) return entry;
    const pairs = Object.entries(will_state);
    const changes = pairs.flatMap(([path, value]) => {
      const place = moved(path);
      return place === undefined ? [] : [[place, value] as const];
    });
    const unmoved = changes.length === pairs.length && changes.every(([path], index) => path === pairs[index]?.[0]);
    return unmoved ? entry : { ...entry, will_state: Object.fromEntries(changes) };
  });
  return next;
}

/** The old list where nothing in it has changed. */
function kept(old: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  return old.length === now.length && old.every((one, index) => one === now[index]) ? old : now;
}
