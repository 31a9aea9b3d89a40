/** What moved since the audit before: a sentence, then criterion by criterion with the facts that changed. */
import type { Assessment } from "../core/assess.ts";
import { type Comparison, compare, type Move, type Moved, type Published } from "../core/compare.ts";
import type { Answers } from "../core/facts.ts";
import type { Around, Link } from "./around.ts";
import { type CriteriaView, criteriaView } from "./criteria-changed.ts";
import { type FigureView, figureViews } from "./figures.ts";
import { reportHref } from "./service.ts";
import { type MoveRow, standingView } from "./standing.ts";
import { type TrendView, trendView } from "./trend.ts";
import { changeSaid, factName } from "./values.ts";
import { count, inWords, listed, monthsOf } from "./wording.ts";

/** What this view needs of its surroundings. */
export type SinceAround = Pick<Around, "catalogue" | "titleOf">;

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
  ["can't tell", "Open both times"],
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
  const compared = compare(before, after, around.catalogue, published);
  const other = compared.criteria !== null && compared.criteria.sha256 !== compared.catalogue.sha256;
  const row = (move: Move) => moveRow(move, compared, before, after, around, other);
  return {
    before: { text: monthsOf(before.audit.audit.period), href: reportHref(before.id) },
    says: says(compared, after, around),
    basis: basis(compared, before, after, around),
    groups: groups.flatMap(([moved, title]) => {
      const own = compared.moves.filter((one) => one.moved === moved);
      return own.length > 0 ? [{ title, rows: own.map(row) }] : [];
    }),
    same: sameSaid(compared.moves),
    figures: figureViews(compared.moves, answersOf(before), answersOf(after), around.titleOf),
    criteria: other ? criteriaView(compared, around.catalogue) : null,
    trend: trendView(cycles, around, after.id),
  };
}

function moveRow(
  { criterion, before: then, after: now, facts, thresholds }: Move,
  { criteria }: Comparison,
  before: Assessment,
  after: Assessment,
  around: SinceAround,
  other: boolean,
): MoveRow {
  const finding = after.findings.find((one) => one.criterion === criterion);
  const published = criteria?.steps.find((step) => step.criterion === criterion)?.published;
  const numbers = thresholds.map(
    ({ from, to }) => `Number it is read against: ${from.is} ${from.unit}, now ${to.is} ${to.unit}`,
  );
  return {
    criterion: { text: `${finding?.code} ${finding?.title}`, href: `#${criterion}` },
    published: other ? standingView(published, around.catalogue) : null,
    was: standingView(then, around.catalogue),
    now: standingView(now, around.catalogue),
    changes: [
      ...facts.map((change) => changeSaid(change, around.titleOf, answersOf(before), answersOf(after))),
      ...numbers,
    ],
  };
}

/** The sentence that a person would write. */
function says({ moves, before }: Comparison, after: Assessment, { titleOf }: SinceAround): string {
  const own = (moved: Moved) => moves.filter((move) => move.moved === moved);
  const gone = own("opened").flatMap(({ criterion, facts }) => {
    const needs = after.findings.find((one) => one.criterion === criterion)?.needs ?? [];
    return facts.filter(({ path, to }) => to === undefined && needs.includes(path)).map(({ path }) => path);
  });
  const paths = [...new Set(gone)];
  const names = listed(paths.map((path) => `“${factName(path, titleOf, answersOf(after))}”`));
  const stated = `${paths.length > 3 ? `${inWords(paths.length)} facts` : names} ${paths.length === 1 ? "is" : "are"} not stated any more`;
  const parts: readonly (readonly [Moved, one: string, many: string])[] = [
    ["up", "moved up", "moved up"],
    ["down", "moved down", "moved down"],
    ["settled", "that was open is settled now", "that were open are settled now"],
    ["now applies", "applies now", "apply now"],
    ["no longer applies", "no longer applies", "no longer apply"],
    ["can't tell", "was open and still is", "were open and still are"],
    ["opened", "can no longer be told", "can no longer be told"],
  ];
  const told = parts
    .filter(([moved]) => own(moved).length > 0)
    .map(([moved, one, many], index) => {
      const number = own(moved).length;
      const noun = index > 0 ? "" : number === 1 ? " criterion" : " criteria";
      const because = moved === "opened" && paths.length > 0 ? `, because ${stated}` : "";
      return `${inWords(number)}${noun} ${number === 1 ? one : many}${because}`;
    });
  const since = `Since the audit of ${monthsOf(before.period)}`;
  return told.length === 0 ? `${since} no criterion is known to have moved.` : `${since}: ${listed(told)}.`;
}

/** How the two are read, and what that leaves unsaid. */
function basis(
  { catalogue, criteria, before, after }: Comparison,
  was: Assessment,
  now: Assessment,
  { catalogue: { method } }: SinceAround,
): string {
  const under = `Both audits are read under criteria ${catalogue.version}, so that what moved lies with the service: with what it does, or with what it states.`;
  const published =
    criteria === null
      ? "The report of then is not kept as it was published: whether it said the same can't be told."
      : criteria.sha256 === catalogue.sha256
        ? "The report of then was made under the same criteria."
        : "What the criteria changed stands apart below.";
  const [old, own] = [was, now].map(({ catalogue: { profile } }) => `“${method.profiles[profile]?.title ?? profile}”`);
  const standards = old === own ? "" : `The standards for waits that the service chose are ${own} now and were ${old}.`;
  const overlap =
    after.period.from <= before.period.to && before.period.from <= after.period.to
      ? "The two periods overlap: part of what they describe is the same."
      : "";
  return [under, published, standards, overlap].filter((part) => part !== "").join(" ");
}

function sameSaid(moves: readonly Move[]): string {
  const same = moves.filter(({ moved }) => moved === "same");
  const open = same.filter(({ after }) => after.standing === "open").length;
  if (same.length === 0) return "";
  const stand = same.length === 1 ? "stands where it stood" : "stand where they stood";
  const rest =
    open === 0
      ? ""
      : `; ${open} of them ${open === 1 ? "was" : "were"} open then and ${open === 1 ? "is" : "are"} open now`;
  return `${count(same.length, "criterion", "criteria")} ${stand}${rest}.`;
}

/** The answers of an assessment's audit. */
function answersOf({ audit }: Assessment): Answers {
  return audit as unknown as Answers;
}
