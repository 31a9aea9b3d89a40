/** The guidance as a whole: nothing of the resource is left out, and it can be read. */
import { afterAll, describe, expect, test } from "vitest";
import { guidanceText } from "../src/cli/guidance.ts";
import { counts, grade, median } from "../src/cli/readability.ts";
import { idsOf } from "../src/core/guidance.ts";
import { problemText } from "../src/core/problem.ts";
import { readGuidanceFiles } from "../src/reading/disk.ts";
import { caseView } from "../src/report/case.ts";
import { sectionLinks } from "../src/report/guidance.ts";
import { root, yardstick } from "./core/yardstick.ts";
import { around } from "./report/repository.ts";

const { guidance, problems } = readGuidanceFiles(root, yardstick);

/** Every numbered section of the resource, and what stands before and after them, by a title of ours. */
const sections: readonly (readonly [section: string, title: string])[] = [
  ["context", "What the resource is"],
  ["introduction", "What it argues"],
  ["1", "The field as it is now"],
  ["2", "What research shows"],
  ["3", "The relationship in therapy"],
  ["3.1", "What clients bring to it"],
  ["3.2", "What therapists bring to it"],
  ["3.3", "What methods bring to it"],
  ["4", "What therapies share"],
  ["5", "The ingredients"],
  ["5.1", "Ingredients on the therapist's side"],
  ["5.1.1", "Working together towards agreed goals"],
  ["5.1.2", "Empathy"],
  ["5.1.3", "Responding to the person"],
  ["5.1.4", "Positive regard"],
  ["5.1.5", "Being genuine"],
  ["5.1.6", "Saying something of oneself, and of the moment"],
  ["5.1.7", "Feelings and showing them"],
  ["5.1.8", "The therapist's own reactions"],
  ["5.1.9", "Strain and repair"],
  ["5.1.10", "Asking how it goes"],
  ["5.2", "Ingredients on the client's side"],
  ["5.2.1", "What clients prefer"],
  ["5.2.2", "Expecting a good outcome"],
  ["5.2.3", "Finding the therapy believable"],
  ["5.2.4", "Holding back and pushing back"],
  ["5.2.5", "Ways of coping"],
  ["5.2.6", "Attachment"],
  ["5.2.7", "Difference and culture"],
  ["6", "The findings in practice"],
  ["6.1", "Beginning"],
  ["6.2", "Agreeing the terms"],
  ["6.3", "Building the relationship"],
  ["6.4", "Deeper engagement"],
  ["6.5", "Trouble between the two"],
  ["6.6", "Ending"],
  ["summary", "What it comes to"],
  ["synopsis", "What it draws on"],
];

const order = sections.map(([section]) => section);

describe("the guidance", () => {
  test("has no problem", () => {
    expect(problems.map(problemText)).toEqual([]);
  });

  test("renders every section of the resource, each at one place", () => {
    const links = sectionLinks(guidance?.pages ?? []);
    const rows = sections.map(([section, title]) => ({
      section,
      title,
      at: links.get(section)?.href ?? "MISSING",
    }));
    console.log(rows.map(({ section, title, at }) => `${section.padEnd(13)}${title.padEnd(48)}${at}`).join("\n"));
    expect(rows.filter(({ at }) => at === "MISSING").map(({ section }) => section)).toEqual([]);
    expect([...links.keys()].filter((section) => !order.includes(section))).toEqual([]);
  });

  test("is in the order of the resource", () => {
    const rendered = (guidance?.pages ?? []).flatMap(({ head }) => head.sections);
    expect(rendered).toEqual(order.filter((section) => rendered.includes(section)));
  });

  test("can be read with eleven years of schooling or fewer", () => {
    const grades = (guidance?.pages ?? []).map(({ prose }) => grade(counts(prose)));
    console.log(guidanceText(guidance?.pages ?? []));
    expect(median(grades)).toBeLessThanOrEqual(11);
  });

  test("renders each section that a criterion rests on", () => {
    const links = sectionLinks(guidance?.pages ?? []);
    for (const { criterion } of yardstick.catalogue.criteria)
      for (const section of criterion.basis.sections)
        expect(links.has(section), `${criterion.id}: ${section}`).toBe(true);
  });

  test("has a definition for each term that it uses; a term that nothing uses is pointed out", () => {
    const used = idsOf(guidance?.pages ?? [], "Term");
    const terms = (guidance?.glossary ?? []).map(({ id }) => id);
    expect(used.filter((id) => !terms.includes(id))).toEqual([]);
    const idle = terms.filter((id) => !used.includes(id));
    if (idle.length > 0) console.warn(`warning: no page uses these terms of the glossary: ${idle.join(", ")}`);
  });
});

describe("the worked cases", () => {
  const cases = guidance?.cases ?? [];
  const table: string[] = [];

  test("are the resource's four pairs", () => {
    expect(cases.map(({ id }) => id)).toEqual([
      "dana-and-ashraf",
      "gerald-and-monica",
      "peter-and-malika",
      "sue-and-jenny",
    ]);
  });

  // That each stands where its file says is told by reading; here a person can see it at once.
  test.for(cases.map((one) => [one.id, one] as const))("%s is scored by the engine", ([id, one]) => {
    for (const { name, stands } of caseView(one, around).services) {
      expect(stands.length).toBeGreaterThan(0);
      table.push(`${id}: ${name}`, ...stands.map(({ criterion, label }) => `    ${label}: ${criterion.text}`));
    }
  });

  afterAll(() => console.log(table.join("\n")));
});
