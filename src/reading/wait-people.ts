/** The figures of a wait and the number of people behind them: together they may tell of one or a few. */
import type { Audit } from "../core/audit.ts";
import { path as written } from "./check.ts";
import { type Counted, isFew, type Limits, leaveOut, reached, smallest, stageOf } from "./counts.ts";
import type { Disagreement } from "./disagreement.ts";

type Wait = NonNullable<Audit["waits"]>[number];

/** Something to tell of one figure of a wait, under the figure's name. */
type Told = readonly [figure: string, message: string, hint: string];

/**
 * Figures of the waits that rest on too few people, and percentages that tell a small number of them. Where
 * a wait does not say on how many people it rests, the total of its stage is taken: there can't be more.
 */
export function waitsOfFew(audit: Audit, limits: Limits): Disagreement[] {
  return (audit.waits ?? []).flatMap((wait, index) => {
    const own: Counted = [`/waits/${index}/n`, wait.n];
    const base = smallest(wait.n) === undefined ? reached(audit, stageOf(wait)) : own;
    const people = smallest(base[1]);
    if (people === undefined) return [];
    const told =
      people < limits.base
        ? onSmallBase(wait, people, limits)
        : telling(wait, people, base === own ? "n" : written(base[0]), limits);
    return told.map(([figure, message, hint]) => {
      const where = `waits[${wait.stage ?? index}].${figure}`;
      return { pointer: `/waits/${index}/${figure}`, message: `${where}: ${message}`, hint };
    });
  });
}

/**
 * Of a few people, any figure is of each of them. Of fewer than 20 or so, the longest wait and the 90th
 * percentile are the waits of one or two, who will know themselves and may be known. Of more people nobody can
 * tell whose wait the longest was, and that people wait so long is what a reader has to see.
 */
function onSmallBase(wait: Wait, people: number, { below, base }: Limits): Told[] {
  const figures = (["median", "mean", "p90", "longest"] as const).filter((name) => typeof wait[name] === "number");
  const few = figures.flatMap((name): Told[] => {
    if (people < below) return [[name, `a figure of fewer than ${below} people`, leaveOut]];
    if (name === "median" || name === "mean") return [];
    return [[name, `of fewer than ${base} people, it is the wait of one or two of them`, leaveOut]];
  });
  const shares = sharesOf(wait).map(({ name }): Told => [name, `a percentage of fewer than ${base} people`, leaveOut]);
  return [...few, ...shares];
}

function telling(wait: Wait, people: number, base: string, { below }: Limits): Told[] {
  const shares = sharesOf(wait);
  const few = shares.filter(({ share }) => isFew(people, share, below) || isFew(people, 100 - share, below));
  const rest = shares.filter((one) => !few.includes(one));
  const between = rest.flatMap(({ name, share }, index): Told[] => {
    const other = rest.slice(0, index).find((one) => isFew(people, Math.abs(one.share - share), below));
    const message = `with ${base} and ${other?.name} it tells a small number of people`;
    return other ? [[name, message, "leave one of the two out"]] : [];
  });
  const longer = `${leaveOut}, or give it for a longer period`;
  return [...few.map(({ name }): Told => [name, `with ${base} it tells a small number of people`, longer]), ...between];
}

/** The shares that are stated, as per cent seen within a time. */
function sharesOf(wait: Wait): { name: string; share: number }[] {
  return (["pct_within_6_weeks", "pct_over_90_days", "pct_within_18_weeks"] as const).flatMap((name) => {
    const value = wait[name];
    return typeof value === "number" ? [{ name, share: name === "pct_over_90_days" ? 100 - value : value }] : [];
  });
}
