/** The short lists of a summary, each entry a text: exceptions, what is not stated, the plan. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Answers } from "../core/facts.ts";
import { listed } from "../core/listed.ts";
import { shortened } from "./fit.ts";
import type { MissingFact } from "./missing.ts";
import type { ActionView } from "./plan.ts";
import type { ReportView } from "./service.ts";
import { factName, type TitleOf } from "./values.ts";

/** Characters that one text of the service's own may take here. */
const own = { reason: 140, role: 60, action: 130 } as const;

/** "X1 (G5): the reason. Agreed by the board on 1 April 2025. Review due 1 October 2026." */
export function exceptionTexts({ findings }: Assessment, { exceptions }: ReportView): string[] {
  return exceptions.map(({ id, reason, imposed, agreed, review }) => {
    const codes = findings.filter((finding) => finding.exceptions.includes(id)).map(({ code }) => code);
    const set = imposed === "" ? "" : ` Set by ${imposed}.`;
    const by = agreed === "" ? "Who agreed it is not stated." : `Agreed ${shortened(agreed, own.role + 24)}.`;
    const until = review === "" ? "No review is stated." : `Review due ${review}.`;
    return `${id}${few(codes)}: ${shortened(reason, own.reason)}.${set} ${by} ${until}`;
  });
}

/** "Cost of stating a preference (P1 and D1): about 3 of 4 points of the range." Those first that account for most. */
export function missingTexts(missing: readonly MissingFact[], titleOf: TitleOf, answers: Answers): string[] {
  return missing.map(({ path, criteria, points }) => {
    const name = shortened(factName(path, titleOf, answers), own.reason);
    return `${name}${few(criteria.map(({ code }) => code))}: ${points} of the range.`;
  });
}

/** "The action (G5). Service manager, due 30 September 2026, started." What is under way comes first. */
export function planTexts(actions: readonly ActionView[], findings: readonly Finding[]): string[] {
  const order = ["Started", "Planned", "Done", "Dropped"];
  return actions
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
    .map(({ action, anchor, owner, due, status, note }) => {
      const code = findings.filter(({ criterion }) => criterion === anchor).map((finding) => finding.code);
      const who = owner === "Not stated" ? "Owner not stated" : shortened(owner, own.role);
      const when = due === "Not stated" ? "no date stated" : `due ${due}`;
      const disagree = note === "" ? "" : " Plan and facts disagree.";
      return `${shortened(action, own.action).replace(/\.$/, "")}${few(code)}. ${who}, ${when}, ${status.toLowerCase()}.${disagree}`;
    });
}

/** Some codes in brackets, the rest counted. */
function few(codes: readonly string[]): string {
  if (codes.length === 0) return "";
  const first = codes.slice(0, 4);
  const left = codes.length - first.length;
  return ` (${listed(left > 0 ? [...first, `${left} more`] : first)})`;
}
