/** Audits of one service held against each other: two of them must not tell a small number by subtraction. */
import type { Audit, CheckedAudit } from "../core/audit.ts";
import { compareText, type Problem } from "../core/problem.ts";
import { path as written } from "./check.ts";
import { roundBoth } from "./complements.ts";
import { countsOf, hiddenBelow } from "./counts.ts";
import type { Around } from "./disagreement.ts";
import type { Places } from "./places.ts";
import { spot } from "./spot.ts";

/** An audit with its path as problems show it and the places of its answers. */
interface Placed extends CheckedAudit {
  readonly shown: string;
  readonly places: Places;
}

/**
 * Problems between the audits of each service: one audit under two ids, and counts that differ by a small
 * number for the same period, or for two of which one holds the other: what is left is the count of the time
 * between. Where two periods only overlap, what is left is no count of anybody, though it may come near to
 * one: a warning. The time it takes grows with the number of audits, not with its square.
 */
export function betweenAudits(audits: readonly Placed[], { suppressBelow }: Pick<Around, "suppressBelow">): Problem[] {
  const services = Map.groupBy(audits, ({ audit }) => audit.service.id);
  return [...services.values()].flatMap((own) => {
    const below = Math.max(...own.map(({ audit }) => hiddenBelow(audit, { suppressBelow })));
    return own.length < 2 ? [] : [...twice(own), ...differences(own, below)];
  });
}

function twice(audits: readonly Placed[]): Problem[] {
  return [...Map.groupBy(audits, ({ sha256 }) => sha256).values()].flatMap((same) => {
    const [first, ...others] = same.toSorted(byId);
    return others
      .filter(({ shown }) => shown !== first?.shown)
      .map(({ shown }): Problem => {
        const message = `the same audit stands in ${first?.shown}`;
        return {
          file: shown,
          pointer: "",
          line: 1,
          column: 1,
          severity: "error",
          rule: "file",
          message,
          hint: "keep one of the two",
        };
      });
  });
}

/**
 * In the order of their first days, and the longer before the shorter, a period that holds another comes before
 * it. So of those seen that have a certain number, only the one that ends last has to be kept.
 */
function differences(audits: readonly Placed[], below: number): Problem[] {
  const ordered = audits.toSorted((a, b) => {
    const [one, other] = [a.audit.audit.period, b.audit.audit.period];
    return compareText(one.from, other.from) || compareText(other.to, one.to) || byId(a, b);
  });
  const seen = new Map<string, Placed>();
  return ordered.flatMap((one) => {
    const counts = comparable(one.audit);
    const found = counts.flatMap((count) => nearest(one, count, below, seen) ?? []);
    for (const { key, count } of counts) {
      for (const name of [`${key} ${count}`, samePeriod(one, key, count)]) {
        const last = seen.get(name);
        if (last === undefined || last.audit.audit.period.to < one.audit.audit.period.to) seen.set(name, one);
      }
    }
    return found;
  });
}

/** A count that may be held against the same one in another audit. */
interface Comparable {
  readonly key: string;
  readonly pointer: string;
  readonly count: number;
  /** It is of what happened in the period, so that the counts of its parts add up to it. */
  readonly ofPeriod: boolean;
}

function comparable(audit: Audit): Comparable[] {
  return countsOf(audit).flatMap(([pointer, count]) => {
    if (typeof count !== "number") return [];
    const key = pointer.replace(/^\/(waits|evidence|audit\/samples)\/(\d+)/, (_, list, index) => {
      const entries = { waits: audit.waits, evidence: audit.evidence, "audit/samples": audit.audit.samples };
      const entry = entries[list as keyof typeof entries]?.[Number(index)] as { id?: string; stage?: string };
      return `/${list}/${entry.stage ?? entry.id ?? index}`;
    });
    const ofPeriod = !/^\/(?:evidence|audit\/samples|workforce)\//.test(pointer);
    return [{ key, pointer, count, ofPeriod }];
  });
}

/** What is told of a count by the number that is nearest to it, where it is too near. */
function nearest(one: Placed, counted: Comparable, below: number, seen: ReadonlyMap<string, Placed>) {
  const { key, pointer, count, ofPeriod } = counted;
  const { from, to } = one.audit.audit.period;
  const where = { file: one.shown, pointer, ...spot(pointer, one.places) };
  const error = (message: string): Problem => ({
    ...where,
    severity: "error",
    rule: "small-number",
    message: `${written(pointer)}: ${message}`,
    hint: roundBoth(below),
  });
  const near = Array.from({ length: below - 1 }, (_, less) => [count + less + 1, count - less - 1]).flat();
  const same = near.flatMap((number) => seen.get(samePeriod(one, key, number)) ?? [])[0];
  if (same) return error(`for the same period ${same.shown} has a number that is only a few people away`);
  if (!ofPeriod) return undefined;
  const others = near.flatMap((number) => {
    const other = seen.get(`${key} ${number}`);
    return other && other.audit.audit.period.to >= from ? [{ other, number }] : [];
  });
  const holding = others.find(({ other, number }) => number > count && other.audit.audit.period.to >= to)?.other;
  if (holding)
    return error(
      `taken from the number in ${holding.shown}, whose period holds this one, it leaves a small number of people`,
    );
  const [overlapping] = others;
  if (overlapping === undefined) return undefined;
  const message = `${written(pointer)}: ${overlapping.other.shown}, whose period overlaps this one, has nearly the same number`;
  const warning: Problem = {
    ...where,
    severity: "warning",
    rule: "small-number",
    message,
    hint: `${roundBoth(below)}, if a few people could be known by it`,
  };
  return warning;
}

function byId(a: Placed, b: Placed): number {
  return compareText(a.id, b.id) || compareText(a.shown, b.shown);
}

function samePeriod({ audit }: Placed, key: string, count: number): string {
  return `${audit.audit.period.from} ${audit.audit.period.to} ${key} ${count}`;
}
