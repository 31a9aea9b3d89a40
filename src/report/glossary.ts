/** The glossary as readers see it: each term with its definition, where it is from and where it is used. */
import type { Guidance, GuidancePage, Term } from "../core/guidance.ts";
import type { Link } from "./around.ts";

/** A term in reading order. */
export interface TermView {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /** "Section 5.1.9 of the resource", or that the word is ours. */
  readonly from: string;
  /** Pages that explain it. */
  readonly explained: readonly Link[];
  /** Other pages that use it. */
  readonly used: readonly Link[];
}

/** The terms in the order of the alphabet. */
export function termViews(guidance: Guidance): TermView[] {
  return guidance.glossary.map((term) => termView(term, guidance)).toSorted((a, b) => (a.term < b.term ? -1 : 1));
}

/** One term. */
function termView({ id, term, definition, section, see = [] }: Term, { pages }: Guidance): TermView {
  const explains = (page: GuidancePage) => see.includes(page.id) || page.head.sections.includes(section);
  const uses = (page: GuidancePage) => page.uses.some((use) => use.component === "Term" && use.id === id);
  return {
    id,
    term,
    definition,
    from: fromWhere(section),
    explained: pages.filter(explains).map(pageLink),
    used: pages.filter((page) => uses(page) && !explains(page)).map(pageLink),
  };
}

function pageLink({ id, head }: GuidancePage): Link {
  return { text: head.title, href: `/guidance/${id}/` };
}

function fromWhere(section: string): string {
  if (section === "ours") return "A word of ours";
  return /^\d/.test(section) ? `Section ${section} of the resource` : `The resource's ${section}`;
}
