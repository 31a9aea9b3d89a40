/**
 * Writes the TypeScript types of audits, criteria and the method from their JSON Schemas, so that the
 * schemas stay the one truth. Runs after `npm ci` and before checks; its output is not committed.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const schemas = new URL("../../schemas/", import.meta.url);
const types = new URL("../core/types/", import.meta.url);

await mkdir(types, { recursive: true });
for (const [name, type] of [
  ["audit", "Audit"],
  ["criterion", "Criterion"],
  ["method", "Method"],
] as const) {
  const text = await readFile(new URL(`${name}.schema.json`, schemas), "utf8");
  const source = await compile(untitled(JSON.parse(text)), type, {
    cwd: schemas.pathname,
    bannerComment: `/** Made from schemas/${name}.schema.json by src/tools/types.ts. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  await writeFile(new URL(`${name}.ts`, types), source);
}

/** The schema without its titles and ids, which would name a type after each question. */
function untitled(schema: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(schema, (key, value) =>
    (key === "title" || key === "$id") && typeof value === "string" ? undefined : value,
  );
  return JSON.parse(text);
}
