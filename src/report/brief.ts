/** The evidence brief: for each finding what a practitioner needs who questions a rule, and its limits. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import { type AnswerView, answerViews, questionsOf } from "./answer.ts";
import type { Around } from "./around.ts";
import { sectionNames } from "./criterion.ts";
import type { FindingView } from "./finding.ts";
import type { Movable } from "./move-up.ts";
import { pointsSaid } from "./principles.ts";
import { asks, type PutTo, putTo, routeSaid } from "./put-to.ts";
import { entry, type Reference } from "./reference.ts";
import type { ReportView } from "./service.ts";
import { type StepUp, stepUp } from "./step-up.ts";
import { basisSays, standingText, word } from "./wording.ts";

/** A source that the resource cites, in full, and what was not seen of it. */
export interface CitedView {
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly rest: string;
  readonly url: string;
  readonly href: string;
  /** What was not checked of the entry; "" where all was. */
  readonly doubt: string;
}

/** One finding as evidence, in reading order. */
export interface BriefSection {
  readonly finding: FindingView;
  readonly anchor: string;
  readonly level: Level | undefined;
  readonly label: string;
  readonly stated: readonly AnswerView[];
  readonly claim: string;
  readonly sections: string;
  readonly basis: string;
  readonly basisNote: string;
  /** "" where nobody disputes it. */
  readonly contested: string;
  readonly cited: readonly CitedView[];
  /** What to try; "" at the top of the ladder and where it does not apply. */
  readonly advice: string;
  readonly step: StepUp | undefined;
  readonly constraints: string;
  readonly putTo: readonly PutTo[];
  readonly route: string;
  readonly practitioners: string;
  readonly asks: readonly string[];
  /** The points of the Ethical Framework that the criterion rests on; "" where there are none. */
  readonly points: string;
  readonly limits: string;
}

/** The sections under one heading of the report. */
export interface BriefGroup {
  readonly title: string;
  readonly sections: readonly BriefSection[];
}

/** A whole brief. */
export interface BriefView {
  readonly lede: string;
  /** How to choose what is printed. */
  readonly how: string;
  /** How to use it fairly. */
  readonly fair: string;
  /** Whose statement it is, at the head of every section. */
  readonly of: string;
  readonly groups: readonly BriefGroup[];
}

/** Every finding that applies, in the order and under the headings of the report. */
export function briefView(assessment: Assessment, report: ReportView, around: Around, movable: Movable): BriefView {
  const { assurance } = assessment.audit.audit;
  const groups = report.groups.map(({ title, findings }) => ({
    title,
    sections: findings
      .filter(({ standing }) => standing !== "not applicable")
      .map((view) => section(view, assessment, around, movable)),
  }));
  return {
    lede: "For a practitioner who wants to question a rule of this service, fairly and with what it states. Each finding has a sheet of its own: take one, or several.",
    how: "Tick “Print this one” on the sheets that you need, and print this page with your browser: only those are printed, each from a new page. Without a tick all are printed.",
    fair: "Everything here is what the service states of itself. It is about rules and offers, never about anybody who works by them. Those who set a rule may be bound by others: ask before you conclude, and bring what you would try instead.",
    of: `${report.service}, audit of ${report.period}. ${word(assurance && assurance !== "unknown" ? assurance : "assurance_not_stated")}.`,
    groups: groups.filter(({ sections }) => sections.length > 0),
  };
}

function section(view: FindingView, assessment: Assessment, around: Around, movable: Movable): BriefSection {
  const finding = assessment.findings.find(({ criterion }) => criterion === view.anchor);
  const criterion = around.catalogue.criteria.find((placed) => placed.criterion.id === view.anchor)?.criterion;
  if (finding === undefined || criterion === undefined) throw new Error(`there is no finding "${view.anchor}"`);
  const step = stepUp(finding, assessment, around, movable);
  return {
    finding: view,
    anchor: view.anchor,
    level: view.level,
    label: standingText(finding, around.catalogue.method),
    stated: answerViews(finding.facts.filter(isRule), questionsOf(assessment, around)),
    claim: criterion.claim,
    sections: sectionNames(criterion.basis.sections),
    basis: basisSays[criterion.basis.kind],
    basisNote: criterion.basis.note,
    contested: criterion.contested ?? "",
    cited: criterion.cites.flatMap((id) => citedView(around.references.get(id))),
    advice: view.level === 3 ? "" : criterion.move_up,
    step,
    constraints: view.exceptions.length === 0 ? noConstraint : constraint,
    putTo: putTo(view, assessment),
    route: routeSaid(assessment),
    practitioners: criterion.for.practitioners,
    asks: asks(view, step, assessment),
    points: pointsSaid(criterion),
    limits: criterion.limits,
  };
}

/** What kind of service it is, and in which unit a wait is told, is no rule that could be questioned. */
function isRule({ path }: Finding["facts"][number]): boolean {
  return !/^service\.(type|therapists_headcount)$|\.unit$/.test(path);
}

const constraint = "The service names what it is bound by. An exception explains a level and never changes it.";
const noConstraint =
  "The service names nothing here that binds it. There may be a reason that the file does not state: ask before you conclude.";

/** What is known of a source, by the status that content/references.yaml gives it. */
const doubts: Readonly<Record<string, string>> = {
  verified: "",
  unverified: "Not all of these details were checked.",
  unidentified: "No work could be settled on; this is how the resource prints it.",
};

function citedView(reference: Reference | undefined): CitedView[] {
  if (reference === undefined) return [];
  const doubt = doubts[String(reference["status"])] ?? "";
  return [{ ...entry(reference), href: `/references/#${reference.id}`, doubt }];
}
