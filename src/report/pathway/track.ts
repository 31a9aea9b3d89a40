/** The track of the drawing: where on it each stop stands, waits to one scale. Lengths are the drawing's own units. */
import type { Stop } from "./stops.ts";
import type { Stretch } from "./stretches.ts";

/** The track from left to right. */
export interface Track {
  readonly width: number;
  /** The middle of each stop. */
  readonly stops: readonly number[];
  /** Units a day of waiting takes; 0 where no wait is drawn to scale. */
  readonly perDay: number;
}

/** Half the width of a stop. */
export const radius = 11;

const least = { width: 1000, waits: 240, unstated: 64, therapy: 200 } as const;
/** A week takes at most so many units a day, so that short waits look short. */
const mostPerDay = 23;
/** Room that no wait needs goes to therapy up to here, and past it to the waits that are not stated. */
const mostTherapy = 340;

/**
 * A wait is as long as its bar between the edges of stops: a wait of no days leaves its stops side by side.
 * Where it passes stops its bar is cut by them in equal parts, since when they come is not stated; the
 * parts together have its length. Waits that are not stated and therapy have lengths that mean nothing.
 */
export function trackOf(stops: readonly Stop[], stretches: readonly Stretch[]): Track {
  const parts = stretches.flatMap((stretch) => Array<Stretch>(stretch.to - stretch.from).fill(stretch));
  const unstated = parts.filter(({ kind, days }) => kind === "wait" && days === null).length;
  const days = stretches.reduce((sum, stretch) => sum + (stretch.days ?? 0), 0);
  const fixed = 2 * radius * stops.length + least.unstated * unstated + least.therapy;
  const width = Math.max(least.width, fixed + least.waits);
  const perDay = days === 0 ? 0 : Math.min(mostPerDay, (width - fixed) / days);
  const spare = width - fixed - perDay * days;
  const toTherapy = unstated === 0 ? spare : Math.min(spare, mostTherapy - least.therapy);
  const toUnstated = unstated === 0 ? 0 : (spare - toTherapy) / unstated;
  const length = ({ kind, days: long, from, to }: Stretch) => {
    if (kind === "therapy") return least.therapy + toTherapy;
    return long === null ? least.unstated + toUnstated : (perDay * long) / (to - from);
  };
  const middles = [radius];
  for (const part of parts) middles.push((middles.at(-1) ?? 0) + 2 * radius + length(part));
  return { width, stops: middles, perDay };
}
