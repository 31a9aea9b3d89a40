/** What the smallest change of each finding would move: itself, others that rest on the same facts, and the range. */
import { type Assessment, assess } from "../core/assess.ts";
import type { Audit } from "../core/audit.ts";
import type { Level } from "../core/catalogue.ts";
import { type Change, changedBy } from "../core/change.ts";
import type { Answers } from "../core/facts.ts";
import type { Range } from "../core/score.ts";
import type { Around } from "./around.ts";
import { findingView } from "./finding.ts";
import { type Movement, movements } from "./recommendation.ts";
import { standingText } from "./wording.ts";

/** A finding that the change moves: the levels it allows before and after. */
export interface Moved {
  readonly code: string;
  readonly criterion: string;
  readonly title: string;
  readonly before: readonly Level[];
  readonly after: readonly Level[];
  readonly was: string;
  readonly would: string;
}

/** A finding that could stand higher, and all that its smallest change would move. */
export interface Lever {
  readonly finding: Moved;
  readonly changes: readonly (Change & { readonly says: string })[];
  /** By how many points of the range it lifts the low end, for this finding alone. */
  readonly points: number;
  /** The range of the whole audit after it; null where no criterion applies. */
  readonly range: Range | null;
  /** The other findings that it moves, up or down. */
  readonly also: readonly Moved[];
  /** Ids of the actions under way for it. */
  readonly actions: readonly string[];
}

/** Every finding that could move, most first, and those below good practice for which no change was found. */
export function levers(
  assessment: Assessment,
  around: Around,
): {
  readonly levers: readonly Lever[];
  readonly stuck: readonly { code: string; criterion: string; title: string }[];
} {
  const noLines = { text: [], of: () => undefined };
  const views = assessment.findings.map((finding) => findingView(finding, assessment, around, noLines));
  const found = movements(assessment, views, around).map((movement) => lever(movement, assessment, around));
  const stuck = assessment.findings.filter(
    ({ criterion, levels }) =>
      levels[0] !== undefined && levels[0] < 3 && !found.some((one) => one.finding.criterion === criterion),
  );
  return { levers: found, stuck: stuck.map(({ code, criterion, title }) => ({ code, criterion, title })) };
}

function lever({ view, points, actions }: Movement, assessment: Assessment, around: Around): Lever {
  const { method } = around.catalogue;
  const answers = assessment.audit as unknown as Answers;
  const changed = changedBy(view.change, answers);
  const after = assess({ ...assessment, audit: changed as unknown as Audit }, around.catalogue);
  const moved = assessment.findings.flatMap((finding, index): Moved[] => {
    const then = after.findings[index];
    if (then === undefined || standingText(then, method) === standingText(finding, method)) return [];
    const { code, criterion, title } = finding;
    const names = { was: standingText(finding, method), would: standingText(then, method) };
    return [{ code, criterion, title, before: finding.levels, after: then.levels, ...names }];
  });
  const own = moved.find(({ criterion }) => criterion === view.anchor);
  if (own === undefined) throw new Error(`the change for "${view.anchor}" does not move it`);
  return {
    finding: own,
    changes: view.change,
    points,
    range: after.range,
    also: moved.filter((one) => one !== own),
    actions,
  };
}
