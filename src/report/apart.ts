/** Where compared services stand furthest apart, and where all of a commissioner's stand low and name the contract. */

import { listed } from "../core/listed.ts";
import type { AuditStandings, ComparedCriterion, Standings } from "./standings.ts";
import { count } from "./wording.ts";

/** A list with what it says before it and after it. */
export interface Points {
  readonly title: string;
  readonly says: string;
  readonly points: readonly Point[];
  /** What stands after the list, or "". */
  readonly after: string;
}

/** One criterion of such a list. */
export interface Point {
  /** The criterion's id, which is the anchor of its row. */
  readonly anchor: string;
  readonly link: string;
  readonly text: string;
}

type Labels = ReadonlyMap<string, string>;

interface Placed {
  readonly criterion: ComparedCriterion;
  readonly index: number;
}

/** Levels this far apart are worth a list. The mark is ours. */
const far = 2;

const numbers = ["no", "one", "two", "three"];

/** The criteria on which settled levels are furthest apart; nothing where they are less than two apart. */
export function furthestApart(standings: Standings, audits: readonly AuditStandings[], labels: Labels): Points {
  const apart = placed(standings).map((one) => ({ ...one, by: spread(audits, one.index) }));
  const furthest = Math.max(0, ...apart.map(({ by }) => by));
  const title = "Where they differ most";
  const open = "Only settled levels count; what is open may be further apart.";
  if (furthest < far)
    return {
      title,
      says: `On no criterion do they stand ${numbers[far]} levels or more apart; fewer are not listed, which is our choice. ${open}`,
      points: [],
      after: "",
    };
  const next = apart.filter(({ by }) => by < furthest && by >= far);
  return {
    title,
    says: `The criteria on which they stand ${numbers[furthest]} levels apart, in the catalogue's order. ${open}`,
    points: apart
      .filter(({ by }) => by === furthest)
      .map(({ criterion, index }) => point(criterion, standing(standings, audits, labels, index))),
    after:
      next.length === 0
        ? ""
        : `${count(next.length, "other criterion", "other criteria")} ${next.length === 1 ? "is" : "are"} ${numbers[far]} levels apart: ${listed(next.map(({ criterion }) => criterion.code))}.`,
  };
}

/**
 * For each commissioner of at least two of the services: the criteria on which every one of its services
 * here stands at weak or works against, whatever is open, and has an exception that names the commissioner.
 */
export function contractPoints(standings: Standings, audits: readonly AuditStandings[], labels: Labels): Points[] {
  const names = new Set(audits.map(({ commissioner }) => commissioner).filter((name) => name !== ""));
  return [...names].flatMap((commissioner) => {
    const own = audits.filter((audit) => audit.commissioner === commissioner);
    const services = new Set(own.map(({ service }) => service)).size;
    if (services < 2) return [];
    const low = placed(standings).filter(({ index }) =>
      own.every((audit) => /^[01]+$/.test(audit.standings[index] ?? "")),
    );
    const all = low.filter(({ criterion }) => own.every((audit) => reasons(audit, criterion).length > 0));
    const rest = low.filter((one) => !all.includes(one));
    return [
      {
        title: "Because of the contract",
        says: says(standings, commissioner, services, all.length),
        points: all.map(({ criterion }) => point(criterion, given(own, labels, criterion))),
        after:
          rest.length === 0
            ? ""
            : `All stand as low, but not each gives that reason, on ${listed(rest.map(({ criterion }) => criterion.code))}.`,
      },
    ];
  });
}

function says({ levels }: Standings, commissioner: string, services: number, all: number): string {
  const who = `The ${services} services here that name ${commissioner} as who pays`;
  const stand = `stand at ${levels[1]} or ${levels[0]}`;
  const reason = "gives the commissioner or the contract as its reason";
  return all === 0
    ? `There is no criterion on which ${who.charAt(0).toLowerCase()}${who.slice(1)} all ${stand} and each ${reason}.`
    : `${who} all ${stand} on these, and each ${reason}. A service can't change that alone.`;
}

function given(audits: readonly AuditStandings[], labels: Labels, criterion: ComparedCriterion): string {
  return audits.map((audit) => `${labels.get(audit.id)}: “${reasons(audit, criterion).join("; ")}”`).join(". ");
}

function reasons({ exceptions }: AuditStandings, { id }: ComparedCriterion): string[] {
  return exceptions
    .filter(({ commissioner, criteria }) => commissioner && criteria.includes(id))
    .map(({ reason }) => reason);
}

function placed({ criteria }: Standings): Placed[] {
  return criteria.map((criterion, index) => ({ criterion, index }));
}

function point({ id, code, title }: ComparedCriterion, text: string): Point {
  return { anchor: id, link: `${code} ${title}`, text };
}

/** "Works against at A; Good practice at B and C", from the lowest level up. */
function standing({ words }: Standings, audits: readonly AuditStandings[], labels: Labels, index: number): string {
  const code = (audit: AuditStandings) => audit.standings[index] ?? "-";
  const settled = (audit: AuditStandings) => (/^[0-3]$/.test(code(audit)) ? Number(code(audit)) : numbers.length);
  const inOrder = audits.toSorted((a, b) => settled(a) - settled(b));
  const texts = [...new Set(inOrder.map((audit) => words[code(audit)] ?? ""))];
  return texts
    .map((text) => {
      const there = inOrder.filter((audit) => (words[code(audit)] ?? "") === text);
      return `${text} at ${listed(there.map(({ id, name }) => labels.get(id) ?? name))}`;
    })
    .join("; ");
}

/** How many levels lie between the lowest and the highest that are settled. */
function spread(audits: readonly AuditStandings[], index: number): number {
  const levels = audits.map((audit) => audit.standings[index] ?? "-").filter((one) => /^[0-3]$/.test(one));
  return levels.length < 2 ? 0 : Math.max(...levels.map(Number)) - Math.min(...levels.map(Number));
}
