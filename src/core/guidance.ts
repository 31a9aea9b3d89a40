/** The guidance as it was read: its pages, its glossary, its worked cases. */
import { type Criterion, type Method, numbers, thresholdsOf } from "./catalogue.ts";
import { facts } from "./derived.ts";
import { type Answers, statedAt } from "./facts.ts";
import { type Standing, standing } from "./ladder.ts";
import type { Case } from "./types/case.ts";
import type { Term } from "./types/glossary.ts";
import type { Guidance as PageHead } from "./types/guidance.ts";
import type { Reference } from "./types/references.ts";

export type { Case, PageHead, Reference, Term };

/** What a page may hold besides prose that names an id. */
export type ComponentName = "Cite" | "Section" | "Term" | "Criterion" | "Case";

/** A component on a page, with the id it names. */
export interface Use {
  readonly component: ComponentName;
  readonly id: string;
}

/** One page of the guidance. */
export interface GuidancePage {
  readonly id: string;
  readonly head: PageHead;
  readonly uses: readonly Use[];
  /** Its paragraphs and list entries as plain text, without headings and citations. */
  readonly prose: readonly string[];
}

/** All that is written for readers besides the criteria; the pages are in their order. */
export interface Guidance {
  readonly pages: readonly GuidancePage[];
  readonly glossary: readonly Term[];
  readonly cases: readonly Case[];
}

/** The anchor of a section on the page that renders it: 5.2.1 is at #5-2-1. */
export function anchorOf(section: string): string {
  return section.replaceAll(".", "-");
}

/** The ids that pages name with a component, each once, in the order they come. */
export function idsOf(pages: readonly GuidancePage[], component: ComponentName): string[] {
  const uses = pages.flatMap((page) => page.uses).filter((use) => use.component === component);
  return [...new Set(uses.map(({ id }) => id))];
}

/** Where a case's service stands on a criterion, read with the profile that its facts name. */
export function standingOfCase(stated: Answers, criterion: Criterion, method: Method): Standing {
  const profile = statedAt(stated, "audit.threshold_profile");
  const thresholds = thresholdsOf(criterion, method, typeof profile === "string" ? profile : "");
  return standing(criterion, facts(stated), numbers(thresholds));
}
