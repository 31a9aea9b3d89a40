/** Evidence, exceptions and actions: the names in them are of facts and criteria that exist. */
import type { Audit } from "../core/audit.ts";
import { currency } from "../core/evidence.ts";
import { type Answers, find, general } from "../core/facts.ts";
import { listed } from "../core/listed.ts";
import { type Around, type Disagreement, entry, wrongWay } from "./disagreement.ts";
import { nearest } from "./nearest.ts";
import { short } from "./places.ts";

/** Evidence, exceptions and actions name facts and criteria that exist. */
export function register(audit: Audit, { questions, criteria }: Around): Disagreement[] {
  const found: Disagreement[] = [];
  const paths = [...questions.keys()].filter((path) => !path.endsWith("[]"));
  const fact = (path: string, pointer: string, what: string, others: readonly string[]) => {
    if (others.includes(path)) return;
    if (!questions.has(general(path))) {
      const meant = nearest(general(path), [...paths, ...others]);
      found.push({
        pointer,
        message: `${what}: there is no question "${short(path)}"`,
        hint: meant ? `did you mean "${meant}"?` : "name an answer by its place, for example preferences.asked",
      });
    } else if (find(audit as unknown as Answers, path) === undefined) {
      found.push({ pointer, severity: "warning", message: `${what}: ${path} is not answered in this audit` });
    }
  };
  for (const [index, one] of (audit.evidence ?? []).entries()) {
    const { id, supports, date, valid_until } = one;
    const what = entry("evidence", id, index);
    for (const [position, path] of (supports ?? []).entries())
      if (typeof path === "string") fact(path, `/evidence/${index}/supports/${position}`, what, []);
    if (date !== undefined && date > audit.audit.completed_on) {
      found.push({
        pointer: `/evidence/${index}/date`,
        severity: "warning",
        message: `${what}: its date (${date}) is after this audit was completed (${audit.audit.completed_on})`,
        hint: "which is it?",
      });
    }
    const turned = date !== undefined && valid_until !== undefined && valid_until < date;
    if (turned) {
      found.push({
        pointer: `/evidence/${index}/valid_until`,
        message: `${what}: it holds until ${valid_until}, before its own date (${date})`,
        hint: wrongWay,
      });
    }
    const age = date === undefined || turned ? "current" : currency(one, audit);
    if (age !== "current") {
      const expired = age === "expired";
      found.push({
        pointer: `/evidence/${index}/${expired ? "valid_until" : "date"}`,
        severity: "warning",
        message: expired
          ? `${what}: it held until ${valid_until}, before this audit was completed (${audit.audit.completed_on})`
          : `${what}: ${date} is longer ago than the time between policy reviews here (${audit.governance?.policy_review_months} months)`,
        hint: "name a newer source if there is one",
      });
    }
  }
  for (const [index, { id, applies_to }] of (audit.exceptions ?? []).entries()) {
    const what = entry("exception", id, index);
    if (applies_to !== undefined) fact(applies_to, `/exceptions/${index}/applies_to`, what, criteria);
  }
  for (const [index, { id, criterion, from_level, aim_level }] of (audit.actions ?? []).entries()) {
    const what = entry("action", id, index);
    if (criterion !== undefined && !criteria.includes(criterion)) {
      const meant = nearest(criterion, criteria);
      const all = criteria.length > 12 ? "take its id from the report" : `the criteria are ${listed(criteria)}`;
      found.push({
        pointer: `/actions/${index}/criterion`,
        message: `${what}: there is no criterion "${short(criterion)}"`,
        hint: meant ? `did you mean "${meant}"?` : all,
      });
    }
    if (from_level !== undefined && aim_level !== undefined && aim_level < from_level) {
      found.push({
        pointer: `/actions/${index}/aim_level`,
        severity: "warning",
        message: `${what}: it aims lower (${aim_level}) than it begins (${from_level})`,
        hint: "which is it?",
      });
    }
  }
  return found;
}
