/** The built pages of a site, read with cheerio. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type CheerioAPI, load } from "cheerio";
import { HtmlValidate } from "html-validate";

/** One page: its address inside the site, its HTML, and the HTML as a tree. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
  readonly $: CheerioAPI;
}

/** Every file of a site by its path from the site's root, in order. */
export function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

/** Every page of a site. */
export function pagesOf(site: string): BuiltPage[] {
  return filesOf(site)
    .filter((file) => file.endsWith(".html"))
    .map((file) => page(site, file));
}

/** The page at an address such as /services/. */
export function pageAt(site: string, path: string): BuiltPage {
  return page(site, `${path.slice(1)}index.html`);
}

function page(site: string, file: string): BuiltPage {
  const html = readFileSync(join(site, file), "utf8");
  return { path: `/${file.replace(/index\.html$/, "")}`, html, $: load(html) };
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "long-title": "off", // a report's title is its service and its period
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "void-style": "off",
    "attr-quotes": "off",
    "no-raw-characters": "off",
    "no-implicit-button-type": "off", // a button in a form submits it
    "valid-id": ["error", { relaxed: true }], // a section's anchor is its number
  },
});

/** What is not valid HTML in these pages, each with its place. */
export async function invalidIn(pages: readonly BuiltPage[]): Promise<string[]> {
  const told: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html);
    for (const { line, column, ruleId, message } of report.results.flatMap((result) => result.messages))
      told.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
  }
  return told;
}
