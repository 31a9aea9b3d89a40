/** Where a finding would stand after its smallest change. */
import type { Assessment } from "../core/assess.ts";
import { type Level, numbers, thresholdsOf } from "../core/catalogue.ts";
import { changedBy } from "../core/change.ts";
import { facts } from "../core/derived.ts";
import type { Answers } from "../core/facts.ts";
import { standing } from "../core/ladder.ts";
import type { Around } from "./around.ts";
import type { FindingView } from "./finding.ts";
import { levelNames } from "./wording.ts";

/** The name of the level, or of the levels that it would be open to; "" where no change is known. */
export function wouldStand(finding: FindingView, assessment: Assessment, around: Around): string {
  return levelNames(levelsAfter(finding, assessment, around), around.catalogue.method);
}

/** The levels that it would allow, lowest first; none where no change is known. */
export function levelsAfter(
  { anchor, change }: FindingView,
  assessment: Assessment,
  { catalogue }: Around,
): readonly Level[] {
  const criterion = catalogue.criteria.find((placed) => placed.criterion.id === anchor)?.criterion;
  if (criterion === undefined || change.length === 0) return [];
  const answers = assessment.audit as unknown as Answers;
  const thresholds = numbers(thresholdsOf(criterion, catalogue.method, assessment.catalogue.profile));
  return standing(criterion, facts(changedBy(change, answers)), thresholds).levels;
}
