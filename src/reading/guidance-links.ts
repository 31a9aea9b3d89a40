/** The links on a page of the guidance: whether each leads to a page and an anchor that there are. */
import { anchorOf } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import type { Known } from "./guidance-uses.ts";
import type { Found } from "./mdx.ts";
import type { ReadPage } from "./page.ts";
import { meant, problemAt } from "./told.ts";

/** What links can lead to. */
export interface Targets {
  readonly pages: readonly ReadPage[];
  readonly known: Known;
}

/** Pages whose anchors are not known before they are built; tests/site looks at those. */
const others = ["/", "/criteria/", "/guidance/", "/guidance/booklet/", "/method/", "/search/", "/services/"];

/** What is wrong with the links on a page. */
export function linkProblems(read: ReadPage, targets: Targets): Problem[] {
  return read.mdx.links.flatMap((link) => linkProblem(link, read, targets));
}

function linkProblem(link: Found, { file, page }: ReadPage, targets: Targets): Problem[] {
  const at = (message: string, hint?: string) => [problemAt(file, link, message, hint)];
  const address = link.text.startsWith("#") ? `/guidance/${page.id}/${link.text}` : link.text;
  if (/^https?:\/\//.test(address)) return [];
  if (!address.startsWith("/")) return at(`the link "${address}" is no address`, "begin it with / or https://");
  const [path = "", anchor] = address.split("#");
  const anchors = anchorsOf(path, targets);
  if (anchors === undefined)
    return at(`the link leads to ${path}, and there is no such page`, meant(path, paths(targets)));
  if (anchor === undefined || anchors === "any" || anchors.includes(anchor)) return [];
  return at(`there is no #${anchor} at ${path}`, meant(anchor, anchors));
}

/** The anchors of a page of the site; undefined where there is no such page. */
function anchorsOf(path: string, { pages, known }: Targets): readonly string[] | "any" | undefined {
  if (path === "/references/") return known.Cite;
  if (path === "/glossary/") return known.Term;
  const read = pages.find(({ page }) => path === `/guidance/${page.id}/`);
  if (read) return [...read.page.head.sections.map(anchorOf), ...read.mdx.headings.map(({ slug }) => slug)];
  return others.includes(path) || known.Criterion.some((id) => path === `/criteria/${id}/`) ? "any" : undefined;
}

function paths({ pages, known }: Targets): string[] {
  return [
    ...pages.map(({ page }) => `/guidance/${page.id}/`),
    ...known.Criterion.map((id) => `/criteria/${id}/`),
    ...others,
    "/glossary/",
    "/references/",
  ];
}
