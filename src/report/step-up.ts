/** The smallest change with which a finding would stand higher, in words: a thin coat over move-up.ts. */
import type { Assessment, Finding } from "../core/assess.ts";
import { type Level, numbers, thresholdsOf } from "../core/catalogue.ts";
import { type Change, put } from "../core/change.ts";
import { facts } from "../core/derived.ts";
import type { Answers } from "../core/facts.ts";
import { standing } from "../core/ladder.ts";
import { answerText, ofPeople, type Questions, questionsOf, questionText } from "./answer.ts";
import type { Around } from "./around.ts";
import { type Movable, moveUp } from "./move-up.ts";
import { levelName, listed } from "./wording.ts";

/** The changes, each as a phrase, and the names of the levels that it would then stand at or between. */
export interface StepUp {
  readonly changes: readonly string[];
  readonly reaches: string;
}

/** The smallest step up; undefined at the top, where it does not apply, and where none was found. */
export function stepUp(finding: Finding, assessment: Assessment, around: Around, movable: Movable): StepUp | undefined {
  const { catalogue } = around;
  const criterion = catalogue.criteria.find((placed) => placed.criterion.id === finding.criterion)?.criterion;
  if (criterion === undefined) throw new Error(`the catalogue has no criterion "${finding.criterion}"`);
  const answers = assessment.audit as unknown as Answers;
  const thresholds = numbers(thresholdsOf(criterion, catalogue.method, assessment.catalogue.profile));
  const changes = moveUp(criterion, answers, thresholds, movable);
  if (changes === undefined) return undefined;
  const changed = changes.reduce((all, { path, to }) => put(all, path, to), answers);
  const { levels } = standing(criterion, facts(changed), thresholds);
  const names = levels.map((level: Level) => levelName(level, catalogue.method));
  return {
    changes: changes.map((change) => changeSaid(change, questionsOf(assessment, around))),
    reaches: listed(names, "or"),
  };
}

/** "Question about preferences: routine for everybody (now only on request)"; of a list, what would be added. */
function changeSaid({ path, from, to }: Change, questions: Questions): string {
  const asked = questionText(path, questions);
  if (Array.isArray(to)) {
    const had: readonly unknown[] = Array.isArray(from) ? from : [];
    const added = to.filter((one) => !had.includes(one));
    return `${asked}: add ${answerText(added, path, questions)}`;
  }
  const now = answerText(from, path, questions);
  const today = now === "not stated" ? "not stated now" : `now ${now}${ofPeople(path, questions)}`;
  return `${asked}: ${answerText(to, path, questions)} (${today})`;
}
