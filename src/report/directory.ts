/** The table of services: each with its newest audit, and what the table can be narrowed and put in order by. */
import type { Assessment, ThemeScore } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import { compareText } from "../core/problem.ts";
import type { Around, Link } from "./around.ts";
import { commissionerOf, fundedBy } from "./commissioner.ts";
import type { Cell } from "./csv.ts";
import { periodOf } from "./draft.ts";
import { type Keys, levelKey, orders } from "./narrowing.ts";
import { byService } from "./overview.ts";
import { reportHref } from "./service.ts";
import { slugs } from "./slug.ts";
import { count, headline, levelName, word } from "./wording.ts";

/** Something that a criterion can stand at: a level, open, or not applicable. */
export interface Stand {
  readonly level: Level | undefined;
  readonly name: string;
  /** Its name as an address has it. */
  readonly key: string;
}

/** How many criteria of a theme stand there. */
export interface StandingCount extends Stand {
  readonly number: number;
  /** What the table is narrowed by: "endings works-against". */
  readonly standing: string;
}

/** A theme of a service in counts. */
export interface ThemeCounts {
  readonly id: string;
  readonly title: string;
  readonly counts: readonly StandingCount[];
}

/** One service with its newest audit. */
export interface DirectoryRow {
  readonly id: string;
  readonly service: Link;
  readonly kind: string;
  readonly nation: string;
  readonly fundedBy: string;
  readonly audit: Link;
  /** The newest audit's id. */
  readonly auditId: string;
  readonly headline: string;
  /** "2 earlier audits", or "". */
  readonly earlier: string;
  readonly themes: readonly ThemeCounts[];
  readonly keys: Keys;
  /** The row as CSV has it. */
  readonly cells: readonly Cell[];
}

/** Something to choose from. The first choice, with no value, narrows nothing. */
export interface Choice {
  readonly name: "type" | "nation" | "commissioner" | "level" | "theme" | "sort";
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The table with its choices. */
export interface Directory {
  readonly rows: readonly DirectoryRow[];
  readonly choices: readonly Choice[];
  /** All that a criterion can stand at, for the key to the table. */
  readonly key: readonly Stand[];
  /** The heads of the CSV. */
  readonly heads: readonly string[];
}

/** The services in the order of their names. */
export function directory(assessments: readonly Assessment[], around: Around): Directory {
  const { method } = around.catalogue;
  const own = byService(assessments);
  const newest = own.flatMap(([first]) => first ?? []);
  const bySlug = slugs(newest.map(({ audit }) => fundedBy(audit.service)).toSorted(compareText));
  const rows = own
    .flatMap((audits) => row(audits, around, bySlug))
    .toSorted((a, b) => compareText(a.service.text, b.service.text) || compareText(a.id, b.id));
  const options = (key: "type" | "nation" | "commissioner", text: (row: DirectoryRow) => string) =>
    [...new Map(rows.map((one) => [one.keys[key], text(one)]))]
      .map(([value, text]) => ({ value, text }))
      .toSorted((a, b) => compareText(a.text, b.text));
  const key = stands(method);
  const themes = newest[0]?.themes.filter(({ tally }) => tally.of > 0) ?? [];
  return {
    rows,
    key,
    choices: [
      { name: "type", label: "Kind", options: [any("Any kind"), ...options("type", ({ kind }) => kind)] },
      { name: "nation", label: "Nation", options: [any("Any nation"), ...options("nation", ({ nation }) => nation)] },
      {
        name: "commissioner",
        label: "Funded by",
        options: [any("Anybody"), ...options("commissioner", (one) => one.fundedBy)],
      },
      {
        name: "level",
        label: "With a criterion at",
        options: [
          any("Any level, or open"),
          ...key.slice(0, -1).map(({ key: value, name: text }) => ({ value, text })),
        ],
      },
      {
        name: "theme",
        label: "In theme",
        options: [any("Any theme"), ...themes.map(({ id, title }) => ({ value: id, text: title }))],
      },
      { name: "sort", label: "In the order of", options: orders },
    ],
    heads: [
      ...["Service", "Kind", "Nation", "Funded by", "Audit", "From", "To", "Criteria that apply"],
      ...key.map(({ name }) => name),
      ...themes.map(({ title }) => title),
    ],
  };
}

function row(
  audits: readonly Assessment[],
  { catalogue: { method } }: Around,
  bySlug: ReadonlyMap<string, string>,
): DirectoryRow[] {
  const [newest] = audits;
  if (newest === undefined) return [];
  const { audit, tally, id } = newest;
  const { service } = audit;
  const { figure, says } = headline(tally);
  const themes = newest.themes.filter((theme) => theme.tally.of > 0).map((theme) => themeCounts(theme, method));
  const { from, to } = audit.audit.period;
  return [
    {
      id: service.id,
      service: { text: service.name, href: `/services/${service.id}/` },
      kind: word(service.type),
      nation: word(service.nation),
      fundedBy: fundedBy(service),
      audit: { text: periodOf(audit), href: reportHref(id) },
      auditId: id,
      headline: `${figure} ${says}`,
      earlier: audits.length === 1 ? "" : count(audits.length - 1, "earlier audit"),
      themes,
      keys: {
        name: service.name,
        type: service.type,
        nation: service.nation,
        commissioner: bySlug.get(fundedBy(service)) ?? "",
        kindText: word(service.type),
        nationText: word(service.nation),
        fundedBy: commissionerOf(service) === "" ? `~${fundedBy(service)}` : fundedBy(service),
        to,
        standings: themes.flatMap(({ counts }) => counts.map(({ standing }) => standing)),
      },
      cells: [
        ...[service.name, word(service.type), word(service.nation), fundedBy(service), id, from, to],
        ...[tally.of - tally.notApplicable, ...tally.levels.toReversed(), tally.open, tally.notApplicable],
        ...themes.map(({ counts }) => counts.map(({ name, number }) => `${number} ${name}`).join("; ")),
      ],
    },
  ];
}

function themeCounts({ id, title, tally }: ThemeScore, method: Around["catalogue"]["method"]): ThemeCounts {
  const counts = stands(method).map((stand) => ({
    ...stand,
    number:
      stand.level === undefined
        ? stand.name === "Open"
          ? tally.open
          : tally.notApplicable
        : tally.levels[stand.level],
    standing: `${id} ${stand.key}`,
  }));
  return { id, title, counts: counts.filter(({ number }) => number > 0) };
}

/** From good practice down, as a report counts; then open, then not applicable. */
function stands(method: Around["catalogue"]["method"]): Stand[] {
  const levels = ([3, 2, 1, 0] as const).map((level) => ({ level, name: levelName(level, method) }));
  const rest = ["Open", "Not applicable"].map((name) => ({ level: undefined, name }));
  return [...levels, ...rest].map((stand) => ({ ...stand, key: levelKey(stand.name) }));
}

function any(text: string): { value: string; text: string } {
  return { value: "", text };
}
