/** The findings that a summary names, each in one or two sentences with what would move it up. */
import type { Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import type { Around } from "./around.ts";
import type { FindingView } from "./finding.ts";
import { shortened } from "./fit.ts";
import { openSays } from "./stand-out.ts";
import { count } from "./wording.ts";

/** A finding in short. */
export interface SummaryFinding {
  readonly code: string;
  readonly anchor: string;
  readonly title: string;
  readonly level: Level | undefined;
  readonly label: string;
  readonly says: string;
  /** What to try. */
  readonly up: string;
  /** The smallest change that would count; "" where none was found. */
  readonly change: string;
}

/** No more characters than this for what to try, and for the smallest change: a longer one is counted. */
const mostOfAdvice = 170;
const mostOfChange = 130;

/** A finding's sentence, the first thing its criterion says to try, and the smallest change that would count. */
export function summaryFinding(finding: Finding, view: FindingView, around: Around, answers: Answers): SummaryFinding {
  const open = openSays(finding, around, answers);
  const settled = view.standing === "settled";
  return {
    code: view.code,
    anchor: view.anchor,
    title: view.title,
    level: view.level,
    label: settled ? view.label : "Open",
    says: settled ? (view.says[0] ?? "") : `${open.charAt(0).toUpperCase()}${open.slice(1)}`,
    up: shortened(firstSentence(view.moveUp), mostOfAdvice),
    change: smallest(view.change),
  };
}

function smallest(change: FindingView["change"]): string {
  const text = change.map(({ says }) => says).join("; ");
  if (text === "") return "";
  return text.length <= mostOfChange ? `${text}.` : `${count(change.length, "answer")}, in the evidence brief.`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
