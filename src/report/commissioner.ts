/** Who pays for a service, and whether an exception is theirs. */
import type { Audit, Exception } from "../core/audit.ts";

/** What the format calls a service that nobody but its clients pays for. */
const byClients = "self_funded";

/** What a table says where it is not stated who pays. */
export const notStated = "Not stated";

/** The exact words for the commissioner, or "" where clients pay or it is not stated. */
export function commissionerOf({ commissioner = "" }: Audit["service"]): string {
  return commissioner === byClients ? "" : commissioner;
}

/** Who pays, as a table says it. */
export function fundedBy({ commissioner }: Audit["service"]): string {
  return commissioner === byClients ? "Self-funded" : (commissioner ?? notStated);
}

/** Words for a commissioner and what is agreed with one. Contracting with a client is something else. */
const words =
  /\b(commission(er|ers|ed|ing)?|contract(s|ed|ual)?|funders?|funding|grants?|integrated care board|icb|health board)\b/i;

/**
 * Whether an exception is the commissioner's: it says so, or where it does not say who set the rule, its reason
 * or the role that agreed it has a word for a commissioner or a contract, or the commissioner's own name. Whoever
 * is shown the result is shown the reason too.
 */
export function isCommissioners(
  { imposed_by = "unknown", reason, agreed_by_role = "" }: Exception,
  service: Audit["service"],
): boolean {
  if (service.commissioner === byClients) return false;
  if (imposed_by !== "unknown") return imposed_by === "commissioner";
  const said = `${reason} ${agreed_by_role}`;
  const own = commissionerOf(service)
    .replaceAll(/\([^)]*\)/g, "")
    .trim()
    .toLowerCase();
  return words.test(said) || (own !== "" && said.toLowerCase().includes(own));
}
