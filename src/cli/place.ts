/** Where a built site will stand. */

/** Astro's words for it. Without `site` the address is not known, and pages show paths for addresses. */
export interface Place {
  /** The origin: https://example.org */
  readonly site?: string;
  /** The path that the site is served under. */
  readonly base: string;
}

/** The place that --site and --base name together, or what is wrong with them. The address has its path in it. */
export function placeOf(site: string | undefined, base: string | undefined): Place | string {
  if (site === undefined) return { base: base ?? "/" };
  const wanted = "--site is the whole address of the site, such as https://example.org/audits/";
  const address = URL.canParse(site) ? new URL(site) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) return wanted;
  if (address.search + address.hash + address.username + address.password !== "") return wanted;
  const path = withSlashes(address.pathname);
  if (base !== undefined && path !== "/" && path !== withSlashes(base))
    return `--site has the path ${path} and --base has ${base}: leave one out, or give both the same`;
  return { site: address.origin, base: base ?? path };
}

function withSlashes(path: string): string {
  return `/${path.replaceAll(/^\/+|\/+$/g, "")}/`.replace("//", "/");
}
