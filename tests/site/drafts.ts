/** Audits of which some are drafts, told by a word that stands nowhere else. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A word that only drafts have: both services are called by it in them. */
export const onlyInDrafts = "Zebrawood";

/** The drafts: one that follows finished audits of its service, and one of a service that has no other. */
export const drafts = ["harbour-lane/2026", "zebrawood/2026"] as const;

/** Writes harbour-lane with its newest audit as a draft, and a service of which there is only a draft. */
export function writeDrafts(root: string, audits: string): void {
  cpSync(join(root, "audits", "harbour-lane"), join(audits, "harbour-lane"), { recursive: true });
  mkdirSync(join(audits, "zebrawood"));
  const text = readFileSync(join(root, "audits", "harbour-lane", "2026.yaml"), "utf8")
    .replace(/^ {2}name: .*/m, `  name: ${onlyInDrafts} Counselling (invented)`)
    .replace(/^ {2}completed_by_role: .*/m, "$&\n  status: draft");
  writeFileSync(join(audits, "harbour-lane", "2026.yaml"), text);
  writeFileSync(join(audits, "zebrawood", "2026.yaml"), text.replace(/^ {2}id: .*/m, "  id: zebrawood"));
}
