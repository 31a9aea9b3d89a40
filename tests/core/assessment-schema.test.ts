/** The published schema of an assessment and what core/assess.ts makes agree with each other. */
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import assessmentSchema from "../../schemas/assessment.schema.json" with { type: "json" };
import auditSchema from "../../schemas/audit.schema.json" with { type: "json" };
import { assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { factsOf } from "../../src/core/ladder.ts";
import { assessed, audits } from "../report/repository.ts";
import { questionsOfAudit, wholeAnswers } from "./arbitrary.ts";
import { tellings } from "./reveal.ts";
import { fc } from "./seed.ts";
import { catalogueOfProject, head } from "./yardstick.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false });
ajv.addVocabulary(["tsType"]);
addFormats.default(ajv, ["date", "uri"]);
ajv.addSchema(auditSchema);
const validate = ajv.compile(assessmentSchema);

/** What the schema refuses of a value. */
function refused(value: unknown): string[] {
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every part of the schema that describes a value, by where it stands. */
function parts(schema: AnySchemaObject, at = ""): [string, AnySchemaObject][] {
  const inner = [
    ...Object.entries<AnySchemaObject>(schema["properties"] ?? {}).map(
      ([name, part]) => [`${at}.${name}`, part] as const,
    ),
    ...Object.entries<AnySchemaObject>(schema["$defs"] ?? {}).map(([name, part]) => [`${at}#${name}`, part] as const),
    ...(schema["items"] && !schema["items"].$ref ? [[`${at}[]`, schema["items"] as AnySchemaObject] as const] : []),
  ];
  return [[at, schema], ...inner.flatMap(([name, part]) => parts(part, name))];
}

describe("the schema of an assessment", () => {
  const all = parts(assessmentSchema);

  test("describes every field", () => {
    expect(all.length).toBeGreaterThan(45);
    for (const [at, { title, description }] of all) {
      expect(title, at).toMatch(/^[A-Z]/);
      expect(description, at).toMatch(/[.]$/);
    }
  });

  // With this, an assessment that the schema lets pass has just the fields that the schema names.
  test("asks for every field, save the one that says when it is left out, and allows no other", () => {
    const records = all.filter(([, { properties }]) => properties !== undefined);
    expect(records.length).toBeGreaterThan(6);
    for (const [at, { properties, required, additionalProperties }] of records) {
      const asked = Object.entries<AnySchemaObject>(properties).filter(
        ([, { description = "" }]) => !/ Left out where /.test(description),
      );
      expect(required, at).toEqual(asked.map(([name]) => name));
      expect(asked.length, at).toBe(Object.keys(properties).length - (at === ".catalogue" ? 1 : 0));
      expect(additionalProperties, at).toBe(false);
    }
  });

  test("holds of every audit in the repository", () => {
    expect(audits.length).toBeGreaterThan(0);
    for (const { id } of audits) expect(refused(assessed(id)), id).toEqual([]);
  });

  test("holds of any answers, told in whole or in part", () => {
    const asked = catalogueOfProject.criteria.flatMap(({ criterion }) => factsOf(criterion));
    const whole = wholeAnswers(questionsOfAudit, [...asked, "gates_complete", "evidence", "exceptions"]);
    fc.assert(
      fc.property(tellings(whole), ({ before }) => {
        const audit = { ...head, ...before, service: head.service, audit: head.audit } as unknown as Audit;
        const told = { id: "example/2025", file: "audits/example/2025.yaml", sha256: "0".repeat(64), audit };
        const { audit: _, ...made } = assess(told, catalogueOfProject);
        expect(refused({ ...made, audit: head })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test.for<[string, (assessment: Record<string, unknown>) => void]>([
    ["a field that is not one of its own", (one) => Object.assign(one, { score: 54 })],
    ["a field too few", (one) => void delete one["tally"]],
    ["another format", (one) => Object.assign(one, { format: "rapport-assessment/2" })],
    ["a level that there is not", (one) => Object.assign((one["findings"] as object[])[0] ?? {}, { levels: [4] })],
    ["a range beyond 100", (one) => Object.assign(one, { range: { low: 0, high: 101 } })],
    ["an audit that the audit's schema refuses", (one) => Object.assign(one["audit"] as object, { clients: [] })],
  ])("refuses %s", ([, spoil]) => {
    const spoilt = structuredClone(assessed(audits[0]?.id ?? "")) as unknown as Record<string, unknown>;
    spoil(spoilt);
    expect(refused(spoilt)).not.toEqual([]);
  });
});
