/** What is wrong with answers: a summary that takes the focus, and each error beside its question. */
import type { Problem } from "../core/problem.ts";
import { all, make } from "./dom.ts";
import { idOf } from "./pointer.ts";

/** A problem with the question on the page that it is about, where there is one. */
export interface Told extends Problem {
  readonly element: HTMLElement | null;
  /** The question's name and what is wrong, in a sentence without its full stop. */
  readonly says: string;
}

/** Finds the question of each problem, and says it without its path in the file. */
export function toldOf(problem: Problem): Told {
  const element = nearest(problem.pointer);
  const title = element?.dataset["title"] ?? "";
  const plain = problem.message.replace(/^[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)*: /, "");
  const missing = / is missing$/.test(plain);
  const says = missing ? "this is needed" : plain;
  const hint = !missing && problem.hint ? `; ${problem.hint}` : "";
  return { ...problem, element, says: title === "" ? `${says}${hint}` : `${title}: ${says}${hint}` };
}

/** Shows errors at the head of a part of the page, and beside their questions. `more` stands below the list. */
export function showErrors(
  within: HTMLElement,
  told: readonly Told[],
  go: (element: HTMLElement) => void,
  ...more: Node[]
): void {
  clearErrors(within);
  const errors = told.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  for (const { element, says } of errors) if (element) mark(element, says);
  const items = errors.map(({ element, says, line }) => {
    if (!element) return make("li", {}, `${says} (line ${line})`);
    const follow = (event: Event) => {
      event.preventDefault();
      go(element);
    };
    return make("li", {}, make("a", { href: `#${element.id}`, onclick: follow }, says));
  });
  const title = `${errors.length === 1 ? "One answer needs" : `${errors.length} answers need`} another look`;
  const summary = make(
    "div",
    { class: "summary", role: "alert", tabindex: "-1" },
    make("h3", {}, title),
    make("ul", {}, ...items),
    ...more,
  );
  const heading = within.querySelector(":scope > h2");
  if (heading) heading.after(summary);
  else within.prepend(summary);
  summary.focus();
  summary.scrollIntoView({ block: "start" });
}

/** Takes the errors of a part of the page away. */
export function clearErrors(within: HTMLElement): void {
  for (const summary of all(within, ".summary")) summary.remove();
  for (const question of all(within, ".wrong")) unmark(question);
}

/** Takes the error of one question away, once it is answered anew. */
export function unmark(question: HTMLElement): void {
  question.classList.remove("wrong");
  for (const said of all(question, ":scope > .error")) {
    for (const field of all(question, `[aria-describedby~="${said.id}"]`).concat(question)) {
      const others = (field.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .filter((id) => id !== said.id && id !== "");
      if (others.length > 0) field.setAttribute("aria-describedby", others.join(" "));
      else field.removeAttribute("aria-describedby");
      field.removeAttribute("aria-invalid");
    }
    said.remove();
  }
}

function mark(question: HTMLElement, says: string): void {
  if (question.classList.contains("wrong")) return;
  question.classList.add("wrong");
  const id = `${question.id}-error`;
  const shown = make("p", { class: "error", id }, make("span", { class: "hidden" }, "Error: "), says);
  const help = question.querySelector(":scope > .help, :scope > legend, :scope > .title");
  if (help) help.after(shown);
  else question.prepend(shown);
  const field = question.querySelector<HTMLElement>("input[type=text], input[type=date], textarea, select");
  const described = field ?? question;
  described.setAttribute("aria-describedby", `${described.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  if (field) field.setAttribute("aria-invalid", "true");
}

/** The question, group or list at a pointer, or the nearest around it. */
function nearest(pointer: string): HTMLElement | null {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const id = idOf(at);
    const found = document.getElementById(id) ?? document.getElementById(`section-${id}`);
    if (found) return found;
  }
  return null;
}
