/** What a service states, in words: the values behind a finding, each list entry by its name. */
import type { StatedFact } from "../core/evidence.ts";
import { type Answers, general, statedAt } from "../core/facts.ts";
import { answer, word } from "./wording.ts";

/** What is said of one thing: the facts by their questions, or an entry of a list by its name. */
export interface StatedView {
  readonly of: string;
  readonly says: string;
}

/**
 * The stated facts of a finding in words, in their order; those of one list entry together under its name. A unit is
 * said with its figures, and what kind of service it is stands at the head of the report.
 */
export function statedViews(
  facts: readonly StatedFact[],
  answers: Answers,
  titleOf: (path: string) => string,
): StatedView[] {
  const told = facts.filter(({ path }) => !/\.unit$|^service\.type$/.test(path));
  const byEntry = Map.groupBy(told, ({ path }) => entryOf(path) ?? path);
  return [...byEntry].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    if (entryOf(first.path) === undefined) return [{ of: titleOf(first.path), says: valueText(first, answers) }];
    const parts = own.map((fact) => `${titleOf(general(fact.path)).toLowerCase()} ${valueText(fact, answers)}`);
    return [{ of: nameOf(key, answers), says: parts.join(", ") }];
  });
}

/** `gates[0]` of `gates[0].kind`; undefined outside lists. */
function entryOf(path: string): string | undefined {
  return /^.+\]/.exec(path)?.[0];
}

/** An entry's own name, or what tells it apart in words. */
function nameOf(entry: string, answers: Answers): string {
  const name = statedAt(answers, `${entry}.name`);
  if (typeof name === "string") return name;
  const key = /\[([^\]]+)\]$/.exec(entry)?.[1] ?? entry;
  const purpose = statedAt(answers, `${entry}.purpose`);
  if (/^\d+$/.test(key))
    return typeof purpose === "string" ? `${Number(key) + 1}. ${word(purpose)}` : `Entry ${Number(key) + 1}`;
  return word(key);
}

/** A value with its unit, where its question's name tells it. */
function valueText({ path, value }: StatedFact, answers: Answers): string {
  if (typeof value !== "number")
    return Array.isArray(value) && value.some((one) => typeof one === "object") ? String(value.length) : answer(value);
  if (/pct/.test(path)) return `${value} per cent${baseText(path, answers)}`;
  const unit = /\.(median|mean|p90|longest)$/.test(path)
    ? statedAt(answers, path.replace(/[^.]+$/, "unit"))
    : unitIn(path);
  return unit ? `${value} ${unit}` : String(value);
}

/** A percentage shows the number it is of. */
function baseText(path: string, answers: Answers): string {
  const n = statedAt(answers, path.replace(/[^.]+$/, "n"));
  return n === undefined || n === "unknown" ? "" : ` of ${n}`;
}

function unitIn(path: string): string | undefined {
  return (
    /_(weeks|months|days)$/.exec(path)?.[1] ??
    (/hours_per_month$/.test(path) ? "hours a month" : /hours_per_year$/.test(path) ? "hours a year" : undefined)
  );
}
