/** What a schema can't say: answers that contradict each other, small counts, names that must agree. */
import type { Audit } from "../core/audit.ts";
import { type Answers, find } from "../core/facts.ts";
import { path as written } from "./check.ts";
import { listed, nearest } from "./nearest.ts";
import { general, type Question } from "./questions.ts";
import { short } from "./yaml.ts";

/** A disagreement at a JSON pointer; the reader gives it its place. */
export interface Disagreement {
  readonly pointer: string;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: "warning";
}

/** What an audit is checked against besides itself. */
export interface Around {
  readonly questions: ReadonlyMap<string, Question>;
  /** Ids of the criteria in the catalogue. */
  readonly criteria: readonly string[];
  /** Counts from 1 to one less are withheld; an audit may ask for more. */
  readonly suppressBelow: number;
  /** Percentages of fewer people are left out. */
  readonly smallestBase: number;
}

/**
 * Everything in an audit that does not agree with itself or its surroundings. The audit may lack answers
 * that the schema requires, where those have been refused already; its head is always there.
 */
export function disagreements(audit: Audit, around: Around): Disagreement[] {
  return [
    ...periods(audit),
    ...repeatedIds(audit),
    ...waits(audit, around),
    ...smallCounts(audit, around),
    ...contradictions(audit),
    ...register(audit, around),
  ];
}

const wrongWay = "are they the wrong way round?";

function periods({ audit, exceptions }: Audit): Disagreement[] {
  const found: Disagreement[] = [];
  const { from, to } = audit.period;
  if (from > to)
    found.push({
      pointer: "/audit/period/to",
      message: `audit.period: it ends (${to}) before it begins (${from})`,
      hint: wrongWay,
    });
  if (audit.completed_on < from) {
    found.push({
      pointer: "/audit/completed_on",
      message: `audit.completed_on: ${audit.completed_on} is before the period begins (${from})`,
    });
  }
  for (const [index, { id, review_on, agreed_on }] of (exceptions ?? []).entries()) {
    const pointer = `/exceptions/${index}/review_on`;
    if (review_on && agreed_on && review_on < agreed_on) {
      found.push({
        pointer,
        message: `${entry("exception", id, index)}: its review (${review_on}) is before it was agreed (${agreed_on})`,
        hint: wrongWay,
      });
    } else if (review_on && review_on < audit.completed_on) {
      found.push({
        pointer,
        severity: "warning",
        message: `${entry("exception", id, index)}: its review was due on ${review_on}, before this audit was completed`,
        hint: "review it, or write when it will be",
      });
    }
  }
  return found;
}

function repeatedIds(audit: Audit): Disagreement[] {
  const lists: readonly [list: string, key: string, entries: readonly unknown[]][] = [
    ["waits", "stage", audit.waits ?? []],
    ["therapies", "id", audit.therapies ?? []],
    ["evidence", "id", audit.evidence ?? []],
    ["exceptions", "id", audit.exceptions ?? []],
    ["actions", "id", audit.actions ?? []],
    ["audit/samples", "id", audit.audit.samples ?? []],
    ["assessment/contacts", "order", audit.assessment?.contacts ?? []],
  ];
  return lists.flatMap(([list, key, entries]) => {
    const seen = new Set<unknown>();
    return entries.flatMap((entry, index) => {
      const name = (entry as Record<string, unknown>)[key];
      if (name === undefined || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      const where = list.replace("/", ".");
      return [
        {
          pointer: `/${list}/${index}/${key}`,
          message: `${where}: two entries have the ${key} "${name}"`,
          hint: "give each its own",
        },
      ];
    });
  });
}

type Wait = NonNullable<Audit["waits"]>[number];

function waits(audit: Audit, { smallestBase }: Around): Disagreement[] {
  return (audit.waits ?? []).flatMap((wait, index) => {
    const small = onSmallBase(wait, smallestBase);
    const told = [...outOfOrder(wait), ...doubtful(wait), ...falling(wait), ...unfitting(wait), ...small];
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

function onSmallBase(wait: Wait, smallestBase: number): Misfit[] {
  const base = smallest(wait.n);
  if (base === undefined || base >= smallestBase) return [];
  return shares(wait).map(({ name }) => ({
    name,
    message: `a percentage of fewer than ${smallestBase} people`,
    hint: "leave it out",
  }));
}

type Count = number | string | undefined;
type Part = readonly [pointer: string, part: Count, whole: Count, names: readonly [string, string], clients: boolean];
type Counted = readonly [pointer: string, count: Count];

function smallCounts(audit: Audit, around: Around): Disagreement[] {
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

function smallest(count: Count): number | undefined {
  if (typeof count === "number") return count;
  return count?.startsWith("<") ? 0 : undefined;
}

function contradictions(audit: Audit): Disagreement[] {
  const found: Disagreement[] = [];
  const { preferences, assessment, therapies = [], endings } = audit;
  const items = ["therapy_items", "therapist_items", "how", "when"] as const;
  for (const name of items) {
    const list = preferences?.[name];
    if (preferences?.asked === "absent" && Array.isArray(list) && list.length > 0) {
      found.push({
        pointer: `/preferences/${name}`,
        message: `preferences.${name}: preferences are not asked (asked: absent), yet something is listed`,
        hint: "which is it?",
      });
    }
  }
  const contacts = assessment?.contacts ?? [];
  const joint = assessment?.decision_made_by === "jointly" || assessment?.decision_made_by === "client";
  if (joint && contacts.length > 0 && contacts.every((contact) => contact.mode === "form_only")) {
    found.push({
      pointer: "/assessment/decision_made_by",
      message: "assessment.decision_made_by: every contact is a form, so the client can't take part in the decision",
      hint: "which is it?",
    });
  }
  if (
    endings?.session_number_told === "not_limited" &&
    therapies.length > 0 &&
    therapies.every((one) => one.extension === "none")
  ) {
    found.push({
      pointer: "/endings/session_number_told",
      message: "endings.session_number_told: not_limited, yet no therapy can be extended",
      hint: "which is it?",
    });
  }
  const shares = therapies.flatMap((one) =>
    typeof one.share_of_clients_pct === "number" ? [one.share_of_clients_pct] : [],
  );
  const total = shares.reduce((sum, one) => sum + one, 0);
  if (total > 100.5)
    found.push({
      pointer: "/therapies",
      message: `therapies: the shares of clients add up to ${Math.round(total)} per cent`,
      hint: "all together come to no more than 100",
    });
  for (const [index, { id, sessions }] of therapies.entries()) {
    const numbers = [sessions?.min, sessions?.typical, sessions?.max].filter((one) => typeof one === "number");
    if (numbers.some((one, i) => i > 0 && one < (numbers[i - 1] ?? 0))) {
      found.push({
        pointer: `/therapies/${index}/sessions`,
        message: `therapies[${id ?? index}].sessions: min, typical and max are not in rising order`,
      });
    }
  }
  return found;
}

/** Evidence, exceptions and actions name facts and criteria that exist. */
function register(audit: Audit, { questions, criteria }: Around): Disagreement[] {
  const found: Disagreement[] = [];
  const paths = [...questions.keys()].filter((path) => !path.endsWith("[]"));
  const fact = (path: string, pointer: string, what: string, others: readonly string[]) => {
    if (others.includes(path)) return;
    if (!questions.has(general(path))) {
      const meant = nearest(general(path), [...paths, ...others]);
      found.push({
        pointer,
        message: `${what}: there is no question "${short(path)}"`,
        hint: meant ? `did you mean "${meant}"?` : "name an answer by its place, for example preferences.asked",
      });
    } else if (find(audit as unknown as Answers, path) === undefined) {
      found.push({ pointer, severity: "warning", message: `${what}: ${path} is not answered in this audit` });
    }
  };
  for (const [index, { id, supports, date }] of (audit.evidence ?? []).entries()) {
    const what = entry("evidence", id, index);
    for (const [position, path] of (supports ?? []).entries())
      if (typeof path === "string") fact(path, `/evidence/${index}/supports/${position}`, what, []);
    const months = audit.governance?.policy_review_months;
    if (typeof months === "number" && date !== undefined && monthsAfter(date, months) < audit.audit.completed_on) {
      found.push({
        pointer: `/evidence/${index}/date`,
        severity: "warning",
        message: `${what}: ${date} is longer ago than the time between policy reviews here (${months} months)`,
        hint: "name a newer source if there is one",
      });
    }
  }
  for (const [index, { id, applies_to }] of (audit.exceptions ?? []).entries()) {
    const what = entry("exception", id, index);
    if (applies_to !== undefined) fact(applies_to, `/exceptions/${index}/applies_to`, what, criteria);
  }
  for (const [index, { id, criterion, from_level, aim_level }] of (audit.actions ?? []).entries()) {
    const what = entry("action", id, index);
    if (criterion !== undefined && !criteria.includes(criterion)) {
      const meant = nearest(criterion, criteria);
      const all = criteria.length > 12 ? "take its id from the report" : `the criteria are ${listed(criteria, "and")}`;
      found.push({
        pointer: `/actions/${index}/criterion`,
        message: `${what}: there is no criterion "${short(criterion)}"`,
        hint: meant ? `did you mean "${meant}"?` : all,
      });
    }
    if (from_level !== undefined && aim_level !== undefined && aim_level < from_level) {
      found.push({
        pointer: `/actions/${index}/aim_level`,
        severity: "warning",
        message: `${what}: it aims lower (${aim_level}) than it begins (${from_level})`,
        hint: "which is it?",
      });
    }
  }
  return found;
}

/** An entry of a list by its id, or by its place where it has none. */
function entry(what: string, id: string | undefined, index: number): string {
  return `${what} ${id ?? index + 1}`;
}

/** An ISO date so many calendar months later; ends of months are not shortened, which is enough to compare. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-${date.slice(8)}`;
}
