/** Answers requests from a built site, as a plain web server would. */
import { readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".csv": "text/csv; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".bib": "text/plain; charset=utf-8",
  ".ris": "text/plain; charset=utf-8",
};

/** What is answered: the status, what the head says besides, and the file whose bytes follow, where one does. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly file?: string;
}

/** The answer to a request for an address, from a site that is served under `base`; the site's own page where there is nothing. */
export function answerTo(method: string, url: string, site: string, base: string): Answer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { Allow: "GET, HEAD" } };
  const path = pathOf(url);
  const root = base.endsWith("/") ? base : `${base}/`;
  if (path === "/" && root !== "/") return { status: 302, headers: { Location: root } };
  const below = path?.startsWith(root) ? join(site, path.slice(root.length)) : "";
  const inside = below === `${site}${sep}` || below === site || below.startsWith(site + sep); // ".." leads nowhere
  if (path && inside && isFolder(below) && !path.endsWith("/"))
    return { status: 301, headers: { Location: encodeURI(`${path}/`) } };
  const found = inside ? withIndex(below) : undefined;
  const file = found ?? join(site, "404.html");
  const type = types[extname(file)] ?? "application/octet-stream";
  return { status: found ? 200 : 404, headers: { "Content-Type": type }, file };
}

/** Answers a request. */
export function respond(
  site: string,
  base: string,
  { method = "", url = "/" }: IncomingMessage,
  to: ServerResponse,
): void {
  const { status, headers, file } = answerTo(method, url, site, base);
  to.writeHead(status, { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", ...headers });
  to.end(file === undefined || method === "HEAD" ? undefined : readFileSync(file));
}

/** The path of an address, unescaped; undefined where it can't be. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

function withIndex(file: string): string | undefined {
  const page = file.endsWith(sep) || isFolder(file) ? join(file, "index.html") : file;
  return statSync(page, { throwIfNoEntry: false })?.isFile() ? page : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
