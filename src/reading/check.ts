/** A value against its JSON Schema: every disagreement as a sentence with its place. */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { Problem } from "../core/problem.ts";
import { fault, type Question } from "./fault.ts";
import { mendOf, ruleOf } from "./mend.ts";
import { nearest } from "./nearest.ts";
import { escaped, type Place, type Places, short } from "./places.ts";

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
    const mend = mendOf(error);
    problems.set(pointer, {
      file,
      pointer,
      line,
      column,
      severity: "error",
      rule: ruleOf(error),
      message: where === "" ? message : `${where}: ${message}`,
      ...(hint ? { hint } : {}),
      ...(mend ? { mend } : {}),
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
