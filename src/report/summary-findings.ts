/** The findings that a summary names, each in one or two sentences with what would move it up. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import { questionsOf } from "./answer.ts";
import type { Around } from "./around.ts";
import { shortened } from "./fit.ts";
import type { Movable } from "./move-up.ts";
import { openSays } from "./stand-out.ts";
import { type StepUp, stepUp } from "./step-up.ts";
import { count, standingText } from "./wording.ts";

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

/** A finding's sentence, the first thing its criterion says to try, and the smallest change that would count. */
export function summaryFinding(
  finding: Finding,
  assessment: Assessment,
  around: Around,
  movable: Movable,
): SummaryFinding {
  const { method, criteria } = around.catalogue;
  const settled = finding.standing === "settled";
  const open = openSays(finding, around, questionsOf(assessment, around));
  const advice = criteria.find(({ criterion }) => criterion.id === finding.criterion)?.criterion.move_up ?? "";
  return {
    code: finding.code,
    anchor: finding.criterion,
    title: finding.title,
    level: settled ? finding.levels[0] : undefined,
    label: settled ? standingText(finding, method) : "Open",
    says: settled ? (finding.says[0] ?? "") : `${open.charAt(0).toUpperCase()}${open.slice(1)}`,
    up: shortened(firstSentence(advice), mostOfAdvice),
    change: smallest(stepUp(finding, assessment, around, movable)),
  };
}

/** No more characters than this for what to try, and for the smallest change: a longer one is counted. */
const mostOfAdvice = 170;
const mostOfChange = 130;

function smallest(step: StepUp | undefined): string {
  if (step === undefined) return "";
  const text = step.changes.join("; ");
  if (text.length <= mostOfChange) return `${text}.`;
  return `${count(step.changes.length, "answer")}, in the evidence brief.`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
