/** What was read of the catalogue, kept beside the validators so that a check need not parse it again. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Yardstick } from "./yardstick.ts";

const file = new URL("./made/catalogue.json", import.meta.url);

/** The parts of a yardstick that are read from content/. */
export type Kept = Pick<Yardstick, "catalogue" | "references" | "referencePlaces">;

/** What is kept of sources with this hash; undefined where other ones were read, or none. */
export function keptReading(madeFrom: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, "utf8"));
  if (kept.madeFrom !== madeFrom) return undefined;
  return { catalogue: kept.catalogue, references: kept.references, referencePlaces: new Map(kept.places) };
}

/** Keeps what was read of sources with this hash, in place of what was kept before; nothing where it was not sound. */
export function keep(madeFrom: string, read: Kept | undefined): void {
  rmSync(file, { force: true });
  if (read === undefined) return;
  const { catalogue, references, referencePlaces } = read;
  writeFileSync(file, JSON.stringify({ madeFrom, catalogue, references, places: [...referencePlaces] }));
}
