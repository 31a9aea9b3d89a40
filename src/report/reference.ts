/** References as readers see them: the short form of a citation and the full entry. */
import type { Reference } from "../core/guidance.ts";
import type { Name } from "../core/types/references.ts";

export type { Reference };

/** "Swift et al., 2019": authors (or editors) and year, as it stands in brackets. */
export function cited(reference: Reference): string {
  const year = yearOf(reference);
  return year === "" ? namesShort(reference) : `${namesShort(reference)}, ${year}`;
}

/** The parts of a full entry in reading order; the title stands apart so that it can be set in italics. */
export function entry(reference: Reference): {
  authors: string;
  year: string;
  title: string;
  rest: string;
  url: string;
} {
  const text = (field: keyof Reference) =>
    /string|number/.test(typeof reference[field]) ? String(reference[field]) : "";
  const { author: own = [], editor: editors = [] } = reference;
  const container = text("container-title");
  const names = editors.map(full).join(", ");
  const inside =
    container === ""
      ? ""
      : `In ${own.length > 0 && names !== "" ? `${names} (${editors.length > 1 ? "Eds." : "Ed."}), ` : ""}${container}`;
  const volume = [text("volume"), text("issue") && `(${text("issue")})`].join("");
  const journal =
    reference["type"] === "article-journal"
      ? [container, volume, text("page")]
      : [inside, volume && `vol. ${volume}`, text("page") && `pp. ${text("page")}`];
  const edition = text("edition") && `${text("edition")} ed.`;
  const rest = [...journal, edition, text("publisher"), text("number")].filter((part) => part !== "").join(", ");
  const doi = text("DOI");
  return {
    authors:
      (own.length > 0 ? own : editors).map(full).join(", ") +
      (own.length === 0 && editors.length > 0 ? ` (${editors.length > 1 ? "Eds." : "Ed."})` : ""),
    year: yearOf(reference),
    title: text("title"),
    rest,
    url: doi === "" ? text("URL") : `https://doi.org/${doi}`,
  };
}

function namesShort(reference: Reference): string {
  const { author = [], editor = [] } = reference;
  const names = (author.length > 0 ? author : editor).map((name) => name.literal ?? name.family ?? "");
  const [first = reference.id, second] = names;
  if (names.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** A name as a list of references has it: "Swift, J. K.". */
function full({ literal, family, given }: Name): string {
  return literal ?? [family, given].filter((part) => part !== undefined).join(", ");
}

function yearOf({ issued, "year-suffix": letter = "" }: Reference): string {
  const year = issued?.["date-parts"][0]?.[0];
  return year === undefined ? "" : `${year}${letter}`;
}
