/** A page of the guidance as a chapter of one long page: its ids made its own, its headings a step lower. */

/** Where the booklet keeps what its chapters share. */
export const shared = { words: "word-", references: "reference-" } as const;

/**
 * The HTML of a page as a chapter: ids begin with the page's name, headings go down by two, and links to
 * what the booklet holds stay inside it. `root` is the path that the site is served under, without its last slash.
 */
export function chapter(html: string, page: string, root: string): string {
  const own = (id: string) => (id.startsWith(shared.words) ? id : `${page}-${id}`);
  return html
    .replaceAll(/<(\/?)h([2-4])(?=[\s>])/g, (_, slash, depth) => `<${slash}h${Number(depth) + 2}`)
    .replaceAll(/ id="([^"]+)"/g, (_, id) => ` id="${own(id)}"`)
    .replaceAll(/ (aria-labelledby|aria-describedby)="([^"]+)"/g, (_, name, id) => ` ${name}="${own(id)}"`)
    .replaceAll(/ href="([^"]*)"/g, (_, address) => ` href="${inside(address, page, root)}"`);
}

function inside(address: string, page: string, root: string): string {
  if (address.startsWith(`#${shared.words}`)) return address;
  if (address.startsWith("#")) return `#${page}-${address.slice(1)}`;
  if (!address.startsWith(`${root}/`)) return address;
  const path = address.slice(root.length);
  const [, other, anchor] = /^\/guidance\/([a-z-]+)\/(?:#(.*))?$/.exec(path) ?? [];
  if (other !== undefined && other !== "booklet") return anchor === undefined ? `#${other}` : `#${other}-${anchor}`;
  const reference = /^\/references\/#(.+)$/.exec(path)?.[1];
  if (reference !== undefined) return `#${shared.references}${reference}`;
  const term = /^\/glossary\/#(.+)$/.exec(path)?.[1];
  return term === undefined ? address : `#${shared.words}${term}`;
}
