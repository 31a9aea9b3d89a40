/** What is said of an audit that is still being worked on, wherever it is shown. */
import { type Audit, isDraft } from "../core/audit.ts";
import { period } from "./wording.ts";

/** The notice that stands over every page of a draft, and on every sheet of it. */
export const draftNotice = {
  mark: "DRAFT",
  says: "This audit is a draft. It is shown here while it is being worked on, and the built site leaves it out. Please do not pass it on or cite it.",
} as const;

/** The period that an audit covers, by which readers tell audits of a service apart; a draft says that it is one. */
export function periodOf(audit: Audit): string {
  return `${period(audit.audit.period)}${isDraft(audit) ? " (draft)" : ""}`;
}
