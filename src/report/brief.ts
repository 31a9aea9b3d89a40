/** The evidence brief: for each finding what a practitioner needs who questions a rule, and its limits. */
import type { Assessment } from "../core/assess.ts";
import type { Around } from "./around.ts";
import { sectionNames } from "./criterion.ts";
import type { FindingView } from "./finding.ts";
import { pointsSaid } from "./principles.ts";
import { asks, type PutTo, putTo, routeSaid } from "./put-to.ts";
import { type ReferenceLine, referenceLine } from "./references.ts";
import type { ReportView } from "./service.ts";
import { basisSays, word } from "./wording.ts";
import { wouldStand } from "./would-stand.ts";

/** One finding as evidence, in reading order. */
export interface BriefSection {
  readonly finding: FindingView;
  readonly claim: string;
  readonly sections: string;
  readonly basis: string;
  readonly basisNote: string;
  /** "" where nobody disputes it. */
  readonly contested: string;
  /** The sources that the resource cites there, each with whether its details were verified. */
  readonly cited: readonly ReferenceLine[];
  /** What to try; "" at the top of the ladder and where it does not apply. */
  readonly advice: string;
  /** Where it would stand after its smallest change; "" where none was found. */
  readonly would: string;
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
export function briefView(assessment: Assessment, report: ReportView, around: Around): BriefView {
  const { assurance } = assessment.audit.audit;
  const groups = report.groups.map(({ title, findings }) => ({
    title,
    sections: findings
      .filter(({ standing }) => standing !== "not applicable")
      .map((view) => section(view, assessment, around)),
  }));
  return {
    lede: "For a practitioner who wants to question a rule of this service, fairly and with what it states. Each finding has a sheet of its own: take one, or several.",
    how: "Tick “Print this one” on the sheets that you need, and print this page with your browser: only those are printed, each from a new page. Without a tick all are printed.",
    fair: "Everything here is what the service states of itself. It is about rules and offers, never about anybody who works by them. Those who set a rule may be bound by others: ask before you conclude, and bring what you would try instead.",
    of: `${report.service}, audit of ${report.period}. ${word(assurance && assurance !== "unknown" ? assurance : "assurance_not_stated")}.`,
    groups: groups.filter(({ sections }) => sections.length > 0),
  };
}

function section(view: FindingView, assessment: Assessment, around: Around): BriefSection {
  const criterion = around.catalogue.criteria.find((placed) => placed.criterion.id === view.anchor)?.criterion;
  if (criterion === undefined) throw new Error(`the catalogue has no criterion "${view.anchor}"`);
  return {
    finding: view,
    claim: criterion.claim,
    sections: sectionNames(criterion.basis.sections),
    basis: basisSays[criterion.basis.kind],
    basisNote: criterion.basis.note,
    contested: criterion.contested ?? "",
    cited: criterion.cites.flatMap((id) => {
      const reference = around.references.get(id);
      return reference ? [referenceLine(reference)] : [];
    }),
    advice: view.level === 3 ? "" : criterion.move_up,
    would: wouldStand(view, assessment, around),
    constraints: view.exceptions.length === 0 ? noConstraint : constraint,
    putTo: putTo(view, assessment),
    route: routeSaid(assessment),
    practitioners: criterion.for.practitioners,
    asks: asks(view, assessment),
    points: pointsSaid(criterion),
    limits: criterion.limits,
  };
}

const constraint = "The service names what it is bound by. An exception explains a level and never changes it.";
const noConstraint =
  "The service names nothing here that binds it. There may be a reason that the file does not state: ask before you conclude.";
