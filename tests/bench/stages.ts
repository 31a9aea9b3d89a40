/** A program of the benchmark: reads and judges a folder of audits stage by stage, and prints how long each took as JSON. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { assess } from "../../src/core/assess.ts";
import { readAudits } from "../../src/reading/disk.ts";
import { readYaml } from "../../src/reading/yaml.ts";
import { root, yardstick } from "../core/yardstick.ts";

const [folder = "", ...more] = process.argv.slice(2);

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => join(folder, name));

function timed<T>(work: () => T): [ms: number, made: T] {
  const start = performance.now();
  const made = work();
  return [performance.now() - start, made];
}

/** What others would do: js-yaml and ajv, without a place for any problem and without what a schema can't say. */
async function plain() {
  const { CORE_SCHEMA, load } = await import(join(root, "tests/bench/eleventy/node_modules/js-yaml/dist/js-yaml.mjs"));
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  ajv.addVocabulary(["tsType"]);
  addFormats.default(ajv, ["date", "uri"]);
  const validate = ajv.compile(JSON.parse(readFileSync(join(root, "schemas/audit.schema.json"), "utf8")));
  const [parse, values] = timed(() =>
    files.map((file) => load(readFileSync(file, "utf8"), { schema: CORE_SCHEMA }) as unknown),
  );
  const [check] = timed(() => values.map((value) => validate(value)));
  return { parse, read: parse + check };
}

function ours() {
  const [parse] = timed(() => files.map((file) => readYaml(readFileSync(file, "utf8"), file).places.size));
  const [read, { audits }] = timed(() => readAudits(folder, root, yardstick));
  const [judge, assessments] = timed(() => audits.map((audit) => assess(audit, yardstick.catalogue)));
  if (assessments.length !== files.length)
    throw new Error(`only ${assessments.length} of ${files.length} audits are sound`);
  return { parse, read, judge };
}

process.stdout.write(JSON.stringify(more.includes("--plain") ? await plain() : ours()));
