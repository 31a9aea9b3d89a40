/** The levels of one service over all its audits, theme by theme. All are read under today's criteria. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import { listed } from "../core/listed.ts";
import { compareText } from "../core/problem.ts";
import type { Tally } from "../core/score.ts";
import type { Around } from "./around.ts";
import { reportHref } from "./service.ts";
import { inWords, levelName, monthsOf, rangeText } from "./wording.ts";

/** One criterion of one audit as a mark: its code and its level; open and not applicable have none. */
export interface MarkView {
  readonly code: string;
  readonly shape: Level | "open" | "none";
}

/** What one audit gives for one theme: a mark for each criterion, and the same in words. */
export interface TrendCell {
  readonly marks: readonly MarkView[];
  readonly says: string;
}

/** One audit, and whether it is the one whose report is being read. */
export interface CycleView {
  readonly text: string;
  readonly href: string;
  readonly here: boolean;
}

/** The whole table. */
export interface TrendView {
  readonly caption: string;
  readonly note: string;
  readonly cycles: readonly CycleView[];
  readonly themes: readonly { readonly title: string; readonly cells: readonly TrendCell[] }[];
  /** The range over all themes, one for each audit. */
  readonly ranges: readonly string[];
}

/** The audits of each service by its id, the oldest first: by the end of their periods, then their beginnings. */
export function cyclesOf(assessments: readonly Assessment[]): ReadonlyMap<string, readonly Assessment[]> {
  const when = ({ audit, id }: Assessment) => `${audit.audit.period.to} ${audit.audit.period.from} ${id}`;
  const inTime = assessments.toSorted((a, b) => compareText(when(a), when(b)));
  return Map.groupBy(inTime, ({ audit }) => audit.service.id);
}

/** The trend of one service's audits, oldest first; null where there is only one. `here` is the id of the report. */
export function trendView(
  cycles: readonly Assessment[],
  { catalogue: { method } }: Pick<Around, "catalogue">,
  here = "",
): TrendView | null {
  const [first] = cycles;
  if (first === undefined || cycles.length < 2) return null;
  const levels = listed(
    ([0, 1, 2, 3] as const).map((level) => `${levelName(level, method).toLowerCase()} has ${inWords(level + 1)}`),
  );
  const themes = first.themes.filter(({ tally }) => tally.of > 0);
  return {
    caption: `Levels by theme in ${inWords(cycles.length)} audits, the oldest first, each read under criteria ${method.version}`,
    note: `One mark for each criterion, with bars for its level: ${levels}. A dashed frame is open. ${
      cycles.length === 2
        ? "Two audits show a difference and no direction, so that no line is drawn between them."
        : "The audits stand side by side; how far they lie apart in time is not drawn."
    }`,
    cycles: cycles.map(({ id, audit }) => ({
      text: monthsOf(audit.audit.period),
      href: reportHref(id),
      here: id === here,
    })),
    themes: themes.map(({ id, title }) => ({
      title,
      cells: cycles.map(({ findings, themes: scores }) => ({
        marks: findings.filter(({ theme }) => theme === id).map(mark),
        says: tallySaid(scores.find((score) => score.id === id)?.tally, (level) => levelName(level, method)),
      })),
    })),
    ranges: cycles.map(({ range }) => (range ? rangeText(range) : "Not applicable")),
  };
}

function mark({ code, standing, levels }: Finding): MarkView {
  const [only] = levels;
  if (standing === "not applicable" || only === undefined) return { code, shape: "none" };
  return { code, shape: standing === "open" ? "open" : only };
}

/** How many stand where, the highest level first; what there is none of is left out. */
function tallySaid(tally: Tally | undefined, name: (level: Level) => string): string {
  if (tally === undefined) return "";
  const counts = [
    ...([3, 2, 1, 0] as const).map((level) => [tally.levels[level], name(level).toLowerCase()] as const),
    [tally.open, "open"] as const,
    [tally.notApplicable, "not applicable"] as const,
  ];
  return listed(counts.flatMap(([count, said]) => (count > 0 ? [`${count} ${said}`] : [])));
}
