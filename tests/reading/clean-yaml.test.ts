/** The fast reader of YAML and the strict one are one: where the fast one answers, it says what the strict one says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readClean } from "../../src/reading/clean-yaml.ts";
import { deepest, readStrictly, readYaml } from "../../src/reading/yaml.ts";
import { fc } from "../core/seed.ts";
import { root } from "./yardstick.ts";

/** Whether the fast reader answers. If it does, both must agree in value, places, their order, and in having no problem. */
function agrees(text: string): boolean {
  const clean = readClean(text, deepest);
  if (clean === undefined) return false;
  const { value, places, problems } = readStrictly(text, "any.yaml");
  expect({ value: clean.value, places: [...clean.places], problems: [] }, text).toEqual({
    value,
    places: [...places],
    problems,
  });
  return true;
}

/** Files below a folder of the repository, by name. */
function files(folder: string, ending = ".yaml"): [name: string, text: string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);
}

const audits = [...files("audits"), ...files("tests/models")];
const broken = files("tests/bad");
const suite: Record<string, string> = JSON.parse(
  readFileSync(new URL("yaml-test-suite.json", import.meta.url), "utf8"),
).cases;

describe("the fast reader agrees with the strict one", () => {
  it.each(audits)("and reads %s", (_, text) => {
    expect(agrees(text)).toBe(true);
  });

  it("on the catalogue, the glossary and the cases, and reads nearly all", () => {
    const all = files("content").map(([, text]) => agrees(text));
    expect(all.length).toBeGreaterThan(35);
    expect(all.filter((answered) => !answered).length).toBeLessThan(3);
  });

  it("on the heads of guidance pages, and reads them all", () => {
    for (const [name, text] of files("content/guidance", ".mdx"))
      expect(agrees(`\n${text.split(/^---$/m)[1]}`), name).toBe(true);
  });

  it.each(broken)("on %s, or gives up", (_, text) => {
    agrees(text);
  });

  it("on the YAML test suite, or gives up", () => {
    const answered = Object.values(suite).filter(agrees);
    expect(Object.keys(suite).length).toBe(402);
    expect(answered.length).toBeGreaterThan(25);
  });

  it("on files with the line ends of Windows", () => {
    for (const [name, text] of audits) expect(agrees(text.replaceAll("\n", "\r\n")), name).toBe(true);
  });
});

/** Signs that mean something in YAML or in our files. */
const signs =
  "a|b: | : |:|- |-|#| #|[|]|{|}|, |,|\"|'|''|\\||>|>-|?|&a|*a|!b|%|@|`|~|null|true|1|-1|.5|1e3|0x1|=|<<: |\\|/|.|...|---|é|😀|x y"
    .split(/(?<!\\)\|/)
    .map((sign) => (sign === "\\|" ? "|" : sign));
const sign = fc.constantFrom(...signs, " ", "  ", "\t", "\u00a0", "\ufeff", "\u2028", "\u0007");
const lineBreak = fc.constantFrom(
  "\n",
  "\n ",
  "\n  ",
  "\n    ",
  "\n- ",
  "\nc: ",
  "\n\n",
  "\n# c\n",
  "\r\n",
  "\n  # c\n  ",
);
const piece = fc.oneof({ weight: 3, arbitrary: sign }, { weight: 1, arbitrary: lineBreak });

/** How often the fast reader answers over many texts, each of which it has to agree on. */
function answered(texts: fc.Arbitrary<string>, numRuns: number): number {
  let count = 0;
  const property = fc.property(texts, (text) => {
    if (agrees(text)) count += 1;
  });
  fc.assert(property, { numRuns });
  return count;
}

describe("the fast reader agrees with the strict one or gives up", () => {
  it("on any row of signs", () => {
    const start = fc.constantFrom("a: ", "- ", "- a: ", "a:\n  b: ", "a: [", "a: {b: ", 'a: "', "a: >-\n  ", "");
    const texts = fc.tuple(start, fc.array(piece, { maxLength: 12 })).map(([first, rest]) => first + rest.join(""));
    expect(answered(texts, 6000)).toBeGreaterThan(200);
  });

  it("on parts of files in which something was put in, taken out, moved in or moved out", () => {
    const sources = [...audits, ...broken].map(([, text]) => text.split("\n"));
    const change = fc.record({
      kind: fc.constantFrom("put", "put", "take", "indent", "swap"),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      piece,
      count: fc.nat({ max: 4 }),
    });
    const parts = fc
      .tuple(fc.constantFrom(...sources), fc.nat({ max: 400 }), fc.integer({ min: 1, max: 14 }))
      .map(([lines, from, count]) => outdented(lines.slice(from % lines.length).slice(0, count)));
    const texts = fc
      .tuple(parts, fc.array(change, { maxLength: 3 }))
      .map(([part, changes]) => changes.reduce(changed, part));
    expect(answered(texts, 6000)).toBeGreaterThan(1000);
  });
});

/** Lines as a text, moved to the margin. */
function outdented(lines: readonly string[]): string {
  const margin = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0)).join("\n");
}

function changed(text: string, change: { kind: string; at: number; piece: string; count: number }): string {
  const at = Math.floor(change.at * text.length);
  if (change.kind === "put") return text.slice(0, at) + change.piece + text.slice(at);
  if (change.kind === "take") return text.slice(0, at) + text.slice(at + 1 + change.count);
  const lines = text.split("\n");
  const row = Math.floor(change.at * lines.length);
  const line = lines[row] ?? "";
  if (change.kind === "indent")
    return lines.with(row % lines.length, " ".repeat(change.count) + line.trimStart()).join("\n");
  return lines.toSpliced(row, 1).toSpliced(change.count, 0, line).join("\n");
}

describe("the fast reader gives up", () => {
  it.each([
    ["an anchor", "a: &b c\n"],
    ["an alias", "a: *b\n"],
    ["a tag", "a: !b c\n"],
    ["an escape", 'a: "\\n"\n'],
    ["no answer", "a:\nb: c\n"],
    ["null", "a: null\n"],
    ["a tab", "a:\tb\n"],
    ["a no-break space", "a: b\u00a0c\n"],
    ["a question given twice", "a: b\na: c\n"],
    ["two documents", "a: b\n---\na: b\n"],
    ["a colon inside an answer", "a: b: c\n"],
    ["a sign that is no bracket", "a: [b, :c}]\n"],
    ["a bracket left open", "a: [b\nc: d\n"],
    ["a list that is moved in after an answer", "a: b\n  - c\n"],
    ["too many levels", `a: ${"[".repeat(deepest + 1)}${"]".repeat(deepest + 1)}\n`],
  ])("at %s", (_, text) => {
    expect(readClean(text, deepest)).toBeUndefined();
  });

  it("and then the strict one reads, with its problems", () => {
    expect(readYaml("a: &b c\n", "any.yaml")).toEqual(readStrictly("a: &b c\n", "any.yaml"));
    expect(readYaml("a: &b c\n", "any.yaml").problems.length).toBe(1);
  });
});
