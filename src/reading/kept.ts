/** What was read of the catalogue, kept beside the validators so that a check need not parse it again. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Yardstick } from "./yardstick.ts";

const fileOf = (root: string) => join(root, "src", "reading", "made", "catalogue.json");

/** The parts of a yardstick that are read from content/. */
export type Kept = Pick<Yardstick, "catalogue" | "references" | "referencePlaces">;

/** What is kept below `root` of sources with this hash; undefined where other ones were read, or none. */
export function keptReading(root: string, madeFrom: string): Kept | undefined {
  const file = fileOf(root);
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, "utf8"));
  if (kept.madeFrom !== madeFrom) return undefined;
  return { catalogue: kept.catalogue, references: kept.references, referencePlaces: new Map(kept.places) };
}

/** Keeps what was read of sources with this hash, in place of what was kept before; nothing where it was not sound. */
export function keep(root: string, madeFrom: string, read: Kept | undefined): void {
  const file = fileOf(root);
  rmSync(file, { force: true });
  if (read === undefined) return;
  const { catalogue, references, referencePlaces } = read;
  writeFileSync(file, JSON.stringify({ madeFrom, catalogue, references, places: [...referencePlaces] }));
}
