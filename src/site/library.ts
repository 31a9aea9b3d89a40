/** Everything the pages show, read once a build: the catalogue, the audits, and their assessments. */

import { type Assessment, assess } from "../core/assess.ts";
import { isDraft } from "../core/audit.ts";
import { general } from "../core/facts.ts";
import { problemText } from "../core/problem.ts";
import { agrees } from "../reading/consistency.ts";
import { type AuditFile, readProject, type Yardstick } from "../reading/disk.ts";
import { handed } from "../reading/handed.ts";
import type { Around } from "../report/around.ts";
import { type CaseView, caseView } from "../report/case.ts";
import { type CriterionView, criterionView } from "../report/criterion.ts";
import { type Directory, directory } from "../report/directory.ts";
import { type TermView, termViews } from "../report/glossary.ts";
import { type Group, groups } from "../report/groups.ts";
import { type PageView, pageViews, sectionLinks } from "../report/guidance.ts";
import { type ServiceLine, serviceLines } from "../report/overview.ts";
import { type ReferenceView, referenceViews } from "../report/references.ts";
import { type ReportHead, type ReportView, reportHead, reportView } from "../report/service.ts";
import { type SinceView, sinceView } from "../report/since.ts";
import { type Standings, standings } from "../report/standings.ts";
import { titles } from "../report/titles.ts";
import { cyclesOf, type TrendView, trendView } from "../report/trend.ts";

/** One audit with what is made of it. */
export interface Report {
  readonly file: AuditFile;
  readonly assessment: Assessment;
  readonly head: ReportHead;
  /** Made when its page is: of a thousand reports most may stand from the build before. */
  readonly view: ReportView;
  /** What moved since the audit before; null for the first. */
  readonly since: SinceView | null;
  /** The page that sets it beside other services of its commissioner; null where there is none. */
  readonly beside: Group | null;
}

/** The whole site as values. */
export interface Library {
  readonly yardstick: Yardstick;
  readonly around: Around;
  readonly reports: readonly Report[];
  readonly services: readonly ServiceLine[];
  readonly directory: Directory;
  readonly standings: Standings;
  /** The levels of each service over its audits, by its id; null where it has one audit. */
  readonly trends: ReadonlyMap<string, TrendView | null>;
  readonly criteria: readonly CriterionView[];
  readonly pages: readonly PageView[];
  readonly glossary: readonly TermView[];
  readonly references: readonly ReferenceView[];
  readonly cases: readonly CaseView[];
  /** The addresses of reports that are drafts: none in a build, which leaves drafts out of everything. */
  readonly drafts: readonly string[];
}

let made: Promise<Library> | undefined;

/** The library, made on first use. In development a changed file throws this module away. */
export function library(): Promise<Library> {
  made ??= make();
  return made;
}

async function make(): Promise<Library> {
  const { root, audits: folder, from, drafts, criteria: own, project } = handed(process.env, process.cwd());
  const { yardstick, guidance, audits: all, problems } = project ?? readProject(root, folder, from, own);
  const audits = drafts ? all : all.filter(({ audit }) => !isDraft(audit));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (yardstick === undefined || guidance === undefined || errors.length > 0)
    throw new Error(`\n${errors.map(problemText).join("\n")}\n`);

  const { questions, catalogue, references } = yardstick;
  const around: Around = {
    catalogue,
    references: new Map(references.map((reference) => [reference.id, reference])),
    guidance: sectionLinks(guidance.pages),
    titleOf: titles(questions),
    movable: {
      questionOf: (path) => questions.get(general(path)),
      sound: (answers) => agrees(answers, yardstick.around),
    },
  };
  const assessments = audits.map((file) => assess(file, catalogue));
  const stands = standings(assessments, around);
  const sets = groups(stands);
  const cycles = cyclesOf(assessments);
  const reports = audits.map((file, index): Report => {
    const assessment = assessments[index] as Assessment;
    const lines = { text: file.text.split(/\r\n|\r|\n/), of: (pointer: string) => file.places.get(pointer) };
    const own = cycles.get(file.audit.service.id) ?? [];
    const before = own[own.indexOf(assessment) - 1];
    const published = audits.find(({ id }) => id === before?.id)?.published;
    const view = once(() => reportView(assessment, around, lines));
    const since = once(() => (before ? sinceView(before, assessment, around, published, own) : null));
    return {
      file,
      assessment,
      head: reportHead(assessment, around),
      beside: sets.find(({ ids }) => ids.includes(assessment.id)) ?? null,
      get view() {
        return view();
      },
      get since() {
        return since();
      },
    };
  });
  return {
    yardstick,
    around,
    reports,
    services: serviceLines(assessments, around),
    directory: directory(assessments, around),
    standings: stands,
    trends: new Map([...cycles].map(([service, own]) => [service, trendView(own, around)])),
    criteria: catalogue.criteria.map((placed) => criterionView(placed, around, assessments)),
    pages: pageViews(guidance, around),
    glossary: termViews(guidance),
    references: referenceViews(guidance, around),
    cases: guidance.cases.map((one) => caseView(one, around)),
    drafts: reports.flatMap(({ file, head }) => (isDraft(file.audit) ? [head.href] : [])),
  };
}

/** Every report that this build writes, as the paths of its pages. */
export async function reportPaths(): Promise<
  { params: { service: string; period: string }; props: { report: Report } }[]
> {
  const { reports } = await library();
  const { kept } = handed(process.env, process.cwd());
  return reports
    .filter(({ head }) => !kept.includes(head.id))
    .map((report) => {
      const [service = "", period = ""] = report.head.id.split("/");
      return { params: { service, period }, props: { report } };
    });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The one that an id names; a page with an id that names none is not built. */
export function named<T extends { readonly id: string }>(all: readonly T[], id: string, where: string): T {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no "${id}" in ${where}`);
  return found;
}
