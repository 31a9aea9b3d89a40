/** What could be done where no action is planned yet: the smallest changes, those that would move most first. */
import type { Assessment } from "../core/assess.ts";
import type { Around } from "./around.ts";
import type { FindingView } from "./finding.ts";
import { pointsOfLevel } from "./missing.ts";
import { levelsAfter, wouldStand } from "./would-stand.ts";

/** A change that nobody has planned. */
export interface RecommendationView {
  readonly code: string;
  readonly anchor: string;
  readonly title: string;
  readonly changes: readonly string[];
  /** Where it would stand then: every level that the change would leave open. */
  readonly would: string;
  /** "about 3 points". */
  readonly points: string;
}

/** No more recommendations than this are shown: more would be no recommendation. */
const most = 5;

/** Recommendations for findings below good practice that no action under way is for. */
export function recommendations(
  assessment: Assessment,
  views: readonly FindingView[],
  around: Around,
): { readonly shown: readonly RecommendationView[]; readonly more: number } {
  const { audit, findings } = assessment;
  const underWay = new Set(
    (audit.actions ?? []).flatMap(({ status, criterion }) =>
      status === "planned" || status === "started" ? [criterion] : [],
    ),
  );
  const all = findings.flatMap((finding, index) => {
    const view = views[index];
    if (view === undefined || underWay.has(finding.criterion)) return [];
    const [after] = levelsAfter(view, assessment, around);
    if (after === undefined) return [];
    const [before = 0] = finding.levels;
    const points = (after - before) * pointsOfLevel(finding.theme, assessment);
    const name = wouldStand(view, assessment, around);
    return [{ view, points, name, harm: before === 0 && finding.standing === "settled" }];
  });
  const ordered = all.toSorted(
    (a, b) => Number(b.harm) - Number(a.harm) || b.points - a.points || a.view.change.length - b.view.change.length,
  );
  return {
    shown: ordered.slice(0, most).map(({ view, points, name }) => ({
      code: view.code,
      anchor: view.anchor,
      title: view.title,
      changes: view.change.map(({ says }) => says),
      would: name,
      points:
        points < 0.5
          ? "less than 1 point"
          : `about ${Math.round(points)} ${Math.round(points) === 1 ? "point" : "points"}`,
    })),
    more: Math.max(0, ordered.length - most),
  };
}
