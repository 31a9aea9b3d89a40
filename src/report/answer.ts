/** Answers in words: what a question asks, for which entry of a list, and what the service states. */
import type { Assessment } from "../core/assess.ts";
import type { StatedFact } from "../core/evidence.ts";
import { type Answers, statedAt } from "../core/facts.ts";
import type { Around } from "./around.ts";
import { count, listed, word } from "./wording.ts";

/** What turns paths into words: the audit's answers, and the title of a question by its path. */
export interface Questions {
  readonly answers: Answers;
  readonly titleOf: (path: string) => string;
}

/** The questions of one audit. */
export function questionsOf({ audit }: Assessment, { titleOf }: Around): Questions {
  return { answers: audit as unknown as Answers, titleOf };
}

/** What is asked and what is stated; for the entries of a list, all that is stated of one entry. */
export interface AnswerView {
  readonly asks: string;
  readonly states: string;
}

/** The stated facts in the order given, those of one entry of a list (a gate, a therapy, a wait) together. */
export function answerViews(facts: readonly StatedFact[], questions: Questions): AnswerView[] {
  const groups = new Map<string, StatedFact[]>();
  for (const fact of facts) {
    const key = entryOf(fact.path) ?? fact.path;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups].map(([key, group]) => {
    const [only] = group;
    if (only?.path === key)
      return { asks: questionText(key, questions), states: `${capital(answerText(only.value, key, questions))}.` };
    const parts = group.map(({ path, value }) => {
      const states = answerText(value, path, questions) + ofPeople(path, questions);
      return `${questions.titleOf(withoutKeys(path))}: ${states}.`;
    });
    return { asks: entryText(key, questions), states: parts.join(" ") };
  });
}

/**
 * A question in words, with the entry or the part of the file that it is asked of where it doesn't say that
 * itself: "Override (gate: Age limit)", "Consequence (rule for unanswered offers)".
 */
export function questionText(path: string, questions: Questions): string {
  const title = questions.titleOf(withoutKeys(path));
  const around = small(aroundText(path, questions));
  return around === "" || title.toLowerCase().includes(around) ? title : `${title} (${around})`;
}

function aroundText(path: string, questions: Questions): string {
  const entry = entryOf(path);
  if (entry !== undefined) return entryText(entry, questions);
  const parts = path.split(".");
  return parts.length < 3 ? "" : questions.titleOf(parts.slice(0, -1).join("."));
}

/**
 * A stated value in words, as it stands inside a sentence: "only on request", "GP and self", "42 per cent",
 * "11 weeks". Numbers carry the unit that their question names.
 */
export function answerText(value: unknown, path: string, questions: Questions): string {
  if (value === undefined || value === "unknown") return "not stated";
  if (typeof value === "number") return `${value}${unitOf(path, questions)}`;
  if (Array.isArray(value)) return listText(value);
  if (typeof value !== "object" || value === null) return plain(String(value));
  const fields = Object.entries(value).map(([field, one]) => {
    const inner = `${path}.${field}`;
    return `${small(questions.titleOf(withoutKeys(inner)))} ${answerText(one, inner, questions)}`;
  });
  return fields.join(", ");
}

/** The people that a percentage of a wait is of: " of 640 people"; "" for any other fact and where none is stated. */
export function ofPeople(path: string, { answers }: Questions): string {
  const people = isShare(path) ? statedAt(answers, `${entryOf(path)}.n`) : undefined;
  return people === undefined || people === "unknown" ? "" : ` of ${people} people`;
}

function listText(value: readonly unknown[]): string {
  if (value.length === 0) return "none";
  if (value.every((one) => typeof one === "object")) return `${count(value.length, "entry", "entries")} listed`;
  return listed(value.map((one) => plain(String(one))));
}

/** " weeks" of a wait in weeks, " per cent" of a share, "" where the question names no unit. */
function unitOf(path: string, { answers }: Questions): string {
  if (isShare(path)) return " per cent";
  if (/^waits\[.*\.(median|mean|p90|longest)$/.test(path))
    return ` ${statedAt(answers, `${entryOf(path)}.unit`) ?? "days"}`;
  const unit = /(?:^|_)(minutes|hours|days|weeks|months)(?:_|$)/.exec(fieldOf(path))?.[1];
  return unit === undefined ? "" : ` ${unit}`;
}

function isShare(path: string): boolean {
  return /(^|_)pct(_|$)/.test(fieldOf(path));
}

function fieldOf(path: string): string {
  return path.split(".").at(-1) ?? "";
}

/** The words of the vocabulary are written with underscores; what a service wrote itself stays as it is. */
function plain(value: string): string {
  return practice[value] ?? (/^[a-z][a-z_/]*$/.test(value) ? small(word(value)) : value);
}

/** How far a practice goes, as the schema explains its four words. */
const practice: Readonly<Record<string, string>> = {
  routine: "routine for everybody",
  discretionary: "left to each worker",
  on_request: "only on request",
  absent: "not done",
};

/** Small first letter, unless the word is an abbreviation (GP, NHS). */
function small(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The entry of a list that a path lies in: `gates[2]` of `gates[2].effect`. */
function entryOf(path: string): string | undefined {
  return /^.*\[[^\]]+\](?=\.)/.exec(path)?.[0];
}

function withoutKeys(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, "[]");
}

/** An entry by its own name: "Gate: Age limit", "Wait: referral to therapy". */
function entryText(entry: string, { answers, titleOf }: Questions): string {
  const stated = statedAt(answers, entry) as Readonly<Record<string, unknown>> | undefined;
  const own = stated?.["name"] ?? stated?.["stage"] ?? stated?.["purpose"] ?? /\[([^\]]+)\]$/.exec(entry)?.[1];
  return `${titleOf(withoutKeys(entry))}: ${plain(String(own))}`;
}
