/** Writes the search index: lean records of reports and criteria, and the guidance as it was rendered. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import type { SearchRecord } from "../report/records.ts";

/** Indexes records and the guidance pages below `site` into `to`; throws what Pagefind reports. */
export async function writeSearchIndex(records: readonly SearchRecord[], site: string, to: string): Promise<number> {
  const { index, errors: failures } = await pagefind.createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind: ${failures.join("; ")}`);
  const errors: string[] = [];
  for (const { url, content, meta, filters } of records) {
    const result = await index.addCustomRecord({
      url,
      content,
      language: "en",
      meta: { ...meta },
      filters: filters.kind ? { kind: [...filters.kind] } : {},
    });
    errors.push(...result.errors);
  }
  const pages = guidancePages(site);
  for (const page of pages) errors.push(...(await index.addHTMLFile(page)).errors);
  const { errors: unmade, files } = await index.getFiles();
  errors.push(...unmade);
  await pagefind.close();
  // Written here: Pagefind says that it has written its files before they are all on the disk.
  for (const { path, content } of files.filter((file) => !ownInterface.test(file.path))) {
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  return records.length + pages.length;
}

/** Pagefind's own search box and highlighting, which our search page does not use. */
const ownInterface = /pagefind-(ui|modular-ui|component-ui|highlight)\./;

function guidancePages(site: string): { url: string; content: string }[] {
  const folder = join(site, "guidance");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ url: `/guidance/${name}/`, content: readFileSync(join(folder, name, "index.html"), "utf8") }))
    .filter(({ content }) => content.includes("data-pagefind-body")) // the booklet holds the same text again
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}
