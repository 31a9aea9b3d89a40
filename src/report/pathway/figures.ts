/** The figures of a wait in words, in its own unit. */
import type { Audit } from "../../core/audit.ts";
import { count } from "../wording.ts";
import { numberIn } from "./words.ts";

/** One stage of waiting as an audit states it. */
export type Wait = NonNullable<Audit["waits"]>[number];

/** What is said of a wait of which no figure is stated. */
export const notStated = "wait not stated";

/** The median or else the mean, then the long waits, then how many were counted. */
export function figures(wait: Wait): string[] {
  const time = (value: number | string | undefined, says: (time: string) => string) => {
    const stated = numberIn(value);
    return stated === undefined ? [] : [says(count(stated, wait.unit.slice(0, -1)))];
  };
  const median = time(wait.median, (length) => `${length} (median)`);
  const middle = [...median, ...time(wait.mean, (length) => `${length} (mean; the median is not stated)`)].slice(0, 1);
  const others = [
    ...time(wait.p90, (length) => `9 in 10 within ${length}`),
    ...time(wait.longest, (length) => `longest ${length}`),
    ...(middle.length > 0 ? [] : shares(wait)),
  ];
  if (middle.length + others.length === 0) return [notStated];
  return [...(middle.length > 0 ? middle : ["median wait not stated"]), ...others, ...counted(wait)];
}

function counted({ n }: Wait): string[] {
  if (typeof n === "number") return [`${n} people counted`];
  const small = /^<(\d+)$/.exec(n ?? "")?.[1];
  return small === undefined ? [] : [`fewer than ${small} people counted`];
}

/** The shares of a wait, for where no median is stated. */
function shares(wait: Wait): string[] {
  const all = [
    [wait.pct_within_6_weeks, "within 6 weeks"],
    [wait.pct_within_18_weeks, "within 18 weeks"],
    [wait.pct_over_90_days, "over 90 days"],
  ] as const;
  return all.flatMap(([share, says]) => (typeof share === "number" ? [`${share} per cent ${says}`] : []));
}
