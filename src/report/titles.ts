/** What a fact is called: by its question, and by the entry of the list that it stands in. */
import { general } from "../core/facts.ts";
import { word } from "./wording.ts";

/** The title of the question behind a fact path, with the entry it is about: "Median wait (entry 2)". */
export function titles(questions: ReadonlyMap<string, { readonly title: string }>): (path: string) => string {
  return (path) => {
    const key = /\[([^\]]+)\]/.exec(path)?.[1];
    const title = questions.get(general(path))?.title ?? path;
    if (key === undefined) return title;
    return `${title} (${/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : word(key).toLowerCase()})`;
  };
}
