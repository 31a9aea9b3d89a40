/** The sentences of a comparison: what moved, how the two audits are read, and what did not move. */
import type { Move, Moved } from "../core/compare.ts";
import { listed } from "../core/listed.ts";
import { answersOf, type Pair } from "./pair.ts";
import { factName } from "./values.ts";
import { count, inWords, monthsOf } from "./wording.ts";

const parts: readonly (readonly [Moved, one: string, many: string])[] = [
  ["up", "moved up", "moved up"],
  ["down", "moved down", "moved down"],
  ["settled", "that was open is settled now", "that were open are settled now"],
  ["now applies", "applies now", "apply now"],
  ["no longer applies", "no longer applies", "no longer apply"],
  ["can't tell", "was open and still is", "were open and still are"],
  ["opened", "can no longer be told", "can no longer be told"],
];

/** The sentence that a person would write: how many moved which way, and why some can no longer be told. */
export function movedSaid(pair: Pair): string {
  const { moves, before } = pair.comparison;
  const told = parts.flatMap(([moved, one, many]) => {
    const own = moves.filter((move) => move.moved === moved);
    return own.length === 0 ? [] : [{ own, says: own.length === 1 ? one : many, opened: moved === "opened" }];
  });
  const clauses = told.map(({ own, says, opened }, index) => {
    const noun = index > 0 ? "" : own.length === 1 ? " criterion" : " criteria";
    return `${inWords(own.length)}${noun} ${says}${opened ? because(own, pair) : ""}`;
  });
  const since = `Since the audit of ${monthsOf(before.period)}`;
  return clauses.length === 0 ? `${since} no criterion is known to have moved.` : `${since}: ${listed(clauses)}.`;
}

/** The facts that criteria wait for and that were stated before; no reason where there is none. */
function because(opened: readonly Move[], { before, after, around }: Pair): string {
  const gone = opened.map(({ criterion, facts }) => {
    const needs = after.findings.find((one) => one.criterion === criterion)?.needs ?? [];
    return facts.filter(({ path, to }) => to === undefined && needs.includes(path)).map(({ path }) => path);
  });
  const paths = [...new Set(gone.flat())];
  if (paths.length === 0) return "";
  const names = paths.map((path) => factName(path, around.titleOf, answersOf(before)));
  const facts = names.length > 3 ? `${inWords(names.length)} facts` : listed(names.map(quoted));
  const why = gone.every((own) => own.length > 0) ? "because" : "in part because";
  return `, ${why} ${facts} ${paths.length === 1 ? "is" : "are"} not stated any more`;
}

/** How the two are read, and what that leaves unsaid. */
export function basisSaid({ comparison, before, after, around, otherCriteria }: Pair): string {
  const { catalogue, criteria } = comparison;
  const { profiles } = around.catalogue.method;
  const under = `Both audits are read under criteria ${catalogue.version}, so that what moved lies with the service: with what it does, or with what it states.`;
  const published = otherCriteria
    ? "What the criteria changed stands apart below."
    : criteria === null
      ? "The report of then is not kept as it was published: whether it said the same can't be told."
      : "The report of then was made under the same criteria.";
  const [old, own] = [before, after].map((one) => profiles[one.catalogue.profile]?.title ?? one.catalogue.profile);
  const standards =
    old === own ? "" : `The standards for waits that the service chose are “${own}” now and were “${old}”.`;
  const [was, now] = [comparison.before.period, comparison.after.period];
  const overlap =
    now.from <= was.to && was.from <= now.to ? "The two periods overlap: part of what they describe is the same." : "";
  return [under, published, standards, overlap].filter((part) => part !== "").join(" ");
}

/** What did not move, in one line. */
export function sameSaid(moves: readonly Move[]): string {
  const same = moves.filter(({ moved }) => moved === "same");
  const open = same.filter(({ after }) => after.standing === "open").length;
  if (same.length === 0) return "";
  const stand = same.length === 1 ? "stands where it stood" : "stand where they stood";
  const was = open === 1 ? "was open then and is open now" : "were open then and are open now";
  return `${count(same.length, "criterion", "criteria")} ${stand}${open === 0 ? "" : `; ${open} of them ${was}`}.`;
}

function quoted(name: string): string {
  return name.startsWith("“") ? name : `“${name}”`;
}
