/** Validators of audits, criteria and the method, made from their JSON Schemas by tools/generate.ts. */
import type { ValidateFunction } from "ajv/dist/2020.js";
import * as made from "./made/validators.js";

/** One validator for each kind of file. */
export interface Validators {
  readonly audit: ValidateFunction;
  readonly criterion: ValidateFunction;
  readonly method: ValidateFunction;
}

/** The validators, if they were made from schemas with this hash; else throws and says what to do. */
export function validators(schemasSha256: string): Validators {
  if (made.madeFrom !== schemasSha256) throw new Error("The schemas have changed. Run: npm run prepare");
  return made;
}
