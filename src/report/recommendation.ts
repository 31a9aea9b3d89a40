/** What could be done where no action is planned yet: the smallest changes, those that would move most first. */
import type { Assessment } from "../core/assess.ts";
import { isUnderWay } from "../core/audit.ts";
import type { Level } from "../core/catalogue.ts";
import type { Around } from "./around.ts";
import type { FindingView } from "./finding.ts";
import { pointsOfLevel } from "./missing.ts";
import { levelNames } from "./wording.ts";
import { levelsAfter } from "./would-stand.ts";

/** A change that nobody has planned. */
export interface RecommendationView {
  readonly code: string;
  readonly anchor: string;
  readonly title: string;
  readonly changes: readonly string[];
  /** Where it would stand then, with every level that would be open: "Developing or Good practice". */
  readonly would: string;
  /** "about 3 points". */
  readonly points: string;
}

/** A finding that could stand higher. */
export interface Movement {
  readonly view: FindingView;
  /** The levels it would allow after its smallest change, lowest first. */
  readonly after: readonly Level[];
  /** By how many points of the range its change would lift the low end, for this finding alone. */
  readonly points: number;
  /** Ids of the actions under way for it. */
  readonly actions: readonly string[];
}

/** No more recommendations than this are shown: more would be no recommendation. */
const most = 5;

/** Every finding that a change of facts could lift: what works against clients first, then what would lift most. */
export function movements(assessment: Assessment, views: readonly FindingView[], around: Around): Movement[] {
  const all = assessment.findings.flatMap((finding, index) => {
    const view = views[index];
    if (view === undefined) return [];
    const after = levelsAfter(view, assessment, around);
    const [lowest] = after;
    if (lowest === undefined) return [];
    const [before = 0] = finding.levels;
    const points = (lowest - before) * pointsOfLevel(finding.theme, assessment);
    const actions = underWay(finding.criterion, assessment);
    return [{ view, after, points, actions, harm: before === 0 && finding.standing === "settled" }];
  });
  return all
    .toSorted(
      (a, b) => Number(b.harm) - Number(a.harm) || b.points - a.points || a.view.change.length - b.view.change.length,
    )
    .map(({ harm, ...movement }) => movement);
}

/** Recommendations for findings below good practice that no action under way is for. */
export function recommendations(
  assessment: Assessment,
  views: readonly FindingView[],
  around: Around,
): { readonly shown: readonly RecommendationView[]; readonly more: number } {
  const { method } = around.catalogue;
  const unplanned = movements(assessment, views, around).filter(({ actions }) => actions.length === 0);
  return {
    shown: unplanned.slice(0, most).map(({ view, after, points }) => ({
      code: view.code,
      anchor: view.anchor,
      title: view.title,
      changes: view.change.map(({ says }) => says),
      would: levelNames(after, method),
      points: pointsText(points),
    })),
    more: Math.max(0, unplanned.length - most),
  };
}

/** "about 3 points". */
export function pointsText(points: number): string {
  if (points < 0.5) return "less than 1 point";
  return `about ${Math.round(points)} ${Math.round(points) === 1 ? "point" : "points"}`;
}

function underWay(criterion: string, { audit }: Assessment): string[] {
  return (audit.actions ?? []).flatMap((action) =>
    action.criterion === criterion && isUnderWay(action) ? [action.id] : [],
  );
}
