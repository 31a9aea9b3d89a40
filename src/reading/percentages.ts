/** Percentages of people and figures of a few: with the number of people behind them they may tell a small count. */
import type { Audit } from "../core/audit.ts";
import { type Count, hiddenBelow, isMark, smallest } from "./counts.ts";
import { type Around, type Disagreement, entry } from "./disagreement.ts";

type Wait = NonNullable<Audit["waits"]>[number];
type Survey = NonNullable<Audit["evidence"]>[number];

/** The numbers that a figure is held against. */
interface Limits {
  /** Counts from 1 to one less are withheld. */
  readonly below: number;
  /** Percentages of fewer people are left out. */
  readonly base: number;
}

/**
 * Percentages of small bases, percentages that times their base give a small number of people or leave one,
 * and figures of so few people that they are one person's own.
 */
export function percentages(audit: Audit, around: Around): Disagreement[] {
  const limits = { below: hiddenBelow(audit, around), base: around.smallestBase };
  return [
    ...(audit.waits ?? []).flatMap((wait, index) => ofWait(wait, index, audit, limits)),
    ...ofTherapies(audit, limits),
    ...(audit.evidence ?? []).flatMap((survey, index) => ofSurvey(survey, index, limits)),
  ];
}

const leaveOut = "leave it out";
const longer = "leave it out, or give it for a longer period";

/** Whether so many per cent of so many people are a small number of them. */
function isFew(people: number, percent: number, below: number): boolean {
  const few = Math.round((people * percent) / 100);
  return few > 0 && few < below;
}

/** Half a unit of a percentage's last decimal: what it was rounded by at the most. */
function roundedBy(percent: number): number {
  return 0.5 * 10 ** -(String(percent).split(".")[1]?.length ?? 0);
}

function ofWait(wait: Wait, index: number, { audit: { counts } }: Audit, limits: Limits): Disagreement[] {
  const name = wait.stage === "referral_to_first_contact" ? "first_contacts" : "started_therapy";
  const own = smallest(wait.n);
  const people = own ?? smallest(counts?.[name]);
  if (people === undefined) return [];
  const where = `waits[${wait.stage ?? index}]`;
  const tell = (figure: string, message: string, hint: string): Disagreement => ({
    pointer: `/waits/${index}/${figure}`,
    message: `${where}.${figure}: ${message}`,
    hint,
  });
  const shares = sharesOf(wait);
  const small = people < limits.base;
  const figures = (["median", "mean", "p90", "longest"] as const).filter((one) => typeof wait[one] === "number");
  const few = figures.flatMap((figure) => {
    if (people < limits.below) return [tell(figure, `a figure of fewer than ${limits.below} people`, leaveOut)];
    const tail = figure === "p90" || figure === "longest";
    return small && tail
      ? [tell(figure, `of fewer than ${limits.base} people, it is the wait of one or two of them`, leaveOut)]
      : [];
  });
  if (small)
    return [
      ...few,
      ...shares.map((one) => tell(one.name, `a percentage of fewer than ${limits.base} people`, leaveOut)),
    ];
  const base = own === undefined ? `audit.counts.${name}` : "n";
  const telling = shares.filter(
    ({ share }) => isFew(people, share, limits.below) || isFew(people, 100 - share, limits.below),
  );
  const between = shares.flatMap((one, at) => {
    const other = shares.slice(0, at).find(({ share }) => isFew(people, Math.abs(one.share - share), limits.below));
    return other && !telling.includes(one) && !telling.includes(other) ? [{ one, other }] : [];
  });
  return [
    ...telling.map((one) => tell(one.name, `with ${base} it tells a small number of people`, longer)),
    ...between.map(({ one, other }) =>
      tell(one.name, `with ${base} and ${other.name} it tells a small number of people`, "leave one of the two out"),
    ),
  ];
}

/** The shares that are stated, as per cent seen within a time. */
function sharesOf(wait: Wait): { name: string; share: number }[] {
  return (["pct_within_6_weeks", "pct_over_90_days", "pct_within_18_weeks"] as const).flatMap((name) => {
    const value = wait[name];
    return typeof value === "number" ? [{ name, share: name === "pct_over_90_days" ? 100 - value : value }] : [];
  });
}

/** The shares of clients in each therapy are of those who started therapy in the period. */
function ofTherapies({ audit, therapies = [] }: Audit, { below, base }: Limits): Disagreement[] {
  const started = smallest(audit.counts?.started_therapy);
  if (started === undefined) return [];
  const shares = therapies.flatMap(({ id, share_of_clients_pct: share, median_wait_weeks: wait }, index) => {
    const where = `therapies[${id ?? index}]`;
    const tell = (figure: string, message: string, hint = leaveOut): Disagreement => ({
      pointer: `/therapies/${index}/${figure}`,
      message: `${where}.${figure}: ${message}`,
      hint,
    });
    const few = typeof wait === "number" && started < below;
    const figures = few ? [tell("median_wait_weeks", `a figure of fewer than ${below} people`)] : [];
    // All clients in the one therapy that there is: the list says so already.
    if (typeof share !== "number" || (share === 100 && therapies.length === 1)) return figures;
    if (started < base) return [...figures, tell("share_of_clients_pct", `a percentage of fewer than ${base} people`)];
    if (!isFew(started, share, below) && !isFew(started, 100 - share, below)) return figures;
    return [
      ...figures,
      tell("share_of_clients_pct", "with audit.counts.started_therapy it tells a small number of people"),
    ];
  });
  return shares.length > 0 ? shares : restOfTherapies(therapies, started, below);
}

/** What the shares leave, where more than rounding is left. */
function restOfTherapies(therapies: NonNullable<Audit["therapies"]>, started: number, below: number): Disagreement[] {
  const shares = therapies.map((one) => one.share_of_clients_pct).filter((share) => typeof share === "number");
  const rest = 100 - shares.reduce((sum, share) => sum + share, 0);
  const rounded = shares.reduce((sum, share) => sum + roundedBy(share), 0);
  if (shares.length === 0 || rest <= rounded || ((rest + rounded) * started) / 100 >= below) return [];
  const message = "therapies: with audit.counts.started_therapy the shares of clients leave a small number of people";
  return [{ pointer: "/therapies", message, hint: "leave one of the shares out, or round them" }];
}

function ofSurvey(
  { id, n, of, response_rate_pct: rate }: Survey,
  index: number,
  { below, base }: Limits,
): Disagreement[] {
  if (typeof rate !== "number") return [];
  const tell = (message: string): Disagreement[] => [
    {
      pointer: `/evidence/${index}/response_rate_pct`,
      message: `${entry("evidence", id, index)}: ${message}`,
      hint: leaveOut,
    },
  ];
  const asked = smallest(of) ?? askedBy(n, rate);
  if (asked !== undefined && asked < base) return tell(`a percentage of fewer than ${base} people`);
  if (isMark(n)) return tell("the response rate lets the small number in n be worked back");
  const answered = typeof n !== "number" && isFew(asked ?? 0, rate, below);
  const others = (typeof n !== "number" || typeof of !== "number") && isFew(asked ?? 0, 100 - rate, below);
  return answered || others ? tell("the response rate tells a small number of people") : [];
}

/** How many were asked, as those who answered and their share tell it. */
function askedBy(n: Count, rate: number): number | undefined {
  return typeof n === "number" && rate > 0 ? (n * 100) / rate : undefined;
}
