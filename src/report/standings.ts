/**
 * What comparing needs and nothing else: of each audit who it is, what to be careful about, and one
 * standing a criterion. It is published as /compare/standings.json, so that a browser can put any audits
 * side by side; the pages for groups are made from the same.
 */
import type { Assessment, Finding } from "../core/assess.ts";
import { compareText } from "../core/problem.ts";
import type { Around } from "./around.ts";
import { commissionerOf, fundedBy, isCommissioners } from "./commissioner.ts";
import { periodOf } from "./draft.ts";
import { exceptionViews } from "./finding.ts";
import { reportHref } from "./service.ts";
import { levelName, standingText, word } from "./wording.ts";

/** The whole file. */
export interface Standings {
  readonly format: "rapport-standings/1";
  readonly catalogue: { readonly version: string; readonly sha256: string };
  /** The names of the levels, lowest first. */
  readonly levels: readonly string[];
  /** The words for each standing that occurs: "12" is "Open: Weak or Developing". */
  readonly words: Readonly<Record<string, string>>;
  /** In the catalogue's order. */
  readonly criteria: readonly ComparedCriterion[];
  /** In the order of their names, then of their periods. */
  readonly audits: readonly AuditStandings[];
}

/** A criterion that audits are compared on. */
export interface ComparedCriterion {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** The title of its theme. */
  readonly theme: string;
}

/** One audit. */
export interface AuditStandings {
  readonly id: string;
  /** The id of the service that it is of. */
  readonly service: string;
  readonly name: string;
  readonly period: string;
  readonly href: string;
  readonly kind: string;
  readonly clients: string;
  /** The exact words, or "" where clients pay or it is not stated. */
  readonly commissioner: string;
  readonly fundedBy: string;
  readonly assurance: string;
  /** The standards that its waits are read against. */
  readonly standards: string;
  readonly exceptions: readonly ComparedException[];
  /**
   * One for each criterion: the levels that the facts allow ("3", or "12" where two are open), then "-"
   * where it does not apply or may not.
   */
  readonly standings: readonly string[];
}

/** An exception and the criteria it stands behind. */
export interface ComparedException {
  readonly id: string;
  readonly reason: string;
  /** "Agreed by Board chair on 10 June 2024. Review due 30 September 2025.", or "". */
  readonly agreed: string;
  /** Whether it names the commissioner or the contract. */
  readonly commissioner: boolean;
  readonly criteria: readonly string[];
}

/** The standings of all audits. All were judged by the one catalogue. */
export function standings(assessments: readonly Assessment[], { catalogue }: Around): Standings {
  const { method, criteria, sha256 } = catalogue;
  const theme = new Map(method.themes.map(({ id, title }) => [id, title]));
  const findings = assessments.flatMap((one) => one.findings);
  return {
    format: "rapport-standings/1",
    catalogue: { version: method.version, sha256 },
    levels: ([0, 1, 2, 3] as const).map((level) => levelName(level, method)),
    words: Object.fromEntries(
      findings
        .map((finding) => [codeOf(finding), standingText(finding, method)] as const)
        .toSorted(([a], [b]) => compareText(a, b)),
    ),
    criteria: criteria.map(({ code, theme: of, criterion: { id, title } }) => ({
      id,
      code,
      title,
      theme: theme.get(of) ?? of,
    })),
    audits: assessments
      .toSorted((a, b) => {
        const [first, second] = [a.audit, b.audit];
        return (
          compareText(first.service.name, second.service.name) ||
          compareText(first.service.id, second.service.id) ||
          compareText(first.audit.period.to, second.audit.period.to) ||
          compareText(a.id, b.id)
        );
      })
      .map((one) => auditStandings(one, method)),
  };
}

function auditStandings(assessment: Assessment, method: Around["catalogue"]["method"]): AuditStandings {
  const { audit, findings } = assessment;
  const { service, audit: own } = audit;
  const views = exceptionViews(assessment);
  return {
    id: assessment.id,
    service: service.id,
    name: service.name,
    period: periodOf(audit),
    href: reportHref(assessment.id),
    kind: word(service.type),
    clients: service.client_group ?? "People served not stated",
    commissioner: commissionerOf(service),
    fundedBy: fundedBy(service),
    assurance: own.assurance && own.assurance !== "unknown" ? word(own.assurance) : "Not stated",
    standards: method.profiles[own.threshold_profile]?.title ?? word(own.threshold_profile),
    exceptions: (audit.exceptions ?? []).map((exception, index) => ({
      id: exception.id,
      reason: views[index]?.reason ?? "",
      agreed: agreedText(views[index]),
      commissioner: isCommissioners(exception, service),
      criteria: findings.filter((one) => one.exceptions.includes(exception.id)).map(({ criterion }) => criterion),
    })),
    standings: findings.map(codeOf),
  };
}

function agreedText(view: { agreed: string; review: string } | undefined): string {
  const agreed = view?.agreed ? `Agreed ${view.agreed}.` : "";
  const review = view?.review ? `Review due ${view.review}.` : "";
  return `${agreed} ${review}`.trim();
}

/** Where a finding stands, in a few letters: see AuditStandings. */
function codeOf({ levels, applies }: Finding): string {
  return `${levels.join("")}${applies === "yes" ? "" : "-"}`;
}
