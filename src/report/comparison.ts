/** Audits side by side by criterion: in the order of names, never ranked, nothing added up. */
import type { Level } from "../core/catalogue.ts";
import { contractPoints, furthestApart, type Points } from "./apart.ts";
import { careful } from "./careful.ts";
import type { AuditStandings, ComparedCriterion, Standings } from "./standings.ts";
import { count } from "./wording.ts";

/** How many fit side by side, and how few are worth it. */
export const most = 6;
export const fewest = 2;

/** One audit of a comparison. */
export interface ComparedAudit {
  readonly id: string;
  readonly name: string;
  /** Its name, with its period where the service is here more than once. */
  readonly label: string;
  readonly period: string;
  readonly href: string;
  /** The kind of service, and whom it is for. */
  readonly people: string;
  readonly fundedBy: string;
  readonly assurance: string;
  /** What its waits are read against. */
  readonly standards: string;
  /** "7 of 33 criteria open; 1 not applicable". */
  readonly open: string;
  /** The exceptions that name the commissioner, a sentence or two each. */
  readonly exceptions: readonly string[];
}

/** Where one audit stands on one criterion. */
export interface ComparisonCell {
  /** The audit it is of. */
  readonly of: string;
  /** The level it stands at, or undefined while it is open or does not apply. */
  readonly level: Level | undefined;
  readonly label: string;
  /** "Exception X1", or "". */
  readonly note: string;
  /** The finding in the report. */
  readonly href: string;
}

/** One criterion. */
export interface ComparisonRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly href: string;
  /** Whether all stand at one settled level, or it applies to none: what is open may differ. */
  readonly same: boolean;
  readonly cells: readonly ComparisonCell[];
}

/** A comparison in reading order. */
export interface ComparisonView {
  readonly caption: string;
  readonly careful: string;
  readonly audits: readonly ComparedAudit[];
  readonly furthest: Points;
  /** One for each commissioner of at least two of the services. */
  readonly contract: readonly Points[];
  readonly themes: readonly { readonly title: string; readonly rows: readonly ComparisonRow[] }[];
}

/** Puts the audits with these ids side by side, in the order of their names; an id that is not there is left out. */
export function comparison(standings: Standings, ids: readonly string[]): ComparisonView {
  const audits = standings.audits.filter(({ id }) => ids.includes(id));
  const labels = labelsOf(audits);
  const rows = standings.criteria.map((criterion, index) => ({
    theme: criterion.theme,
    row: comparisonRow(criterion, index, audits, labels, standings.words),
  }));
  return {
    caption: `Where each stands on each criterion, by name and never ranked. Criteria ${standings.catalogue.version} for all.`,
    careful: careful(audits).join(" "),
    audits: audits.map((audit) => comparedAudit(audit, labels)),
    furthest: furthestApart(standings, audits, labels),
    contract: contractPoints(standings, audits, labels),
    themes: [...new Set(rows.map(({ theme }) => theme))].map((title) => ({
      title,
      rows: rows.filter(({ theme }) => theme === title).map(({ row }) => row),
    })),
  };
}

/** What the table holds, for CSV: a line for the heads and one for each criterion. */
export function comparisonCells({ audits, themes }: ComparisonView): string[][] {
  return [
    ["Theme", "Code", "Criterion", ...audits.map(({ name, period }) => `${name}, ${period}`)],
    ...themes.flatMap(({ title, rows }) =>
      rows.map((row) => [title, row.code, row.title, ...row.cells.map(({ label, note }) => withNote(label, note))]),
    ),
  ];
}

/** A standing with the exception behind it: "Weak (Exception X1)". */
export function withNote(label: string, note: string): string {
  return note === "" ? label : `${label} (${note})`;
}

/** How many criteria a filtered table shows: "9 of 34 criteria shown". */
export function rowsShown(shown: number, of: number): string {
  return `${shown} of ${count(of, "criterion", "criteria")} shown`;
}

/** What is said beside the choice: how many are chosen, and how many in the address were left out. */
export function chosenText(chosen: number, left: number): string {
  const more = fewest - chosen;
  const says =
    chosen >= most
      ? `${chosen} audits stand side by side, the most that fit. Take one away to choose another.`
      : more > 0
        ? `Choose ${chosen === 0 ? `${fewest} to ${most} audits` : `at least ${more} more`}.`
        : `${chosen} audits stand side by side below, by name.`;
  if (left === 0) return says;
  const some = left === 1 ? "One audit in the address is" : `${left} audits in the address are`;
  return `${says} ${some} not here or over ${most}, and left out.`;
}

/** What is said where the standings don't come. */
export const notLoaded = "The standings could not be loaded. Try again, or open one of the groups below.";

/** What an audit is called here, by its id: its service, and until when where the service is here twice. */
function labelsOf(audits: readonly AuditStandings[]): ReadonlyMap<string, string> {
  return new Map(
    audits.map(({ id, name, period }) => [
      id,
      audits.filter((other) => other.name === name).length > 1 ? `${name}, to ${period.split(" to ").at(-1)}` : name,
    ]),
  );
}

function comparedAudit(audit: AuditStandings, labels: ReadonlyMap<string, string>): ComparedAudit {
  const { id, name, period, href, kind, clients, fundedBy, assurance, standards, standings } = audit;
  const none = standings.filter((one) => one === "-").length;
  const open = standings.filter((one) => one.length > 1).length;
  const applying = count(standings.length - none, "criterion", "criteria");
  return {
    id,
    name,
    label: labels.get(id) ?? name,
    period,
    href,
    people: `${kind}. ${clients}`,
    fundedBy,
    assurance,
    standards,
    open: `${open === 0 ? "None" : open} of ${applying} open${none === 0 ? "" : `; ${none} not applicable`}`,
    exceptions: audit.exceptions
      .filter(({ commissioner }) => commissioner)
      .map((one) => `${one.id}: ${one.reason}. ${one.agreed}`.trim()),
  };
}

function comparisonRow(
  { id, code, title }: ComparedCriterion,
  index: number,
  audits: readonly AuditStandings[],
  labels: ReadonlyMap<string, string>,
  words: Standings["words"],
): ComparisonRow {
  const standings = audits.map((audit) => audit.standings[index] ?? "-");
  return {
    id,
    code,
    title,
    href: `/criteria/${id}/`,
    same: new Set(standings).size === 1 && standings.every((one) => one.length === 1),
    cells: audits.map((audit, column) => {
      const standing = standings[column] ?? "-";
      const behind = audit.exceptions.filter(({ criteria }) => criteria.includes(id)).map((one) => one.id);
      return {
        of: labels.get(audit.id) ?? audit.name,
        level: levelOf(standing),
        label: words[standing] ?? "",
        note: behind.length === 0 ? "" : `Exception ${behind.join(", ")}`,
        href: `${audit.href}#${id}`,
      };
    }),
  };
}

/** The settled level of a standing, if it has one. */
export function levelOf(standing: string): Level | undefined {
  return /^[0-3]$/.test(standing) ? (Number(standing) as Level) : undefined;
}
