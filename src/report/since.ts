/** What moved since the audit before: a sentence, then criterion by criterion with the facts that changed. */
import type { Assessment } from "../core/assess.ts";
import { compare, type Move, type Moved, type Published } from "../core/compare.ts";
import type { Link } from "./around.ts";
import { type CriteriaView, criteriaView } from "./criteria-changed.ts";
import { type FigureView, figureViews } from "./figures.ts";
import { answersOf, type Pair, type SinceAround } from "./pair.ts";
import { reportHref } from "./service.ts";
import { basisSaid, movedSaid, sameSaid } from "./since-sentences.ts";
import { type MoveRow, standingView } from "./standing.ts";
import { type TrendView, trendView } from "./trend.ts";
import { differenceSaid, figurePath } from "./values.ts";
import { monthsOf } from "./wording.ts";

/** Criteria that moved the same way. */
export interface MoveGroup {
  readonly title: string;
  readonly rows: readonly MoveRow[];
}

/** The whole comparison in reading order. */
export interface SinceView {
  readonly before: Link;
  readonly says: string;
  readonly basis: string;
  readonly groups: readonly MoveGroup[];
  readonly same: string;
  readonly figures: readonly FigureView[];
  /** What the criteria changed; null where the older report is not kept or was made under the same criteria. */
  readonly criteria: CriteriaView | null;
  /** The levels by theme in all audits of the service. */
  readonly trend: TrendView | null;
}

const groups: readonly (readonly [Moved, title: string])[] = [
  ["up", "Moved up"],
  ["down", "Moved down"],
  ["opened", "Can no longer be told"],
  ["settled", "Was open, now settled"],
  ["can't tell", "Open both times, at other levels"],
  ["now applies", "Applies now"],
  ["no longer applies", "No longer applies"],
];

/**
 * Compares an audit with the one before it; `published` is the older one's report as it was, where kept, and
 * `cycles` are all audits of the service, the oldest first.
 */
export function sinceView(
  before: Assessment,
  after: Assessment,
  around: SinceAround,
  published?: Published,
  cycles: readonly Assessment[] = [before, after],
): SinceView {
  const comparison = compare(before, after, around.catalogue, published);
  const { moves, criteria, catalogue } = comparison;
  const otherCriteria = criteria !== null && criteria.sha256 !== catalogue.sha256;
  const pair: Pair = { comparison, before, after, around, otherCriteria };
  return {
    before: { text: monthsOf(before.audit.audit.period), href: reportHref(before.id) },
    says: movedSaid(pair),
    basis: basisSaid(pair),
    groups: groups.flatMap(([moved, title]) => {
      const own = moves.filter((one) => one.moved === moved);
      return own.length > 0 ? [{ title, rows: own.map((move) => moveRow(move, pair)) }] : [];
    }),
    same: sameSaid(moves),
    figures: figureViews(moves, answersOf(before), answersOf(after), around.titleOf),
    criteria: otherCriteria ? criteriaView(comparison, around.catalogue) : null,
    trend: trendView(cycles, around, after.id),
  };
}

function moveRow(
  { criterion, before: was, after: now, facts, thresholds }: Move,
  { comparison, before, after, around, otherCriteria }: Pair,
): MoveRow {
  const finding = after.findings.find((one) => one.criterion === criterion);
  const published = comparison.criteria?.steps.find((step) => step.criterion === criterion)?.published;
  /** A total that changed with the number that is a part of it is told with that. */
  const toldAlone = ({ path }: { readonly path: string }) =>
    figurePath(path) === path || facts.every((one) => one.path !== figurePath(path));
  const numbers = thresholds.map(
    ({ from, to }) => `Number it is read against: ${from.is} ${from.unit}, now ${to.is} ${to.unit}`,
  );
  return {
    criterion: { text: `${finding?.code} ${finding?.title}`, href: `#${criterion}` },
    published: otherCriteria ? standingView(published, around.catalogue) : null,
    was: standingView(was, around.catalogue),
    now: standingView(now, around.catalogue),
    changes: [
      ...facts
        .filter(toldAlone)
        .map((change) => differenceSaid(change, around.titleOf, answersOf(before), answersOf(after))),
      ...numbers,
    ],
  };
}
