/** References as BibTeX, in UTF-8. */
import type { Reference } from "../core/guidance.ts";
import type { Name } from "../core/types/references.ts";
import { statusNote } from "./csl.ts";
import { escaped } from "./latex.ts";

const kinds: Readonly<Record<Reference["type"], string>> = {
  "article-journal": "article",
  "article-magazine": "article",
  book: "book",
  chapter: "incollection",
  document: "misc",
  report: "techreport",
  software: "misc",
  speech: "misc",
  standard: "techreport",
  webpage: "misc",
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** All references as one BibTeX file; the key of each is its id. */
export function bibtex(references: readonly Reference[]): string {
  return `${references.map(entry).join("\n\n")}\n`;
}

function entry(reference: Reference): string {
  const kind = kinds[reference.type];
  const [year, month] = reference.issued?.["date-parts"][0] ?? [];
  const article = kind === "article";
  const report = kind === "techreport";
  const fields: [string, string | undefined][] = [
    ["author", names(reference.author)],
    ["editor", names(reference.editor)],
    ["title", title(reference.title)],
    [article ? "journal" : "booktitle", text(reference["container-title"])],
    ["type", text(reference.genre)],
    ["howpublished", text(reference["event-title"])],
    ["year", year === undefined ? undefined : braced(String(year))],
    ["month", months[(month ?? 0) - 1]],
    ["volume", text(reference.volume)],
    ["number", text(article ? reference.issue : reference.number)],
    ["eid", article ? text(reference.number) : undefined],
    [
      "pages",
      reference.page === undefined ? undefined : braced(String(reference.page).replace(/(?<=\d)-(?=\d)/, "--")),
    ],
    ["edition", text(reference.edition)],
    [report ? "institution" : "publisher", text(reference.publisher)],
    ["address", text(reference["publisher-place"])],
    ["isbn", text(reference.ISBN)],
    ["doi", verbatim(reference.DOI)],
    ["url", verbatim(reference.URL)],
    ["note", text(statusNote(reference) || undefined)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${kind}{${reference.id},\n${lines.join(",\n")}\n}`;
}

function names(people: readonly Name[] | undefined): string | undefined {
  const name = ({ family = "", given, literal }: Name) =>
    literal === undefined ? escaped(given === undefined ? family : `${family}, ${given}`) : `{${escaped(literal)}}`;
  return people && braced(people.map(name).join(" and "));
}

/** A title whose names and abbreviations keep their capitals, whatever a style does to the rest. */
function title(words: string | undefined): string | undefined {
  const first = words?.search(/[\p{L}\p{N}]/u);
  const kept = (word: string, at: number) => /\p{Lu}/u.test(at === first ? word.slice(1) : word);
  return words === undefined
    ? undefined
    : braced(
        escaped(words).replaceAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu, (word, at: number) =>
          kept(word, at) ? `{${word}}` : word,
        ),
      );
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : braced(escaped(String(value)));
}

/** Addresses are read as they stand. */
function verbatim(value: string | undefined): string | undefined {
  return value === undefined ? undefined : braced(value);
}

function braced(value: string): string {
  return `{${value}}`;
}
