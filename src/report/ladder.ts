/** A criterion's ladder as it is drawn: four steps from 0 to 3, with "here" where a service stands. */
import type { Criterion, Level, Method } from "../core/catalogue.ts";
import { levelName } from "./wording.ts";

/** One step of a drawn ladder. */
export interface LadderStep {
  readonly level: Level;
  readonly name: string;
  readonly step: string;
  readonly says: string;
  /** here: the service stands on it; perhaps: the facts still allow it; no: neither. */
  readonly here: "here" | "perhaps" | "no";
}

/** The ladder of a criterion, with the levels a finding still allows. */
export function ladder(
  criterion: Criterion,
  method: Method,
  allowed: readonly Level[] = [],
  open = allowed.length > 1,
): LadderStep[] {
  return criterion.levels
    .map(({ level, step = "", says }) => ({
      level,
      name: levelName(level, method),
      step,
      says,
      here: allowed.includes(level) ? (open ? "perhaps" : "here") : ("no" as const),
    }))
    .toSorted((a, b) => a.level - b.level) as LadderStep[];
}
