/** What was audited, by whom, and who has checked it: the head of a summary. */
import type { Assessment } from "../core/assess.ts";
import type { Method } from "../core/catalogue.ts";
import { fundedBy } from "./commissioner.ts";
import { shortened } from "./fit.ts";
import { count, date, period, word } from "./wording.ts";

/** A term and what is said of it. */
export interface TermView {
  readonly term: string;
  readonly says: string;
}

/** The terms in reading order; texts that a service wrote itself are cut to `characters`. */
export function auditedTerms(
  { audit, catalogue, findings }: Assessment,
  method: Method,
  characters: number,
): TermView[] {
  const { service, audit: own } = audit;
  const place = [service.region, word(service.nation)].filter((part) => part !== undefined).join(", ");
  const standards = method.profiles[catalogue.profile]?.title ?? catalogue.profile;
  const cut = (text: string) => shortened(text, characters);
  return [
    { term: "Service", says: cut(`${word(service.type)}, ${place}`) },
    { term: "For", says: service.client_group ? cut(service.client_group) : "Not stated" },
    { term: "Funded by", says: cut(fundedBy(service)) },
    { term: "Period", says: period(own.period) },
    { term: "Completed", says: cut(`${date(own.completed_on)} by ${own.completed_by_role}`) },
    { term: "Assurance", says: assurances[own.assurance ?? "unknown"] },
    { term: "Sample", says: cut(samples(own.samples)) },
    {
      term: "Read against",
      says: cut(
        `${count(findings.length, "criterion", "criteria")}, version ${catalogue.version}; waits: ${standards}`,
      ),
    },
  ];
}

type Own = Assessment["audit"]["audit"];

/** Who has checked the answers, as the schema explains its words. */
const assurances: Readonly<Record<NonNullable<Own["assurance"]>, string>> = {
  self_reported: "Self-reported: the service alone has answered",
  peer_reviewed: "Peer-reviewed: someone from another team or service has checked the answers",
  independent: "Independent: done or checked by someone with no stake in the result",
  unknown: "Not stated who has checked the answers",
};

function samples(all: Own["samples"]): string {
  const told = (all ?? []).map(({ what = "", n, of, method }) => {
    const counted = [n, of].filter((one) => one !== undefined && one !== "unknown").join(" of ");
    return `${what}${counted === "" ? "" : `, ${counted}`}${method && method !== "unknown" ? `, ${method}` : ""}`;
  });
  return told.length === 0 ? "Not stated" : told.join("; ");
}
