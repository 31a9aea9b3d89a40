import { describe, expect, test } from "vitest";
import type { Case, Guidance, GuidancePage, Use } from "../../src/core/guidance.ts";
import { caseView } from "../../src/report/case.ts";
import { termViews } from "../../src/report/glossary.ts";
import { minutes, pageViews, partViews, sectionLinks } from "../../src/report/guidance.ts";
import { partName, partOf } from "../../src/report/parts.ts";
import { referenceLine, referenceViews } from "../../src/report/references.ts";
import { around } from "./repository.ts";

function page(id: string, sections: string[], uses: readonly Use[] = [], prose: readonly string[] = []): GuidancePage {
  const part = partOf(sections[0] ?? "");
  return { id, head: { title: id.toUpperCase(), part, sections, order: 0, summary: "A page." }, uses, prose };
}

const cite = (id: string): Use => ({ component: "Cite", id });
const term = (id: string): Use => ({ component: "Term", id });

const guidance: Guidance = {
  pages: [
    page("about", ["context", "introduction"]),
    page("whole", ["3", "3.1"], [cite("swift-2019")]),
    page("empathy", ["5.1.2"], [term("rupture"), cite("swift-2019"), cite("cooper-2018"), cite("swift-2019")]),
    page("wishes", ["5.2.1"], [term("rupture")], ["One two three.", "Four, five: 6."]),
    page("start", ["6.1"]),
    page("end", ["summary", "synopsis"]),
  ],
  glossary: [
    { id: "gate", term: "gate", definition: "A point where a rule decides.", section: "ours" },
    { id: "rupture", term: "rupture", definition: "A strain.", section: "5.1.9", see: ["wishes"] },
    { id: "empathy", term: "empathy", definition: "Feeling with.", section: "5.1.2" },
  ],
  cases: [],
};

const views = pageViews(guidance, around);
const at = (id: string) => {
  const found = views.find((view) => view.id === id);
  if (found === undefined) throw new Error(`there is no page ${id}`);
  return found;
};

describe("a page", () => {
  test("says which sections it renders, and leads to where each begins", () => {
    expect(at("whole").rendered).toBe("sections 3 and 3.1");
    expect(at("whole").sections.map(({ href }) => href)).toEqual(["/guidance/whole/#3", "/guidance/whole/#3-1"]);
    expect(at("about").rendered).toBe("the context and the introduction");
    expect(at("empathy").sections).toEqual([{ text: "5.1.2", href: "/guidance/empathy/" }]);
  });

  test("of one section has its anchor at the title", () => {
    expect(at("empathy").anchor).toBe("5-1-2");
    expect(at("whole").anchor).toBeUndefined();
  });

  test("knows the criteria that rest on its sections, and their themes, from the catalogue", () => {
    const resting = around.catalogue.criteria.filter(({ criterion }) => criterion.basis.sections.includes("6.1"));
    expect(resting.length).toBeGreaterThan(0);
    expect(at("start").rests).toEqual([
      {
        section: "6.1",
        criteria: resting.map(({ code, criterion }) => ({
          text: `${code} ${criterion.title}`,
          href: `/criteria/${criterion.id}/`,
        })),
      },
    ]);
    expect(at("start").themes).toEqual([...new Set(resting.map(({ theme }) => theme))]);
    const alone = { ...guidance, pages: [page("none", ["2.9"])] };
    expect(pageViews(alone, around)[0]).toMatchObject({ rests: [], themes: [] });
  });

  test("comes after one and before another", () => {
    expect(at("about").previous).toBeUndefined();
    expect(at("whole").previous).toEqual({ text: "ABOUT", href: "/guidance/about/" });
    expect(at("whole").next).toEqual({ text: "EMPATHY", href: "/guidance/empathy/" });
    expect(at("end").next).toBeUndefined();
  });

  test("lists each term that it uses and each work that it cites once", () => {
    expect(at("empathy").terms.map(({ id }) => id)).toEqual(["rupture"]);
    expect(at("empathy").references.map(({ id }) => id)).toEqual(["cooper-2018", "swift-2019"]);
  });

  test("takes a minute to read at the least, and some 240 words a minute", () => {
    expect(at("wishes").time).toBe("about 1 minute to read");
    expect([0, 238, 500, 1190].map(minutes)).toEqual([1, 1, 2, 5]);
  });
});

describe("the parts", () => {
  const parts = partViews(views);

  test("stand in order, those without a page left out, the fifth in two groups", () => {
    expect(parts.map(({ number }) => number)).toEqual([0, 3, 5, 6, 7]);
    const fifth = parts.find(({ number }) => number === 5);
    expect(fifth?.pages).toEqual([]);
    expect(fifth?.groups.map(({ section, pages }) => [section, pages.map(({ id }) => id)])).toEqual([
      ["5.1", ["empathy"]],
      ["5.2", ["wishes"]],
    ]);
  });

  test("hold every page once", () => {
    const all = parts.flatMap(({ pages, groups }) => [...pages, ...groups.flatMap((group) => group.pages)]);
    expect(all.map(({ id }) => id)).toEqual(views.map(({ id }) => id));
  });

  test("have names and anchors of their own", () => {
    expect(new Set(parts.map(({ anchor }) => anchor)).size).toBe(parts.length);
    expect(partName(5)).toMatch(/^Part 5\. \w/);
    expect(partName(0)).not.toMatch(/\d/);
  });

  test("a section belongs to the part of its first number, what comes before to 0, what comes after to 7", () => {
    expect(["context", "introduction", "1", "5.2.7", "summary", "synopsis"].map(partOf)).toEqual([0, 0, 1, 5, 7, 7]);
  });
});

describe("a section of the resource", () => {
  const links = sectionLinks(guidance.pages);

  test("leads to the page that renders it, at its place", () => {
    expect(links.get("5.1.2")).toEqual({ text: "EMPATHY (5.1.2)", href: "/guidance/empathy/" });
    expect(links.get("3.1")).toEqual({ text: "WHOLE (3.1)", href: "/guidance/whole/#3-1" });
  });

  test("that is a heading and no more leads to the list of contents", () => {
    for (const [section, anchor] of [
      ["5", "#5"],
      ["5.1", "#5-1"],
      ["5.2", "#5-2"],
      ["6", "#6"],
    ] as const)
      expect(links.get(section)?.href).toBe(`/guidance/${anchor}`);
  });
});

describe("the glossary", () => {
  const terms = termViews(guidance);

  test("stands in the order of the alphabet", () => {
    expect(terms.map(({ id }) => id)).toEqual(["empathy", "gate", "rupture"]);
  });

  test("says where a term is from, which pages explain it, and which others use it", () => {
    const [empathy, gate, rupture] = terms;
    expect(empathy?.explained.map(({ href }) => href)).toEqual(["/guidance/empathy/"]);
    expect(gate).toMatchObject({ from: "A word of ours", explained: [], used: [] });
    expect(rupture?.from).toBe("Section 5.1.9 of the resource");
    expect(rupture?.explained.map(({ href }) => href)).toEqual(["/guidance/wishes/"]);
    expect(rupture?.used.map(({ href }) => href)).toEqual(["/guidance/empathy/"]);
  });
});

describe("the list of references", () => {
  const lists = referenceViews(guidance, around);
  const of = (id: string) => lists.find((one) => one.id === id);

  test("says of each where the guidance and the criteria cite it", () => {
    const criteria = around.catalogue.criteria.filter(({ criterion }) => criterion.cites.includes("swift-2019"));
    expect(criteria.length).toBeGreaterThan(0);
    expect(of("swift-2019")?.citedIn.slice(0, 2)).toEqual([
      {
        kind: "Guidance",
        links: [
          { text: "WHOLE", href: "/guidance/whole/" },
          { text: "EMPATHY", href: "/guidance/empathy/" },
        ],
      },
      {
        kind: "Criteria",
        links: criteria.map(({ code, criterion }) => ({
          text: `${code} ${criterion.title}`,
          href: `/criteria/${criterion.id}/`,
        })),
      },
    ]);
  });

  test("names the criteria whose numbers come from it, a profile's numbers too", () => {
    expect(of("nhs-england-waiting-times")?.citedIn.find(({ kind }) => kind === "Numbers of")?.links).toContainEqual(
      expect.objectContaining({ href: "/criteria/wait-first-contact/" }),
    );
    expect(of("public-health-scotland-2024")?.citedIn.map(({ kind }) => kind)).toContain("Numbers of");
  });

  test("says in words what was verified", () => {
    expect(of("swift-2019")?.status).toBe("verified");
    expect(of("smith-2015")?.status).toBe("not verified");
    expect(of("cooper-2018")).toMatchObject({ status: "not identified", lead: "Cooper (2018).", title: "", rest: "" });
  });

  test("ends each part of an entry once", () => {
    const base = { id: "a", type: "book", status: "verified" } as const;
    const { lead, title } = referenceLine({
      ...base,
      title: "Whose?",
      author: [{ family: "Ng", given: "A." }],
      printed_as: [],
    });
    expect([lead, title]).toEqual(["Ng, A.", "Whose?"]);
    for (const { lead, title, rest } of lists)
      for (const text of [lead, title, rest]) expect(text).toMatch(/^$|[^.][.?!]$/);
  });
});

describe("a case", () => {
  const [first] = around.catalogue.criteria;
  const made: Case = {
    id: "a",
    title: "A",
    section: "6.1",
    says: "Ours.",
    services: [
      {
        name: "One",
        facts: {},
        stands: [{ criterion: first?.criterion.id ?? "", level: [0, 1, 2, 3], because: "Nothing is stated." }],
      },
    ],
  };

  test("stands where the engine says, whatever its file says", () => {
    const [stand] = caseView(made, around).services[0]?.stands ?? [];
    expect(stand?.label).toMatch(/^Open: /);
    expect(stand?.level).toBeUndefined();
    expect(stand?.needs.length).toBeGreaterThan(0);
    expect(stand?.criterion.href).toBe(`/criteria/${first?.criterion.id}/`);
  });
});
