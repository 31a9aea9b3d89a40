/** Validators of every kind of file, made from their JSON Schemas by tools/generate.ts. */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { type Kind, kinds } from "./kinds.ts";
import { all, madeFrom } from "./made/validators.js";

/** One validator for each kind of file; each carries the schema it was made from. */
export type Validators = Readonly<Record<Kind, ValidateFunction>>;

/** The schemas' texts. */
export type Schemas = Readonly<Record<Kind, string>>;

/** The schemas' texts one after the other, as their hash is taken of them. */
export function together(schemas: Schemas): string {
  return kinds.map(([kind]) => schemas[kind]).join("");
}

/** The validators, if they were made from schemas with this hash; else throws and says what to do. */
export function validators(schemas: Schemas, sha256: string): Validators {
  if (madeFrom !== sha256) throw new Error("The schemas have changed. Run: npm run prepare");
  const of = (kind: Kind) => Object.assign(all[kind], { schema: JSON.parse(schemas[kind]) });
  return Object.fromEntries(kinds.map(([kind]) => [kind, of(kind)])) as Record<Kind, ValidateFunction>;
}

/** The same validator for a part of a file, where nothing has to be there. */
export function partly(validate: ValidateFunction): ValidateFunction {
  const part = (value: unknown): boolean => {
    validate(value);
    const errors = (validate.errors ?? []).filter(({ keyword }: ErrorObject) => keyword !== "required");
    Object.assign(part, { errors });
    return errors.length === 0;
  };
  return Object.assign(part, { schema: validate.schema }) as ValidateFunction;
}
