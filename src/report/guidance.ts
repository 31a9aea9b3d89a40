/** Pages of the guidance as readers see them: where each stands, what rests on it, what it names and cites. */
import { anchorOf, type Guidance, type GuidancePage } from "../core/guidance.ts";
import type { Around, Link } from "./around.ts";
import { sectionNames } from "./criterion.ts";
import { type TermView, termViews } from "./glossary.ts";
import { groups, type PartText, partName, parts } from "./parts.ts";
import { type ReferenceLine, referenceLine } from "./references.ts";
import { count } from "./wording.ts";

/** The criteria that rest on a section. */
export interface RestView {
  readonly section: string;
  readonly criteria: readonly Link[];
}

/** A page in reading order. */
export interface PageView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly part: number;
  /** Its sections by number or name, each with the anchor where it begins. */
  readonly sections: readonly Link[];
  /** "section 5.2.1", "sections 3, 3.1, 3.2 and 3.3". */
  readonly rendered: string;
  /** The anchor of its title, where the page renders one section. */
  readonly anchor: string | undefined;
  readonly time: string;
  readonly rests: readonly RestView[];
  /** Ids of the themes of those criteria. */
  readonly themes: readonly string[];
  readonly terms: readonly TermView[];
  readonly references: readonly ReferenceLine[];
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
}

/** A part, or a group of sections inside it, with its pages. */
export interface PartView extends PartText {
  readonly number: number;
  /** "Part 5. The ingredients". */
  readonly name: string;
  readonly anchor: string;
  readonly pages: readonly PageView[];
  readonly groups: readonly PartView[];
}

/** All pages, in their order. */
export function pageViews(guidance: Guidance, around: Around): PageView[] {
  const { pages } = guidance;
  return pages.map((page, index) => {
    const { title, summary, part, sections } = page.head;
    const rests = restsOn(sections, around);
    const named = (component: "Term" | "Cite") => idsOn(page, component);
    return {
      id: page.id,
      href: hrefOf(page),
      title,
      summary,
      part,
      sections: sections.map((section) => ({ text: section, href: sectionHref(page, section) })),
      rendered: sectionNames(sections),
      anchor: sections.length === 1 ? anchorOf(sections[0] ?? "") : undefined,
      time: readingTime(wordsOn(page)),
      rests: rests.map(({ section, placed }) => ({
        section,
        criteria: placed.map(({ code, criterion }) => ({
          text: `${code} ${criterion.title}`,
          href: `/criteria/${criterion.id}/`,
        })),
      })),
      themes: [...new Set(rests.flatMap(({ placed }) => placed.map(({ theme }) => theme)))],
      terms: termViews(guidance).filter(({ id }) => named("Term").includes(id)),
      references: [...around.references.values()]
        .filter(({ id }) => named("Cite").includes(id))
        .map((reference) => referenceLine(reference)),
      previous: linkTo(pages[index - 1]),
      next: linkTo(pages[index + 1]),
    };
  });
}

/** The parts with their pages, for a list of contents; a part without a page is left out. */
export function partViews(pages: readonly PageView[]): PartView[] {
  const view = (text: PartText, number: number, own: readonly PageView[], inner: readonly PartText[]): PartView => {
    const within = (group: PartText) => own.filter((page) => page.sections[0]?.text.startsWith(`${group.section}.`));
    return {
      ...text,
      number,
      name: partName(number),
      anchor: text.section === "" ? `part-${number}` : anchorOf(text.section),
      pages: own.filter((page) => !inner.some((group) => within(group).includes(page))),
      groups: inner.map((group) => view(group, number, within(group), [])).filter((group) => group.pages.length > 0),
    };
  };
  return parts
    .map((text, part) => {
      const own = pages.filter((page) => page.part === part);
      const inner = groups.filter(({ section }) => section.startsWith(`${part}.`));
      return view(text, part, own, inner);
    })
    .filter((part) => part.pages.length + part.groups.length > 0);
}

/** Where each section of the resource is rendered: on a page, or as a heading of the list of contents. */
export function sectionLinks(pages: readonly GuidancePage[]): ReadonlyMap<string, Link> {
  const headings = [...parts, ...groups]
    .filter(({ section }) => section !== "")
    .map(
      ({ section, title }) =>
        [section, { text: `${title} (${section})`, href: `/guidance/#${anchorOf(section)}` }] as const,
    );
  const rendered = pages.flatMap((page) =>
    page.head.sections.map(
      (section) => [section, { text: `${page.head.title} (${section})`, href: sectionHref(page, section) }] as const,
    ),
  );
  return new Map([...headings, ...rendered]);
}

/** A link to a page, by its title. */
export function pageLink(page: GuidancePage): Link {
  return { text: page.head.title, href: hrefOf(page) };
}

/** The ids that one page names with a component, each once. */
export function idsOn({ uses }: GuidancePage, component: "Term" | "Cite"): string[] {
  return [...new Set(uses.filter((use) => use.component === component).map(({ id }) => id))];
}

/** How many words a page has. */
export function wordsOn({ prose }: GuidancePage): number {
  return prose.reduce((sum, block) => sum + (block.match(/\p{L}[\p{L}'’-]*/gu) ?? []).length, 0);
}

/** Words a minute that adults read in silence, the mean of 190 studies (Brysbaert 2019). */
const pace = 238;

/** Minutes that a number of words takes to read, at least one. */
export function minutes(words: number): number {
  return Math.max(1, Math.round(words / pace));
}

function readingTime(words: number): string {
  return `about ${count(minutes(words), "minute")} to read`;
}

function restsOn(sections: readonly string[], { catalogue }: Around) {
  return sections
    .map((section) => ({
      section,
      placed: catalogue.criteria.filter(({ criterion }) => criterion.basis.sections.includes(section)),
    }))
    .filter(({ placed }) => placed.length > 0);
}

function hrefOf({ id }: GuidancePage): string {
  return `/guidance/${id}/`;
}

/** A page of one section is linked as a whole; its title carries the anchor all the same. */
function sectionHref(page: GuidancePage, section: string): string {
  return page.head.sections.length === 1 ? hrefOf(page) : `${hrefOf(page)}#${anchorOf(section)}`;
}

function linkTo(page: GuidancePage | undefined): Link | undefined {
  return page && pageLink(page);
}
