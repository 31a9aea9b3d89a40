/** What to be careful about before comparing: only what is so of the audits at hand. */
import { notStated } from "./commissioner.ts";
import type { AuditStandings } from "./standings.ts";
import { count } from "./wording.ts";

/** The sentences, in the order in which they matter. */
export function careful(audits: readonly AuditStandings[]): string[] {
  const differ = (of: (audit: AuditStandings) => string) => new Set(audits.map(of)).size > 1;
  const exceptions = audits.flatMap((audit) => audit.exceptions.filter(({ commissioner }) => commissioner)).length;
  return [
    "Read along each line: it sets one thing that every service states beside the others.",
    "Open is not low: what is stated so far leaves more than one level possible.",
    people(
      differ(({ clients }) => clients),
      differ(({ kind }) => kind),
    ),
    payers(audits),
    differ(({ period }) => period) ? "They cover different periods." : "",
    differ(({ standards }) => standards) ? "Their waits are read against different standards." : "",
    differ(({ assurance }) => assurance) ? "They have been checked in different ways." : "",
    exceptions === 0
      ? ""
      : `${count(exceptions, "exception")} ${exceptions === 1 ? "names" : "name"} the commissioner or the contract as the reason for an answer; see below.`,
    differ(({ service }) => service) || audits.length < 2 ? "" : "All are of one service at different times.",
  ].filter((sentence) => sentence !== "");
}

function people(clients: boolean, kinds: boolean): string {
  if (clients && kinds) return "They are services of different kinds, for different people.";
  if (kinds) return "They are services of different kinds.";
  return clients ? "They are for different people." : "";
}

function payers(audits: readonly AuditStandings[]): string {
  const [first] = audits;
  const differ = audits.some(({ fundedBy }) => fundedBy !== first?.fundedBy);
  if (differ && audits.some(({ fundedBy }) => fundedBy === notStated))
    return "They have different funders, or do not all state who pays.";
  if (differ) return "They have different funders, and so may have different contracts.";
  return first?.commissioner ? `All name ${first.commissioner} as who pays; their contracts may still differ.` : "";
}
