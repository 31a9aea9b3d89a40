/**
 * A program of the benchmark: the least that any generator has to do for the same site. It reads the same files
 * with js-yaml, writes as many bytes into as many files by a bare loop, and has Pagefind index the same records.
 *   node floor.ts AUDITS RECORDS.json SIZES.json OUT
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as pagefind from "pagefind";
import type { SearchRecord } from "../../src/report/records.ts";

const [audits = "", recordsFile = "", sizesFile = "", out = ""] = process.argv.slice(2);
const { CORE_SCHEMA, load } = await import(
  new URL("eleventy/node_modules/js-yaml/dist/js-yaml.mjs", import.meta.url).href
);

for (const name of readdirSync(audits, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".yaml")) load(readFileSync(join(audits, name), "utf8"), { schema: CORE_SCHEMA });

const sizes: readonly (readonly [string, number])[] = JSON.parse(readFileSync(sizesFile, "utf8"));
const bytes = Buffer.alloc(Math.max(...sizes.map(([, size]) => size)), "x");
for (const [name, size] of sizes) {
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name), bytes.subarray(0, size));
}

const records: readonly SearchRecord[] = JSON.parse(readFileSync(recordsFile, "utf8"));
const { index } = await pagefind.createIndex({ forceLanguage: "en" });
if (index === undefined) throw new Error("Pagefind does not start");
for (const { url, content, meta } of records)
  await index.addCustomRecord({ url, content, language: "en", meta: { ...meta }, filters: {} });
await index.writeFiles({ outputPath: join(out, "pagefind") });
await pagefind.close();
