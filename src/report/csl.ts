/** References as CSL-JSON, for programs that make lists of them. Our own fields become a note. */
import type { Reference } from "../core/guidance.ts";

/** A reference in pure CSL-JSON. */
export type CslItem = Omit<Reference, "status" | "verified" | "printed_as">;

/** The references without our own fields. */
export function cslItems(references: readonly Reference[]): CslItem[] {
  return references.map((reference) => {
    const { status: _status, verified: _verified, printed_as: _printed, note: _note, ...item } = reference;
    const note = statusNote(reference);
    return note === "" ? item : { ...item, note };
  });
}

/** What every form of a reference says of its standing, so that nothing uncertain passes for certain. */
export function statusNote({ status, verified = "", note = "" }: Reference): string {
  const checked = verified === "" ? "Not verified." : `Not verified in full; checked: ${verified}.`;
  const standing = { verified: "", unverified: checked, unidentified: "Not identified." }[status];
  return [standing, note].filter((part) => part !== "").join(" ");
}
