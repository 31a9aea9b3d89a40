/** A question's field on the page: the answer in it, and an answer put into it. */
import { all } from "./dom.ts";

/** The answer in a question's field, beside the answer there was; undefined where there is none. */
export function answerIn(question: HTMLElement, before: unknown): unknown {
  const chosen = all<HTMLInputElement>(question, "input:checked");
  if (chosen.some((input) => "unknown" in input.dataset)) return "unknown";
  if (chosen.some((input) => "none" in input.dataset)) return [];
  switch (question.dataset["kind"]) {
    case "one": {
      const [value] = chosen.map((input) => input.value);
      return value !== undefined && /_level$/.test(question.dataset["path"] ?? "") ? Number(value) : value;
    }
    case "words": {
      const offered = all<HTMLInputElement>(question, "input").map((input) => input.value);
      const now = chosen.map((input) => input.value);
      const old = Array.isArray(before) ? before.filter((word) => now.includes(word) || !offered.includes(word)) : [];
      const words = [...old, ...now.filter((word) => !old.includes(word))];
      return words.length === 0 ? undefined : words;
    }
    case "lines": {
      const lines = written(question)
        .split("\n")
        .flatMap((line) => line.trim() || []);
      return lines.length === 0 ? undefined : lines;
    }
    case "number": {
      const text = written(question).trim();
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text || undefined;
    }
    default:
      return written(question).trim() || undefined;
  }
}

/** Whether an answer is one that the question's kind allows, as far as can be told at once. */
export function isFitting(question: HTMLElement, value: unknown): boolean {
  if (question.dataset["kind"] !== "number" || typeof value !== "string") return true;
  return /^(unknown|<\d+|all|most|some|none)$/.test(value);
}

/** Puts an answer into a question's field. */
export function show(question: HTMLElement, value: unknown): void {
  const known = value !== undefined && value !== "unknown";
  const words = Array.isArray(value) ? value.map(String) : known ? [String(value)] : [];
  for (const input of all<HTMLInputElement>(question, "input[type=radio], input[type=checkbox]")) {
    if ("unknown" in input.dataset) input.checked = value === "unknown";
    else if ("none" in input.dataset) input.checked = Array.isArray(value) && value.length === 0;
    else input.checked = words.includes(input.value);
  }
  const text = writtenIn(question);
  if (text) text.value = words.join(text instanceof HTMLTextAreaElement ? "\n" : ", ");
  clearable(question);
}

/** What must not stand together: none of these, not known, and an answer. The latest holds. */
export function settle(question: HTMLElement, by: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
  const alone = "unknown" in by.dataset || "none" in by.dataset;
  const ticked = by instanceof HTMLInputElement && by.type === "checkbox" ? by.checked : true;
  if (ticked) {
    for (const input of all<HTMLInputElement>(question, "input[type=checkbox]"))
      if (input !== by && (alone || "unknown" in input.dataset || "none" in input.dataset)) input.checked = false;
    const text = writtenIn(question);
    if (alone && text) text.value = "";
  }
  clearable(question);
}

/** Takes the answer out of a field. */
export function clear(question: HTMLElement): void {
  show(question, undefined);
}

/** Choosing cannot be undone by choosing: a button that takes the answer back stands there once there is one. */
function clearable(question: HTMLElement): void {
  const clearing = question.querySelector<HTMLElement>("[data-clear]");
  if (clearing) clearing.hidden = question.querySelector("input:checked") === null;
}

function writtenIn(question: HTMLElement): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
  return question.querySelector("input[type=text], input[type=date], textarea, select");
}

function written(question: HTMLElement): string {
  return writtenIn(question)?.value ?? "";
}
