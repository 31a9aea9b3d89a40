/** Whom a finding could be put to, and what to ask of them: only from what the audit states. */
import type { Assessment } from "../core/assess.ts";
import { isUnderWay } from "../core/audit.ts";
import { listed } from "../core/listed.ts";
import { commissionerOf, isCommissioners } from "./commissioner.ts";
import type { ExceptionView, FindingView } from "./finding.ts";
import { date } from "./wording.ts";

/** A role and what it has to do with the finding. */
export interface PutTo {
  readonly role: string;
  readonly why: string;
}

/**
 * The roles that the audit names beside a finding, each once: who agreed an exception, who funds where an
 * exception or a piece of evidence is about a contract, who holds the evidence, who owns an action, who
 * completed the audit. Always at least the last.
 */
export function putTo(finding: FindingView, { audit }: Assessment): PutTo[] {
  const named: { role: string; why: string }[] = [];
  const add = (role: string | undefined, why: string) => {
    if (role === undefined || role === "") return;
    const known = named.find((one) => one.role.toLowerCase() === role.toLowerCase());
    if (known) known.why += `; ${why}`;
    else named.push({ role, why });
  };
  const exceptions = (audit.exceptions ?? []).filter(({ id }) => finding.exceptions.some((one) => one.id === id));
  const evidence = (audit.evidence ?? []).filter(({ id }) => finding.evidence.some((one) => one.id === id));
  const actions = (audit.actions ?? []).filter(({ criterion }) => criterion === finding.anchor);

  for (const { id, agreed_by_role } of exceptions) add(agreed_by_role, `agreed exception ${id}`);
  const contracts = [
    ...exceptions.filter((one) => isCommissioners(one, audit.service)),
    ...evidence.filter(({ kind }) => kind === "contract"),
  ].map(({ id }) => id);
  if (contracts.length > 0) add(commissionerOf(audit.service), `funds the service: see ${listed(contracts)}`);
  for (const { id, title, held_by } of evidence) add(held_by, `holds ${id}, ${title}`);
  for (const { id, owner_role } of actions) add(owner_role, `owns action ${id} of the improvement plan`);
  add(audit.audit.completed_by_role, "completed the audit, and can be asked about what it states");
  return named;
}

/** By what way staff can question a rule here, as the service states it; "" for a sole practitioner. */
export function routeSaid({ audit }: Assessment): string {
  if (audit.service.type === "private_sole") return "";
  return routes[audit.governance?.staff_can_challenge ?? "unknown"];
}

type Route = NonNullable<NonNullable<Assessment["audit"]["governance"]>["staff_can_challenge"]>;

const routes: Readonly<Record<Route, string>> = {
  written_route: "The service states that staff have a written way to question its rules: begin there.",
  informal: "The service states that staff can question its rules informally; no written way is stated.",
  none: "The service states no way for staff to question its rules. Supervision is a place to begin.",
  unknown: "Whether staff have a way to question a rule is not stated. Supervision is a place to begin.",
};

/** What to ask for, in the order of asking: to see what it rests on, what is not stated, a change, an answer. */
export function asks(finding: FindingView, { audit }: Assessment): string[] {
  const { change, evidence, exceptions, gaps } = finding;
  const documents = evidence.map(({ id, title, section }) => `${id}, ${title}${section === "" ? "" : `, ${section}`}`);
  const actions = (audit.actions ?? []).filter((action) => action.criterion === finding.anchor && isUnderWay(action));
  return [
    documents.length === 0
      ? "Ask what these answers rest on, since no document is named."
      : `Ask to see what they rest on: ${documents.join("; ")}.`,
    ...(gaps.length === 0 ? [] : [`Ask for what is not stated: ${listed(gaps.map(({ title }) => title))}.`]),
    ...exceptions.map(review),
    ...actions.map(
      ({ id, action, due }) =>
        `Ask how action ${id} is going${due ? `, due ${date(due)}` : ""}: ${action.replace(/\.$/, "")}.`,
    ),
    ...(finding.level === 3 ? ["Ask that it is kept when the rules are next looked at."] : []),
    ...(change.length > 0 ? [`Ask whether this could be tried: ${change.map(({ says }) => says).join("; ")}.`] : []),
    "Ask for an answer in writing, with the reason where the rule has to stay.",
  ];
}

function review({ id, review }: ExceptionView): string {
  if (review === "") return `Ask when exception ${id} will be looked at again: no date is stated.`;
  return `Ask what room exception ${id} leaves, and for its review, due ${review}.`;
}
