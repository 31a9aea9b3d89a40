/** Parts and their wholes: what is left of a whole is a count of people too, and may be a small one. */
import type { Audit } from "../core/audit.ts";
import { path as written } from "./check.ts";
import { type Counted, hiddenBelow, isMark, reached, rounding, stageOf } from "./counts.ts";
import { type Around, type Disagreement, wrongWay } from "./disagreement.ts";

/** A part and the whole that holds it. */
interface Pair {
  readonly part: Counted;
  readonly whole: Counted;
  /** The two stand in one record, as its `n` and `of` do. */
  readonly record?: string;
  /** What would be right where the rest is small, if not rounding. */
  readonly instead?: string;
  /** Everybody knows the whole, so that rounding it would hide nothing. */
  readonly known?: true;
  /** It is of clients: what is said of all of a small group is said of each of them. */
  readonly ofClients?: true;
}

/**
 * Small numbers that a part and its whole tell together: the rest (428 of 430), and a hidden part of a
 * whole that is not rounded. A warning for what is said of everybody in a small group. Parts that are
 * more than their whole are told too.
 */
export function complements(audit: Audit, { suppressBelow, smallestBase }: Around): Disagreement[] {
  const below = hiddenBelow(audit, { suppressBelow });
  const told = pairsOf(audit).flatMap((pair) => [
    ...tooMuch(pair, below),
    ...smallRest(pair, below),
    ...workedBack(pair),
    ...everybody(pair, below, smallestBase),
  ]);
  return told.filter(({ pointer }, index) => told.findIndex((other) => other.pointer === pointer) === index);
}

/** What to do where two numbers differ by a small one. */
export function roundBoth(below: number): string {
  return `round both to the nearest ${Math.ceil(below / rounding) * rounding}`;
}

function pairsOf(audit: Audit): Pair[] {
  const met = audit.preferences?.met;
  const unplanned = audit.endings?.unplanned;
  const trained = audit.workforce?.therapists_trained_in_repair;
  const counts = audit.audit.counts ?? {};
  const total = (name: keyof typeof counts): Counted => [`/audit/counts/${name}`, counts[name]];
  const ending = inRecord("/endings/unplanned", ["n", unplanned?.n], ["of", unplanned?.of]);
  const staff = {
    ...inRecord("/workforce/therapists_trained_in_repair", ["trained", trained?.trained], ["of", trained?.of]),
    instead: "write most in place of the number",
  };
  const heads: Counted = ["/service/therapists_headcount", audit.service.therapists_headcount];
  return [
    ...(audit.audit.samples ?? []).map(({ n, of }, i) => inRecord(`/audit/samples/${i}`, ["n", n], ["of", of])),
    ...(audit.evidence ?? []).map(({ n, of }, i) => inRecord(`/evidence/${i}`, ["n", n], ["of", of])),
    { ...inRecord("/preferences/met", ["met", met?.met], ["stated", met?.stated]), ofClients: true },
    { ...ending, ofClients: true },
    { part: ending.part, whole: total("endings") },
    { part: ending.whole, whole: total("endings") },
    staff,
    { part: staff.part, whole: heads, instead: staff.instead, known: true },
    ...funnel([total("referrals"), reached(audit, "first_contacts"), reached(audit, "started_therapy")]),
    ...(audit.waits ?? []).map((wait, index): Pair => {
      return { part: [`/waits/${index}/n`, wait.n], whole: reached(audit, stageOf(wait)) };
    }),
  ];
}

function inRecord(record: string, [part, a]: Counted, [whole, b]: Counted): Pair {
  return { part: [`${record}/${part}`, a], whole: [`${record}/${whole}`, b], record };
}

/** Each total is part of every one before it. */
function funnel(totals: readonly Counted[]): Pair[] {
  return totals.flatMap((part, index) => totals.slice(0, index).map((whole) => ({ part, whole })));
}

/** The numbers are not repeated: they may be small. */
function tooMuch({ part: [pointer, part], whole: [whole, all], record }: Pair, below: number): Disagreement[] {
  const least = isMark(part) ? 1 : part;
  const most = isMark(all) ? below - 1 : all;
  if (!record || typeof least !== "number" || typeof most !== "number" || least <= most) return [];
  const message = `${written(record)}: ${nameOf(pointer)} is more than ${nameOf(whole)}`;
  return [{ pointer, message, hint: isMark(part) ? `write "${part}" for both` : wrongWay }];
}

/** A part that is small itself is told elsewhere. */
function smallRest(
  { part: [pointer, part], whole: [whole, all], record, instead }: Pair,
  below: number,
): Disagreement[] {
  if (typeof part !== "number" || typeof all !== "number" || part < below) return [];
  const rest = all - part;
  if (rest <= 0 || rest >= below) return [];
  const message = record
    ? `${written(record)}: the rest is a small number that can be worked out`
    : `${written(pointer)}: taken from ${written(whole)} it leaves a small number of people`;
  return [{ pointer, message, hint: instead ?? roundBoth(below) }];
}

function workedBack({ part: [part, count], whole: [pointer, whole], record, known }: Pair): Disagreement[] {
  if (known || !isMark(count) || typeof whole !== "number" || whole % rounding === 0) return [];
  const message = record
    ? `${written(record)}: ${nameOf(pointer)} lets the small number be worked back`
    : `${written(pointer)}: it lets the small number in ${written(part)} be worked back`;
  return [{ pointer, message, hint: `round it to the nearest ${rounding}` }];
}

/** A nought may be stated, and a good practice may well be there for all: no more than a warning. */
function everybody(pair: Pair, below: number, base: number): Disagreement[] {
  const {
    part: [pointer, part],
    whole: [, all],
    record,
    ofClients,
  } = pair;
  if (!record || !ofClients || typeof all !== "number" || all < below || all >= base) return [];
  if (part !== 0 && part !== all) return [];
  const message = `${written(record)}: it says the same of each of fewer than ${base} people`;
  return [{ pointer, severity: "warning", message, hint: "leave it out if any of them could mind" }];
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}
