/** What the criteria changed: one audit as its report was published, and the same audit under today's criteria. */
import type { Catalogue } from "../core/catalogue.ts";
import type { Comparison, Step } from "../core/compare.ts";
import type { Link } from "./around.ts";
import { type MoveRow, type StandingView, standingView } from "./standing.ts";
import { count, inWords } from "./wording.ts";

/** The step from the criteria of then to today's. */
export interface CriteriaView {
  readonly says: string;
  /** The criteria by which that audit now stands elsewhere than its report said. No fact changed. */
  readonly rows: readonly MoveRow[];
  /** The criteria that there were not yet, and a sentence that counts them; "" where there are none. */
  readonly addedSays: string;
  readonly added: readonly Link[];
  /** The criteria that there are no more, with where the service stood, and a sentence that counts them. */
  readonly droppedSays: string;
  readonly dropped: readonly { readonly title: string; readonly published: StandingView }[];
}

/** The view of that step; `comparison` holds the older report as it was published. */
export function criteriaView({ criteria, catalogue: today, moves }: Comparison, catalogue: Catalogue): CriteriaView {
  const { steps = [], version = "", sha256 = "" } = criteria ?? {};
  const of = (...moved: readonly Step["moved"][]) => steps.filter((step) => moved.includes(step.moved));
  const stayed = of("same");
  const moved = steps.filter((step) => step.moved !== "same" && step.moved !== "new" && step.moved !== "dropped");
  const added = of("new");
  const dropped = of("dropped");
  const same = version === today.version;
  const names = same ? `an earlier state of criteria ${version} (sha256 ${sha256.slice(0, 8)})` : `criteria ${version}`;
  const judged = stayed.length + moved.length;
  const both = judged === 1 ? "the one criterion" : `the ${count(judged, "criterion", "criteria")}`;
  const elsewhere =
    judged === 0
      ? "It judged by none of today's criteria."
      : moved.length === 0
        ? `On ${both} judged then and now, that audit stands where its report said.`
        : `On ${inWords(moved.length)} of ${both} judged then and now, that audit stands elsewhere than its report said, with nothing changed in the service.`;
  return {
    says: `The report of then was made under ${names}${same ? "" : `; today's are ${today.version}`}. ${elsewhere}`,
    rows: moved.map((step) => ({
      criterion: link(step),
      published: standingView(step.published, catalogue),
      was: standingView(step.today, catalogue),
      now: standingView(moves.find(({ criterion }) => criterion === step.criterion)?.after, catalogue),
      changes: [],
    })),
    addedSays:
      added.length === 0
        ? ""
        : `${count(added.length, "criterion was", "criteria were")} not there yet, so that the report of then said nothing of ${added.length === 1 ? "it" : "them"}.`,
    added: added.map(link),
    droppedSays:
      dropped.length === 0
        ? ""
        : `${count(dropped.length, "criterion", "criteria")} of then ${dropped.length === 1 ? "is" : "are"} not judged any more:`,
    dropped: dropped.map(({ code, title, published }) => ({
      title: `${code} ${title}`,
      published: standingView(published, catalogue),
    })),
  };
}

function link({ criterion, code, title }: Step): Link {
  return { text: `${code} ${title}`, href: `#${criterion}` };
}
