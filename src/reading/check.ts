/** A value against its JSON Schema: every disagreement as a sentence with its place. */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { Problem } from "../core/problem.ts";
import { dateHint, listed, nearest } from "./nearest.ts";
import { escaped, type Place, type Places, short } from "./place.ts";

/** What the schema says of the value at fault, as far as messages need it. */
interface Question {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Question>>;
  readonly items?: Question;
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
  const errors = validate.errors ?? [];
  const unknown = Map.groupBy(errors, ({ instancePath, keyword }) => `${keyword} ${instancePath}`);
  for (const error of errors) {
    const pointer = error.instancePath + further(error);
    const others = unknown.get(`additionalProperties ${error.instancePath}`) ?? [];
    if (problems.has(pointer) || others.some((other) => isMisspelling(other, error))) continue;
    const place = placeOf(pointer, places);
    const { line, column } = (standsBelow(error) ? place : place?.value) ?? { line: 1, column: 1 };
    const where = path(error.keyword === "uniqueItems" ? pointer : error.instancePath);
    const { message, hint } = fault(error, (validate.schema as Question).properties ?? {});
    problems.set(pointer, {
      file,
      pointer,
      line,
      column,
      severity: "error",
      message: where === "" ? message : `${where}: ${message}`,
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

/** Groups and lists mostly begin below their question: it is the better place to point at. */
function standsBelow({ keyword, data }: ErrorObject): boolean {
  return typeof data === "object" && data !== null && keyword !== "uniqueItems";
}

/** Whether a question that is missing stands there under a misspelt name, which is told already. */
function isMisspelling(other: ErrorObject, { keyword, params }: ErrorObject): boolean {
  if (keyword !== "required") return false;
  return nearest(String(other.params["additionalProperty"]), [String(params["missingProperty"])]) !== undefined;
}

/** What leads from the value that the validator names to the one at fault. */
function further({ keyword, params }: ErrorObject): string {
  if (keyword === "additionalProperties") return `/${escaped(String(params["additionalProperty"]))}`;
  if (keyword === "required") return `/${escaped(String(params["missingProperty"]))}`;
  return keyword === "uniqueItems" ? `/${params["i"]}` : "";
}

const unanswered: Fault = { message: "there is no answer here", hint: "answer it, or leave the line out" };

function fault(error: ErrorObject, sections: Sections): Fault {
  const { keyword, data, params, instancePath } = error;
  const question = (error.parentSchema ?? {}) as Question;
  const limit = String(params["limit"]);
  const group = question.properties !== undefined && instancePath !== "";
  if (data === null) return { ...unanswered, ...(group ? { hint: "put its answers on indented lines below" } : {}) };
  switch (keyword) {
    case "additionalProperties":
      return unknownKey(String(params["additionalProperty"]), question.properties ?? {}, instancePath, sections);
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
      return { message: `${described(data)} is less than ${limit}`, hint: `write ${limit} or more` };
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

type Sections = Readonly<Record<string, Question>>;

function unknownKey(key: string, properties: Sections, within: string, sections: Sections): Fault {
  const keys = Object.keys(properties);
  const message = `"${short(key)}" is not one of the questions here`;
  const [, unspaced = "", answer = ""] = /^([^:]+):(.+)$/.exec(key) ?? [];
  if (keys.includes(unspaced)) return { message, hint: `put a space after the colon: ${unspaced}: ${short(answer)}` };
  const meant = nearest(key, keys);
  if (meant) return { message, hint: `did you mean "${meant}"?` };
  if (Object.hasOwn(sections, key))
    return { message, hint: "it belongs at the left margin; take its indentation away" };
  const homes = within === "" ? keys.filter((section) => asks(properties[section], key)) : [];
  const home = homes.length < 4 ? listed(homes) : "another question";
  if (homes.length > 0) return { message, hint: `it belongs under ${home}; check its indentation` };
  return keys.length > 0 && keys.length <= 12 ? { message, hint: `here may stand ${listed(keys)}` } : { message };
}

function asks(section: Question | undefined, key: string): boolean {
  return Object.hasOwn(section?.properties ?? section?.items?.properties ?? {}, key);
}

function missing(key: string, { properties = {} }: Question): Fault {
  const example = exampleOf(key, properties);
  return { message: `"${key}" is missing`, hint: example ? `add it, for example ${example}` : "add it here" };
}

function unknownWord(value: unknown, words: readonly string[]): Fault {
  if (typeof value === "object")
    return { message: `expected one word, found ${described(value)}`, hint: `answer ${listed(words)}` };
  const meant = nearest(String(value), words);
  const hint = curly(value) ?? (meant ? `did you mean "${meant}"?` : `answer ${listed(words)}`);
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
  const words = pattern.split(/[|^$()]/).filter((word) => /^[a-z ]+$/.test(word));
  const or = (...first: string[]) => listed([...first, ...(types.length > 1 ? words : [])]);
  if (format === "date") return "a date";
  if (format === "uri") return "a web address";
  if (types.includes("integer")) return or("a whole number", ...(pattern.includes("<") ? ['"<5"'] : []));
  if (types.includes("number")) return or("a number");
  if (types.includes("array")) return or("a list");
  if (types.includes("object")) return `a group of answers (${Object.keys(properties).slice(0, 3).join(", ")} …)`;
  return pattern === "" ? "text" : `${/^[aeiou]/i.test(title) ? "an" : "a"} ${title.toLowerCase()}`;
}

/** What would be right, as far as what was written shows it. */
function remedy(value: unknown, question: Question, key: string): string | undefined {
  const { pattern, format, description = "", examples = [], properties = {} } = question;
  const types = [question.type ?? []].flat();
  if (curly(value)) return curly(value);
  if (format === "date") return dateHint(String(value));
  if (format === "uri") return "begin it with https:// or http://";
  if (types.includes("object")) return groupHint(value, properties, key);
  if (types.includes("array")) return listHint(value, question);
  if (types.includes("number") || types.includes("integer")) return numberHint(value, pattern, key);
  if (pattern !== undefined) {
    const rule = description.split(/[.;]/)[0] ?? "";
    return `use ${rule.charAt(0).toLowerCase()}${rule.slice(1)}${examples.length > 0 ? `; for example ${examples[0]}` : ""}`;
  }
  return typeof value === "number" ? `put it in quotation marks: "${value}"` : undefined;
}

function groupHint(value: unknown, properties: Sections, key: string): string {
  const [first = ""] = Object.keys(properties).flatMap((name) => exampleOf(name, properties) ?? []);
  if (typeof value === "string" && /^\w+:\S/.test(value)) return "put a space after the colon";
  return key === "" ? `begin with ${first}` : `put each on an indented line below, for example ${first}`;
}

function listHint(value: unknown, { items }: Question): string | undefined {
  if (typeof value === "object") return "begin each entry with a dash and a space";
  const text = String(value);
  if (/^-\S/.test(text)) return "put a space after each dash";
  if (/^(?:none|no|nothing|nil|n\/a|0)$/i.test(text)) return "write [] if there are none";
  return items?.properties ? "begin each entry on a line of its own with a dash" : `write [${short(text)}]`;
}

function numberHint(value: unknown, pattern: string | undefined, key: string): string | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) ? `write ${Math.floor(value)} or ${Math.ceil(value)}` : undefined;
  if (typeof value !== "string") return "write one number";
  const numbers = value.replaceAll(/(?<=\d)[, ](?=\d{3}\b)/g, "").match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.length === 0) return "write it in digits";
  if (/<|under|less|fewer|below/i.test(value) && pattern?.includes("<")) return `write "<${numbers[0]}"`;
  if (numbers.length > 1 || /^0[xo]|\de|[<>]/i.test(value)) return "write one number in ordinary digits";
  if (!/day|week|month|year|hour|minute/i.test(value)) return `write ${numbers[0]} and nothing else`;
  const unit = /days|weeks|months|hours|minutes/.exec(key)?.[0];
  return unit ? `write how many ${unit}, as a number alone` : "write the number alone, in the unit that is asked for";
}

/** Word processors turn quotation marks into curly ones, which YAML takes for part of the answer. */
function curly(value: unknown): string | undefined {
  return typeof value === "string" && /^[“”„‘’«]/.test(value) ? "take out the curly quotation marks" : undefined;
}

/** A line that would answer a question, where its example is a plain one. */
function exampleOf(key: string, properties: Sections): string | undefined {
  const example = Object.hasOwn(properties, key) ? properties[key]?.examples?.[0] : undefined;
  return typeof example === "string" || typeof example === "number" ? `\`${key}: ${example}\`` : undefined;
}

/** A value as a message names it. */
function described(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of answers";
  if (typeof value === "string") return `"${short(value)}"`;
  return Number.isFinite(value) ? String(value) : "a number too large";
}
