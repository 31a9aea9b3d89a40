/** The components on a page of the guidance: whether there are such, and whether their ids are. */
import type { Case } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import type { FoundComponent } from "./mdx.ts";
import type { ReadPage } from "./page.ts";
import { meant, problemAt, repeated, told } from "./told.ts";

/** The ids that there are, by the component that names them. */
export interface Known {
  readonly Cite: readonly string[];
  readonly Term: readonly string[];
  readonly Criterion: readonly string[];
  readonly Case: readonly string[];
  readonly cases: readonly Case[];
}

/** What an id is of, and where it is written down. */
const named = {
  Cite: ["reference", "content/references.yaml"],
  Term: ["term", "content/glossary.yaml"],
  Criterion: ["criterion", "content/criteria"],
  Case: ["case", "content/cases"],
} as const;

const components = ["Cite", "Section", "Term", "Criterion", "Case", "Contested"] as const;

/** What is wrong with the components on a page. */
export function useProblems(read: ReadPage, known: Known): Problem[] {
  return [
    ...read.mdx.components.flatMap((component) => componentProblem(component, read, known)),
    ...sectionProblems(read),
    ...markedTwice(read),
    ...read.mdx.headings
      .filter(({ depth }) => depth === 1)
      .map((heading) => problemAt(read.file, heading, "a page's first heading is its title", "begin with ## here")),
  ];
}

function componentProblem(component: FoundComponent, { file, page }: ReadPage, known: Known): Problem[] {
  const { text: name, id } = component;
  const at = (message: string, hint?: string) => [problemAt(file, component, message, hint)];
  if (!isComponent(name)) return at(`there is no component <${name}>`, meant(name, components));
  if (name === "Contested") return [];
  if (id === undefined) return at(`<${name}> names no id`, `write <${name} id="…">`);
  if (name === "Section") {
    const { sections } = page.head;
    return sections.includes(id) ? [] : at(`section ${id} is not one that the page's head names`, meant(id, sections));
  }
  const [what, where] = named[name];
  if (!known[name].includes(id)) return at(`there is no ${what} "${id}" in ${where}`, meant(id, known[name]));
  const shown = name === "Case" ? known.cases.find((one) => one.id === id) : undefined;
  return shown === undefined || page.head.sections.includes(shown.section)
    ? []
    : at(`the case "${id}" is of section ${shown.section}, which this page does not render`);
}

function isComponent(name: string): name is (typeof components)[number] {
  return components.some((one) => one === name);
}

/** A page of several sections marks where each begins; the title of any other is its mark. */
function sectionProblems({ file, page, mdx }: ReadPage): Problem[] {
  const marks = mdx.components.filter(({ text }) => text === "Section");
  const { sections } = page.head;
  if (sections.length === 1)
    return marks.map((mark) =>
      problemAt(file, mark, "the page renders one section, and its title marks it", "take <Section> out"),
    );
  return sections.flatMap((section, index) => {
    const count = marks.filter(({ id }) => id === section).length;
    if (count === 1) return [];
    const message =
      count === 0 ? `nothing marks where section ${section} begins` : `section ${section} is marked twice`;
    const hint = `write <Section id="${section}" /> at the end of one heading`;
    return [told(file, mdx.head.places, `/sections/${index}`, message, hint)];
  });
}

/** A term's definition stands on the page once, and its link carries the id to come back to. */
function markedTwice({ file, mdx }: ReadPage): Problem[] {
  const terms = mdx.components.filter(({ text, id }) => text === "Term" && id !== undefined);
  return repeated(terms.map(({ id = "" }) => id)).flatMap(({ id, index }) => {
    const second = terms[index];
    const message = `the term "${id}" is marked twice`;
    return second ? [problemAt(file, second, message, "mark its first use on the page only")] : [];
  });
}
