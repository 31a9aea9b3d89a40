/** A small invented world of facts, and any criterion that can be said of it in the vocabulary. */
import type { Arbitrary } from "fast-check";
import type { Criterion } from "../../src/core/catalogue.ts";
import type { Condition, Count, Test, Thresholds } from "../../src/core/condition.ts";
import { derived } from "../../src/core/derived.ts";
import type { Answers } from "../../src/core/facts.ts";
import { isNumber, questionsOfAudit, type Schema, wholeAnswers, wordsOf } from "./arbitrary.ts";
import { fc } from "./seed.ts";

const words = (...all: string[]): Schema => ({ enum: all });
const numbers = (maximum: number): Schema => ({ type: "integer", minimum: 0, maximum });
const listOf = (...all: string[]): Schema => ({ type: "array", items: { enum: all } });
const entriesOf = (properties: Record<string, Schema>): Schema => ({ type: "array", items: { properties } });

/** The questions of the invented world. Gates, therapies and waits are as audits have them. */
export const questionsOfWorld: Schema = {
  properties: {
    colour: words("red", "green", "blue"),
    size: numbers(5),
    few: numbers(9),
    staff: {
      type: ["integer", "string"],
      minimum: 0,
      maximum: 5,
      pattern: "^(<[1-9][0-9]?|all|most|some|none|unknown)$",
    },
    tools: listOf("hammer", "saw", "plane"),
    deep: { properties: { shade: words("light", "dark"), marks: listOf("cross", "dot") } },
    boxes: entriesOf({ shape: words("round", "square"), weight: numbers(5), labels: listOf("fragile", "heavy") }),
    gates_complete: words("yes", "no"),
    gates: entriesOf({ kind: words("age", "panel"), door: words("open", "shut"), few: numbers(9) }),
    therapies: questionsOfAudit.properties?.["therapies"] ?? {},
    waits: questionsOfAudit.properties?.["waits"] ?? {},
    assessment: {
      properties: { contacts: entriesOf({ purpose: words("screening", "assessment", "first_therapy_session") }) },
    },
    workforce: {
      properties: {
        therapists_trained_in_repair: {
          properties: { trained: numbers(9), of: { type: "integer", minimum: 9, maximum: 30 } },
        },
      },
    },
  },
};

/** Whole answers in the world, with the wait of one stage. */
export const worlds: Arbitrary<Answers> = wholeAnswers(questionsOfWorld, [
  ...Object.keys(questionsOfWorld.properties ?? {}).filter((name) => name !== "waits"),
  "waits[referral_to_first_contact]",
]);

const figures: Schema = { type: "number" };

/** What conditions may ask in the world: all facts but the list of waits, one wait's, and all derived ones. */
const { waits: _, ...plain } = questionsOfWorld.properties ?? {};
const asked: Readonly<Record<string, Schema>> = {
  ...plain,
  "deep.shade": words("light", "dark"),
  "deep.marks": listOf("cross", "dot"),
  "waits[referral_to_first_contact].longest": figures,
  ...Object.fromEntries(
    [...derived.keys()]
      .filter((path) => !path.includes("[") || path.includes("[referral_to_first_contact]"))
      .map((path) => [path, figures]),
  ),
};

const therapy: Readonly<Record<string, Schema>> = {
  offered_at_entry: words("yes", "no"),
  adherence: words("strict", "guided"),
  median_wait_weeks: numbers(30),
};

/** The thresholds of invented criteria. */
export const thresholdsOfWorld: Arbitrary<Thresholds> = fc.record({
  low: fc.constantFrom(1, 2),
  middle: fc.constantFrom(2, 3, 4),
  month: fc.constantFrom(30, 42, 50),
  season: fc.constantFrom(75, 90, 126),
});

const bounds = fc.constantFrom<(string | 0 | 1)[]>("low", "middle", "month", "season", 0, 1);
const smallBounds = fc.constantFrom<(string | 0 | 1)[]>("low", "middle", 0, 1);

/** Any condition about the world, so many conditions deep. */
export function conditions(depth: number, of: Readonly<Record<string, Schema>> = asked): Arbitrary<Condition> {
  const tests = Object.entries(of)
    .filter(([, schema]) => !schema.properties)
    .map(([path, schema]) => testOf(path, schema, depth).map((test): Condition => ({ [path]: test })));
  const single = fc.oneof(...tests);
  if (depth === 0) return single;
  const inner = conditions(depth - 1, of);
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const joined = fc.oneof(
    some.map((any): Condition => ({ any })),
    some.map((all): Condition => ({ all })),
    inner.map((not): Condition => ({ not })),
    fc.tuple(smallBounds, some).map(([at_least, parts]): Condition => ({ at_least, of: parts })),
  );
  const parts = fc.array(fc.oneof({ arbitrary: single, weight: 2 }, { arbitrary: joined, weight: 3 }), {
    minLength: 1,
    maxLength: 2,
  });
  return parts.map((all) => Object.assign({}, ...all) as Condition);
}

/** Any criterion about the world, with or without a rule for where it does not apply. */
export const criteria: Arbitrary<Criterion> = fc
  .record({ zero: conditions(1), three: conditions(2), two: conditions(2), exempt: fc.option(conditions(1)) })
  .map(({ zero, three, two, exempt }) => criterion({ 0: zero, 3: three, 2: two }, exempt ?? undefined));

/** A criterion of which only the conditions matter. */
export function criterion(when: Partial<Record<0 | 2 | 3, Condition>>, exempt?: Condition, id = "invented"): Criterion {
  const level = (step: 0 | 2 | 3) => ({
    level: step,
    says: `says ${step}`,
    ...(when[step] ? { when: when[step] } : {}),
  });
  return {
    id,
    title: `title of ${id}`,
    ...(exempt ? { not_applicable: { says: "does not apply", when: exempt } } : {}),
    levels: [level(0), level(3), level(2), { level: 1, says: "says 1" }],
  } as unknown as Criterion;
}

function testOf(path: string, schema: Schema, depth: number): Arbitrary<Test> {
  if (schema.items)
    return schema.items.properties || schema.items.$ref ? testOfEntries(path, schema, depth) : testOfWords(schema);
  const choices: Arbitrary<Test>[] = [];
  const all = wordsOf(schema);
  if (all.length > 0) {
    choices.push(fc.constantFrom(...all).map((is) => ({ is })));
    choices.push(fc.subarray(all, { minLength: 1 }).map((among) => ({ in: among })));
  }
  if (isNumber(schema)) choices.push(compared(bounds));
  return fc.oneof(...choices);
}

function testOfWords(schema: Schema): Arbitrary<Test> {
  const all = wordsOf(schema.items ?? {});
  const some = fc.subarray(all, { minLength: 1 });
  return fc.oneof(
    fc.constantFrom(...all).map((includes): Test => ({ includes })),
    some.map((any_of): Test => ({ any_of })),
    compared(smallBounds).map((count): Test => ({ count })),
    fc.tuple(compared(smallBounds), some).map(([count, of]): Test => ({ count: { ...count, of } })),
  );
}

function testOfEntries(path: string, schema: Schema, depth: number): Arbitrary<Test> {
  const fields = path === "therapies" ? therapy : (schema.items?.properties ?? {});
  const inner = conditions(Math.min(depth, 1), fields);
  return fc.oneof(
    inner.map((some): Test => ({ some })),
    inner.map((every): Test => ({ every })),
    compared(smallBounds).map((count): Test => ({ count })),
    fc.tuple(inner, compared(smallBounds)).map(([every, count]): Test => ({ every, count })),
  );
}

function compared(bound: Arbitrary<string | 0 | 1>): Arbitrary<Count> {
  return fc.oneof(
    bound.map((at_least) => ({ at_least })),
    bound.map((at_most) => ({ at_most })),
    bound.map((over) => ({ over })),
    bound.map((under) => ({ under })),
    fc.tuple(bound, bound).map(([at_least, at_most]) => ({ at_least, at_most })),
  );
}
