/** Everything the pages show, read once a build: the catalogue, the audits, and their assessments. */
import { getCollection } from "astro:content";
import { type Assessment, assess } from "../core/assess.ts";
import { isDraft } from "../core/audit.ts";
import { problemText } from "../core/problem.ts";
import { agrees } from "../reading/consistency.ts";
import { type AuditFile, readProject } from "../reading/disk.ts";
import { general } from "../reading/questions.ts";
import type { Around, Link } from "../report/around.ts";
import { type CriterionView, criterionView } from "../report/criterion.ts";
import { type ServiceLine, serviceLines } from "../report/overview.ts";
import { type ReportView, reportView } from "../report/service.ts";
import { word } from "../report/wording.ts";

/** One audit with what is made of it. */
export interface Report {
  readonly file: AuditFile;
  readonly assessment: Assessment;
  readonly view: ReportView;
}

/** The whole site as values. */
export interface Library {
  readonly around: Around;
  readonly reports: readonly Report[];
  readonly services: readonly ServiceLine[];
  readonly criteria: readonly CriterionView[];
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
  const { yardstick, audits: all, problems } = readProject(process.cwd(), process.env["RAPPORT_AUDITS"]);
  const audits = process.env["RAPPORT_DRAFTS"] === "shown" ? all : all.filter(({ audit }) => !isDraft(audit));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (yardstick === undefined || errors.length > 0) throw new Error(`\n${errors.map(problemText).join("\n")}\n`);

  const { questions, catalogue, references } = yardstick;
  const around: Around = {
    catalogue,
    references: new Map(references.map((reference) => [reference.id, reference])),
    guidance: await guidanceBySection(),
    titleOf: (path) => {
      const key = /\[([^\]]+)\]/.exec(path)?.[1];
      const title = questions.get(general(path))?.title ?? path;
      if (key === undefined) return title;
      return `${title} (${/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : word(key).toLowerCase()})`;
    },
    movable: {
      questionOf: (path) => questions.get(general(path)),
      sound: (answers) => agrees(answers, yardstick.around),
    },
  };
  const reports = audits.map((file): Report => {
    const assessment = assess(file, catalogue);
    const lines = { text: file.text.split(/\r\n|\r|\n/), of: (pointer: string) => file.places.get(pointer) };
    return { file, assessment, view: reportView(assessment, around, lines) };
  });
  const assessments = reports.map(({ assessment }) => assessment);
  return {
    around,
    reports,
    services: serviceLines(assessments, around),
    criteria: catalogue.criteria.map((placed) => criterionView(placed, around, assessments)),
    drafts: reports.flatMap(({ file, view }) => (isDraft(file.audit) ? [view.href] : [])),
  };
}

async function guidanceBySection(): Promise<ReadonlyMap<string, Link>> {
  const pages = await getCollection("guidance");
  return new Map(
    pages.flatMap(({ id, data }) =>
      data.sections.map(
        (section) => [section, { text: `${data.title} (${section})`, href: `/guidance/${id}/` }] as const,
      ),
    ),
  );
}
