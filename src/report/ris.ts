/** References as RIS, which most reference managers read. */
import type { Reference } from "../core/guidance.ts";
import type { Name } from "../core/types/references.ts";
import { statusNote } from "./csl.ts";

const kinds: Readonly<Record<Reference["type"], string>> = {
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  book: "BOOK",
  chapter: "CHAP",
  document: "GEN",
  report: "RPRT",
  software: "COMP",
  speech: "GEN",
  standard: "STAND",
  webpage: "ELEC",
};

/** All references as one RIS file. Its lines end as the format asks. */
export function ris(references: readonly Reference[]): string {
  return `${references.map((reference) => record(reference).join("\r\n")).join("\r\n\r\n")}\r\n`;
}

function record(reference: Reference): string[] {
  const { issued, page, number } = reference;
  const date = issued?.["date-parts"][0] ?? [];
  const [first, last] = page === undefined ? [] : String(page).split("-");
  const [year, month, day] = date.map((part) => String(part).padStart(2, "0"));
  const tags: (readonly [string, string | number | undefined])[] = [
    ["TY", kinds[reference.type]],
    ["ID", reference.id],
    ...named("AU", reference.author),
    ...named(reference.type === "book" ? "ED" : "A2", reference.editor),
    ["TI", reference.title],
    ["T2", reference["container-title"] ?? reference["event-title"]],
    ["PY", year],
    ["DA", date.length > 1 ? `${year}/${month}/${day ?? ""}` : undefined],
    ["VL", reference.volume],
    ["IS", reference.issue],
    ["SP", first],
    ["EP", last],
    [reference.type === "report" || reference.type === "standard" ? "SN" : "C7", number],
    ["ET", reference.edition],
    ["M3", reference.genre],
    ["PB", reference.publisher],
    ["CY", reference["publisher-place"]],
    ["SN", reference.ISBN],
    ["DO", reference.DOI],
    ["UR", reference.URL],
    ["N1", statusNote(reference) || undefined],
  ];
  const lines = tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${flat(String(value))}`]));
  return [...lines, "ER  - "];
}

function named(tag: string, people: readonly Name[] = []): (readonly [string, string])[] {
  return people.map(({ family = "", given, literal }) => [
    tag,
    literal ?? (given === undefined ? family : `${family}, ${given}`),
  ]);
}

/** A value is one line. */
function flat(value: string): string {
  return value.replaceAll(/\s+/g, " ");
}
