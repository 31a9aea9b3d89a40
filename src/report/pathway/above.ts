/** What stands above the track: the label of each stop, in as many tiers as there is need of, led down to it. */
import { type Label, placed, setting, tidy } from "./label.ts";
import { inRow, within } from "./row.ts";
import type { Stop } from "./stops.ts";
import { radius, type Track } from "./track.ts";

/** Labels with the lines that lead to them, and the height at which the next thing may begin. */
export interface Band {
  readonly labels: readonly Label[];
  /** Paths as SVG writes them. */
  readonly leads: readonly string[];
  readonly bottom: number;
}

/** So many labels stand side by side; more stops make another tier. */
const inTier = 6;
const widest = 210;
const gap = 16;
/** Room for leads to lean, between tiers and above the track. */
const slope = 20;
/** A lead begins so far under its label. */
const clear = 3;
/** A lead on its way through a tier takes so much room. */
const lane = 2;

/**
 * The labels from the given height down. The stops take turns between the tiers; a lead from a far tier
 * has a place of its own in each nearer one, so that no line crosses a label or another line.
 */
export function stopLabels(stops: readonly Stop[], track: Track, top: number): Band {
  const tiers = Math.ceil(stops.length / inTier);
  const labels: Label[] = [];
  const leads = stops.map(() => "");
  let bottom = top;
  for (let tier = 0; tier < tiers; tier += 1) {
    const here = stops.map((_, index) => index).filter((index) => index % tiers <= tier);
    const own = here.filter((index) => index % tiers === tier);
    const room = track.width - gap * (here.length - 1) - lane * (here.length - own.length);
    const column = Math.min(widest, room / own.length);
    const things = here.map((index) => {
      const { name, says } = stops[index] as Stop;
      return { index, set: index % tiers === tier ? setting(name, says, column) : undefined };
    });
    const at = (index: number) => track.stops[index] ?? 0;
    const ends = (index: number) => index === stops.length - 1;
    const lefts = inRow(
      things.map(({ index, set }) =>
        set === undefined
          ? { width: lane, left: at(index) - lane / 2, weight: 8 }
          : { width: set.width, left: at(index) + (ends(index) ? radius - set.width : -radius), weight: 1 },
      ),
      gap,
      0,
      track.width,
    );
    const height = clear + Math.max(...things.map(({ set }) => set?.height ?? 0));
    for (const [order, { index, set }] of things.entries()) {
      const left = lefts[order] ?? 0;
      if (set === undefined) {
        leads[index] += `L${tidy(left + lane / 2)} ${bottom}V${bottom + height}`;
        continue;
      }
      const past = at(index) > left + set.width - 4;
      const x = within(at(index), left + 4, left + (past ? set.last : set.width) - 4);
      labels.push(placed("stop", set, left, bottom, ends(index)));
      leads[index] = `M${tidy(x)} ${bottom + set.height + clear}V${bottom + height}`;
    }
    bottom += height + slope;
  }
  return { labels, leads: leads.map((lead, index) => `${lead}L${tidy(track.stops[index] ?? 0)} ${bottom}`), bottom };
}
