/** The improvement plan as a report shows it. */
import type { Assessment, Finding } from "../core/assess.ts";
import { isUnderWay } from "../core/audit.ts";
import type { Level, Method } from "../core/catalogue.ts";
import { listed } from "../core/listed.ts";
import { type ProjectedStep, projection } from "../core/projection.ts";
import type { Around } from "./around.ts";
import { count, date, levelName, rangeText, standingText, word } from "./wording.ts";

/** An action of the improvement plan. */
export interface ActionView {
  readonly id: string;
  readonly action: string;
  readonly criterion: string;
  readonly anchor: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  readonly from: string;
  readonly aim: string;
  /** The range once it and what is due before it are done, or "". */
  readonly takes: string;
  /** What to say where plan and facts disagree, else "". */
  readonly note: string;
}

/** The whole plan: its actions, what they would come to together, and what is to be said of it. */
export interface PlanView {
  readonly actions: readonly ActionView[];
  /** What all actions that say what they will change would come to, or "". */
  readonly together: string;
  readonly notes: readonly string[];
}

/** The plan of an audit with its projection, worked out by the engine from what the actions will state. */
export function planView(assessment: Assessment, around: Around): PlanView {
  const steps = projection(assessment, around.catalogue, assessment);
  const actions = actionViews(assessment, around, steps);
  const last = steps.at(-1);
  const underWay = (assessment.audit.actions ?? []).filter(isUnderWay);
  const unsaid = underWay.filter(({ will_state }) => will_state === undefined).length;
  const counted = count(steps.length, "action");
  const left =
    unsaid === 0
      ? ""
      : ` ${count(unsaid, "action")} under way ${unsaid === 1 ? "does" : "do"} not say which answers will change, so ${unsaid === 1 ? "it is" : "they are"} not counted.`;
  return {
    actions,
    together:
      last === undefined || assessment.range === null || last.range === null
        ? ""
        : `With ${counted} done as stated, the range would go from ${rangeText(assessment.range)} to ${rangeText(last.range)}, with ${last.tally.levels[3]} of ${last.tally.of - last.tally.notApplicable} criteria at good practice (now ${assessment.tally.levels[3]}) and ${last.tally.levels[0]} working against clients (now ${assessment.tally.levels[0]}).${left}`,
    notes: underWay.length > 0 && underWay.every(({ kind }) => kind === "form") ? [onlyForms] : [],
  };
}

/** Said of a plan in which every action under way is a form. */
const onlyForms =
  "Every action under way is a new form. Forms can open a conversation, but they do not have it: consider what people will do otherwise once the form is filled in.";

/** The actions of an audit. An action that is under way and begins where the facts don't is said to disagree. */
export function actionViews(
  { audit, findings }: Assessment,
  { catalogue }: Around,
  steps: readonly ProjectedStep[] = [],
): ActionView[] {
  const name = (level: number | undefined) =>
    level === undefined ? "Not stated" : levelName(level as Level, catalogue.method);
  return (audit.actions ?? []).map((one) => {
    const finding = findings.find(({ criterion }) => criterion === one.criterion);
    const step = steps.find(({ action }) => action === one.id);
    const agrees =
      !isUnderWay(one) || one.from_level === undefined || finding?.levels.some((level) => level === one.from_level);
    return {
      id: one.id,
      action: one.action,
      criterion: finding ? `${finding.code} ${finding.title}` : one.criterion,
      anchor: one.criterion,
      owner: one.owner_role ?? "Not stated",
      due: one.due ? date(one.due) : "Not stated",
      status: word(one.status),
      from: name(one.from_level),
      aim: name(one.aim_level),
      takes: step?.range ? rangeText(step.range) : "",
      note: [
        agrees || finding === undefined
          ? ""
          : `The facts now give “${standingText(finding, catalogue.method)}”. The plan or the facts are out of date.`,
        step && finding && one.aim_level !== undefined ? shortOf(one.aim_level, step, finding, catalogue.method) : "",
      ]
        .filter((said) => said !== "")
        .join(" "),
    };
  });
}

/** What to say where the answers that an action will change do not lead where it aims. */
function shortOf(aim: number, step: ProjectedStep, finding: Finding, method: Method): string {
  const moved = step.moves.find(({ criterion }) => criterion === finding.criterion);
  const levels = moved?.after ?? finding.levels;
  if ((levels[0] ?? aim) >= aim) return "";
  const names = levels.map((level) => levelName(level, method));
  return `What it will state leads to “${listed(names, "or")}”, not yet to its aim.`;
}
