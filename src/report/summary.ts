/** The summary for a board or a commissioner: what fits on two pages of A4, and what is left out. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Method } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import type { Around } from "./around.ts";
import { auditedTerms, type TermView } from "./audited.ts";
import { fitting, linesFor, moreText, shortened } from "./fit.ts";
import { type Place, placeOf, toActOn } from "./foremost.ts";
import { type ReportView, type SquareView, square } from "./service.ts";
import { type StandOut, standsOut } from "./stand-out.ts";
import { type SummaryFinding, summaryFinding } from "./summary-findings.ts";
import { exceptionTexts, missingTexts, planTexts } from "./summary-lists.ts";
import { levelName, rangeText } from "./wording.ts";

/** As many as fit, and what to say of the rest. */
export interface Shown<T> {
  readonly shown: readonly T[];
  readonly more: string;
}

/** A theme: its squares, its counts in words, its range. */
export interface SummaryTheme {
  readonly title: string;
  readonly squares: readonly SquareView[];
  readonly words: string;
  readonly range: string;
}

/** A whole summary. */
export interface SummaryView {
  readonly title: string;
  /** What stands at the head of the second page. */
  readonly again: string;
  /** Whether the service's name needs smaller letters to leave room for the rest. */
  readonly longName: boolean;
  readonly audited: readonly TermView[];
  readonly standsOut: readonly StandOut[];
  readonly themes: readonly SummaryTheme[];
  /** How many findings rest on evidence, and on what. */
  readonly coverage: readonly string[];
  /** By what order the findings are chosen; or that there is none to act on. */
  readonly findingsNote: string;
  readonly findings: Shown<SummaryFinding>;
  readonly exceptions: Shown<string>;
  readonly missing: Shown<string>;
  readonly plan: Shown<string>;
}

/**
 * The room on paper in lines, and the characters on a line of each column. Measured in the browser, with a
 * margin for wide letters: tests/site/packs.test.ts prints the longest audit that the schema allows.
 */
const room = {
  /** The name and what stands out, on the first page. */
  first: 22,
  /** The findings, the longer of the two columns below them, and the name in the citation, on the second. */
  second: 44,
  exceptions: 9,
  missing: 6,
  plan: 15,
  /** The characters of what is said of one term. */
  term: 70,
  name: 62,
  across: 112,
  wide: 70,
  half: 54,
} as const;

/** The lines that a heading inside a column or of a finding takes, with the space about it. */
const heading = 2;

/** How many findings a summary names, where there are so many to act on. */
const fewestFindings = 3;
const mostFindings = 6;

const order =
  "Works against first, then weak, open and developing; among equals, one of each theme in turn. This is no rank.";
const noneToActOn = "No finding is open or below good practice.";

/** Builds the summary from an assessment and the report that is made of it. */
export function summaryView(assessment: Assessment, report: ReportView, around: Around): SummaryView {
  const { findings } = assessment;
  const { method } = around.catalogue;
  const answers = assessment.audit as unknown as Answers;
  const views = report.groups.flatMap((group) => group.findings);
  const exceptions = texts(exceptionTexts(assessment, report), room.exceptions);
  const missing = texts(missingTexts(report.missing, around.titleOf, answers), room.missing);
  const plan = texts(planTexts(report.plan.actions, findings), room.plan);
  const below = Math.max(exceptions.lines + heading + missing.lines, plan.lines);
  const all = toActOn(findings);
  const foremost = fitting(
    all.slice(0, mostFindings).flatMap((finding) => {
      const view = views.find(({ anchor }) => anchor === finding.criterion);
      return view ? [summaryFinding(finding, view, around, answers)] : [];
    }),
    ({ says, up, change }) =>
      heading + linesFor(says, room.across) + linesFor(`To move up: ${up} Smallest change: ${change}`, room.across),
    room.second - below - linesFor(report.service, room.across),
    { least: fewestFindings },
  );
  return {
    title: `Assessment pathway audit, ${report.period}`,
    again: `${shortened(report.service, room.name)}, ${report.period}`,
    longName: report.service.length > room.name,
    audited: auditedTerms(assessment, method, room.term),
    standsOut: standsOut(assessment, around, room.first - linesFor(report.service, room.name), room.wide),
    themes: themes(assessment, method),
    findingsNote: all.length === 0 ? noneToActOn : order,
    findings: { shown: foremost.shown, more: moreText(all.length - foremost.shown.length) },
    coverage: [report.coverage, behind(findings)].filter((text) => text !== ""),
    exceptions,
    missing,
    plan,
  };
}

function texts(all: readonly string[], lines: number): Shown<string> & { readonly lines: number } {
  const { shown, left, lines: taken } = fitting(all, (text) => linesFor(text, room.half), lines);
  return { shown, more: moreText(left), lines: Math.max(1, taken) + (left > 0 ? 1 : 0) };
}

/** What stands behind the findings that apply, each of them in one of the kinds; "" where none applies. */
function behind(findings: readonly Finding[]): string {
  const applying = findings.filter(({ standing }) => standing !== "not applicable");
  const whole = ({ support }: Finding) => support.of > 0 && support.supported === support.of;
  const kinds = [
    ["data or records", (one: Finding) => whole(one) && one.support.strength === "sampled"],
    ["documents", (one: Finding) => whole(one) && one.support.strength === "documented"],
    ["what clients report", (one: Finding) => whole(one) && one.support.strength === "stated"],
    ["evidence in part", (one: Finding) => one.support.supported > 0 && !whole(one)],
    ["the service's word alone", (one: Finding) => one.support.supported === 0],
  ] as const;
  const parts = kinds.flatMap(([name, is]) => {
    const number = applying.filter(is).length;
    return number === 0 ? [] : [`${name} for ${number}`];
  });
  return parts.length === 0 ? "" : `Behind them: ${parts.join(", ")}.`;
}

function themes({ findings, themes }: Assessment, method: Method): SummaryTheme[] {
  return themes.flatMap(({ id, title, range }) => {
    const own = findings.filter((finding) => finding.theme === id);
    if (own.length === 0) return [];
    const squares = own.map((finding) => square(finding, method));
    return [{ title, squares, words: themeWords(own, method), range: range ? rangeText(range) : "Not applicable" }];
  });
}

/** "1 works against, 2 weak, 1 open": every place that a finding of the theme has. */
function themeWords(own: readonly Finding[], method: Method): string {
  const places: readonly Place[] = [0, 1, 2, 3, "open", "not applicable"];
  const parts = places.flatMap((place) => {
    const there = own.filter((finding) => placeOf(finding) === place).length;
    const name = typeof place === "number" ? levelName(place, method).toLowerCase() : place;
    return there === 0 ? [] : [`${there} ${name}`];
  });
  return parts.join(", ");
}
