/** What an audit would come to if its improvement plan did what it says it will. */
import { type Assessment, assess } from "./assess.ts";
import { type Action, type Audit, type CheckedAudit, isUnderWay } from "./audit.ts";
import type { Catalogue, Level } from "./catalogue.ts";
import { putAll } from "./change.ts";
import type { Answers } from "./facts.ts";
import { compareText } from "./problem.ts";
import type { Range, Tally } from "./score.ts";

/** One action done, after those that are due before it. */
export interface ProjectedStep {
  readonly action: string;
  readonly tally: Tally;
  readonly range: Range | null;
  /** The findings that its changes move: the levels they allow before and after it. */
  readonly moves: readonly {
    readonly criterion: string;
    readonly before: readonly Level[];
    readonly after: readonly Level[];
  }[];
}

/**
 * The actions that are under way and say which answers they will change, in the order they are due (those
 * without a date last), each with what the audit would come to once it and those before it are done.
 */
export function projection(
  checked: CheckedAudit,
  catalogue: Catalogue,
  now = assess(checked, catalogue),
): ProjectedStep[] {
  let before: Assessment = now;
  return inOrderOfDue(checked.audit.actions ?? []).map((action) => {
    const after = assess({ ...checked, audit: done(before.audit, action) }, catalogue);
    const moves = after.findings.flatMap(({ criterion, levels }, index) => {
      const old = before.findings[index]?.levels ?? [];
      return old.join() === levels.join() ? [] : [{ criterion, before: old, after: levels }];
    });
    before = after;
    return { action: action.id, tally: after.tally, range: after.range, moves };
  });
}

/** The actions that a projection can count: planned or started, with the answers they will change. */
export function inOrderOfDue(actions: readonly Action[]): Action[] {
  return actions
    .filter((action) => isUnderWay(action) && action.will_state !== undefined)
    .toSorted((a, b) => compareText(a.due ?? "9999", b.due ?? "9999"));
}

function done(audit: Audit, { will_state = {} }: Action): Audit {
  const answers = audit as unknown as Answers;
  return putAll(answers, Object.entries(will_state)) as unknown as Audit;
}
