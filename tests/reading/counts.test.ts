import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import auditSchema from "../../schemas/audit.schema.json" with { type: "json" };
import { minimal, read } from "./yardstick.ts";

/** What the walk reads of a JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
}

/** A question with the records and lists that it stands in, from the outside in. */
interface Asked {
  readonly path: string;
  readonly steps: readonly string[];
  readonly schema: Schema;
}

const definitions = auditSchema.$defs as Readonly<Record<string, Schema>>;
const whole = (schema: Schema): Schema => ({ ...definitions[schema.$ref?.split("/").at(-1) ?? ""], ...schema });

function walk(given: Schema, path = "", steps: readonly string[] = []): Asked[] {
  const schema = whole(given);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    walk(child, path === "" ? key : `${path}.${key}`, [...steps, key]),
  );
  const entries = schema.items ? walk(schema.items, `${path}[]`, [...steps, "0"]) : [];
  return [{ path, steps, schema }, ...inner, ...entries];
}

const questions = walk(auditSchema as Schema);
const isNumber = ({ type }: Schema) => [type].flat().some((one) => one === "integer" || one === "number");
const isCount = ({ pattern = "" }: Schema) => pattern.includes("<");
const isPercentage = ({ $ref }: Schema) => $ref === "#/$defs/percent";
const numbers = questions.filter(({ schema }) => isNumber(schema));

/** Numbers that are neither counts of people nor percentages, and what they are. */
const others: Readonly<Record<string, string>> = {
  "service.therapists_headcount": "anybody can count the therapists: the service names them to its clients",
  "audit.suppress_below": "the rule itself",
  "waits[].median": "a time",
  "waits[].mean": "a time",
  "waits[].p90": "a time",
  "waits[].longest": "a time",
  "waiting.update_every_weeks": "a time",
  "waiting.lapse_rule.reply_within_days": "a time",
  "waiting.lapse_rule.attempts": "a rule",
  "assessment.contacts[].order": "a place in a list",
  "assessment.contacts[].minutes": "a time",
  "therapies[].sessions.min": "sessions",
  "therapies[].sessions.typical": "sessions",
  "therapies[].sessions.max": "sessions",
  "therapies[].median_wait_weeks": "a time",
  "attendance.discharge_after_missed": "a rule",
  "attendance.contact_attempts_before_discharge": "a rule",
  "endings.notice_sessions": "sessions",
  "workforce.supervision_hours_per_month": "a time",
  "workforce.relational_cpd_hours_per_year": "a time",
  "governance.policy_review_months": "a time",
  "actions[].from_level": "a level",
  "actions[].aim_level": "a level",
};

/** The smallest audit with these answers, each list having one entry with what it must have. */
function auditWith(answers: readonly (readonly [Asked, unknown])[]): string {
  const audit = parse(minimal);
  for (const [{ steps }, value] of answers) {
    let at: Record<string, unknown> = audit;
    let schema: Schema = auditSchema as Schema;
    for (const [index, step] of steps.entries()) {
      const inner = whole((step === "0" ? schema.items : schema.properties?.[step]) ?? {});
      const last = index === steps.length - 1;
      at[step] = last ? value : (at[step] ?? (inner.items ? [] : required(inner)));
      at = at[step] as Record<string, unknown>;
      schema = inner;
    }
  }
  return stringify(audit);
}

function required({ required: keys = [], properties = {} }: Schema): Record<string, unknown> {
  const example = ({ examples = [], enum: words = [] }: Schema) => examples[0] ?? words[0];
  return Object.fromEntries(keys.map((key) => [key, example(whole(properties[key] ?? {}))]));
}

const question = (path: string) => {
  const found = questions.find((one) => one.path === path);
  if (found === undefined) throw new Error(`the schema has no ${path}`);
  return found;
};
const told = (answers: readonly (readonly [string, unknown])[]) =>
  read(auditWith(answers.map(([path, value]) => [question(path), value]))).problems;

describe("every number that the schema asks for", () => {
  it("is a count of people, a percentage, or known to be neither", () => {
    const rest = numbers.filter(({ schema }) => !isCount(schema) && !isPercentage(schema)).map(({ path }) => path);
    expect(rest.toSorted()).toEqual(Object.keys(others).toSorted());
  });
});

describe("every count of people in the schema", () => {
  const counts = numbers.filter(({ schema }) => isCount(schema)).map(({ path, steps }) => [path, steps] as const);

  it("is found by the walk", () => {
    expect(counts.length).toBeGreaterThan(13);
  });

  it.each(counts)("%s is refused from 1 to 4", (path, steps) => {
    for (const small of [1, 2, 3, 4]) {
      const [problem] = told([[path, small]]).filter(({ pointer }) => pointer === `/${steps.join("/")}`);
      expect(problem).toMatchObject({
        severity: "error",
        message: expect.stringMatching(/: a small number, by which/),
      });
      expect(problem?.message + (problem?.hint ?? "")).not.toMatch(new RegExp(`: .*\\b${small}\\b(?! to)`));
    }
  });

  it.each(counts)("%s may be nought, five, unknown, or written with the mark", (path) => {
    for (const answer of [0, 5, "unknown", "<5"])
      expect(told([[path, answer]]).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(counts)("%s is refused up to the audit's own mark", (path, steps) => {
    const raised = told([
      ["audit.suppress_below", 10],
      [path, 9],
    ]);
    expect(raised.find(({ pointer }) => pointer === `/${steps.join("/")}`)).toMatchObject({
      severity: "error",
      message: expect.stringMatching(/: a small number, by which/),
    });
  });
});

describe("every part of a whole in the schema", () => {
  const parts = questions.flatMap(({ path, schema }) => {
    const counts = Object.entries(schema.properties ?? {}).filter(([, child]) => isCount(whole(child)));
    return counts.length < 2 ? [] : [[path, counts.map(([name]) => name)] as const];
  });

  it("is known by its record", () => {
    expect(Object.fromEntries(parts)).toEqual({
      "audit.counts": ["referrals", "first_contacts", "started_therapy", "endings"],
      "audit.samples[]": ["n", "of"],
      "preferences.met": ["stated", "met"],
      "endings.unplanned": ["n", "of"],
      "workforce.therapists_trained_in_repair": ["trained", "of"],
      "evidence[]": ["n", "of"],
    });
  });

  it.each([
    ["audit.samples[].n", "audit.samples[].of"],
    ["preferences.met.met", "preferences.met.stated"],
    ["endings.unplanned.n", "endings.unplanned.of"],
    ["workforce.therapists_trained_in_repair.trained", "workforce.therapists_trained_in_repair.of"],
    ["evidence[].n", "evidence[].of"],
    ["audit.counts.first_contacts", "audit.counts.referrals"],
    ["audit.counts.started_therapy", "audit.counts.first_contacts"],
    ["audit.counts.started_therapy", "audit.counts.referrals"],
    ["endings.unplanned.n", "audit.counts.endings"],
    ["endings.unplanned.of", "audit.counts.endings"],
    ["workforce.therapists_trained_in_repair.trained", "service.therapists_headcount"],
    ["waits[].n", "audit.counts.first_contacts"],
  ])("%s may leave none or five of %s, and nothing between", (part, all) => {
    const errors = (rest: number) =>
      told([
        [all, 430],
        [part, 430 - rest],
      ]).filter(({ severity }) => severity === "error").length;
    expect([0, 1, 2, 3, 4, 5].map(errors)).toEqual([0, 1, 1, 1, 1, 0]);
  });
});

describe("every percentage in the schema", () => {
  const bases: Readonly<Record<string, string>> = {
    "waits[].pct_within_6_weeks": "waits[].n",
    "waits[].pct_within_18_weeks": "waits[].n",
    "waits[].pct_over_90_days": "waits[].n",
    "therapies[].share_of_clients_pct": "audit.counts.started_therapy",
    "evidence[].response_rate_pct": "evidence[].of",
  };
  const percentages = numbers
    .filter(({ schema }) => isPercentage(schema))
    .map(({ path, steps }) => [path, steps] as const);
  const errorsAt = (steps: readonly string[], answers: readonly (readonly [string, unknown])[]) =>
    told(answers).filter(({ pointer, severity }) => severity === "error" && pointer === `/${steps.join("/")}`).length;

  it("has a number of people that it is of", () => {
    expect(Object.keys(bases).toSorted()).toEqual(percentages.map(([path]) => path).toSorted());
  });

  it.each(percentages)("%s is refused of fewer than 20 people, nought and all among them", (path, steps) => {
    for (const share of [0, 40, 99.5]) {
      expect(
        errorsAt(steps, [
          [bases[path] ?? "", 19],
          [path, share],
        ]),
      ).toBe(1);
      expect(
        errorsAt(steps, [
          [bases[path] ?? "", "<5"],
          [path, share],
        ]),
      ).toBe(1);
    }
  });

  it.each(percentages)("%s may not come to, or leave, 1 to 4 people", (path, steps) => {
    const errors = (share: number) =>
      errorsAt(steps, [
        [bases[path] ?? "", 200],
        [path, share],
      ]);
    expect([0, 0.5, 1, 2, 2.5, 50, 97.5, 98, 99.5, 100].map(errors)).toEqual([0, 1, 1, 1, 0, 0, 0, 1, 1, 0]);
  });
});
