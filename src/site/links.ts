/** Addresses inside the site, under whatever path it is served. */

/** An address from the site's root, with the base path before it. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
}

/** The permanent address of a path of the site; the path alone while nobody said where the site will stand. */
export function address(path: string): string {
  const site = import.meta.env.SITE;
  return site ? new URL(href(path), site).href : href(path);
}
