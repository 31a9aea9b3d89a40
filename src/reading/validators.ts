/** Validators of audits, criteria and the method, made from their JSON Schemas by tools/generate.ts. */
import type { ValidateFunction } from "ajv/dist/2020.js";
import { audit, criterion, madeFrom, method } from "./made/validators.js";

/** One validator for each kind of file; each carries the schema it was made from. */
export interface Validators {
  readonly audit: ValidateFunction;
  readonly criterion: ValidateFunction;
  readonly method: ValidateFunction;
}

/** The schemas' texts. */
export type Schemas = Readonly<Record<keyof Validators, string>>;

/** The validators, if they were made from schemas with this hash; else throws and says what to do. */
export function validators(schemas: Schemas, sha256: string): Validators {
  if (madeFrom !== sha256) throw new Error("The schemas have changed. Run: npm run prepare");
  const of = (validate: ValidateFunction, schema: string) => Object.assign(validate, { schema: JSON.parse(schema) });
  return {
    audit: of(audit, schemas.audit),
    criterion: of(criterion, schemas.criterion),
    method: of(method, schemas.method),
  };
}
