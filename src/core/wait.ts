/**
 * What is known of one wait, all its figures taken together. A median, a 90th percentile, a longest
 * wait and the shares within 6 and 18 weeks are points on one curve (how many per cent have been seen
 * by a given day), so each bounds the others: 75 per cent within 6 weeks means that the median is at
 * most 42 days. Days are calendar days; a week is 7.
 */
import { type Answers, find, type Span } from "./facts.ts";

/** By `days`, at least (or, just before it, at most) `share` per cent have been seen. */
interface Point {
  readonly days: number;
  readonly share: number;
  /** The figure is a day (a quantile: before it, at most the share) rather than a share at a fixed day. */
  readonly quantile: boolean;
}

const figures: readonly { name: string; share?: number; days?: number; beyond?: boolean }[] = [
  { name: "median", share: 50 },
  { name: "p90", share: 90 },
  { name: "longest", share: 100 },
  { name: "pct_within_6_weeks", days: 42 },
  { name: "pct_within_18_weeks", days: 126 },
  { name: "pct_over_90_days", days: 90, beyond: true },
];

/** The paths of the figures that bound a wait at the given stage. */
export function waitFacts(stage: string): string[] {
  return ["unit", ...figures.map((figure) => figure.name)].map((name) => `waits[${stage}].${name}`);
}

/** The per cent of people seen within so many days; settled best by stating `asking`. */
export function shareWithin(answers: Answers, stage: string, days: number, asking: string): Span {
  let from = 0;
  let to = 100;
  for (const point of points(answers, stage)) {
    if (point.days === days && !point.quantile) return exact(point.share);
    if (point.days <= days) from = Math.max(from, point.share);
    if (point.days > days) to = Math.min(to, point.share);
  }
  return span(from, to, `waits[${stage}].${asking}`);
}

/**
 * The day by which so many per cent had been seen; settled best by stating `asking`. A share that is just
 * the one asked about bounds nothing: with an even number of people the median lies between two waits.
 */
export function dayOf(answers: Answers, stage: string, share: number, asking: string): Span {
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  for (const point of points(answers, stage)) {
    if (point.share === share && point.quantile) return exact(point.days);
    if (point.share > share) to = Math.min(to, point.days);
    if (point.share < share) from = Math.max(from, point.days);
  }
  return span(from, to, `waits[${stage}].${asking}`);
}

function points(answers: Answers, stage: string): Point[] {
  const wait = (find(answers, `waits[${stage}]`)?.value ?? {}) as Record<string, unknown>;
  const inDays = wait["unit"] === "weeks" ? 7 : 1;
  return figures.flatMap(({ name, share, days, beyond }): Point[] => {
    const value = wait[name];
    if (typeof value !== "number") return [];
    if (share !== undefined) return [{ days: value * inDays, share, quantile: true }];
    return [{ days: days ?? 0, share: beyond ? 100 - value : value, quantile: false }];
  });
}

function exact(value: number): Span {
  return { kind: "number", from: value, to: value, needs: [] };
}

function span(from: number, to: number, asking: string): Span {
  return { kind: "number", from: Math.min(from, to), to: Math.max(from, to), needs: from === to ? [] : [asking] };
}
