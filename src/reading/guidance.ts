/** The guidance's files to pages, terms and cases that hang together, or to their problems. */
import type { Guidance, GuidancePage } from "../core/guidance.ts";
import { inOrder, type Problem } from "../core/problem.ts";
import { type CaseYardstick, readCases } from "./cases.ts";
import type { Source } from "./catalogue.ts";
import { readGlossary } from "./glossary.ts";
import { linkProblems, type Targets } from "./guidance-links.ts";
import { type Known, useProblems } from "./guidance-uses.ts";
import { idOf, type ReadPage, readPage } from "./page.ts";
import { type ReadReferences, uncited } from "./references.ts";
import { problemAt, told } from "./told.ts";

/** The guidance's files. */
export interface GuidanceSources {
  readonly pages: readonly Source[];
  readonly glossary: Source;
  readonly cases: readonly Source[];
  readonly references: Source;
}

/** The guidance where it could be read, and what is wrong with it. */
export interface ReadGuidance {
  readonly guidance?: Guidance;
  readonly problems: readonly Problem[];
}

/** What the guidance is held against. */
export type GuidanceYardstick = CaseYardstick &
  Pick<ReadReferences, "references"> & { referencePlaces: ReadReferences["places"] };

/** Reads all of the guidance: each file by itself, then every id and link against what there is. */
export function readGuidance(sources: GuidanceSources, yardstick: GuidanceYardstick): ReadGuidance {
  const { catalogue, validators, references, referencePlaces } = yardstick;
  const read = sources.pages.map((source) => readPage(source, validators.guidance));
  const found = read.flatMap(({ found }) => found ?? []).toSorted((a, b) => a.page.head.order - b.page.head.order);
  const pages = found.map(({ page }) => page);
  const glossary = readGlossary(sources.glossary, validators, sources.pages.map(idOf));
  const cases = readCases(sources.cases, yardstick);
  const alone = [...read.flatMap(({ problems }) => problems), ...glossary.problems, ...cases.problems];
  const known: Known = {
    Cite: references.map(({ id }) => id),
    Term: glossary.terms.map(({ id }) => id),
    Criterion: catalogue.criteria.map(({ criterion }) => criterion.id),
    Case: cases.cases.map(({ id }) => id),
    cases: cases.cases,
  };
  const targets: Targets = { pages: found, known };
  const together = () => [
    ...found.flatMap((one) => [...useProblems(one, known), ...linkProblems(one, targets)]),
    ...renderedTwice(found),
    ...uncited({ references, places: referencePlaces }, pages, catalogue, sources.references.file),
    ...unshown(sources.cases, known, pages),
  ];
  // What a file that can't be read holds would be told as missing at every place that names it.
  const unread =
    found.length < sources.pages.length ||
    cases.cases.length < sources.cases.length ||
    (glossary.terms.length === 0 && glossary.problems.length > 0);
  const problems = [...alone, ...(unread ? [] : together())];
  const guidance = { pages, glossary: glossary.terms, cases: cases.cases };
  return { ...(problems.length === 0 ? { guidance } : {}), problems: inOrder(problems) };
}

/** Sections that an earlier page renders already. */
function renderedTwice(pages: readonly ReadPage[]): Problem[] {
  const first = new Map<string, string>();
  return pages.flatMap(({ file, page, mdx }) =>
    page.head.sections.flatMap((section, index) => {
      const before = first.get(section);
      if (before === undefined) first.set(section, file);
      const message = `${before} renders section ${section} already`;
      return before === undefined ? [] : [told(file, mdx.head.places, `/sections/${index}`, message)];
    }),
  );
}

/** Cases that no page shows. */
function unshown(sources: readonly Source[], { cases }: Known, pages: readonly GuidancePage[]): Problem[] {
  const shown = pages.flatMap(({ uses }) => uses).filter(({ component }) => component === "Case");
  return cases
    .filter(({ id }) => !shown.some((use) => use.id === id))
    .map(({ id, section }) =>
      problemAt(
        sources.find(({ file }) => file.endsWith(`/${id}.yaml`))?.file ?? id,
        { line: 1, column: 1 },
        `no page shows the case "${id}"`,
        `write <Case id="${id}" /> on the page that renders section ${section}`,
      ),
    );
}
