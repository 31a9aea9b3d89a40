/** A disagreement with a schema as a sentence, and what would be right. */
import type { ErrorObject } from "ajv/dist/2020.js";
import { listed } from "../core/listed.ts";
import { nearest, oddSpace } from "./nearest.ts";
import { orWords, wordsIn } from "./number-hint.ts";
import { short } from "./places.ts";
import { described, exampleOf, oddSpaceHint, remedy, withColon, wordHint } from "./remedy.ts";

/** What the schema says of the value at fault, as far as messages need it. */
export interface Question {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Question>>;
  readonly items?: Question;
  readonly examples?: readonly unknown[];
}

export interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
}

const unanswered: Fault = { message: "there is no answer here", hint: "answer it, or leave the line out" };

/** Says what is wrong. `sections` are the questions at the left margin. */
export function fault(error: ErrorObject, sections: Sections): Fault {
  const { keyword, data, params, instancePath } = error;
  const question = (error.parentSchema ?? {}) as Question;
  const limit = String(params["limit"]);
  const group = question.properties !== undefined && instancePath !== "";
  if (data === null) return { ...unanswered, ...(group ? { hint: "put its answers on indented lines below" } : {}) };
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params["additionalProperty"]), question.properties ?? {}, sections);
    case "required":
      return missing(String(params["missingProperty"]), question);
    case "enum":
      return unknownWord(data, (params["allowedValues"] as unknown[]).map(String));
    case "const":
      return {
        message: `expected ${params["allowedValue"]}, found ${described(data)}`,
        hint: "this version of Rapport reads no other",
      };
    case "type":
    case "pattern":
    case "format":
      return unexpected(data, question, instancePath);
    case "minimum":
      return {
        message: `${described(data)} is less than ${limit}`,
        hint: orWords(`write ${limit} or more`, question.pattern),
      };
    case "maximum":
      return { message: `${described(data)} is more than ${limit}`, hint: `write ${limit} or less` };
    case "minItems":
    case "maxItems":
      return { message: `expected ${keyword === "minItems" ? "at least" : "at most"} ${limit} entries` };
    case "uniqueItems":
      return { message: `${described((data as unknown[])[params["i"]])} is given twice`, hint: "keep one" };
    case "minLength":
      return unanswered;
    case "maxLength":
      return { message: `the text is longer than ${limit} characters`, hint: "shorten it" };
    default:
      return { message: error.message ?? keyword };
  }
}

export type Sections = Readonly<Record<string, Question>>;

function unknownKey(key: string, properties: Sections, sections: Sections): Fault {
  const keys = Object.keys(properties);
  const message = `"${short(key)}" is not one of the questions here`;
  const [, unspaced = "", answer = ""] = /^([^:]+):(.+)$/.exec(key) ?? [];
  if (keys.includes(unspaced)) return { message, hint: `put a space after the colon: ${unspaced}: ${short(answer)}` };
  const colon = withColon(key, keys);
  if (colon) return { message, hint: colon };
  if (oddSpace.test(key)) return { message, hint: oddSpaceHint };
  const meant = nearest(key, keys);
  if (meant) return { message, hint: `did you mean "${meant}"?` };
  const inside = keys.filter((one) => asks(properties[one], key));
  if (inside.length === 0 && Object.hasOwn(sections, key))
    return { message, hint: "it belongs at the left margin; take its indentation away" };
  const homes = inside.length > 0 ? inside : Object.keys(sections).filter((one) => asks(sections[one], key));
  const home = homes.length < 4 ? listed(homes, "or") : "another question";
  if (homes.length > 0) return { message, hint: `it belongs under ${home}; check its indentation` };
  return keys.length > 0 && keys.length <= 12 ? { message, hint: `here may stand ${listed(keys, "or")}` } : { message };
}

function asks(section: Question | undefined, key: string): boolean {
  return Object.hasOwn(section?.properties ?? section?.items?.properties ?? {}, key);
}

function missing(key: string, { properties = {} }: Question): Fault {
  const example = exampleOf(key, properties);
  return { message: `"${key}" is missing`, hint: example ? `add it, for example ${example}` : "add it here" };
}

function unknownWord(value: unknown, words: readonly string[]): Fault {
  const hint = wordHint(value, words);
  if (typeof value === "object") return { message: `expected one word, found ${described(value)}`, hint };
  return { message: `${described(value)} is not one of the answers`, hint };
}

function unexpected(value: unknown, question: Question, pointer: string): Fault {
  const hint = remedy(value, question, pointer.slice(pointer.lastIndexOf("/") + 1));
  if (question.format === "date" && /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return { message: `there is no day ${value}`, hint };
  return { message: `expected ${expected(question)}, found ${described(value)}`, hint };
}

function expected({ type, pattern = "", format, title = "", properties = {} }: Question): string {
  const types = [type ?? []].flat();
  const words = wordsIn(pattern);
  const or = (...first: string[]) => listed([...first, ...(types.length > 1 ? words : [])], "or");
  if (format === "date") return "a date";
  if (format === "uri") return "a web address";
  if (types.includes("integer")) return or("a whole number", ...(pattern.includes("<") ? ['"<5"'] : []));
  if (types.includes("number")) return or("a number");
  if (types.includes("array")) return or("a list");
  if (types.includes("object")) return `a group of answers (${Object.keys(properties).slice(0, 3).join(", ")} …)`;
  return pattern === "" ? "text" : `${/^[aeiou]/i.test(title) ? "an" : "a"} ${title.toLowerCase()}`;
}
