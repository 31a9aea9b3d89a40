/** The answers as they stand, and who wants to know when they change. */
import type { Answers } from "../core/facts.ts";
import { at, withAnswer } from "./pointer.ts";

/** What a form starts from: nothing but its format. */
export const nothing: Answers = { format: "pathway-facts/1" };

export interface Store {
  /** The answers; never changed in place. */
  readonly answers: Answers;
  /** The text they were read from or saved as last; "" for a new one. */
  text: string;
  /** The answers as that text has them. */
  saved: Answers;
  /** Pointers of answers that are not of their question's kind, which are left out when judging. */
  readonly faulty: Set<string>;
  get(pointer: string): unknown;
  /** Answers one question; undefined takes the answer back. */
  put(pointer: string, value: unknown): void;
  /** Takes other answers; `whole` where the page has to be filled anew. */
  replace(answers: Answers, whole?: boolean): void;
  /** Puts what is at fault in a list's entries where they have gone; undefined is nowhere. */
  moveFaulty(list: string, to: (index: number) => number | undefined): void;
  /** Takes answers read from a text. */
  open(text: string, answers: Answers): void;
  /** Whether there is anything that no file holds yet. */
  unsaved(): boolean;
  onChange(listener: (whole: boolean) => void): void;
}

export function createStore(): Store {
  const listeners: ((whole: boolean) => void)[] = [];
  const tell = (whole: boolean) => {
    for (const listener of listeners) listener(whole);
  };
  let answers = nothing;
  const moved: string[] = [];
  const store = {
    text: "",
    saved: nothing,
    faulty: new Set<string>(),
    get answers() {
      return answers;
    },
    get: (pointer: string) => at(answers, pointer),
    put(pointer: string, value: unknown) {
      if (same(at(answers, pointer), value)) return;
      answers = withAnswer(answers, pointer, value);
      tell(false);
    },
    replace(next: Answers, whole = false) {
      answers = next;
      tell(whole);
    },
    moveFaulty(list: string, to: (index: number) => number | undefined) {
      for (const pointer of [...store.faulty]) {
        const [, index, rest] = pointer.startsWith(`${list}/`)
          ? (/^\/(\d+)(.*)$/.exec(pointer.slice(list.length)) ?? [])
          : [];
        if (index === undefined) continue;
        store.faulty.delete(pointer);
        const place = to(Number(index));
        if (place !== undefined) moved.push(`${list}/${place}${rest}`);
      }
      for (const pointer of moved.splice(0)) store.faulty.add(pointer);
    },
    open(text: string, next: Answers) {
      store.text = text;
      store.saved = next;
      store.faulty.clear();
      answers = next;
      tell(true);
    },
    unsaved: () => !same(answers, store.saved),
    onChange: (listener: (whole: boolean) => void) => {
      listeners.push(listener);
    },
  };
  return store;
}

/** Whether two answers say the same, in whatever order their questions stand. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]));
}
