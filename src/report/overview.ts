/** The services that have been audited, by name, with their audits newest first. */
import type { Assessment } from "../core/assess.ts";
import { compareText } from "../core/problem.ts";
import type { Around } from "./around.ts";
import { fundedBy } from "./commissioner.ts";
import { periodOf } from "./draft.ts";
import { reportHref, type SquareView, square } from "./service.ts";
import { headline, rangeText, word } from "./wording.ts";

/** One audit in a list. */
export interface AuditLine {
  readonly id: string;
  readonly href: string;
  readonly period: string;
  readonly headline: string;
  readonly range: string;
  readonly squares: readonly SquareView[];
}

/** One service in a list. */
export interface ServiceLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly type: string;
  readonly nation: string;
  readonly region: string;
  readonly clients: string;
  readonly commissioner: string;
  readonly audits: readonly AuditLine[];
}

/** The audits of each service, newest first. */
export function byService(assessments: readonly Assessment[]): Assessment[][] {
  const own = Map.groupBy(assessments, ({ audit }) => audit.service.id);
  return [...own.values()].map((audits) =>
    audits.toSorted((a, b) => compareText(b.audit.audit.period.to, a.audit.audit.period.to) || compareText(b.id, a.id)),
  );
}

/** The services in the order of their names; what is said of a service is from its newest audit. */
export function serviceLines(assessments: readonly Assessment[], around: Around): ServiceLine[] {
  return byService(assessments)
    .flatMap((own) => {
      const service = own[0]?.audit.service;
      if (service === undefined) return [];
      return [
        {
          id: service.id,
          href: `/services/${service.id}/`,
          name: service.name,
          type: word(service.type),
          nation: word(service.nation),
          region: service.region ?? "Not stated",
          clients: service.client_group ?? "Not stated",
          commissioner: fundedBy(service),
          audits: own.map((one) => auditLine(one, around)),
        },
      ];
    })
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

function auditLine(assessment: Assessment, { catalogue }: Around): AuditLine {
  const { tally, range, findings } = assessment;
  const { figure, says } = headline(tally);
  return {
    id: assessment.id,
    href: reportHref(assessment.id),
    period: periodOf(assessment.audit),
    headline: `${figure} ${says}`,
    range: range ? rangeText(range) : "No criterion applies",
    squares: findings.map((finding) => square(finding, catalogue.method)),
  };
}
