/** The figures of one wait are points on one curve; here is what does not fit on it. */
import type { Audit } from "../core/audit.ts";
import type { Disagreement } from "./disagreement.ts";

type Wait = NonNullable<Audit["waits"]>[number];

/** Figures of the waits that contradict each other. */
export function waits(audit: Audit): Disagreement[] {
  return (audit.waits ?? []).flatMap((wait, index) => {
    const told = [...outOfOrder(wait), ...doubtful(wait), ...falling(wait), ...unfitting(wait)];
    return told.map(({ name, message, ...rest }) => ({
      pointer: `/waits/${index}/${name}`,
      message: `waits[${wait.stage ?? index}].${name}: ${message}`,
      ...rest,
    }));
  });
}

/** A disagreement inside one wait, under the name of its figure. */
interface Misfit extends Omit<Disagreement, "pointer"> {
  readonly name: string;
}

/** The day by which a share of people had been seen, in the wait's own unit. */
function quantiles(wait: Wait): { name: "median" | "p90" | "longest"; share: number; value: number }[] {
  const marks = { median: 50, p90: 90, longest: 100 } as const;
  return (["median", "p90", "longest"] as const).flatMap((name) => {
    const value = wait[name];
    return typeof value === "number" ? [{ name, share: marks[name], value }] : [];
  });
}

function outOfOrder(wait: Wait): Misfit[] {
  const all = quantiles(wait);
  return all.flatMap(({ name, value }, index) => {
    const next = all[index + 1];
    return next && value > next.value ? [{ name, message: `${value} is more than ${next.name} (${next.value})` }] : [];
  });
}

function doubtful(wait: Wait): Misfit[] {
  const long =
    wait.unit === "weeks" ? quantiles(wait).filter(({ name, value }) => name !== "longest" && value > 60) : [];
  return long.map(({ name, value }) => ({
    name,
    severity: "warning",
    message: `${value} weeks is over a year`,
    hint: "are these days?",
  }));
}

/** The share of people seen within so many days, under the name of the figure that gives it. */
interface Share {
  readonly name: "pct_within_6_weeks" | "pct_over_90_days" | "pct_within_18_weeks";
  readonly days: number;
  readonly share: number;
}

function shares(wait: Wait): Share[] {
  const over = wait.pct_over_90_days;
  const all = [
    { name: "pct_within_6_weeks", days: 42, share: wait.pct_within_6_weeks },
    { name: "pct_over_90_days", days: 90, share: typeof over === "number" ? 100 - over : undefined },
    { name: "pct_within_18_weeks", days: 126, share: wait.pct_within_18_weeks },
  ] as const;
  return all.flatMap(({ share, ...rest }) => (typeof share === "number" ? [{ ...rest, share }] : []));
}

/** Shares that fall as the time grows. Between a share and the rest of another, one per cent may be rounding. */
function falling(wait: Wait): Misfit[] {
  const all = shares(wait);
  return all.flatMap(({ name, share }, index): Misfit[] => {
    const next = all[index + 1];
    const over = [name, next?.name].includes("pct_over_90_days");
    if (next === undefined || share <= next.share + (over ? 1 : 0)) return [];
    const together = `together they are ${name === "pct_within_6_weeks" ? "over" : "under"} 100`;
    const hint = over ? together : "a longer time can't hold fewer people";
    return [{ name: next.name, message: `it does not fit with ${name}`, hint }];
  });
}

/** Shares that the quantiles rule out, half a unit of rounding let pass. */
function unfitting(wait: Wait): Misfit[] {
  const unit = wait.unit === undefined ? undefined : { weeks: 7, days: 1 }[wait.unit];
  if (unit === undefined) return [];
  return shares(wait).flatMap(({ name, days, share }) =>
    quantiles(wait).flatMap((mark): Misfit[] => {
      const early = (mark.value + 0.5) * unit <= days && share + 0.5 < mark.share;
      const late = (mark.value - 0.5) * unit > days && share - 0.5 > mark.share;
      if (!early && !late) return [];
      const over = name === "pct_over_90_days";
      const hint = `with that it is ${over ? 100 - mark.share : mark.share} or ${early === over ? "less" : "more"}`;
      return [{ name, message: `it does not fit with ${mark.name} (${mark.value} ${wait.unit})`, hint }];
    }),
  );
}
