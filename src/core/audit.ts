/** The parts of an audit by name. The whole type is made from schemas/audit.schema.json. */
import type { Audit } from "./types/audit.ts";

export type { Audit };
export type Evidence = NonNullable<Audit["evidence"]>[number];
export type Exception = NonNullable<Audit["exceptions"]>[number];
export type Action = NonNullable<Audit["actions"]>[number];

/** Whether an action is planned or started: neither done nor dropped. */
export function isUnderWay({ status }: Action): boolean {
  return status === "planned" || status === "started";
}

/** A checked audit: its id (service/period), its file, the file's SHA-256 and what it says. */
export interface CheckedAudit {
  readonly id: string;
  /** The file's path from the folder that the audits folder lies in: the same wherever that is, and no more is told. */
  readonly file: string;
  readonly sha256: string;
  readonly audit: Audit;
}

/** Whether an audit is still being worked on. It is final unless it says so. */
export function isDraft({ audit }: Audit): boolean {
  return audit.status === "draft";
}
