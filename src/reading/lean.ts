/**
 * An audit's validator without the texts of its schema, for a browser: a third of the size. The schema comes beside
 * it as a file, and gives the errors back what messages are made from.
 */
import type { AnySchemaObject, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { audit } from "./made/audit.js";

/** The validator with the schema that it was made from. */
export function leanValidator(schema: AnySchemaObject): ValidateFunction {
  const validate = (value: unknown): boolean => {
    const sound = audit(value);
    const errors = (audit.errors ?? []).map((error) => ({ ...error, ...restored(error, value, schema) }));
    Object.assign(validate, { errors: sound ? null : errors });
    return sound;
  };
  return Object.assign(validate, { schema }) as unknown as ValidateFunction;
}

/** What an error is about: the value, and the part of the schema that refuses it. */
function restored({ instancePath, schemaPath }: ErrorObject, value: unknown, schema: AnySchemaObject) {
  const stepsOf = (pointer: string) =>
    pointer
      .split("/")
      .slice(1)
      .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  const at = (whole: unknown, steps: readonly string[]) =>
    steps.reduce<unknown>((inside, step) => (inside as Record<string, unknown> | undefined)?.[step], whole);
  return { data: at(value, stepsOf(instancePath)), parentSchema: at(schema, stepsOf(schemaPath).slice(0, -1)) };
}
