/** Addresses inside the site, under whatever path it is served. */

/** An address from the site's root, with the base path before it. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
}
