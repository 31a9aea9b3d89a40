/**
 * Facts and their values in words, the one place for them: "for everybody" for routine, "12 per cent of 240 people".
 * What the service wrote itself, names and phrases, stands in quotes.
 */
import type { Change } from "../core/change.ts";
import { type Answers, general, statedAt, steps } from "../core/facts.ts";
import { listed } from "../core/listed.ts";
import { capital, inSentence, word } from "./wording.ts";

/** The title of the question behind a fact path. */
export type TitleOf = (path: string) => string;

/** A number by the total that it is a part of. */
const wholes: Readonly<Record<string, string>> = {
  "preferences.met.met": "preferences.met.stated",
  "endings.unplanned.n": "endings.unplanned.of",
  "workforce.therapists_trained_in_repair.trained": "workforce.therapists_trained_in_repair.of",
};

/** The unit that the name of a question gives away. */
const units: readonly (readonly [name: RegExp, one: string, many: string])[] = [
  [/^pct_|_pct$/, "per cent", "per cent"],
  [/hours_per_month$/, "hour a month", "hours a month"],
  [/hours_per_year$/, "hour a year", "hours a year"],
  [/minutes$/, "minute", "minutes"],
  [/days$/, "day", "days"],
  [/weeks$/, "week", "weeks"],
  [/months$/, "month", "months"],
];

/**
 * A stated number with its unit and what it rests on: "38 days among 548 people", "12 per cent of 548 people",
 * "61 of 96". Small counts stay hidden. `counted` is false of a number for which nobody has been counted.
 */
export function figureText(path: string, value: unknown, answers: Answers, counted = true): string {
  const stage = /^waits\[.+\](?=\.)/.exec(path)?.[0];
  const name = path.slice(path.lastIndexOf(".") + 1);
  const whole = wholes[path] === undefined ? undefined : told(statedAt(answers, wholes[path]));
  if (whole !== undefined) return `${number(value)} of ${whole}`;
  const n = counted && stage && name !== "n" ? told(statedAt(answers, `${stage}.n`)) : undefined;
  const inUnit = stage && /^(median|mean|p90|longest)$/.test(name) ? statedAt(answers, `${stage}.unit`) : name;
  const base = n === undefined ? "" : ` ${name.startsWith("pct") ? "of" : "among"} ${n} people`;
  return `${number(value)}${unit(String(inUnit), value)}${base}`;
}

/** Whether a value is a number, a hidden small one included. */
export function isFigure(value: unknown): boolean {
  return typeof value === "number" || /^<\d+$/.test(String(value));
}

/** The number that a fact is told with: a total is told with the number that is a part of it. */
export function figurePath(path: string): string {
  return Object.keys(wholes).find((part) => wholes[part] === path) ?? path;
}

/** What a fact is called: the list's entry first, then the group it is asked in, then its question. */
export function factName(path: string, titleOf: TitleOf, answers: Answers): string {
  const entry = /^(.*\])\.[^[\]]+$/.exec(path)?.[1];
  const question = general(path);
  const group =
    question.split(".").length > 2 && !question.includes("[]") ? question.replace(/\.[^.]+$/, "") : undefined;
  const before = entry ? entryName(entry, answers) : group ? titleOf(group) : undefined;
  const title = titleOf(question);
  return before === undefined || before === title ? title : `${before}, ${inSentence(title)}`;
}

/** What an entry of a list is called: by its name, else by what it is and its place in the list. */
export function entryName(path: string, answers: Answers): string {
  const entry = (statedAt(answers, path) ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof entry["name"] === "string") return `“${entry["name"]}”`;
  const key = steps(path).at(-1) ?? "";
  if (!/^\d+$/.test(key)) return word(key);
  const place = `entry ${Number(key) + 1}`;
  return entry["purpose"] === undefined ? capital(place) : `${word(String(entry["purpose"]))} (${place})`;
}

/** A fact that changed, as a sentence without its full stop: "Question about preferences: on request, now for everybody". */
export function differenceSaid({ path, from, to }: Change, titleOf: TitleOf, before: Answers, after: Answers): string {
  const list = /^(.*)\[[^\]]*\]$/.exec(path)?.[1];
  if (list !== undefined) {
    const name = entryName(path, to === undefined ? before : after);
    return `${titleOf(list)}: ${to === undefined ? `${name} is no longer listed` : `${name} is new`}`;
  }
  const name = factName(path, titleOf, to === undefined ? before : after);
  if (isWords(from) && isWords(to)) return `${name}: ${wordsSaid(from, to)}`;
  const was = from === undefined ? "not stated" : valueSaid(path, from, before);
  return `${name}: ${was}, ${to === undefined ? "no longer stated" : `now ${valueSaid(path, to, after)}`}`;
}

/**
 * A change that could be tried, as a sentence without its full stop: "Question about preferences: for everybody (now
 * on request)". What is so now has its base beside it; what would be has none, since nobody has been counted.
 */
export function stepSaid({ path, from, to }: Change, titleOf: TitleOf, answers: Answers): string {
  const name = factName(path, titleOf, answers);
  if (isWords(from) && isWords(to) && from.length > 0 && to.length > 0)
    return `${name}: ${wordsSaid(from, to, "also", "no longer")}`;
  const would = valueSaid(path, to, answers, false);
  if (from === undefined || from === "unknown") return `${name}: ${would} (not stated now)`;
  return `${name}: ${would} (now ${valueSaid(path, from, answers)})`;
}

/** A value in words, a number as `figureText` has it. */
export function valueSaid(path: string, value: unknown, answers: Answers, counted = true): string {
  if (isFigure(value)) return figureText(path, value, answers, counted);
  if (!Array.isArray(value)) return plain(value);
  if (value.length === 0) return "none";
  return value.every((one) => typeof one === "string") ? listed(value.map(plain)) : `${value.length} listed`;
}

function wordsSaid(from: readonly unknown[], to: readonly unknown[], added = "now also", taken = "no longer"): string {
  if (from.length === 0 || to.length === 0) {
    const [was, now] = [from, to].map((words) => (words.length === 0 ? "none" : listed(words.map(plain))));
    return `${was}, now ${now}`;
  }
  const more = to.filter((one) => !from.includes(one)).map(plain);
  const gone = from.filter((one) => !to.includes(one)).map(plain);
  const parts = [
    more.length > 0 ? `${added} ${listed(more)}` : "",
    gone.length > 0 ? `${taken} ${listed(gone, "or")}` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function isWords(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** A word of the vocabulary in the middle of a sentence; a phrase of the service's own is quoted. */
function plain(value: unknown): string {
  const text = String(value);
  if (text === "n/a" || text === "not_applicable") return "does not apply";
  if (/^[a-z][a-z0-9_]*$/.test(text)) return inSentence(word(text));
  return /\s/.test(text) ? `“${text}”` : text;
}

function number(value: unknown): string {
  return String(value).replace(/^<(?=\d)/, "fewer than ");
}

function unit(name: string, value: unknown): string {
  const [, one, many] = units.find(([pattern]) => pattern.test(name)) ?? [];
  return many === undefined ? "" : ` ${value === 1 ? one : many}`;
}

/** A stated count as it is printed; undefined where it is not stated. */
function told(value: unknown): string | undefined {
  return value === undefined || value === "unknown" ? undefined : number(value);
}
