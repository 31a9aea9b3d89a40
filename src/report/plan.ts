/** The improvement plan as a report shows it. */
import type { Assessment } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import type { Around } from "./around.ts";
import { date, levelName, standingText, word } from "./wording.ts";

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
  /** What to say where plan and facts disagree, else "". */
  readonly note: string;
}

/** The actions of an audit. An action that is under way and begins where the facts don't is said to disagree. */
export function actionViews({ audit, findings }: Assessment, { catalogue }: Around): ActionView[] {
  const name = (level: number | undefined) =>
    level === undefined ? "Not stated" : levelName(level as Level, catalogue.method);
  return (audit.actions ?? []).map((one) => {
    const finding = findings.find(({ criterion }) => criterion === one.criterion);
    const underWay = one.status === "planned" || one.status === "started";
    const agrees =
      !underWay || one.from_level === undefined || finding?.levels.some((level) => level === one.from_level);
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
      note:
        agrees || finding === undefined
          ? ""
          : `The facts now give “${standingText(finding, catalogue.method)}”. The plan or the facts are out of date.`,
    };
  });
}
