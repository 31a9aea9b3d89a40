/** Percentages of people: of few people they are left out, and with their base they must not tell a few. */
import type { Audit } from "../core/audit.ts";
import { onPaper } from "../core/facts.ts";
import { path as written } from "./check.ts";
import { type Count, hiddenBelow, isFew, isMark, type Limits, leaveOut, reached, smallest } from "./counts.ts";
import { type Around, type Disagreement, entry } from "./disagreement.ts";
import { waitsOfFew } from "./wait-people.ts";

/**
 * Percentages of small bases, whatever their value: nought and all are said of everybody in them. Percentages
 * that come to a small number of people or leave one. Figures of a wait that are those of one or two people.
 */
export function percentages(audit: Audit, around: Around): Disagreement[] {
  const limits = { below: hiddenBelow(audit, around), base: around.smallestBase };
  return [...waitsOfFew(audit, limits), ...therapies(audit, limits), ...surveys(audit, limits)];
}

type Therapy = NonNullable<Audit["therapies"]>[number];

/** The shares of clients in each therapy are of those who started therapy. */
function therapies(audit: Audit, limits: Limits): Disagreement[] {
  const all = audit.therapies ?? [];
  const [at, count] = reached(audit, "started_therapy");
  const started = smallest(count);
  if (started === undefined) return [];
  const only = all.length === 1;
  const told = all.flatMap((therapy, index) =>
    ofTherapy(therapy, started, only, written(at), limits).map(([figure, message]) => ({
      pointer: `/therapies/${index}/${figure}`,
      message: `therapies[${therapy.id ?? index}].${figure}: ${message}`,
      hint: leaveOut,
    })),
  );
  return told.length > 0 ? told : restOf(all, started, written(at), limits);
}

function ofTherapy(therapy: Therapy, started: number, only: boolean, base: string, limits: Limits): [string, string][] {
  const { share_of_clients_pct: share, median_wait_weeks: wait } = therapy;
  const few = typeof wait === "number" && started < limits.below;
  const own: [string, string][] = few ? [["median_wait_weeks", `a figure of fewer than ${limits.below} people`]] : [];
  const tell = (message: string): [string, string][] => [...own, ["share_of_clients_pct", message]];
  // All clients in the one therapy that there is: the list says so already.
  if (typeof share !== "number" || (only && share === 100)) return own;
  if (started < limits.base) return tell(`a percentage of fewer than ${limits.base} people`);
  const telling = isFew(started, share, limits.below) || isFew(started, 100 - share, limits.below);
  return telling ? tell(`with ${base} it tells a small number of people`) : own;
}

/** What the shares leave: of each, only so many whole people would be written as that percentage. */
function restOf(all: readonly Therapy[], started: number, base: string, { below }: Limits): Disagreement[] {
  const shares = all.map((one) => one.share_of_clients_pct).filter((share) => typeof share === "number");
  const people = (percent: number) => onPaper((percent * started) / 100);
  const half = (share: number) => 0.5 * 10 ** -(String(share).split(".")[1]?.length ?? 0);
  const least = shares.reduce((rest, share) => rest - Math.floor(people(share + half(share))), started);
  const most = shares.reduce((rest, share) => rest - Math.ceil(people(share - half(share))), started);
  if (shares.length === 0 || least <= 0 || most >= below) return [];
  const message = `therapies: with ${base} the shares of clients leave a small number of people`;
  return [{ pointer: "/therapies", message, hint: "leave one of the shares out, or round them" }];
}

/** A response rate is of those who were asked. */
function surveys({ evidence = [] }: Audit, limits: Limits): Disagreement[] {
  return evidence.flatMap(({ id, n, of, response_rate_pct: rate }, index) => {
    const message = typeof rate === "number" ? ofSurvey(n, of, rate, limits) : undefined;
    if (message === undefined) return [];
    const pointer = `/evidence/${index}/response_rate_pct`;
    return [{ pointer, message: `${entry("evidence", id, index)}: ${message}`, hint: leaveOut }];
  });
}

function ofSurvey(n: Count, of: Count, rate: number, { below, base }: Limits): string | undefined {
  const answered = typeof n === "number" ? n : undefined;
  const asked = smallest(of) ?? (answered === undefined || rate === 0 ? undefined : (answered * 100) / rate);
  if (asked !== undefined && asked < base) return `a percentage of fewer than ${base} people`;
  if (isMark(n)) return "the response rate lets the small number in n be worked back";
  const told = answered === undefined && isFew(asked ?? 0, rate, below);
  const left = (answered === undefined || typeof of !== "number") && isFew(asked ?? 0, 100 - rate, below);
  return told || left ? "the response rate tells a small number of people" : undefined;
}
