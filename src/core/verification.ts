/**
 * Whether a published assessment is what its audit and its criteria give: everything in it is worked out
 * again and held against it. Nothing in the published file is trusted, not even its shape.
 */
import { type Assessment, assess } from "./assess.ts";
import type { CheckedAudit } from "./audit.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Discrepancy, discrepancies } from "./discrepancy.ts";

/** A published assessment, as far as it must be understood to be held against another. */
export interface PublishedAssessment {
  readonly format: Assessment["format"];
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly catalogue: { readonly version: string; readonly sha256: string };
  readonly findings: readonly unknown[];
  readonly [field: string]: unknown;
}

/** What the published file says and what is so. */
export interface Held<Value> {
  readonly says: Value;
  readonly gives: Value;
  readonly same: boolean;
}

/** One finding and where the published one differs from the one that was worked out. */
export interface HeldFinding {
  readonly criterion: string;
  /** "" where the catalogue has no such criterion. */
  readonly code: string;
  readonly differences: readonly Discrepancy[];
}

/** The whole answer, as plain JSON. What other criteria were needed for is null: it can't be told. */
export interface Verification {
  readonly format: "rapport-verification/1";
  readonly id: string;
  readonly same: boolean;
  /** The SHA-256 of the audit's file. */
  readonly audit: Held<string>;
  readonly catalogue: Held<{ readonly version: string; readonly sha256: string }>;
  /** Where the answers that the published file holds are not those of the audit's file. */
  readonly answers: readonly Discrepancy[];
  readonly findings: readonly HeldFinding[] | null;
  /** Counts, ranges, the order of the findings, and whatever else the file holds. */
  readonly rest: readonly Discrepancy[] | null;
}

/** Whether a value has the shape that a published assessment must have before more can be asked of it. */
export function isPublishedAssessment(value: unknown): value is PublishedAssessment {
  const { id, file, sha256, catalogue, findings } = record(value);
  const { version, sha256: criteria } = record(catalogue);
  return Array.isArray(findings) && [id, file, sha256, version, criteria].every((part) => typeof part === "string");
}

/**
 * Holds a published assessment against its audit. Where the audit's file lay when it was published can't be
 * told from a copy of it: the path is taken as said, and so is the period in the id.
 */
export function verify(published: PublishedAssessment, checked: CheckedAudit, catalogue: Catalogue): Verification {
  const id = `${checked.audit.service.id}/${published.id.split("/").at(-1)}`;
  const made = assess({ ...checked, id, file: published.file }, catalogue);
  const audit = held(published.sha256, made.sha256);
  const { version, sha256 } = published.catalogue;
  const criteria = held({ version, sha256 }, { version: made.catalogue.version, sha256: made.catalogue.sha256 });
  const answers = discrepancies(published["audit"], made.audit);
  const findings = heldFindings(published.findings, made.findings);
  const rest = [...order(published, made), ...discrepancies(withoutParts(published), withoutParts(made))];
  const differing = [answers, rest, ...findings.map(({ differences }) => differences)];
  return {
    format: "rapport-verification/1",
    id: published.id,
    same: audit.same && differing.every((found) => found.length === 0),
    audit,
    catalogue: criteria,
    answers,
    findings: criteria.same ? findings : null,
    rest: criteria.same ? rest : null,
  };
}

function held<Value>(says: Value, gives: Value): Held<Value> {
  return { says, gives, same: discrepancies(says, gives).length === 0 };
}

function heldFindings(said: readonly unknown[], made: Assessment["findings"]): HeldFinding[] {
  const named = new Map(said.map((finding) => [nameOf(finding), finding]));
  const own = made.map((finding) => ({
    criterion: finding.criterion,
    code: finding.code,
    differences: discrepancies(named.get(finding.criterion), finding),
  }));
  const known = new Set(made.map(({ criterion }) => criterion));
  const others = [...named].flatMap(([criterion, finding]) =>
    known.has(criterion) ? [] : [{ criterion, code: "", differences: discrepancies(finding, undefined) }],
  );
  return [...own, ...others];
}

/** Findings in another order, or one of them twice. */
function order(published: PublishedAssessment, made: Assessment): Discrepancy[] {
  const says = published.findings.map(nameOf);
  const gives = made.findings.map(({ criterion }) => criterion);
  const sameOnes = new Set(says).symmetricDifference(new Set(gives)).size === 0;
  return sameOnes ? discrepancies(says, gives, "findings") : [];
}

/** What is left once the parts that are held by themselves are taken out. */
function withoutParts(whole: object): object {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !["audit", "sha256", "findings"].includes(name)));
}

function nameOf(finding: unknown): string {
  const { criterion } = record(finding);
  return typeof criterion === "string" ? criterion : "";
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
