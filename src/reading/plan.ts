/** Where an improvement plan and the facts disagree. Either may be out of date, so these are warnings. */
import type { Assessment } from "../core/assess.ts";
import type { Problem } from "../core/problem.ts";
import { placeOf } from "./check.ts";
import type { Places } from "./place.ts";

/** Warnings for actions that say they begin at a level which the facts don't allow. */
export function planProblems({ audit, file, findings }: Assessment, places: Places): Problem[] {
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
        message,
        hint: "bring the plan or the facts up to date",
      },
    ];
  });
}
