/** One finding as a report shows it. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Audit, Evidence, Exception } from "../core/audit.ts";
import { type Criterion, type Level, numbers, thresholdsOf } from "../core/catalogue.ts";
import type { Change } from "../core/change.ts";
import { currency } from "../core/evidence.ts";
import type { Answers } from "../core/facts.ts";
import type { Around, Link } from "./around.ts";
import { type CitationView, findingCitation } from "./citation.ts";
import { type ExcerptLine, excerpt, type Lines } from "./excerpt.ts";
import { type LadderStep, ladder } from "./ladder.ts";
import { moveUp } from "./move-up.ts";
import { cited } from "./reference.ts";
import { type StatedView, statedViews } from "./stated.ts";
import { type ThresholdView, thresholdViews } from "./thresholds.ts";
import { factName, stepSaid } from "./values.ts";
import { date, standingText, supportText, word } from "./wording.ts";

/** A piece of evidence beside a finding. */
export interface EvidenceView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly heldBy: string;
  /** "121 of 430, 28 per cent answered", or "". */
  readonly sample: string;
  readonly link: string | null;
  /** What is to be said of its age, or "". */
  readonly age: string;
}

/** An exception that explains a finding. */
export interface ExceptionView {
  readonly id: string;
  readonly reason: string;
  /** Who set the rule: "the commissioner"; "" where it is not stated. */
  readonly imposed: string;
  readonly agreed: string;
  readonly review: string;
}

/** A fact that is not stated, by its question. */
export interface GapView {
  readonly path: string;
  readonly title: string;
}

/** A finding in reading order. */
export interface FindingView {
  readonly anchor: string;
  readonly code: string;
  readonly title: string;
  readonly standing: Finding["standing"];
  /** The level it stands at, or undefined while it is open or does not apply. */
  readonly level: Level | undefined;
  readonly label: string;
  readonly says: readonly string[];
  readonly ladder: readonly LadderStep[];
  /** What the service states, in words. */
  readonly stated: readonly StatedView[];
  /** The lines of the YAML it rests on. */
  readonly lines: readonly ExcerptLine[];
  readonly evidence: readonly EvidenceView[];
  readonly support: string;
  readonly gaps: readonly GapView[];
  readonly thresholds: readonly ThresholdView[];
  readonly exceptions: readonly ExceptionView[];
  readonly moveUp: string;
  /** The smallest change of facts that would move it up, in words; none where it is at the top or none was found. */
  readonly change: readonly (Change & { readonly says: string })[];
  /** Questions to talk over in the team. */
  readonly questions: readonly string[];
  readonly basis: string;
  readonly contested: boolean;
  readonly guidance: readonly Link[];
  readonly research: readonly Link[];
  readonly criterion: Link;
  readonly citation: CitationView;
}

/** Builds the view of one finding. `lines` gives the lines of the YAML that a pointer stands on. */
export function findingView(finding: Finding, assessment: Assessment, around: Around, lines: Lines): FindingView {
  const { method, criteria } = around.catalogue;
  const placed = criteria.find((one) => one.criterion.id === finding.criterion);
  if (placed === undefined) throw new Error(`the catalogue has no criterion "${finding.criterion}"`);
  const { criterion } = placed;
  const ids = new Set(finding.facts.flatMap((fact) => fact.evidence));
  const settled = finding.standing === "settled";
  const answers = assessment.audit as unknown as Answers;
  return {
    anchor: finding.criterion,
    code: finding.code,
    title: finding.title,
    standing: finding.standing,
    level: settled ? finding.levels[0] : undefined,
    label: standingText(finding, method),
    says: finding.says,
    ladder: ladder(criterion, method, finding.levels, !settled),
    stated: statedViews(finding.facts, answers, around.titleOf),
    lines: excerpt(finding.facts, lines),
    evidence: evidenceViews(assessment).filter(({ id }) => ids.has(id)),
    support: supportText(finding.support),
    gaps: finding.needs.map((path) => ({ path, title: factName(path, around.titleOf, answers) })),
    thresholds: thresholdViews(thresholdsOf(criterion, method, assessment.catalogue.profile), around.references),
    exceptions: exceptionViews(assessment).filter(({ id }) => finding.exceptions.includes(id)),
    moveUp: criterion.move_up,
    change: smallestChangeOf(criterion, assessment, around),
    questions: criterion.questions,
    basis: criterion.basis.kind,
    contested: criterion.contested !== undefined,
    guidance: guidanceFor(criterion, around),
    research: research(criterion, around),
    criterion: { text: criterion.title, href: `/criteria/${criterion.id}/` },
    citation: findingCitation(finding, assessment),
  };
}

function smallestChangeOf(
  criterion: Criterion,
  { audit, catalogue: by }: Assessment,
  around: Around,
): FindingView["change"] {
  const thresholds = numbers(thresholdsOf(criterion, around.catalogue.method, by.profile));
  const answers = audit as unknown as Answers;
  const changes = moveUp(criterion, answers, thresholds, around.movable) ?? [];
  return changes.map((change) => ({ ...change, says: stepSaid(change, around.titleOf, answers) }));
}

/** The evidence register of an audit. */
export function evidenceViews({ audit }: Assessment): EvidenceView[] {
  return (audit.evidence ?? []).map((one) => ({
    id: one.id,
    kind: word(one.kind),
    title: one.title,
    date: date(one.date),
    section: one.section ?? "",
    heldBy: one.held_by ?? "",
    sample: sample(one.n, one.of, one.response_rate_pct),
    link: one.link ?? null,
    age: ageText(one, audit),
  }));
}

function ageText(one: Evidence, audit: Audit): string {
  const age = currency(one, audit);
  if (age === "expired") return `Expired on ${date(one.valid_until ?? "")}`;
  return age === "stale"
    ? `Older than the ${audit.governance?.policy_review_months} months between policy reviews`
    : "";
}

/** The exceptions of an audit; a review that was due before the audit was completed is overdue. */
export function exceptionViews({ audit }: Assessment): ExceptionView[] {
  return (audit.exceptions ?? []).map((one) => ({
    id: one.id,
    reason: one.reason.replace(/\.$/, ""),
    imposed: imposers[one.imposed_by ?? "unknown"],
    agreed: agreedText(one.agreed_by_role, one.agreed_on),
    review: one.review_on
      ? `${date(one.review_on)}${one.review_on < audit.audit.completed_on ? " (overdue)" : ""}`
      : "",
  }));
}

/** Who can have set a rule, as a sentence names them. */
const imposers: Readonly<Record<NonNullable<Exception["imposed_by"]>, string>> = {
  service: "the service itself",
  commissioner: "the commissioner",
  parent_organisation: "the parent organisation",
  supplier: "a supplier",
  law: "the law",
  professional_body: "a professional body",
  other: "somebody else outside the service",
  unknown: "",
};

/** An exception in one line: "X1, set by the commissioner: the reason". */
export function exceptionHead({ id, imposed }: ExceptionView): string {
  return `Exception ${id}${imposed === "" ? "" : `, set by ${imposed}`}`;
}

function agreedText(role: string | undefined, on: string | undefined): string {
  return [role ? `by ${role}` : "", on ? `on ${date(on)}` : ""].filter((part) => part !== "").join(" ");
}

/** The guidance pages that render the sections a criterion rests on, each once. */
export function guidanceFor({ basis }: Criterion, { guidance }: Around): Link[] {
  const pages = basis.sections.flatMap((section) => guidance.get(section) ?? []);
  return [...new Map(pages.map((page) => [page.href, page])).values()];
}

/** The research a criterion cites, linked to the references. */
export function research({ cites }: Criterion, { references }: Around): Link[] {
  return cites.flatMap((id) => {
    const reference = references.get(id);
    return reference ? [{ text: cited(reference), href: `/references/#${id}` }] : [];
  });
}

function sample(
  n: number | string | undefined,
  of: number | string | undefined,
  rate: number | string | undefined,
): string {
  const known = (count: number | string | undefined) => count !== undefined && count !== "unknown";
  const counted = known(n) ? (known(of) ? `${n} of ${of}` : `n ${n}`) : "";
  return [counted, known(rate) ? `${rate} per cent answered` : ""].filter((part) => part !== "").join(", ");
}
