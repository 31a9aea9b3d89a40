import { describe, expect, it } from "vitest";
import { readYardstick } from "../../src/reading/disk.ts";
import { type GuidanceSources, readGuidance } from "../../src/reading/guidance.ts";
import { readReferences } from "../../src/reading/references.ts";
import { catalogueOf, root } from "./yardstick.ts";

const { yardstick: own } = readYardstick(root);
const { catalogue } = catalogueOf();
if (own === undefined || catalogue === undefined) throw new Error("there is nothing to read with");

const references = `- {id: gillon-2013, type: book, title: A book, status: unverified, printed_as: []}
- {id: swift-2019, type: book, title: Another, status: verified, verified: all of it, printed_as: []}
`;

const glossary = `- {id: rupture, term: rupture, definition: A strain., section: '3.1', see: [two]}
`;

const oneCase = `id: ann-and-bo
title: Ann and Bo
section: '3.1'
says: Ours.
services:
  - name: A service
    facts:
      preferences: {asked: discretionary}
    stands:
      - {criterion: asking-first, level: 1, because: Some are asked.}
`;

const one = `---
title: One
part: 6
sections: ['6.1']
order: 60100
summary: A page of one section.
---

Asking matters (<Cite id="gillon-2013" />). See [two](/guidance/two/#3-1), [here](#definition) and [it](/criteria/asking-first/).

## Definition

<Criterion id="asking-first" />
`;

const two = `---
title: Two
part: 3
sections: ['3', '3.1']
order: 30000
summary: A page of two sections.
---

## All of it <Section id="3" />

A <Term id="rupture">rupture</Term>.

### A part of it <Section id="3.1" />

<Case id="ann-and-bo" />

<Contested>Some hold otherwise.</Contested>
`;

type Change = Partial<Record<"one" | "two" | "glossary" | "case" | "references", [from: string | RegExp, to: string]>>;

/** Everything of the small guidance, with one change in some of its texts. */
function read(change: Change = {}) {
  const changed = (name: keyof Change, text: string) => {
    const [from, to] = change[name] ?? ["", ""];
    expect(text).toMatch(from);
    return text.replace(from, to);
  };
  const file = { file: "content/references.yaml", text: changed("references", references) };
  const sources: GuidanceSources = {
    pages: [
      { file: "content/guidance/one.mdx", text: changed("one", one) },
      { file: "content/guidance/two.mdx", text: changed("two", two) },
    ],
    glossary: { file: "content/glossary.yaml", text: changed("glossary", glossary) },
    cases: [{ file: "content/cases/ann-and-bo.yaml", text: changed("case", oneCase) }],
    references: file,
  };
  if (own === undefined || catalogue === undefined) throw new Error();
  const { references: found, places, problems: ofReferences } = readReferences(file, own.validators);
  const { guidance, problems } = readGuidance(sources, {
    catalogue,
    validators: own.validators,
    around: own.around,
    references: found,
    referencePlaces: places,
  });
  return { guidance, problems: [...ofReferences, ...problems] };
}

/** What is told, each as `file:line:column sentence | hint`. */
function told(change: Change): string[] {
  return read(change).problems.map(
    ({ file, line, column, message, hint }) =>
      `${file.replace(/^content\/(guidance\/)?/, "")}:${line}:${column} ${message}${hint ? ` | ${hint}` : ""}`,
  );
}

describe("the guidance", () => {
  it("is read with its pages in their order, and what each names, says and cites", () => {
    const { guidance, problems } = read();
    expect(problems).toEqual([]);
    expect(guidance?.pages.map(({ id }) => id)).toEqual(["two", "one"]);
    expect(guidance?.pages[1]?.uses).toEqual([
      { component: "Cite", id: "gillon-2013" },
      { component: "Criterion", id: "asking-first" },
    ]);
    expect(guidance?.pages[1]?.prose).toEqual(["Asking matters. See two, here and it."]);
    expect(guidance?.glossary.map(({ id }) => id)).toEqual(["rupture"]);
    expect(guidance?.cases.map(({ id }) => id)).toEqual(["ann-and-bo"]);
  });

  it("names only ids that there are, told with file, line and column", () => {
    expect(told({ one: ['<Cite id="gillon-2013"', '<Cite id="gillon-2031"'] })).toEqual([
      'one.mdx:9:17 there is no reference "gillon-2031" in content/references.yaml | did you mean "gillon-2013"?',
      'references.yaml:1:8 nothing cites "gillon-2013" | cite it in the guidance or in a criterion, or take the entry out',
    ]);
    expect(told({ one: ['<Criterion id="asking-first"', '<Criterion id="asking-fist"'] })).toEqual([
      'one.mdx:13:1 there is no criterion "asking-fist" in content/criteria | did you mean "asking-first"?',
    ]);
    expect(told({ two: ['<Term id="rupture"', '<Term id="ruptures"'] })).toEqual([
      'two.mdx:11:3 there is no term "ruptures" in content/glossary.yaml | did you mean "rupture"?',
    ]);
    expect(told({ two: ['<Case id="ann-and-bo"', '<Case id="ann-and-bob"'] })[1]).toBe(
      'two.mdx:15:1 there is no case "ann-and-bob" in content/cases | did you mean "ann-and-bo"?',
    );
    expect(told({ two: ["<Contested>", "<Contestd>"] })).toContain(
      'two.mdx:17:1 there is no component <Contestd> | did you mean "Contested"?',
    );
    expect(told({ two: ['<Case id="ann-and-bo" />', '<Case />\n\n<Case id="ann-and-bo" />'] })).toEqual([
      'two.mdx:15:1 <Case> names no id | write <Case id="…">',
    ]);
  });

  it("takes no notice of what stands in code or in a comment", () => {
    expect(
      told({ one: [/$/, '\n{/* <Cite id="nobody" /> */}\n\n```\n<Term id="nothing" /> [x](nowhere)\n```\n'] }),
    ).toEqual([]);
  });

  it("marks the sections of a page that renders several, each once, and none on any other", () => {
    expect(told({ two: [' <Section id="3" />', ""] })).toEqual([
      'two.mdx:4:12 nothing marks where section 3 begins | write <Section id="3" /> at the end of one heading',
    ]);
    expect(told({ two: ['<Section id="3" />', '<Section id="3.1" />'] })).toContain(
      'two.mdx:4:17 section 3.1 is marked twice | write <Section id="3.1" /> at the end of one heading',
    );
    expect(told({ two: ['<Section id="3" />', '<Section id="3.2" />'] })).toContain(
      "two.mdx:9:14 section 3.2 is not one that the page's head names",
    );
    expect(told({ one: ["## Definition", '## Definition <Section id="6.1" />'] })).toContain(
      "one.mdx:11:15 the page renders one section, and its title marks it | take <Section> out",
    );
  });

  it("has no section on two pages, no second title, and no term marked twice", () => {
    expect(told({ one: ["['6.1']", "['3.1']"] })).toEqual([
      "one.mdx:4:12 content/guidance/two.mdx renders section 3.1 already",
    ]);
    expect(told({ one: ["## Definition", "# Definition"] })).toEqual([
      "one.mdx:11:1 a page's first heading is its title | begin with ## here",
    ]);
    expect(told({ two: ["</Term>.", '</Term>. A <Term id="rupture">rupture</Term>.'] })).toEqual([
      'two.mdx:11:40 the term "rupture" is marked twice | mark its first use on the page only',
    ]);
  });

  it.each([
    [
      "/guidance/tow/",
      '9:55 the link leads to /guidance/tow/, and there is no such page | did you mean "/guidance/two/"?',
    ],
    ["/guidance/two/#3-2", "9:55 there is no #3-2 at /guidance/two/"],
    ["/guidance/one/#definitions", '9:55 there is no #definitions at /guidance/one/ | did you mean "definition"?'],
    ["/references/#swift-2018", '9:55 there is no #swift-2018 at /references/ | did you mean "swift-2019"?'],
    ["two.mdx", '9:55 the link "two.mdx" is no address | begin it with / or https://'],
  ])("has no link to %s", (address, says) => {
    expect(told({ one: ["/guidance/two/#3-1", address] })).toEqual([`one.mdx:${says}`]);
  });

  it.each(["/glossary/#rupture", "/method/#range", "/", "https://example.org/", "/guidance/two/#all-of-it-", "#6-1"])(
    "may link to %s",
    (address) => {
      expect(told({ one: ["/guidance/two/#3-1", address] })).toEqual([]);
    },
  );

  it("says of a page what its schema says, and of one without a head that it has none", () => {
    expect(told({ one: ["part: 6", "part: 8"] })).toEqual(["one.mdx:3:7 part: 8 is more than 7 | write 7 or less"]);
    expect(told({ one: ["summary:", "sumary:"] })[0]).toMatch(/^one\.mdx:6:1 "sumary" is not one/);
    expect(told({ one: [/^---\n/, ""] })[0]).toMatch(/^one\.mdx:1:1 the page has no head/);
  });
});

describe("references", () => {
  it("are each cited by the guidance or by the catalogue", () => {
    expect(told({ one: [' (<Cite id="gillon-2013" />)', ""] })).toEqual([
      'references.yaml:1:8 nothing cites "gillon-2013" | cite it in the guidance or in a criterion, or take the entry out',
    ]);
  });

  it("have an id of their own", () => {
    expect(told({ references: ["id: swift-2019", "id: gillon-2013"] })[0]).toMatch(
      /^references\.yaml:2:8 "gillon-2013" is given twice/,
    );
  });

  it("name each other as readers know them, never by an id", () => {
    expect(told({ references: ["status: unverified", "status: unverified, note: See swift-2019."] })).toEqual([
      expect.stringMatching(/^references\.yaml:1:\d+ readers of this do not know "swift-2019" by its id \| write the/),
    ]);
  });

  it("complete nothing: a work that was not identified has no title, and what is verified says how", () => {
    expect(told({ references: ["status: unverified", "status: unidentified"] })).toEqual([
      'references.yaml:1:40 "gillon-2013" is not identified, so it can have no title | take the line out, or say in `note` which work it may be',
    ]);
    expect(told({ references: ["status: unverified", "status: verified"] })[0]).toMatch(
      /"gillon-2013" does not say what was verified/,
    );
    expect(told({ references: ["title: A book", "tittle: A book"] })[0]).toBe(
      'references.yaml:1:33 [0]: "tittle" is not one of the questions here | did you mean "title"?',
    );
  });
});

describe("the glossary", () => {
  it("sends readers only to pages that there are", () => {
    expect(told({ glossary: ["see: [two]", "see: [tow]"] })).toEqual([
      'glossary.yaml:1:77 there is no guidance page "tow" | did you mean "two"?',
    ]);
  });

  it("explains each term once", () => {
    expect(told({ glossary: [/^(.*\n)/, "$1$1"] })).toEqual(['glossary.yaml:2:8 "rupture" is given twice | keep one']);
  });
});

describe("a case", () => {
  it("states facts in the words of an audit, told where they stand", () => {
    expect(told({ case: ["asked: discretionary", "asked: discretionery"] })).toEqual([
      'cases/ann-and-bo.yaml:8:28 preferences.asked: "discretionery" is not one of the answers | did you mean "discretionary"?',
    ]);
    expect(told({ case: ["preferences:", "prefrences:"] })[0]).toMatch(
      /^cases\/ann-and-bo\.yaml:8:\d+ "prefrences" is not one of the questions here \| did you mean "preferences"\?/,
    );
  });

  it("states nothing that can't be so together", () => {
    const waits = "waits: [{stage: referral_to_therapy, unit: weeks, median: 11, longest: 9}]\n      preferences:";
    expect(told({ case: ["preferences:", waits] })[0]).toMatch(/median: 11 is more than longest \(9\)/);
  });

  it("stands where it says, on criteria that there are", () => {
    expect(told({ case: ["level: 1", "level: 2"] })).toEqual([
      "cases/ann-and-bo.yaml:10:42 asking-first stands at 1 by these facts, not 2",
    ]);
    expect(told({ case: ["asked: discretionary", "asked: routine"] })).toEqual([
      "cases/ann-and-bo.yaml:10:42 asking-first stands at 2 or 3 by these facts, not 1",
    ]);
    expect(told({ case: ["criterion: asking-first", "criterion: asking-last"] })).toEqual([
      'cases/ann-and-bo.yaml:10:21 there is no criterion "asking-last" | did you mean "asking-first"?',
    ]);
  });

  it("names what would settle it, where it is open", () => {
    const open = (needs: string) =>
      told({
        case: [/asked: discretionary}([\s\S]*)level: 1/, `asked: routine}$1level: [2, 3], needs: ['${needs}']`],
      });
    expect(open("waits[referral_to_therapy].median")).toEqual([]);
    expect(open("gates")).toEqual([
      "cases/ann-and-bo.yaml:10:57 asking-first needs waits[referral_to_therapy].median by these facts",
    ]);
  });

  it("is shown by the page that renders its section, and by no other", () => {
    expect(told({ two: ['<Case id="ann-and-bo" />', ""] })).toEqual([
      'cases/ann-and-bo.yaml:1:1 no page shows the case "ann-and-bo" | write <Case id="ann-and-bo" /> on the page that renders section 3.1',
    ]);
    expect(told({ one: [/$/, '\n<Case id="ann-and-bo" />\n'] })).toEqual([
      'one.mdx:15:1 the case "ann-and-bo" is of section 3.1, which this page does not render',
    ]);
  });
});
