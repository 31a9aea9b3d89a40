import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import schema from "../../schemas/audit.schema.json" with { type: "json" };
import { readAudit } from "../../src/reading/audit.ts";
import { leanValidator } from "../../src/reading/lean.ts";
import { yardstick } from "../core/yardstick.ts";

const lean = { audit: leanValidator(schema) };

it.each(globSync(["tests/bad/*.yaml", "audits/*/*.yaml"]).toSorted())(
  "%s: the validator for browsers finds what the other one finds, in the same words",
  (file) => {
    const text = readFileSync(file, "utf8");
    const { problems, audit } = readAudit(text, file, lean, yardstick.around);
    const told = readAudit(text, file, yardstick.validators, yardstick.around);
    expect(problems).toEqual(told.problems);
    expect(audit).toEqual(told.audit);
  },
);
