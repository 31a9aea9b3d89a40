/** The questions as the page asks them: what each is called, and the words it can be answered with. */
import { type Answers, find, general, steps } from "../core/facts.ts";
import type { Question } from "../reading/questions.ts";
import { all } from "./dom.ts";

/** Every question on the page by its path with `[]` for an entry of a list. */
export function questionsOn(form: HTMLElement): ReadonlyMap<string, Question> {
  const found = new Map<string, Question>();
  for (const element of all(form, "[data-path]")) {
    const { path = "", kind, title = "" } = element.dataset;
    const list = kind === "words" || kind === "lines" || kind === "supports" || "entries" in element.dataset;
    const options = all<HTMLInputElement>(element, ":scope > .options input, :scope > .field input[data-unknown]");
    const chosen = kind === "one" && !/_level$/.test(path) ? options.map(({ value }) => value) : [];
    const ticked =
      kind === "words" ? options.map(({ value }) => value).filter((word) => word && word !== "unknown") : [];
    found.set(path, { path, title, words: [...chosen, ...ticked], list });
    if (list)
      found.set(`${path}[]`, {
        path: `${path}[]`,
        title: element.dataset["entryName"] ?? "",
        words: ticked,
        list: false,
      });
  }
  return found;
}

/** The question behind a fact path. */
export function questionOf(questions: ReadonlyMap<string, Question>) {
  return (path: string): Question | undefined => questions.get(general(path));
}

/** The title of the question behind a fact path, with the entry it is about: "Median wait (entry 2)". */
export function titles(questions: ReadonlyMap<string, Question>, word: (value: string) => string) {
  return (path: string): string => {
    const key = /\[([^\]]+)\]/.exec(path)?.[1];
    const title = questions.get(general(path))?.title ?? path;
    if (key === undefined) return title;
    return `${title} (${/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : word(key).toLowerCase()})`;
  };
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
