/** The texts of the fuzzing: each run has a number, and a seed and a number always give the same text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CreateNodeOptions, parse, stringify, type ToStringOptions } from "yaml";
import { root } from "../core/yardstick.ts";
import { type Random, randomFrom } from "../random.ts";
import { agreed } from "./agreed.ts";
import { answeredOtherwise, fullOfMarkup } from "./answers.ts";
import { damaged } from "./damage.ts";

/** A text to try; `meant` is the value that it was written from, where it was. */
export interface Text {
  readonly text: string;
  readonly meant?: unknown;
}

const sound = ["audits", "tests/models"].flatMap(yamlIn);
const bad = yamlIn("tests/bad");
const values = sound.map((text) => parse(text) as unknown);

/** The text of one run: most of them are damaged files, the others valid answers in any of YAML's forms. */
export function textOf(seed: number, run: number): Text {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ run);
  if (random.chance(0.7)) {
    const text = random.chance(0.7) ? random.pick(sound) : random.pick(bad);
    return { text: damaged(text, random.pick([...sound, ...bad]), random) };
  }
  const answered = answeredOtherwise(random.pick(values), random);
  const marked = random.chance(0.3) ? fullOfMarkup(answered, random) : answered;
  const meant = random.chance(0.85) ? agreed(marked) : marked;
  const text = stringify(meant, form(random));
  return random.chance(0.1) ? { text: damaged(text, random.pick(sound), random) } : { text, meant };
}

/** One of the ways in which the same answers can be written. */
function form(random: Random): CreateNodeOptions & ToStringOptions {
  return {
    aliasDuplicateObjects: false,
    collectionStyle: random.pick(["any", "any", "block", "flow"]),
    defaultStringType: random.pick(["PLAIN", "PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"]),
    indent: random.pick([1, 2, 3, 4]),
    indentSeq: random.chance(0.5),
    lineWidth: random.pick([0, 80]),
  };
}

function yamlIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}
