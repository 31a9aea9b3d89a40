/** Thresholds as readers see them: the number with its unit, what it is for, and where it comes from. */
import type { Threshold } from "../core/catalogue.ts";
import { cited, type Reference } from "./reference.ts";

/** One threshold in words. */
export interface ThresholdView {
  readonly figure: string;
  readonly note: string;
  readonly source: string;
  /** Id of the reference, where the source is not ours. */
  readonly reference: string | null;
}

/** The thresholds of a criterion in the order it names them. */
export function thresholdViews(
  thresholds: Readonly<Record<string, Threshold>>,
  references: ReadonlyMap<string, Reference>,
): ThresholdView[] {
  return Object.values(thresholds).map(({ is, unit, source, status, note = "" }) => {
    const reference = references.get(source);
    return {
      figure: `${is} ${is === 1 ? unit.replace(/s$/, "") : unit}`,
      note,
      source: reference ? `${cited(reference)} (${status})` : "ours, a judgement to be argued with",
      reference: reference ? reference.id : null,
    };
  });
}
