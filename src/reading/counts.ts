/** Counts of people: small ones are withheld, and so is what lets them be worked out. */
import type { Audit } from "../core/audit.ts";
import { path as written } from "./check.ts";
import { type Around, type Disagreement, wrongWay } from "./disagreement.ts";

/** A count as an audit states it: a number, "<5", or unknown. */
export type Count = number | string | undefined;
type Part = readonly [pointer: string, part: Count, whole: Count, names: readonly [string, string], clients: boolean];
type Counted = readonly [pointer: string, count: Count];

/** Small numbers, and parts that are more than their whole. */
export function smallCounts(audit: Audit, around: Around): Disagreement[] {
  const below = Math.max(around.suppressBelow, audit.audit.suppress_below ?? 0);
  const parts: readonly Part[] = [
    ...(audit.audit.samples ?? []).map((one, i): Part => [`/audit/samples/${i}`, one.n, one.of, ["n", "of"], false]),
    ...(audit.evidence ?? []).map((one, i): Part => [`/evidence/${i}`, one.n, one.of, ["n", "of"], false]),
    ["/preferences/met", audit.preferences?.met?.met, audit.preferences?.met?.stated, ["met", "stated"], true],
    ["/endings/unplanned", audit.endings?.unplanned?.n, audit.endings?.unplanned?.of, ["n", "of"], true],
    [
      "/workforce/therapists_trained_in_repair",
      audit.workforce?.therapists_trained_in_repair?.trained,
      audit.workforce?.therapists_trained_in_repair?.of,
      ["trained", "of"],
      false,
    ],
  ];
  const counts: readonly Counted[] = [
    ...Object.entries(audit.audit.counts ?? {}).map(([name, count]): Counted => [`/audit/counts/${name}`, count]),
    ...(audit.waits ?? []).map((wait, i): Counted => [`/waits/${i}/n`, wait.n]),
    ...parts.flatMap(([pointer, part, whole, [a, b]]): Counted[] => [
      [`${pointer}/${a}`, part],
      [`${pointer}/${b}`, whole],
    ]),
  ];
  return [
    ...counts.flatMap(([pointer, count]) => smallCount(pointer, count, below)),
    ...parts.flatMap(([pointer, part, whole, names, clients]) =>
      share(pointer, part, whole, names, clients ? below : 0),
    ),
    ...telling(audit, below),
  ];
}

function smallCount(pointer: string, count: Count, below: number): Disagreement[] {
  const where = written(pointer);
  const hint = `write "<${below}"`;
  if (typeof count === "number" && count > 0 && count < below)
    return [{ pointer, message: `${where}: a small number, by which somebody could be known`, hint }];
  if (typeof count === "string" && count.startsWith("<") && count !== `<${below}`) {
    const message = `${where}: a small number is written "<${below}" in this audit, not "${count}"`;
    return [{ pointer, message, hint: `${hint}, or the number where it is not small` }];
  }
  return [];
}

/** A part and its whole. Their numbers are not repeated: they may be small. */
function share(
  pointer: string,
  part: Count,
  whole: Count,
  [a, b]: readonly [string, string],
  hideRest: number,
): Disagreement[] {
  const where = written(pointer);
  const told = (name: string, message: string, hint: string) => [
    { pointer: `${pointer}/${name}`, message: `${where}: ${message}`, hint },
  ];
  if (typeof part === "number" && typeof whole === "number") {
    const rest = whole - part;
    if (rest < 0) return told(a, `${a} is more than ${b}`, wrongWay);
    if (rest > 0 && rest < hideRest && part >= hideRest)
      return told(a, "the rest is a small number that can be worked out", `round both to the nearest ${hideRest}`);
  }
  if (typeof part === "string" && part.startsWith("<") && typeof whole === "number" && whole % 5 !== 0)
    return told(b, `${b} lets the small number be worked back`, "round it to the nearest 5");
  return [];
}

/** Percentages that with their number of people tell a small count: 97.5 per cent of 40 leaves one person. */
function telling({ waits = [] }: Audit, below: number): Disagreement[] {
  return waits.flatMap((wait, index) =>
    (["pct_within_6_weeks", "pct_within_18_weeks", "pct_over_90_days"] as const).flatMap((name) => {
      const percent = wait[name];
      if (typeof percent !== "number" || typeof wait.n !== "number" || percent === 0 || percent === 100) return [];
      const half = 0.5 * 10 ** -(String(percent).split(".")[1]?.length ?? 0);
      const most = (share: number) => (wait.n as number) * ((share + half) / 100);
      if (most(percent) >= below && most(100 - percent) >= below) return [];
      const pointer = `/waits/${index}/${name}`;
      const hint = "leave it out, or give it for a longer period";
      return [{ pointer, message: `waits[${wait.stage}].${name}: with n it tells a small number of people`, hint }];
    }),
  );
}

/** The least a count can be, where that is known. */
export function smallest(count: Count): number | undefined {
  if (typeof count === "number") return count;
  return count?.startsWith("<") ? 0 : undefined;
}
