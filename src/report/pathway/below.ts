/** What stands below the track: the label of each stretch, and under them the gates, led down from where they stand. */
import type { Band } from "./above.ts";
import type { Gate, GatePlace } from "./gates.ts";
import { type Label, placed, setting, tidy } from "./label.ts";
import { inRow, within } from "./row.ts";
import type { Stretch } from "./stretches.ts";
import { radius, type Track } from "./track.ts";

/** The box of a gate; its label stands in it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly effect: Gate["effect"];
  /** Upper left corner of the sign of its effect. */
  readonly sign: { readonly x: number; readonly y: number };
}

/** The lines from the track to the gates, as SVG writes them. */
interface Stems {
  readonly stems: readonly string[];
}

const gap = 16;
/** Room for leads to lean, and how far above the labels they end. */
const slope = 18;
const clear = 3;
const stretchWidth = { wait: 170, therapy: 320, crowded: 220 } as const;
/** With more labels and lanes in the row than this, therapy is set in narrower lines. */
const crowd = 5;
/** Leads to gates turn at heights of their own, so that none crosses another: the farther right it leads, the higher. */
const turns = { room: 28, step: 7 } as const;
/** Gates stand in three columns at most; `mark` is the room for the sign of their effect. */
const column = { most: 3, width: 318, gap: 20, padding: 10, mark: 26 } as const;

/** Where on the track the gates of a place stand. */
export function standsAt({ where, stop }: GatePlace, { stops }: Track): number {
  const at = stops[stop] ?? 0;
  if (where === "at") return at;
  const other = stops[where === "after" ? stop + 1 : stop - 1] ?? at;
  const away = radius + Math.min(16, Math.max(0, Math.abs(other - at) - 2 * radius) / 2);
  return where === "after" ? at + away : at - away;
}

/** The labels of the stretches from the given height down, with a lane through them for each place of gates. */
export function stretchLabels(
  stretches: readonly Stretch[],
  places: readonly GatePlace[],
  track: Track,
  top: number,
): Band & Stems & { readonly lanes: readonly number[] } {
  const middle = ({ from, to }: Stretch) => ((track.stops[from] ?? 0) + (track.stops[to] ?? 0)) / 2;
  const therapy = stretches.length + places.length <= crowd ? stretchWidth.therapy : stretchWidth.crowded;
  const things = [
    ...stretches.map((stretch) => {
      const [name = "", ...says] = stretch.kind === "wait" ? stretch.says : [stretch.name, ...stretch.says];
      const widest = stretch.kind === "wait" ? stretchWidth.wait : therapy;
      return { at: middle(stretch), set: setting(name, says, widest), lane: -1 };
    }),
    ...places.map((place, lane) => ({ at: standsAt(place, track), set: undefined, lane })),
  ].toSorted((a, b) => a.at - b.at);
  const wishes = things.map(({ at, set }) =>
    set ? { width: set.width, left: at - set.width / 2, weight: 1 } : { width: 2, left: at - 1, weight: 8 },
  );
  const lefts = inRow(wishes, gap, 0, track.width);
  const height = Math.max(...things.map(({ set }) => set?.height ?? 0));
  const labels: Label[] = [];
  const leads: string[] = [];
  const stems: string[] = [];
  const lanes: number[] = [];
  for (const [order, { at, set, lane }] of things.entries()) {
    const left = lefts[order] ?? 0;
    if (set === undefined) {
      lanes[lane] = left + 1;
      stems.push(`M${tidy(at)} ${top}L${tidy(left + 1)} ${top + slope - clear}V${top + slope + height}`);
      continue;
    }
    labels.push(placed("stretch", set, left, top + slope));
    const x = within(at, left + 4, left + set.width - 4);
    leads.push(`M${tidy(at)} ${top}L${tidy(x)} ${top + slope - clear}`);
  }
  return { labels, leads, stems, lanes, bottom: top + slope + height };
}

/** The gates from the given height down, one group for each place, with its title above. */
export function gateBoxes(
  places: readonly GatePlace[],
  lanes: readonly number[],
  track: Track,
  top: number,
): Band & Stems & { readonly boxes: readonly Box[] } {
  const columns = columnsOf(places);
  const widths = columns.map((number) => number * column.width + (number - 1) * column.gap);
  const wishes = widths.map((width, index) => ({ width, left: (lanes[index] ?? 0) - 24, weight: 1 }));
  const lefts = inRow(wishes, column.gap, 0, track.width);
  const y = top + turns.room;
  const labels: Label[] = [];
  const stems: string[] = [];
  const boxes: Box[] = [];
  for (const [index, place] of places.entries()) {
    const left = lefts[index] ?? 0;
    const width = widths[index] ?? 0;
    const lane = lanes[index] ?? 0;
    const x = within(lane, left + 2, left + width - 2);
    const turn = x > lane ? turns.room - turns.step * (index + 1) : turns.step * (index + 1);
    stems.push(`M${tidy(lane)} ${top}V${tidy(top + turn)}H${tidy(x)}V${y}M${tidy(left)} ${y}H${tidy(left + width)}`);
    const title = placed("place", setting(place.title, [], width), left, y + 6);
    labels.push(title);
    const tops = Array<number>(columns[index] ?? 1).fill(y + 6 + title.height + 8);
    for (const gate of place.gates) {
      const at = tops.indexOf(Math.min(...tops));
      const box = boxOf(gate, left + at * (column.width + column.gap), tops[at] ?? 0);
      boxes.push(box.box);
      labels.push(box.label);
      tops[at] = box.box.y + box.box.height + 10;
    }
  }
  const bottom = Math.max(top, ...boxes.map((box) => box.y + box.height));
  return { labels, leads: [], stems, boxes, bottom };
}

/** A column for each place, and what is left over to where most gates share one. */
function columnsOf(places: readonly GatePlace[]): number[] {
  const columns = places.map(() => 1);
  const crowd = () => places.map(({ gates }, index) => gates.length / (columns[index] ?? 1));
  while (columns.length > 0 && columns.reduce((sum, one) => sum + one, 0) < column.most && Math.max(...crowd()) > 1) {
    const most = crowd().indexOf(Math.max(...crowd()));
    columns[most] = (columns[most] ?? 0) + 1;
  }
  return columns;
}

function boxOf({ name, says, effect }: Gate, x: number, y: number): { box: Box; label: Label } {
  const set = setting(name, says, column.width - column.padding - column.mark - column.padding);
  const label = placed("gate", set, x + column.padding + column.mark, y + column.padding - 3);
  const height = set.height + 2 * column.padding;
  const sign = { x: tidy(x + column.padding), y: tidy(y + column.padding) };
  return { box: { x: tidy(x), y: tidy(y), width: column.width, height, effect, sign }, label };
}
