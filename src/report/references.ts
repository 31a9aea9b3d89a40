/** The list of references, each with what was verified of it and where it is cited. */
import type { Guidance, GuidancePage, Reference } from "../core/guidance.ts";
import type { Around, Link } from "./around.ts";
import { entry } from "./reference.ts";

/** An entry of a list, in words. */
export interface ReferenceLine {
  readonly id: string;
  /** Names and year, the title, and the rest, each ended so that the next can follow. */
  readonly lead: string;
  readonly title: string;
  readonly rest: string;
  readonly url: string;
  readonly status: string;
  readonly note: string;
}

/** Where one kind of place cites a reference. */
export interface CitedIn {
  readonly kind: string;
  readonly links: readonly Link[];
}

/** An entry with every place that cites it. */
export interface ReferenceView extends ReferenceLine {
  /** What was checked, and where. */
  readonly verified: string;
  /** How the resource prints it. */
  readonly printed: string;
  readonly citedIn: readonly CitedIn[];
}

const statusSays: Readonly<Record<Reference["status"], string>> = {
  verified: "verified",
  unverified: "not verified",
  unidentified: "not identified",
};

/** An entry for the end of a page. */
export function referenceLine(reference: Reference): ReferenceLine {
  const { authors, year, title, rest, url } = entry(reference);
  return {
    id: reference.id,
    lead: ended(year === "" ? authors : `${authors} (${year})`),
    title: ended(title),
    rest: ended(rest),
    url,
    status: statusSays[reference.status],
    note: reference.note ?? "",
  };
}

/** Text with a full stop, where it has no mark of its own at its end. */
function ended(text: string): string {
  return text === "" || /[.?!]$/.test(text) ? text : `${text}.`;
}

/** All references, with the places that cite each. */
export function referenceViews({ pages }: Guidance, around: Around): ReferenceView[] {
  return [...around.references.values()].map((reference) => ({
    ...referenceLine(reference),
    verified: reference.verified ?? "",
    printed: reference.printed_as.join("; "),
    citedIn: citedIn(reference.id, pages, around),
  }));
}

function citedIn(id: string, pages: readonly GuidancePage[], { catalogue }: Around): CitedIn[] {
  const { criteria, method } = catalogue;
  const profiles = Object.values(method.profiles).map(({ thresholds = {} }) => thresholds);
  const numbersOf = (criterion: string) =>
    [
      criteria.find((one) => one.criterion.id === criterion)?.criterion.thresholds,
      ...profiles.map((one) => one[criterion]),
    ]
      .flatMap((thresholds) => Object.values(thresholds ?? {}))
      .some(({ source }) => source === id);
  const link = ({ code, criterion }: (typeof criteria)[number]) => ({
    text: `${code} ${criterion.title}`,
    href: `/criteria/${criterion.id}/`,
  });
  const places = [
    {
      kind: "Guidance",
      links: pages
        .filter(({ uses }) => uses.some((use) => use.component === "Cite" && use.id === id))
        .map(({ id: page, head }) => ({ text: head.title, href: `/guidance/${page}/` })),
    },
    { kind: "Criteria", links: criteria.filter(({ criterion }) => criterion.cites.includes(id)).map(link) },
    { kind: "Numbers of", links: criteria.filter(({ criterion }) => numbersOf(criterion.id)).map(link) },
    {
      kind: "Method",
      links: method.suppression.source === id ? [{ text: "Small numbers", href: "/method/#small-numbers" }] : [],
    },
  ];
  return places.filter(({ links }) => links.length > 0);
}
