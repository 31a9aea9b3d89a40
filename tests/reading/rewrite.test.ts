import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { alike, firstLine, orderOf, rewritten } from "../../src/reading/rewrite.ts";
import { readYaml } from "../../src/reading/yaml.ts";
import { isNumber, questionsOfAudit, type Schema, schemaAt, wholeAnswers, wordsOf } from "../core/arbitrary.ts";
import { fc } from "../core/seed.ts";
import { yardstick } from "../core/yardstick.ts";

const order = orderOf(yardstick.questions);
const audits = globSync("audits/*/*.yaml")
  .toSorted()
  .map((file, index) => [file, readFileSync(file, "utf8"), index] as const);

/** Each file has its turn at every so manieth of its answers, so that together they come to all questions. */
const turns = 29;

function read(text: string): Answers {
  const { value, problems } = readYaml(text, "a.yaml");
  expect(problems).toEqual([]);
  return value as Answers;
}

/** The lines that differ, taken out and put in, from the first that does to the last. */
function difference(before: string, after: string): { out: string[]; in: string[] } {
  const [out, put] = [before.split("\n"), after.split("\n")];
  while (out.length > 0 && put.length > 0 && out[0] === put[0]) {
    out.shift();
    put.shift();
  }
  while (out.length > 0 && put.length > 0 && out.at(-1) === put.at(-1)) {
    out.pop();
    put.pop();
  }
  return { out, in: put };
}

/** Every single answer of an audit by its steps. */
function answersIn(value: unknown, steps: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [steps];
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return [steps];
  return Object.entries(value).flatMap(([key, inner]) =>
    answersIn(inner, [...steps, Array.isArray(value) ? Number(key) : key]),
  );
}

function set(value: unknown, [step, ...others]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(step), set(value[Number(step)], others, to));
  const group = (value ?? {}) as Record<string, unknown>;
  const { [step]: now, ...rest } = group;
  const inner = set(now, others, to);
  return inner === undefined ? rest : { ...group, [step]: inner };
}

const pathOf = (steps: readonly (string | number)[]) =>
  steps.reduce<string>((path, step) => (typeof step === "number" ? `${path}[]` : `${path}${path && "."}${step}`), "");

/** Another answer to the same question. */
function other(schema: Schema, now: unknown): unknown {
  if (Array.isArray(now)) return now.length > 0 ? now.slice(1) : [...wordsOf(schema.items ?? {}), "word"].slice(0, 1);
  const words = wordsOf(schema).filter((word) => word !== now);
  if (words.length > 0 && typeof now === "string") return words[0];
  if (isNumber(schema)) return typeof now === "number" ? now + 1 : 7;
  return schema.format === "date" ? "2030-01-02" : "Other: words, and a colon # no comment";
}

describe.each(audits)("%s", (_, text, turn) => {
  const answers = read(text);
  const { places } = readYaml(text, "");
  const own = answersIn(answers).filter(
    (steps, index) => index % turns === turn % turns && !pathOf(steps).includes("will_state"),
  );
  const linesOf = (steps: readonly (string | number)[]) => {
    const { line = 0, lastLine = 0 } = places.get(`/${steps.join("/")}`) ?? {};
    return lastLine - line + 1;
  };

  it("stays as it is, to the byte, while nothing is changed", () => {
    expect(rewritten(text, answers, order)).toBe(text);
    expect(rewritten(text, structuredClone(answers), order)).toBe(text);
  });

  it("differs only in the line of an answer that does", () => {
    for (const steps of own) {
      const schema = schemaAt(questionsOfAudit, pathOf(steps));
      if (schema === undefined || schema.const !== undefined) continue;
      const now = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], answers);
      const changed = set(answers, steps, other(schema, now)) as Answers;
      const result = rewritten(text, changed, order);
      expect(read(result), pathOf(steps)).toEqual(changed);
      const { out, in: put } = difference(text, result);
      const fewer = put.length < out.length && linesOf(steps) > 1;
      expect(out.length, pathOf(steps)).toBeLessThanOrEqual(linesOf(steps));
      expect(put.length, pathOf(steps)).toBe(fewer ? put.length : 1);
    }
  });

  it("loses one line or part of one where an answer is taken back, and gets it back in its place", () => {
    for (const steps of own.filter((one) => typeof one.at(-1) === "string")) {
      const changed = set(answers, steps, undefined) as Answers;
      const result = rewritten(text, changed, order);
      expect(alike(read(result), changed), pathOf(steps)).toBe(true);
      const { out, in: put } = difference(text, result);
      expect(out.length, pathOf(steps)).toBeLessThanOrEqual(linesOf(steps) + 1);
      expect(put.length, pathOf(steps)).toBeLessThanOrEqual(1);
      const again = rewritten(result, answers, order);
      expect(alike(read(again), answers), pathOf(steps)).toBe(true);
      expect(difference(result, again).out.length, pathOf(steps)).toBeLessThanOrEqual(1);
    }
  });

  it("keeps every comment while entries of its lists change places", () => {
    const comments = (of: string) => (of.match(/(?:^|\s)#[^\n]*/g) ?? []).map((one) => one.trim()).toSorted();
    for (const list of ["waits", "gates", "therapies", "evidence", "actions"]) {
      const entries = answers[list];
      if (!Array.isArray(entries) || entries.length < 2) continue;
      const turned = { ...answers, [list]: entries.toReversed() };
      const result = rewritten(text, turned, order);
      expect(read(result)).toEqual(turned);
      expect(comments(result)).toEqual(comments(text));
      const fewer = { ...answers, [list]: entries.slice(1) };
      expect(read(rewritten(text, fewer, order))).toEqual(fewer);
      const more = { ...answers, [list]: [...entries, { ...(entries[0] as object), id: "new", stage: "new" }] };
      const added = rewritten(text, more, order);
      expect(read(added)).toEqual(more);
      expect(difference(text, added).out).toEqual([]);
    }
  });

  it("takes any other answers at all, and keeps what stands before the first section", () => {
    fc.assert(
      fc.property(wholeAnswers(), (whole) => {
        const result = rewritten(text, whole, order);
        expect(alike(read(result), whole)).toBe(true);
        expect(result.slice(0, text.indexOf("format:"))).toBe(text.slice(0, text.indexOf("format:")));
      }),
      { numRuns: 2 },
    );
  });
});

describe("a new file", () => {
  it("gives the answers back, its sections in the order of the questions with a blank line between them", () => {
    fc.assert(
      fc.property(wholeAnswers(), (whole) => {
        const text = rewritten("", whole, order);
        expect(alike(read(text), whole)).toBe(true);
        expect(text.startsWith(firstLine)).toBe(true);
        expect(rewritten(text, whole, order)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it("reads as a person would have written it", () => {
    const text = rewritten(
      "",
      {
        gates: [{ effect: "informs", name: "Form: sent before", kind: "opt_in", client_can_decline: "no" }],
        format: "pathway-facts/1",
        access: { formats: ["in_person", "video"], cost_help: [] },
        gates_complete: "yes",
        waits: [{ stage: "referral_to_therapy", unit: "days", n: "<5" }],
        audit: { period: { from: "2025-04-01", to: "2026-03-31" } },
      },
      order,
    );
    expect(text).toBe(`${firstLine}format: pathway-facts/1

audit:
  period: {from: 2025-04-01, to: 2026-03-31}

access: {formats: [in_person, video], cost_help: []}

waits:
  - stage: referral_to_therapy
    unit: days
    n: <5

gates_complete: "yes"
gates:
  - name: "Form: sent before"
    kind: opt_in
    effect: informs
    client_can_decline: "no"
`);
  });
});

it.each([
  [
    "a question that nobody asks stays",
    "a: 1\nold: [x, y] # mine\nb: no\n",
    { a: 2, old: ["x", "y"], b: "no" },
    "a: 2\nold: [x, y] # mine\nb: no\n",
  ],
  ["an answer where none was", "a:\nb: 1\n", { a: "yes", b: 1 }, 'a: "yes"\nb: 1\n'],
  ["an empty list is filled", "a: [] # none\nb: 1\n", { a: [{ x: 1 }], b: 1 }, "a:\n  - x: 1 # none\nb: 1\n"],
  ["the last line without an end", "a: 1", { a: 1, b: 2 }, "a: 1\nb: 2\n"],
  ["lines end as they did", "a: 1\r\nb: 2\r\n", { a: 1, b: 3 }, "a: 1\r\nb: 3\r\n"],
  ["folded text becomes a line", "a: >\n  long\n  text\nb: 1\n", { a: "short", b: 1 }, "a: short\nb: 1\n"],
])("%s", (_, before, answers, after) => {
  expect(rewritten(before, answers, order)).toBe(after);
});
