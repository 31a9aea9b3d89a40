/** Validators from the JSON Schemas. Compiled at start; the schemas come in as values. */
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** One validator for each kind of file. */
export interface Validators {
  readonly audit: ValidateFunction;
  readonly criterion: ValidateFunction;
  readonly method: ValidateFunction;
}

/** The schemas as parsed JSON. */
export type Schemas = Readonly<Record<keyof Validators, AnySchemaObject>>;

/** Compiles the schemas on first use, each once. */
export function validators(schemas: Schemas): Validators {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  });
  ajv.addVocabulary(["tsType"]);
  addFormats.default(ajv, ["date", "uri"]);
  const made = new Map<keyof Validators, ValidateFunction>();
  const get = (name: keyof Validators): ValidateFunction => {
    if (name === "method" && !made.has("criterion")) get("criterion");
    const validate = made.get(name) ?? ajv.compile(schemas[name]);
    made.set(name, validate);
    return validate;
  };
  return {
    get audit() {
      return get("audit");
    },
    get criterion() {
      return get("criterion");
    },
    get method() {
      return get("method");
    },
  };
}
