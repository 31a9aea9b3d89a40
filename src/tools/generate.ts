/**
 * Makes from the JSON Schemas what the code needs of them, so that the schemas stay the one truth: the
 * TypeScript types of audits, criteria and the rest, and their validators as plain code (compiling
 * them at every start took half of a check's time). Runs after `npm ci` and before build, dev and test.
 * What it makes is not committed.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { compile } from "json-schema-to-typescript";
import { kinds } from "../reading/kinds.ts";

const schemas = new URL("../../schemas/", import.meta.url);
const types = new URL("../core/types/", import.meta.url);
const made = new URL("../reading/made/", import.meta.url);

await Promise.all([mkdir(types, { recursive: true }), mkdir(made, { recursive: true })]);
const texts = await Promise.all(kinds.map(([kind]) => readFile(new URL(`${kind}.schema.json`, schemas), "utf8")));

for (const [index, [kind, type]] of kinds.entries()) {
  const source = await compile(untitled(JSON.parse(texts[index] ?? "")), type, {
    cwd: fileURLToPath(schemas),
    bannerComment: `/** Made from schemas/${kind}.schema.json by src/tools/generate.ts. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  await writeFile(new URL(`${kind}.ts`, types), source);
}

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  code: { source: true, esm: true },
});
ajv.addVocabulary(["tsType"]);
addFormats.default(ajv, ["date", "uri"]);
for (const text of texts) ajv.addSchema(JSON.parse(text));
const code = standalone(ajv, Object.fromEntries(kinds.map(([kind, type]) => [type, `${kind}.schema.json`])));
const sha256 = createHash("sha256").update(texts.join("")).digest("hex");
await writeFile(
  new URL("validators.js", made),
  [
    "// Made from the JSON Schemas by src/tools/generate.ts.",
    'import { createRequire } from "node:module";',
    "const require = createRequire(import.meta.url);",
    `export const madeFrom = "${sha256}";`,
    code.replace(/^"use strict";/, ""),
    `export const all = {${kinds.map(([kind, type]) => `${kind}: ${type}`)}};`,
    "",
  ].join("\n"),
);
await writeFile(
  new URL("validators.d.ts", made),
  [
    'import type { ValidateFunction } from "ajv/dist/2020.js";',
    "/** The SHA-256 of the schemas' texts, one after the other. */",
    "export declare const madeFrom: string;",
    "/** The validators by the kind of file. */",
    `export declare const all: { ${kinds.map(([kind]) => `${kind}: ValidateFunction`).join("; ")} };`,
    "",
  ].join("\n"),
);

// The audit's validator once more for a browser, which has no use for `require` and has the schema as a file.
const lean = new Ajv2020({
  allErrors: true,
  messages: false,
  allowUnionTypes: true,
  strictRequired: false,
  code: { source: true, esm: true },
});
addFormats.default(lean, ["date", "uri"]);
lean.addSchema(withoutTexts(JSON.parse(texts[kinds.findIndex(([kind]) => kind === "audit")] ?? "")) as object);
await writeFile(
  new URL("audit.js", made),
  imported(standalone(lean, { audit: "audit.schema.json" }).replace(/^"use strict";/, "")),
);
await writeFile(
  new URL("audit.d.ts", made),
  'import type { ValidateFunction } from "ajv/dist/2020.js";\nexport declare const audit: ValidateFunction;\n',
);

// After the validators, which reading needs.
const [{ readYardstick }, { keep }] = await Promise.all([import("../reading/disk.ts"), import("../reading/kept.ts")]);
const root = fileURLToPath(new URL("../../", import.meta.url));
const { yardstick, madeFrom } = readYardstick(root, false);
keep(root, madeFrom, yardstick);

/** The schema without its titles and ids, which would name a type after each question. */
function untitled(schema: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(schema, (key, value) =>
    (key === "title" || key === "$id") && typeof value === "string" ? undefined : value,
  );
  return JSON.parse(text);
}

/** The schema without what it says to people; the names of questions may be the same words, and stay. */
function withoutTexts(part: unknown, names = false): unknown {
  if (Array.isArray(part) || typeof part !== "object" || part === null) return part;
  const kept = Object.entries(part).filter(([key]) => names || !/^(title|description|examples)$/.test(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutTexts(value, !names && /^(properties|\$defs)$/.test(key))]),
  );
}

/** Code with imports in place of what it requires. */
function imported(code: string): string {
  const named = new Map<string, string>();
  const plain = code.replaceAll(/require\("([^"]+)"\)/g, (_, file: string) => {
    const name = named.get(file) ?? `from${named.size}`;
    named.set(file, name);
    return name;
  });
  const imports = [...named].map(([file, name]) => `import * as ${name}Whole from "${file}.js";`);
  // Bundlers and Node differ in what they take for the default export of a package in the old format.
  const ownOf = "const own = (all) => (all.default?.default ?? all.default?.fullFormats ? all.default : all);";
  const own = [...named.values()].map((name) => `const ${name} = own(${name}Whole);`);
  return [
    "// Made from schemas/audit.schema.json by src/tools/generate.ts.",
    ...imports,
    ownOf,
    ...own,
    plain,
    "",
  ].join("\n");
}
