import { describe, expect, test } from "vitest";
import { cited, entry, type Reference } from "../../src/report/reference.ts";
import { around } from "./repository.ts";

const norcross = { family: "Norcross", given: "J. C." };
const lambert = { family: "Lambert", given: "M. J." };
const swift = { family: "Swift", given: "J. K." };
const issued = { "date-parts": [[2019]] };
const nice = [{ literal: "National Institute for Health and Care Excellence" }];

/** A reference with these fields besides those that each has. */
function reference(fields: Partial<Reference>): Reference {
  return { id: "a", type: "book", status: "verified", printed_as: [], ...fields };
}

function of(id: string): Reference {
  const found = around.references.get(id);
  if (found === undefined) throw new Error(`there is no reference ${id}`);
  return found;
}

describe("a citation", () => {
  test("one author and the year", () => {
    expect(cited(reference({ author: [swift], issued }))).toBe("Swift, 2019");
  });

  test("two authors are both named", () => {
    expect(cited(reference({ author: [norcross, lambert], issued }))).toBe("Norcross and Lambert, 2019");
  });

  test("of three authors or more the first is named", () => {
    expect(cited(reference({ author: [swift, norcross, lambert], issued }))).toBe("Swift et al., 2019");
  });

  test("an institution is named in full", () => {
    expect(cited(reference({ author: nice, issued }))).toBe("National Institute for Health and Care Excellence, 2019");
  });

  test("editors stand in where there is no author, and only there", () => {
    expect(cited(reference({ editor: [norcross, lambert], issued }))).toBe("Norcross and Lambert, 2019");
    expect(cited(reference({ author: [swift], editor: [norcross, lambert], issued }))).toBe("Swift, 2019");
  });

  test("without a year there is only the name", () => {
    expect(cited(reference({ author: nice }))).toBe("National Institute for Health and Care Excellence");
  });

  test("a letter tells two of one year apart", () => {
    expect(cited(reference({ author: [swift], issued, "year-suffix": "b" }))).toBe("Swift, 2019b");
  });

  test("without any name it is the id", () => {
    expect(cited(reference({ id: "a-report", issued }))).toBe("a-report, 2019");
  });

  test("a work that could not be identified is cited as the resource prints it", () => {
    expect(cited(of("norcross-2019-unspecified"))).toBe("Norcross et al., 2019");
    expect(cited(of("cooper-2018"))).toBe("Cooper, 2018");
  });

  test("each reference of the project has one", () => {
    for (const reference of around.references.values()) expect(cited(reference)).toMatch(/^\p{Lu}[^,]+/u);
  });
});

describe("an entry", () => {
  test("a chapter names its editors, its book, the edition and the publisher", () => {
    expect(entry(of("swift-2019"))).toEqual({
      authors: "Swift, J. K., Callahan, J. L., Cooper, M., Parkin, S. R.",
      year: "2019",
      title: "Preferences",
      rest: "In Norcross, J. C., Wampold, B. E. (Eds.), Psychotherapy relationships that work: Vol. 2. Evidence-based therapist responsiveness, 3rd ed., Oxford University Press",
      url: "",
    });
  });

  test("one editor of a chapter's book is an Ed.", () => {
    const chapter = reference({ type: "chapter", author: [swift], editor: [norcross], "container-title": "A book" });
    expect(entry(chapter).rest).toBe("In Norcross, J. C. (Ed.), A book");
  });

  test("an article names its journal, volume, issue and pages, and leads to its DOI", () => {
    const article = reference({
      type: "article-journal",
      author: [swift],
      title: "A title",
      "container-title": "Psychotherapy",
      volume: "56",
      issue: "2",
      page: "205-216",
      DOI: "10.1037/pst0000226",
      URL: "https://example.org/other",
      issued,
    });
    expect(entry(article)).toEqual({
      authors: "Swift, J. K.",
      year: "2019",
      title: "A title",
      rest: "Psychotherapy, 56(2), 205-216",
      url: "https://doi.org/10.1037/pst0000226",
    });
    const { issue: _, ...without } = article;
    expect(entry(without).rest).toBe("Psychotherapy, 56, 205-216");
  });

  test("a book with editors only says that they are editors", () => {
    const { authors, rest } = entry(of("norcross-lambert-2019"));
    expect(authors).toBe("Norcross, J. C., Lambert, M. J. (Eds.)");
    expect(rest).toBe("3rd ed., Oxford University Press");
  });

  test("an institution's standard has its number", () => {
    expect(entry(of("nice-ng69-2017"))).toEqual({
      authors: "National Institute for Health and Care Excellence",
      year: "2017",
      title: "Eating disorders: Recognition and treatment",
      rest: "NG69",
      url: "",
    });
  });

  test("a page without a date has no year and leads to its address", () => {
    const { year, url } = entry(of("nhs-england-waiting-times"));
    expect(year).toBe("");
    expect(url).toBe("https://www.england.nhs.uk/mental-health/resources/access-waiting-time");
  });

  test("a letter stands with the year", () => {
    expect(entry(of("constantino-2019a")).year).toBe("2019a");
    expect(entry(of("constantino-2019b")).year).toBe("2019b");
  });

  test("of a work that could not be identified there is name and year, and nothing is made up", () => {
    expect(entry(of("cooper-2018"))).toEqual({ authors: "Cooper", year: "2018", title: "", rest: "", url: "" });
  });

  test("no entry of the project has an empty part between commas", () => {
    for (const reference of around.references.values()) {
      const { authors, rest } = entry(reference);
      expect(`${authors} | ${rest}`).not.toMatch(/, ,|undefined|,\s*$/);
    }
  });
});
