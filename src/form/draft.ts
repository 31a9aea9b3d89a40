/** A draft in this browser, kept only if somebody asks for it, and gone when they say so. */
import type { Answers } from "../core/facts.ts";

/** What is kept: the file's name, its text as it was opened, and the answers now. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  readonly answers: Answers;
}

const place = "rapport-draft";

/** The draft that is kept; undefined where there is none, or the browser keeps nothing. */
export function keptDraft(): Draft | undefined {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined; // storage that is switched off, or something else's text: there is no draft of ours
  }
}

/** Keeps a draft; whether that could be done. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
    return true;
  } catch {
    return false; // storage is switched off or full, which the page says
  }
}

/** Clears the draft. */
export function clearDraft(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // storage that is switched off keeps nothing
  }
}
