/** A value against its JSON Schema: every disagreement as a sentence with its place. */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { Problem } from "../core/problem.ts";
import { listed, nearest } from "./nearest.ts";
import { escaped, type Place, type Places, short } from "./yaml.ts";

/** What the schema says of the value at fault, as far as messages need it. */
interface Question {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly examples?: readonly unknown[];
}

interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Problems of a value, one for each place that is wrong. */
export function check(value: unknown, places: Places, validate: ValidateFunction, file: string): Problem[] {
  if (validate(value)) return [];
  const problems = new Map<string, Problem>();
  for (const error of validate.errors ?? []) {
    const unknownKey =
      error.keyword === "additionalProperties" ? `/${escaped(String(error.params["additionalProperty"]))}` : "";
    const pointer = error.instancePath + unknownKey;
    const key = error.keyword === "required" ? `${pointer} ${error.params["missingProperty"]}` : pointer;
    if (problems.has(key)) continue;
    const place = placeOf(pointer, places);
    const atValue = place && unknownKey === "" && error.keyword !== "required" ? place.value : place;
    const { message, hint } = fault(error);
    problems.set(key, {
      file,
      pointer,
      line: atValue?.line ?? 1,
      column: atValue?.column ?? 1,
      severity: "error",
      message: `${subject(pointer)}${message}`,
      ...(hint ? { hint } : {}),
    });
  }
  return [...problems.values()];
}

/** The place of a pointer, or of the nearest value around it. */
export function placeOf(pointer: string, places: Places): Place | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const place = places.get(at);
    if (place || at === "") return place;
  }
}

/** A pointer as the path a person reads: /waits/0/median is waits[0].median. */
export function path(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index === 0 ? "" : "."}${short(step)}`))
    .join("");
}

function subject(pointer: string): string {
  return pointer === "" ? "" : `${path(pointer)}: `;
}

function fault(error: ErrorObject): Fault {
  const question = (error.parentSchema ?? {}) as Question;
  const found = described(error.data);
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(String(error.params["additionalProperty"]), Object.keys(question.properties ?? {}));
    case "required":
      return { message: `"${error.params["missingProperty"]}" is missing`, hint: "add it here" };
    case "enum":
      return unknownWord(error.data, (question.enum ?? []).map(String));
    case "const":
      return { message: `expected ${error.params["allowedValue"]}, found ${found}` };
    case "type":
      return mistyped(error.data, question);
    case "pattern":
      return mispatterned(error.data, question);
    case "format":
      return error.params["format"] === "date"
        ? { message: `expected a date, found ${found}`, hint: dateHint(String(error.data)) }
        : { message: `expected a web address, found ${found}`, hint: "begin it with https://" };
    case "minimum":
      return { message: `${found} is less than ${error.params["limit"]}` };
    case "maximum":
      return { message: `${found} is more than ${error.params["limit"]}` };
    case "uniqueItems":
      return {
        message: `entries ${error.params["j"] + 1} and ${error.params["i"] + 1} are the same`,
        hint: "keep one",
      };
    case "minLength":
      return { message: "nothing is written here", hint: "leave the line out if it is not known" };
    case "maxLength":
      return { message: `the text is longer than ${error.params["limit"]} characters` };
    default:
      return { message: error.message ?? error.keyword };
  }
}

function unknownKey(key: string, keys: readonly string[]): Fault {
  const message = `"${short(key)}" is not one of the questions here`;
  const meant = nearest(key, keys);
  if (meant) return { message, hint: `did you mean "${meant}"?` };
  return keys.length > 0 && keys.length <= 12 ? { message, hint: `here may stand ${listed(keys)}` } : { message };
}

function unknownWord(value: unknown, words: readonly string[]): Fault {
  const message = `${described(value)} is not one of the answers`;
  const meant = typeof value === "string" ? nearest(value, words) : undefined;
  return { message, hint: meant ? `did you mean "${meant}"?` : `answer ${listed(words)}` };
}

function mistyped(value: unknown, question: Question): Fault {
  const keys = Object.keys(question.properties ?? {});
  if (value === null) return { message: "nothing stands after the colon", hint: "answer it, or leave the line out" };
  if (keys.length > 0) {
    const some = keys.slice(0, 3).join(", ");
    return {
      message: `expected answers of its own (${some} …), found ${described(value)}`,
      hint: "put each on an indented line below",
    };
  }
  return {
    message: `expected ${expected(question)}, found ${described(value)}`,
    hint: numberHint(value, question) ?? listHint(value, question),
  };
}

function mispatterned(value: unknown, question: Question): Fault {
  const message = `expected ${expected(question)}, found ${described(value)}`;
  const hint = numberHint(value, question) ?? listHint(value, question);
  if (hint) return { message, hint };
  if (question.pattern?.startsWith("^https?"))
    return {
      message: `${described(value)} is not a web address that can be opened safely`,
      hint: "it must begin with https:// or http://",
    };
  const example = question.examples?.[0];
  return example === undefined ? { message } : { message, hint: `for example ${String(example)}` };
}

function expected({ type, pattern, enum: words }: Question): string {
  const types = typeof type === "string" ? [type] : (type ?? []);
  const unknown = pattern?.includes("unknown") || words?.includes("unknown") ? " or unknown" : "";
  if (types.includes("integer")) return `a whole number${unknown}`;
  if (types.includes("number")) return `a number${unknown}`;
  if (types.includes("array")) return `a list${unknown}`;
  if (types.includes("object")) return "answers of its own";
  return "text";
}

function numberHint(value: unknown, { type }: Question): string | undefined {
  if (typeof value !== "string" || !/^(number|integer)/.test(String(type))) return undefined;
  const number = /^\D{0,3}(\d+(?:[.,]\d+)?)/.exec(value)?.[1]?.replace(",", ".");
  return number ? `write ${number}, without a unit or sign` : undefined;
}

function listHint(value: unknown, { type }: Question): string | undefined {
  if (!String(type).includes("array") || typeof value !== "string") return undefined;
  return `write [${short(value)}], in square brackets`;
}

/** British dates turned round where that can be told; else how to write one. */
function dateHint(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const real = year !== "" && Number(month) <= 12 && Number(day) <= 31;
  return real ? `dates are year-month-day: ${iso}` : "write year-month-day, for example 2025-03-31";
}

/** A value as a message names it. */
function described(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "answers of its own";
  return typeof value === "string" ? `"${short(value)}"` : String(value);
}
