/** Where an improvement plan and the facts disagree. Either may be out of date, so these are warnings. */
import { type Assessment, assess } from "../core/assess.ts";
import type { CheckedAudit } from "../core/audit.ts";
import type { Catalogue } from "../core/catalogue.ts";
import type { Problem } from "../core/problem.ts";
import { placeOf } from "./check.ts";
import type { Places } from "./places.ts";

/** An audit's path as problems show it, and the places of its answers. */
interface Read {
  readonly shown: string;
  readonly places: Places;
}

/** Warnings for actions that say they begin at a level which the facts don't allow; `read` is what was judged. */
export function planProblems({ audit, findings }: Assessment, { shown: file, places }: Read): Problem[] {
  return (audit.actions ?? []).flatMap(({ id, criterion, from_level, status }, index) => {
    const finding = findings.find((one) => one.criterion === criterion);
    if (from_level === undefined || finding === undefined) return [];
    if (status !== "planned" && status !== "started") return [];
    if (finding.levels.some((level) => level === from_level)) return [];
    const pointer = `/actions/${index}/from_level`;
    const place = placeOf(pointer, places)?.value ?? { line: 1, column: 1 };
    const given = finding.levels.length === 0 ? "that it does not apply" : finding.levels.join(" or ");
    const message = `action ${id}: it begins at level ${from_level}, but the facts give ${given} for ${criterion}`;
    return [
      {
        file,
        pointer,
        ...place,
        severity: "warning" as const,
        rule: "plan" as const,
        message,
        hint: "bring the plan or the facts up to date",
      },
    ];
  });
}

/** The same for an audit that nobody has judged: it is judged only by the criteria that its actions are for. */
export function planProblemsOf(read: CheckedAudit & Read, catalogue: Catalogue): Problem[] {
  const actions = (read.audit.actions ?? []).filter(({ from_level }) => from_level !== undefined);
  if (actions.length === 0) return [];
  const criteria = catalogue.criteria.filter((placed) =>
    actions.some(({ criterion }) => criterion === placed.criterion.id),
  );
  return planProblems(assess(read, { ...catalogue, criteria }), read);
}
