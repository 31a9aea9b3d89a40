/** Where a finding stands, as a table shows it, and where it stood before. */
import type { Catalogue, Level } from "../core/catalogue.ts";
import type { Stand } from "../core/compare.ts";
import type { Link } from "./around.ts";
import { standingText } from "./wording.ts";

/** Its level where it is settled, and the words; the words alone where it is open, not applicable or not judged. */
export interface StandingView {
  readonly level: Level | undefined;
  readonly label: string;
}

/** One criterion that moved. */
export interface MoveRow {
  readonly criterion: Link;
  /** As the older report was published, where that is kept and was made under other criteria. */
  readonly published: StandingView | null;
  readonly was: StandingView;
  readonly now: StandingView;
  /** The facts it rests on that changed, and the numbers it is read against, in words. */
  readonly changes: readonly string[];
}

/** The view of a standing; nothing given is "Not judged". */
export function standingView(stand: Stand | null | undefined, { method }: Catalogue): StandingView {
  if (!stand) return { level: undefined, label: "Not judged" };
  return { level: stand.standing === "settled" ? stand.levels[0] : undefined, label: standingText(stand, method) };
}
