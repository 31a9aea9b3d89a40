/** The questions as the page asks them: what each is called, and the words it can be answered with. */
import { type Answers, find, general, steps } from "../core/facts.ts";
import type { Question } from "../reading/questions.ts";
import type { Kind } from "../report/form/question.ts";
import { all } from "./dom.ts";

/** A question with how it is answered. */
export interface Asked extends Question {
  readonly kind: Kind;
  /** What the page calls each word. */
  readonly labels: ReadonlyMap<string, string>;
  /** The names of the questions in a group, or in each entry of a list. */
  readonly names: readonly string[];
}

/** Every question on the page by its path with `[]` for an entry of a list. */
export function questionsOn(form: HTMLElement): ReadonlyMap<string, Asked> {
  const found = new Map<string, Asked>();
  const elements = all(form, "[data-path]");
  const paths = elements.map(({ dataset }) => dataset["path"] ?? "");
  for (const element of elements) {
    const { path = "", title = "" } = element.dataset;
    const entries = "entries" in element.dataset;
    const kind = (element.dataset["kind"] ?? (entries ? "entries" : "group")) as Kind;
    const list = entries || kind === "words" || kind === "lines" || kind === "supports";
    const options = all<HTMLInputElement>(element, ":scope > .options input").filter(
      (input) => !("none" in input.dataset),
    );
    const labels = new Map(options.map((input) => [input.value, labelOf(input)]));
    const chosen = kind === "one" && !/_level$/.test(path) ? [...labels.keys()] : [];
    const ticked = kind === "words" ? [...labels.keys()].filter((word) => word !== "unknown") : [];
    const before = entries ? `${path}[].` : `${path}.`;
    const names = paths.flatMap((one) =>
      one.startsWith(before) && /^\w+$/.test(one.slice(before.length)) ? one.slice(before.length) : [],
    );
    const asked = { path, title, kind, words: [...chosen, ...ticked], list, labels, names };
    found.set(path, asked);
    if (list)
      found.set(`${path}[]`, { ...asked, path: `${path}[]`, kind: "text", words: ticked, list: false, names: [] });
  }
  return found;
}

function labelOf(input: HTMLInputElement): string {
  return input.nextElementSibling?.firstChild?.textContent?.trim() ?? input.value;
}

/** The question behind a fact path. */
export function questionOf(questions: ReadonlyMap<string, Question>) {
  return (path: string): Question | undefined => questions.get(general(path));
}

/** The element on the page in which a fact is stated, or the list that it would be added to. */
export function elementOf(answers: Answers, path: string): HTMLElement | null {
  const found = find(answers, path);
  if (found) return document.getElementById(found.pointer.slice(1).replaceAll("/", "-"));
  const names = steps(path);
  const inList = path.includes("[") ? path.slice(0, path.indexOf("[")) : undefined;
  const entry = /^[^\]]*\]/.exec(path)?.[0];
  const standing = entry && find(answers, entry);
  if (standing) return document.getElementById(`${standing.pointer.slice(1).replaceAll("/", "-")}-${names.at(-1)}`);
  return document.getElementById(inList === undefined ? names.join("-") : inList.replaceAll(".", "-"));
}
