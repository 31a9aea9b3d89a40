/** The downloads of the references, read back by citation-js: a program that shares none of our code. */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import type { Reference } from "../../src/core/guidance.ts";
import { bibtex } from "../../src/report/bibtex.ts";
import { type CslItem, cslItems, statusNote } from "../../src/report/csl.ts";
import { ris } from "../../src/report/ris.ts";
import { yardstick } from "../core/yardstick.ts";

const { references } = yardstick;
const items = cslItems(references);

/** What citation-js makes of a file, in the order of the references. */
function readBack(text: string): CslItem[] {
  return plugins.input.chain(text, { generateGraph: false }) as CslItem[];
}

/** Text as it was before capitals were protected and lines were folded. */
function plain(value: unknown): string {
  return String(value ?? "").replaceAll(/<\/?span[^>]*>/g, "");
}

/** The fields of an item that every form can hold. */
function essence(item: Partial<Reference>) {
  const people = (names: Reference["author"]) =>
    (names ?? []).map(({ family, given, literal }) => [literal ?? family, given].filter(Boolean).join(", "));
  return {
    title: plain(item.title),
    author: people(item.author),
    year: item.issued?.["date-parts"][0]?.[0],
    DOI: plain(item.DOI),
    URL: plain(item.URL),
    ISBN: plain(item.ISBN),
    page: plain(item.page),
    note: plain(item.note),
  };
}

const cases = items.map((item, index) => [item.id, index] as const);

describe("CSL-JSON", () => {
  test("has every reference, and none of our own fields", () => {
    expect(items.map(({ id }) => id)).toEqual(references.map(({ id }) => id));
    const keys = new Set(items.flatMap((item) => Object.keys(item)));
    for (const own of ["status", "verified", "printed_as"]) expect(keys).not.toContain(own);
  });

  test("citation-js takes it as it is", () => {
    expect(plugins.input.chain(items, { generateGraph: false })).toHaveLength(items.length);
  });
});

describe("BibTeX", () => {
  const read = readBack(bibtex(references));

  test.for(cases)("%s reads back as it was", ([id, index]) => {
    const [item, found] = [items[index] as CslItem, read[index] as CslItem];
    expect(found.id).toBe(id);
    expect(essence(found)).toEqual(essence(item));
    expect(essence({ author: found.editor ?? [] }).author).toEqual(essence({ author: item.editor ?? [] }).author);
    expect(plain(found.edition)).toBe(plain(item.edition));
    // A talk has a meeting and no publisher; BibTeX has one field for either.
    expect(plain(found.publisher)).toBe(plain(item.publisher ?? item["event-title"]));
    if (item.type === "article-journal" || item.type === "chapter") {
      for (const field of ["type", "container-title", "volume", "issue"] as const)
        expect(plain(found[field]), field).toBe(plain(item[field]));
    }
  });
});

describe("RIS", () => {
  const text = ris(references);
  const read = readBack(text);

  test.for(cases)("%s reads back as it was", ([id, index]) => {
    const [item, found] = [items[index] as CslItem, read[index] as CslItem];
    expect(found.id).toBe(id);
    expect(essence(found)).toEqual(essence(item));
    if (item.type !== "speech") expect(found.type).toBe(item.type);
    if (item.type === "article-journal" || item.type === "chapter") {
      for (const field of ["container-title", "volume", "issue", "edition", "publisher"] as const)
        expect(plain(found[field]), field).toBe(plain(item[field]));
    }
    if (item.type === "chapter")
      expect(essence({ author: found.editor ?? [] }).author).toEqual(essence({ author: item.editor ?? [] }).author);
  });

  test("each record begins with its type and ends, and each line is a tag and a value", () => {
    const lines = text.split("\r\n").filter((line) => line !== "");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- \S|^ER {2}- $/);
    expect(lines.filter((line) => line.startsWith("TY"))).toHaveLength(references.length);
    expect(lines.filter((line) => line.startsWith("ER"))).toHaveLength(references.length);
  });
});

describe("what was not verified", () => {
  const uncertain = references.filter(({ status }) => status !== "verified");

  test("says so in every form", () => {
    expect(uncertain.length).toBeGreaterThan(5);
    const bib = readBack(bibtex(uncertain));
    const refman = readBack(ris(uncertain));
    for (const [index, reference] of uncertain.entries()) {
      const says = reference.status === "unidentified" ? /^Not identified\./ : /^Not verified/;
      for (const form of [cslItems(uncertain), bib, refman]) expect(form[index]?.note).toMatch(says);
    }
  });

  test("is never completed: a work that was not identified has name, year and a note", () => {
    const unidentified = references.filter(({ status }) => status === "unidentified");
    expect(unidentified.length).toBeGreaterThan(1);
    for (const item of cslItems(unidentified))
      expect(Object.keys(item).filter((key) => !["id", "type", "author", "issued", "note"].includes(key))).toEqual([]);
  });

  test("says what was checked, and a verified entry says nothing of the kind", () => {
    const base: Omit<Reference, "status"> = { id: "a", type: "book", printed_as: [] };
    expect(statusNote({ ...base, status: "unverified", verified: "the title", note: "A remark." })).toBe(
      "Not verified in full; checked: the title. A remark.",
    );
    expect(statusNote({ ...base, status: "unverified" })).toBe("Not verified.");
    expect(statusNote({ ...base, status: "verified", verified: "all of it" })).toBe("");
  });
});

describe("signs that mean something to BibTeX", () => {
  const odd: Reference = {
    id: "odd",
    type: "article-journal",
    status: "verified",
    printed_as: [],
    title: 'Costs & gains: 50% of {braces}, a_b and "The" NHS # $5',
    author: [{ literal: "Smith and Sons, and Daughters" }, { family: "O'Hara", given: "M." }],
    DOI: "10.1000/a_b",
    URL: "https://example.org/a_b?c=d&e=100%25",
  };

  test("come back as they were", () => {
    const [found] = readBack(bibtex([odd]));
    expect(essence(found ?? {})).toEqual(essence(odd));
  });
});
