/**
 * How a report, or one finding of it, is cited. The service stands as author, since the answers are its own;
 * the year is the one in which the audit was completed.
 */
import type { Assessment, Finding } from "../core/assess.ts";
import { periodOf } from "./draft.ts";
import { date } from "./wording.ts";

/** A citation in reading order; the title is set in italics and the address comes last. */
export interface CitationView {
  /** Author and year. */
  readonly text: string;
  readonly title: string;
  /** What it is part of, the date completed, and the criteria it was judged by. */
  readonly rest: string;
  /** Where it stands, from the site's own root. */
  readonly href: string;
}

/** The citation of a whole report. */
export function reportCitation(assessment: Assessment): CitationView {
  return {
    text: author(assessment),
    title: `${reportTitle(assessment)}.`,
    rest: made(assessment),
    href: `/services/${assessment.id}/`,
  };
}

/** The citation of one finding, at its permanent anchor. */
export function findingCitation({ criterion, code, title }: Finding, assessment: Assessment): CitationView {
  return {
    text: author(assessment),
    title: `${code} ${title}.`,
    rest: `In ${reportTitle(assessment)}. ${made(assessment)}`,
    href: `/services/${assessment.id}/#${criterion}`,
  };
}

/** A report's title without its service, which is its author. */
export function reportTitle({ audit }: Assessment): string {
  return `Assessment pathway audit, ${periodOf(audit)}`;
}

/** What a reference manager keeps beside a reference so that the report can be checked. No text of the audit's own. */
export function checkNote({ audit, sha256, catalogue }: Assessment): string {
  const completed = `Completed ${date(audit.audit.completed_on)}.`;
  return `${completed} Rapport, criteria ${catalogue.version}. SHA-256 of the audit: ${sha256}. SHA-256 of the criteria: ${catalogue.sha256}.`;
}

function author({ audit }: Assessment): string {
  return `${audit.service.name} (${audit.audit.completed_on.slice(0, 4)}).`;
}

function made({ audit, catalogue }: Assessment): string {
  return `Completed ${date(audit.audit.completed_on)}. Rapport, criteria ${catalogue.version}.`;
}
