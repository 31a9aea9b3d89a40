/** The drawing of a pathway: every line, dot and word of it with its place. The component only writes it down. */
import { count } from "../wording.ts";
import { stopLabels } from "./above.ts";
import { type Box, gateBoxes, standsAt, stretchLabels } from "./below.ts";
import type { GatePlace } from "./gates.ts";
import { type Label, placed, setting, tidy } from "./label.ts";
import type { Stop } from "./stops.ts";
import type { Stretch } from "./stretches.ts";
import { radius, type Track, trackOf } from "./track.ts";

/** A straight part of the track, or a post across it where gates stand. */
export interface Stroke {
  readonly kind: "wait" | "unstated" | "therapy" | "post";
  readonly d: string;
}

/** A stop on the track; `passed` where a stated wait goes past it and when it comes is not stated. */
export interface Dot {
  readonly x: number;
  readonly passed: boolean;
}

/** The whole drawing, in units of its own. */
export interface Drawing {
  /** What an SVG shows of it, with a margin for the strokes at its edges. */
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  /** The height of the track's middle, and half the height of a dot. */
  readonly track: number;
  readonly radius: number;
  readonly strokes: readonly Stroke[];
  readonly dots: readonly Dot[];
  /** Lines from labels to what they are about, and from the track to its gates. */
  readonly leads: string;
  readonly stems: string;
  readonly boxes: readonly Box[];
  readonly labels: readonly Label[];
  /** The measure for the waits; null where none is drawn to scale. */
  readonly ruler: string | null;
}

const margin = 3;
/** Half the height of a post: it is seen between two stops that touch. */
const post = radius + 5;

/** Lays a pathway out. */
export function drawingOf(
  stops: readonly Stop[],
  stretches: readonly Stretch[],
  places: readonly GatePlace[],
): Drawing {
  const track = trackOf(stops, stretches);
  const ruler = rulerOf(track);
  const above = stopLabels(stops, track, ruler ? ruler.label.height + 16 : 0);
  const middle = above.bottom + radius + 2;
  const under = stretchLabels(stretches, places, track, middle + radius + 3);
  const gates = gateBoxes(places, under.lanes, track, under.bottom);
  const bottom = Math.max(under.bottom, gates.bottom);
  return {
    viewBox: `${-margin} 0 ${tidy(track.width + 2 * margin)} ${tidy(bottom + margin)}`,
    width: tidy(track.width),
    height: tidy(bottom),
    track: tidy(middle),
    radius,
    strokes: [...stretches.flatMap((stretch) => bars(stretch, track, middle)), ...posts(places, track, middle)],
    dots: track.stops.map((x, index) => ({ x: tidy(x), passed: isPassed(index, stretches) })),
    leads: [...above.leads, ...under.leads].join(""),
    stems: [...under.stems, ...gates.stems].join(""),
    boxes: gates.boxes,
    labels: [...(ruler ? [ruler.label] : []), ...above.labels, ...under.labels, ...gates.labels],
    ruler: ruler?.d ?? null,
  };
}

/** Whether a stated wait goes past a stop. */
export function isPassed(stop: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to, days }) => days !== null && from < stop && stop < to);
}

/** The bars of a stretch, from the edge of each stop to the edge of the next. */
function bars({ from, to, kind, days }: Stretch, { stops }: Track, y: number): Stroke[] {
  const look = kind === "wait" && days === null ? "unstated" : kind;
  return stops.slice(from, to).flatMap((x, index) => {
    const next = stops[from + index + 1] ?? x;
    const [start, end] = [tidy(x + radius), tidy(next - radius)];
    return end > start ? [{ kind: look, d: `M${start} ${tidy(y)}H${end}` }] : [];
  });
}

function posts(places: readonly GatePlace[], track: Track, y: number): Stroke[] {
  return places
    .filter(({ where }) => where !== "at")
    .map((place) => ({
      kind: "post",
      d: `M${tidy(standsAt(place, track))} ${tidy(y - post)}v${2 * post}`,
    }));
}

const measures: readonly (readonly [days: number, says: string])[] = [
  [1, "1 day"],
  ...[1, 2, 4, 8, 13, 26, 52].map((weeks) => [7 * weeks, count(weeks, "week")] as const),
];
/** A measure is at most so long, and never longer than a week where even that is. */
const longest = 190;

function rulerOf({ perDay }: Track): { d: string; label: Label } | null {
  if (perDay === 0) return null;
  const [days, says] = measures.findLast(([long]) => long * perDay <= longest) ?? measures[0] ?? [1, ""];
  const length = tidy(days * perDay);
  const label = placed("ruler", setting("", [`${says} of waiting`], 300), length + 12, 0);
  return { d: `M1 4v12M1 10H${tidy(length + 1)}M${tidy(length + 1)} 4v12`, label };
}
