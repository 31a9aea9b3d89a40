/** Where a finding would stand after its smallest change. */
import type { Assessment } from "../core/assess.ts";
import { type Level, numbers, thresholdsOf } from "../core/catalogue.ts";
import { put } from "../core/change.ts";
import { facts } from "../core/derived.ts";
import type { Answers } from "../core/facts.ts";
import { standing } from "../core/ladder.ts";
import { listed } from "../core/listed.ts";
import type { Around } from "./around.ts";
import type { FindingView } from "./finding.ts";
import { levelName } from "./wording.ts";

/** The name of the level, or of the levels that it would be open to; "" where no change is known. */
export function wouldStand(finding: FindingView, assessment: Assessment, around: Around): string {
  const { method } = around.catalogue;
  return listed(
    levelsAfter(finding, assessment, around).map((level) => levelName(level, method)),
    "or",
  );
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
  const changed = change.reduce<Answers>((all, { path, to }) => put(all, path, to), answers);
  const thresholds = numbers(thresholdsOf(criterion, catalogue.method, assessment.catalogue.profile));
  return standing(criterion, facts(changed), thresholds).levels;
}
