/** Addresses inside the site, under whatever path it is served. */

/** An address from the site's root, with the base path before it. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
}

/** An address to print: whole where the site knows its own (Astro's `site`), else from the site's root. */
export function printed(path: string): string {
  const site: string | undefined = import.meta.env.SITE;
  return site === undefined ? href(path) : new URL(href(path), site).href;
}
