/** Whole answers to the questions of a schema: every fact stated, and figures that agree with each other. */
import type { Arbitrary } from "fast-check";
import auditSchema from "../../schemas/audit.schema.json" with { type: "json" };
import type { Answers } from "../../src/core/facts.ts";
import { fc } from "./seed.ts";

/** What the arbitraries read of a JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The questions of an audit. */
export const questionsOfAudit: Schema = auditSchema as Schema;

/** Answers to all questions of a schema, or to those that the given fact paths ask. */
export function wholeAnswers(schema: Schema = questionsOfAudit, asked?: readonly string[]): Arbitrary<Answers> {
  const paths = asked?.map(general);
  const wanted = (path: string) => paths === undefined || paths.some((one) => within(one, path) || within(path, one));
  const stages = waitStages.filter((stage) => !asked || asked.some((path) => path.startsWith(`waits[${stage}]`)));
  return record(schema, "", { wanted, stages: stages.length > 0 ? stages : waitStages }) as Arbitrary<Answers>;
}

/** A schema's part at a fact path; undefined where the path asks nothing. */
export function schemaAt(schema: Schema, path: string): Schema | undefined {
  let part: Schema | undefined = schema;
  for (const step of general(path).split(".")) {
    const list = step.endsWith("[]");
    part = resolved(part?.properties?.[list ? step.slice(0, -2) : step]);
    if (list) part = resolved(part?.items);
  }
  return part;
}

/** The words that answer a question, without "unknown". */
export function wordsOf(schema: Schema): string[] {
  const words = (schema.enum ?? []).filter((word) => typeof word === "string" && word !== "unknown") as string[];
  return [...words, ...(/\|all\|most\|some\|none\|/.test(schema.pattern ?? "") ? ["all", "most", "some", "none"] : [])];
}

/** Whether a question is answered with a number. */
export function isNumber(schema: Schema): boolean {
  return ["number", "integer"].some((type) => [schema.type].flat().includes(type));
}

/** `waits[referral_to_therapy].n` is `waits[].n`. */
export function general(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, "[]");
}

export const waitStages = [
  "referral_to_first_contact",
  "first_contact_to_therapy",
  "referral_to_therapy",
  "first_to_second_session",
] as const;

/** How long each of some people waited, in days, put in order. */
export const waitingDays: Arbitrary<readonly number[]> = fc
  .tuple(
    fc.constantFrom(1, 2, 4, 5, 8, 10, 20),
    fc.array(fc.oneof(fc.constantFrom(0, 7, 41, 42, 43, 49, 90, 91, 125, 126, 127, 133), fc.nat(200)), {
      minLength: 20,
      maxLength: 20,
    }),
  )
  .map(([people, days]) => days.slice(0, people).toSorted((a, b) => a - b));

/** The per cent of people seen within so many days. */
export function seenWithin(waits: readonly number[], days: number): number {
  return (waits.filter((wait) => wait <= days).length * 100) / waits.length;
}

/** The wait in the middle, as any spreadsheet has it: of an even number, halfway between the two middle ones. */
export function medianOf(waits: readonly number[]): number {
  const middle = (waits.length - 1) / 2;
  return ((waits[Math.floor(middle)] ?? 0) + (waits[Math.ceil(middle)] ?? 0)) / 2;
}

/** The wait that so many per cent did not exceed. */
export function percentileOf(waits: readonly number[], share: number): number {
  return waits[Math.ceil((waits.length * share) / 100) - 1] ?? 0;
}

/** All figures of a wait, worked out from the people's waits. */
export function waitFigures(stage: string, waits: readonly number[], unit: "days" | "weeks"): Answers {
  const inUnit = (days: number) => (unit === "weeks" ? days / 7 : days);
  return {
    stage,
    unit,
    median: inUnit(medianOf(waits)),
    mean: inUnit(waits.reduce((sum, wait) => sum + wait, 0) / waits.length),
    p90: inUnit(percentileOf(waits, 90)),
    longest: inUnit(percentileOf(waits, 100)),
    pct_within_6_weeks: seenWithin(waits, 42),
    pct_within_18_weeks: seenWithin(waits, 126),
    pct_over_90_days: 100 - seenWithin(waits, 90),
    n: waits.length * 20,
  };
}

/** The figures of one wait with the waits they come from. Weeks are whole, so that 7 times them is exact. */
export function waitAt(stage: string): Arbitrary<{ figures: Answers; waits: readonly number[] }> {
  return fc.tuple(waitingDays, fc.constantFrom("days" as const, "weeks" as const)).map(([days, unit]) => {
    const waits = unit === "weeks" ? days.map((day) => Math.round(day / 7) * 7) : days;
    return { figures: waitFigures(stage, waits, unit), waits };
  });
}

interface Choice {
  readonly wanted: (path: string) => boolean;
  readonly stages: readonly string[];
}

function record(schema: Schema, path: string, choice: Choice): Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return choice.wanted(at) ? [[name, answer(resolved(part) ?? {}, at, choice)] as const] : [];
  });
  return fc.record(Object.fromEntries(fields)).map(inParts);
}

/** A part of people is no more than the whole: six trained therapists are not of five. */
function inParts(answers: Record<string, unknown>): Record<string, unknown> {
  const { trained, of } = answers;
  return typeof trained === "number" && typeof of === "number" ? { ...answers, of: Math.max(trained, of) } : answers;
}

function answer(schema: Schema, path: string, choice: Choice): Arbitrary<unknown> {
  if (path === "waits") return fc.tuple(...choice.stages.map((stage) => waitAt(stage).map(({ figures }) => figures)));
  if (path === "therapies") return therapies(resolved(schema.items) ?? {}, choice);
  if (path === "actions[].will_state")
    return fc.constantFrom({ "preferences.asked": "routine" }, { "endings.tasks": ["preparing"] });
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.properties) return record(schema, path, choice);
  if (schema.items) return list(resolved(schema.items) ?? {}, path, choice);
  const words = wordsOf(schema);
  if (isNumber(schema)) return words.length > 0 ? fc.oneof(number(schema), fc.constantFrom(...words)) : number(schema);
  if (words.length > 0) return fc.constantFrom(...words);
  if (schema.format === "date") return fc.constantFrom("2024-04-01", "2025-03-31");
  if (schema.format === "uri") return fc.constant("https://example.org/policy.pdf");
  return fc.constantFrom("word", "words");
}

function list(items: Schema, path: string, choice: Choice): Arbitrary<unknown> {
  const words = wordsOf(items);
  if (words.length > 0) return fc.shuffledSubarray(words);
  if (!items.properties) return fc.uniqueArray(fc.constantFrom("PHQ-9", "CORE-10", "SRS"));
  const entries = fc.array(record(items, `${path}[]`, choice), { maxLength: 3 });
  return entries.map((all) => all.map((one, index) => ("id" in one ? { ...one, id: `e${index}` } : one)));
}

/** Counts of people are 0, or 5 and more: smaller ones are written "<5" and so are never wholly stated. */
function number(schema: Schema): Arbitrary<number> {
  const { minimum = 0, maximum = 30 } = schema;
  if (schema.pattern?.startsWith("^(<")) return fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 60 }));
  return fc.integer({ min: minimum, max: maximum });
}

/** Up to three therapies; their shares of clients come to 100 or less, now and then to a little more by rounding. */
function therapies(items: Schema, choice: Choice): Arbitrary<unknown> {
  const all = fc.array(record(items, "therapies[]", choice), { maxLength: 3 });
  const tenths = fc.oneof(fc.constantFrom(0, 100, 250, 400, 490, 500, 510, 1000), fc.integer({ min: 0, max: 1000 }));
  const shares = fc.tuple(
    fc.array(tenths, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom(0, 0, 0, 4, 5),
  );
  return fc.tuple(all, shares).map(([entries, [parts, exhaustive, over]]) => {
    let left = 1000;
    return entries.map((entry, index) => {
      const last = index === entries.length - 1;
      const part = last && exhaustive ? left : Math.min(left, parts[index] ?? 0);
      left -= part;
      const rounding = last && left === 0 && part < 900 ? over : 0;
      const sessions = entry["sessions"] as Record<string, number> | undefined;
      return {
        ...entry,
        id: ["cbt", "pce", "e-3"][index],
        ...(entry["manualised"] === "no" && entry["adherence"] === "strict" ? { adherence: "not_applicable" } : {}),
        ...(sessions ? { sessions: { min: 0, typical: sessions["min"], max: 40 } } : {}),
        ...("share_of_clients_pct" in entry ? { share_of_clients_pct: (part + rounding) / 10 } : {}),
      };
    });
  });
}

function resolved(schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split("/").at(-1);
  return name === undefined ? schema : { ...questionsOfAudit.$defs?.[name], ...schema };
}

function within(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`);
}
