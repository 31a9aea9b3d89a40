/** What a slip is mended with, where nothing else can be meant. Whatever could change a meaning is left to people. */
import type { ErrorObject } from "ajv/dist/2020.js";
import leven from "leven";
import type { Mend, Rule } from "../core/problem.ts";
import { dateHint, isSwap } from "./nearest.ts";

/** The mend of one disagreement with a schema; undefined where a person has to say what is meant. */
export function mendOf({ keyword, params, data, parentSchema = {} }: ErrorObject): Mend | undefined {
  if (keyword === "additionalProperties")
    return misspelt(String(params["additionalProperty"]), Object.keys(parentSchema["properties"] ?? {}), data);
  if (typeof data !== "string") return undefined;
  if (keyword === "enum") return yesOrNo(data, params["allowedValues"] as readonly unknown[]);
  return keyword === "format" && parentSchema["format"] === "date" ? dayFirst(data) : undefined;
}

/** The rule that a disagreement with a schema is of. */
export function ruleOf({ keyword, data }: ErrorObject): Rule {
  if (keyword === "additionalProperties") return "unknown-question";
  return keyword === "required" || keyword === "minLength" || data === null ? "missing-answer" : "unknown-answer";
}

/** Shorter questions are one letter away from too much. */
const shortest = 4;

/** A question in which one letter is wrong, missing, too many or has changed places, where only one is so near. */
function misspelt(key: string, keys: readonly string[], group: unknown): Mend | undefined {
  const near = keys.filter((one) => leven(key, one, { maxDistance: 2 }) < 2 || isSwap(key, one));
  const [to = ""] = near;
  return near.length === 1 && to.length >= shortest && !Object.hasOwn(Object(group), to)
    ? { from: key, to }
    : undefined;
}

/** Yes or no, written with capitals or as true or false between quotation marks, where those are the answers. */
function yesOrNo(from: string, words: readonly unknown[]): Mend | undefined {
  const to = { yes: "yes", no: "no", true: "yes", false: "no" }[from.toLowerCase()];
  return to !== undefined && words.includes("yes") && words.includes("no") ? { from, to } : undefined;
}

/** A date as it is written in the United Kingdom, where it is no date or the same one with the month first. */
function dayFirst(from: string): Mend | undefined {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(from) ?? [];
  const to = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dateHint(from) === `dates are year-month-day: ${to}` ? { from, to } : undefined;
}
