/** A report: one audit of one service, in reading order. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import type { Range } from "../core/score.ts";
import type { Around } from "./around.ts";
import { type CitationView, reportCitation } from "./citation.ts";
import { periodOf } from "./draft.ts";
import type { Lines } from "./excerpt.ts";
import {
  type EvidenceView,
  type ExceptionView,
  evidenceViews,
  exceptionViews,
  type FindingView,
  findingView,
} from "./finding.ts";
import { lede } from "./lede.ts";
import { type MissingFact, missingFacts } from "./missing.ts";
import { type PathwayView, pathwayView } from "./pathway.ts";
import { type PlanView, planView } from "./plan.ts";
import { recommendations } from "./recommendation.ts";
import { coverage, date, headline, levelName, period, rangeSays, rangeText, standingText, word } from "./wording.ts";

/** How many findings stand at a level, are open, or do not apply. */
export interface CountView {
  readonly level: Level | undefined;
  readonly name: string;
  readonly number: number;
  /** Per cent of the criteria that apply. */
  readonly share: number;
}

/** A criterion as one square. */
export interface SquareView {
  readonly code: string;
  readonly anchor: string;
  readonly title: string;
  readonly level: Level | undefined;
  readonly label: string;
}

/** A theme with its squares. */
export interface ThemeView {
  readonly title: string;
  readonly squares: readonly SquareView[];
  readonly range: string;
}

/** Findings under one heading. */
export interface FindingGroup {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly FindingView[];
}

/** What a report is of, and what stands out in it. */
export interface ReportHead {
  readonly id: string;
  readonly href: string;
  readonly service: string;
  readonly serviceHref: string;
  readonly type: string;
  readonly period: string;
  readonly lede: string;
  readonly about: readonly string[];
}

/** A whole report. */
export interface ReportView extends ReportHead {
  readonly headline: { readonly figure: string; readonly says: string };
  readonly counts: readonly CountView[];
  readonly range: (Range & { readonly text: string; readonly says: string }) | null;
  readonly coverage: string;
  readonly pathway: PathwayView;
  readonly themes: readonly ThemeView[];
  readonly groups: readonly FindingGroup[];
  readonly missing: readonly MissingFact[];
  readonly evidence: readonly EvidenceView[];
  readonly exceptions: readonly ExceptionView[];
  readonly plan: PlanView;
  readonly recommendations: ReturnType<typeof recommendations>;
  readonly citation: CitationView;
  readonly hashes: { readonly input: string; readonly catalogue: string };
}

/** The address of a report inside the site. */
export function reportHref(id: string): string {
  return `/services/${id}/`;
}

/** Builds the head of a report, which lists and the search show of it too. */
export function reportHead(assessment: Assessment, around: Around): ReportHead {
  const { audit, findings } = assessment;
  return {
    id: assessment.id,
    href: reportHref(assessment.id),
    service: audit.service.name,
    serviceHref: `/services/${audit.service.id}/`,
    type: word(audit.service.type),
    period: periodOf(audit),
    lede: lede(findings, (id, level) => stepOf(id, level, around)),
    about: about(assessment),
  };
}

/** Builds the view of a report. */
export function reportView(assessment: Assessment, around: Around, lines: Lines): ReportView {
  const { audit, findings, tally, range, catalogue } = assessment;
  const missing = missingFacts(assessment, around);
  const views = findings.map((finding) => findingView(finding, assessment, around, lines));
  return {
    ...reportHead(assessment, around),
    headline: headline(tally),
    counts: counts(assessment, around),
    range: range && { ...range, text: rangeText(range), says: rangeSays(range, missing.length) },
    coverage: coverage(findings),
    pathway: pathwayView(audit),
    themes: themes(assessment, around),
    groups: groups(views, around),
    missing,
    evidence: evidenceViews(assessment),
    exceptions: exceptionViews(assessment),
    plan: planView(assessment, around),
    recommendations: recommendations(assessment, views, around),
    citation: reportCitation(assessment),
    hashes: { input: assessment.sha256, catalogue: catalogue.sha256 },
  };
}

function stepOf(id: string, level: Level, { catalogue }: Around): string {
  const levels = catalogue.criteria.find(({ criterion }) => criterion.id === id)?.criterion.levels ?? [];
  return levels.find((one) => one.level === level)?.step ?? "";
}

function about({ audit, catalogue }: Assessment): string[] {
  const { service, audit: own } = audit;
  const sample = own.samples?.map(
    ({ what = "", n, of, method }) =>
      `${n === undefined ? "" : `${n}${of === undefined ? "" : ` of ${of}`} `}${what.charAt(0).toLowerCase() + what.slice(1)}${method ? ` (${method})` : ""}`,
  );
  return [
    `Audited ${period(own.period)}`,
    `Completed ${date(own.completed_on)} by ${own.completed_by_role}`,
    own.assurance ? word(own.assurance) : "Assurance not stated",
    service.commissioner
      ? `Funded by ${service.commissioner === "self_funded" ? "its clients" : service.commissioner}`
      : "",
    sample && sample.length > 0 ? `Sample: ${sample.join("; ")}` : "",
    `Criteria ${catalogue.version}`,
  ].filter((part) => part !== "");
}

function counts({ tally }: Assessment, { catalogue }: Around): CountView[] {
  const applying = tally.of - tally.notApplicable;
  const share = (number: number) => (applying === 0 ? 0 : (number / applying) * 100);
  const levels = ([3, 2, 1, 0] as const).map((level) => ({
    level,
    name: levelName(level, catalogue.method),
    number: tally.levels[level],
    share: share(tally.levels[level]),
  }));
  const open = { level: undefined, name: "Open", number: tally.open, share: share(tally.open) };
  const none = { level: undefined, name: "Not applicable", number: tally.notApplicable, share: 0 };
  return tally.notApplicable === 0 ? [...levels, open] : [...levels, open, none];
}

function themes({ findings, themes: scores }: Assessment, { catalogue }: Around): ThemeView[] {
  return scores.flatMap(({ id, title, range }) => {
    const own = findings.filter((finding) => finding.theme === id);
    if (own.length === 0) return [];
    return [
      {
        title,
        squares: own.map((finding) => square(finding, catalogue.method)),
        range: range ? rangeText(range) : "Not applicable",
      },
    ];
  });
}

/** One finding as a square. */
export function square(finding: Finding, method: Around["catalogue"]["method"]): SquareView {
  return {
    code: finding.code,
    anchor: finding.criterion,
    title: finding.title,
    level: finding.standing === "settled" ? finding.levels[0] : undefined,
    label: standingText(finding, method),
  };
}

/** What works against clients comes first, then what is weak, then what is open, and what is good after. */
function groups(views: readonly FindingView[], { catalogue }: Around): FindingGroup[] {
  const at = (level: Level) => views.filter((view) => view.level === level);
  const name = (level: Level) => levelName(level, catalogue.method);
  const all: FindingGroup[] = [
    { id: "works-against", title: "What works against clients", findings: at(0) },
    { id: "weak", title: name(1), findings: at(1) },
    { id: "open", title: "Open until more is stated", findings: views.filter((view) => view.standing === "open") },
    { id: "developing", title: name(2), findings: at(2) },
    { id: "good-practice", title: name(3), findings: at(3) },
    {
      id: "not-applicable",
      title: "Not applicable here",
      findings: views.filter((view) => view.standing === "not applicable"),
    },
  ];
  return all.filter((group) => group.findings.length > 0);
}
