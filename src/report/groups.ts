/** The comparisons that have a page of their own: services that name the same commissioner. */

import { listed } from "../core/listed.ts";
import { compareText } from "../core/problem.ts";
import { fewest, most } from "./comparison.ts";
import { slugs } from "./slug.ts";
import type { AuditStandings, Standings } from "./standings.ts";
import { count } from "./wording.ts";

/** One page: the newest audits of two to six services that name one commissioner. */
export interface Group {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly says: string;
  readonly ids: readonly string[];
}

/**
 * A group for each commissioner, by its exact words, that at least two services name; from each service its
 * newest audit. More than six are split into parts of much the same size, in the order of names. Services
 * whose clients pay, or that do not state who does, are no group: they share no contract.
 */
export function groups({ audits }: Pick<Standings, "audits">): Group[] {
  const newest = new Map(audits.map((audit) => [audit.service, audit]));
  const byName = new Map<string, AuditStandings[]>();
  for (const audit of newest.values())
    if (audit.commissioner !== "") byName.set(audit.commissioner, [...(byName.get(audit.commissioner) ?? []), audit]);
  const parts = [...byName]
    .filter(([, own]) => own.length >= fewest)
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([commissioner, own]) =>
      split(own).map((part, index, all) => ({ commissioner, own, part, number: index + 1, parts: all.length })),
    );
  const titles = parts.map(({ commissioner, number, parts: of }) =>
    of === 1 ? commissioner : `${commissioner}, part ${number} of ${of}`,
  );
  const bySlug = slugs(titles);
  return parts.map(({ commissioner, own, part }, index) => {
    const title = titles[index] ?? "";
    const slug = bySlug.get(title) ?? "";
    return {
      slug,
      href: `/compare/${slug}/`,
      title,
      says: says(commissioner, own, part),
      ids: part.map(({ id }) => id),
    };
  });
}

function split(audits: readonly AuditStandings[]): AuditStandings[][] {
  const parts = Math.ceil(audits.length / most);
  const start = (part: number) => Math.floor((part * audits.length) / parts);
  return Array.from({ length: parts }, (_, part) => audits.slice(start(part), start(part + 1)));
}

function says(commissioner: string, all: readonly AuditStandings[], part: readonly AuditStandings[]): string {
  const names = (audits: readonly AuditStandings[]) => listed(audits.map(({ name }) => name));
  if (all.length === part.length)
    return `The newest audits of the ${count(all.length, "service")} that name ${commissioner} as who pays: ${names(all)}.`;
  const others = all.filter((audit) => !part.includes(audit));
  return `${count(all.length, "service")} name ${commissioner} as who pays, and ${most} fit side by side. Here are the newest audits of ${names(part)}; left out here: ${names(others)}.`;
}
