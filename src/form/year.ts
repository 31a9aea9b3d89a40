/** The next year's audit from this one's: what describes the pathway stays, the figures of the old period go. */
import type { Answers } from "../core/facts.ts";
import { at, withAnswer } from "./pointer.ts";

/** Answers that are figures of one period, by pointer; `*` is every entry of a list. */
const figures = [
  "/audit/title",
  "/audit/completed_on",
  "/audit/counts",
  "/audit/samples",
  ...["median", "mean", "p90", "longest", "pct_within_6_weeks", "pct_within_18_weeks", "pct_over_90_days", "n"].map(
    (name) => `/waits/*/${name}`,
  ),
  "/preferences/met",
  "/therapies/*/share_of_clients_pct",
  "/therapies/*/median_wait_weeks",
  "/endings/unplanned/n",
  "/endings/unplanned/of",
];

/** The answers that the next audit begins with. It is a draft, a year later. */
export function nextYear(answers: Answers): Answers {
  let next = answers;
  for (const pointer of figures.flatMap((figure) => placesOf(answers, figure)))
    if (at(next, pointer) !== undefined) next = withAnswer(next, pointer, undefined);
  for (const end of ["from", "to"]) {
    const date = at(next, `/audit/period/${end}`);
    if (typeof date === "string") next = withAnswer(next, `/audit/period/${end}`, yearLater(date));
  }
  return at(next, "/audit") === undefined ? next : withAnswer(next, "/audit/status", "draft");
}

function placesOf(answers: Answers, figure: string): string[] {
  const [list = "", field] = figure.split("/*");
  if (field === undefined) return [figure];
  const entries = at(answers, list);
  return Array.isArray(entries) ? [...entries.keys()].map((index) => `${list}/${index}${field}`) : [];
}

/** The same day a year later; of 29 February, the 28th, and the end of a February is its end. */
function yearLater(date: string): string {
  const [, year = "", rest = ""] = /^(\d{4})(-\d\d-\d\d)$/.exec(date) ?? [];
  if (year === "") return date;
  const next = Number(year) + 1;
  const leap = (next % 4 === 0 && next % 100 !== 0) || next % 400 === 0;
  const endOfFebruary = rest === "-02-29" || (rest === "-02-28" && leap);
  return `${next}${endOfFebruary ? (leap ? "-02-29" : "-02-28") : rest}`;
}
