import { describe, expect, test } from "vitest";
import { isPublishedAssessment, type PublishedAssessment, verify } from "../../src/core/verification.ts";
import { answers, checked, smallAssessment, smallCatalogue } from "../report/small.ts";
import { fc } from "./seed.ts";

type Plain = Record<string, unknown>;

/** What a site publishes: the assessment through JSON. */
const published = (): PublishedAssessment & Plain => JSON.parse(JSON.stringify(smallAssessment()));
const held = (one: unknown, audit = checked(), catalogue = smallCatalogue) =>
  verify(one as PublishedAssessment, audit, catalogue);

describe("an assessment as it was published", () => {
  test("is the same as what its audit and its criteria give", () => {
    const found = held(published());
    expect(found).toEqual({
      format: "rapport-verification/1",
      id: "example/2025",
      same: true,
      audit: { says: "hash of the audit", gives: "hash of the audit", same: true },
      catalogue: {
        says: { version: "1.2.3", sha256: "hash of the criteria" },
        gives: { version: "1.2.3", sha256: "hash of the criteria" },
        same: true,
      },
      answers: [],
      findings: [
        { criterion: "asked", code: "A1", differences: [] },
        { criterion: "recorded", code: "A2", differences: [] },
        { criterion: "list-open", code: "W1", differences: [] },
      ],
      rest: [],
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("wherever its copy lies, since its own path and period are taken as it says", () => {
    const downloaded = { ...checked(), id: "example/audit", file: "/home/somebody/audit.yaml" };
    expect(held(published(), downloaded).same).toBe(true);
  });

  test("is not the same with anything in it changed, taken away or added", () => {
    const places = placesIn(published());
    expect(places.length).toBeGreaterThan(100);
    const spoilings = fc.constantFrom<Spoiling[]>("change", "remove", "add");
    fc.assert(
      fc.property(fc.constantFrom(...places), spoilings, (place, spoiling) => {
        const spoilt = published();
        const changed = spoil(spoilt, place, spoiling);
        // Of where the file lay, and of the period, nothing but the file itself tells.
        const free = place.join() === "file" || (place.join() === "id" && spoiling === "change");
        if (changed && isPublishedAssessment(spoilt) && !free) expect(held(spoilt).same).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what differs", () => {
  test("is the audit's hash, and the answers and findings that another file gives", () => {
    const other = checked({ ...answers, preferences: { asked: "routine" } }, "another hash");
    const found = held(published(), other);
    expect(found.audit).toEqual({ says: "hash of the audit", gives: "another hash", same: false });
    expect(found.answers).toEqual([{ path: "preferences.asked", says: "on_request", gives: "routine" }]);
    expect(found.findings?.map(({ differences }) => differences.map(({ path }) => path))).toEqual([
      ["levels", "says", "facts[preferences.asked].value"],
      [],
      [],
    ]);
    const rest = found.rest?.map(({ path }) => path);
    expect(rest).toContain("themes[asking].tally.levels");
    expect(rest?.filter((path) => /^(audit|sha256|findings)/.test(path))).toEqual([]);
    expect(found.same).toBe(false);
  });

  test("is told finding by finding: one that is lacking, one that there is not, one twice, and their order", () => {
    const { findings, ...rest } = published() as PublishedAssessment & { findings: Plain[] };
    const [first = {}, ...others] = findings;
    const of = (changed: unknown[]) => held({ ...rest, findings: changed });
    expect(of(others).findings?.[0]?.differences).toEqual([{ path: "", says: undefined, gives: first }]);
    expect(of(others).rest).toEqual([]);
    const invented = { criterion: "five-stars" };
    expect(of([...findings, invented]).findings?.at(-1)).toEqual({
      criterion: "five-stars",
      code: "",
      differences: [{ path: "", says: invented, gives: undefined }],
    });
    expect(of([...findings, { criterion: 5 }]).findings?.at(-1)).toMatchObject({ criterion: "", code: "" });
    expect(of([...findings, first]).rest?.[0]?.path).toBe("findings");
    expect(of(findings.toReversed()).rest).toEqual([
      {
        path: "findings",
        says: ["list-open", "recorded", "asked"],
        gives: ["asked", "recorded", "list-open"],
      },
    ]);
    for (const changed of [[], [5, null], [...findings, []]]) expect(of(changed).same).toBe(false);
  });

  test("by other criteria is not told, save of the answers: neither version nor hash may differ", () => {
    for (const changed of [
      { ...smallCatalogue, sha256: "another hash" },
      { ...smallCatalogue, method: { ...smallCatalogue.method, version: "2.0.0" } },
    ]) {
      const found = held(published(), checked(), changed);
      expect(found.catalogue.same).toBe(false);
      expect(found).toMatchObject({ same: false, findings: null, rest: null, answers: [] });
    }
  });

  test("is the service, where the audit is of another", () => {
    const other = checked({ ...answers, service: { ...(answers["service"] as Plain), id: "other" } });
    expect(held(published(), other).rest).toContainEqual({ path: "id", says: "example/2025", gives: "other/2025" });
    expect(held({ ...published(), id: "one/more/2025" }).rest).toEqual([
      { path: "id", says: "one/more/2025", gives: "example/2025" },
    ]);
  });
});

test("what lacks the parts by which it is told apart is no published assessment", () => {
  for (const part of ["id", "file", "sha256", "catalogue", "findings"]) {
    const { [part]: _, ...rest } = published();
    expect(isPublishedAssessment(rest), part).toBe(false);
  }
  for (const value of [null, undefined, 5, "text", [], {}]) expect(isPublishedAssessment(value)).toBe(false);
  expect(isPublishedAssessment(published())).toBe(true);
});

type Spoiling = "change" | "remove" | "add";

/** The way to every value in a value, itself left out. */
function placesIn(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [[...at, name], ...placesIn(part, [...at, name])]);
}

/** Changes a value at a place; whether that made a difference. */
function spoil(whole: Plain, place: readonly string[], spoiling: Spoiling): boolean {
  const before = JSON.stringify(whole);
  const parent = place.slice(0, -1).reduce<Plain>((at, step) => at[step] as Plain, whole);
  const last = place.at(-1) ?? "";
  if (spoiling === "change") parent[last] = typeof parent[last] === "string" ? `${parent[last]}x` : "x";
  else if (spoiling === "add" && Array.isArray(parent)) parent.push("x");
  else if (spoiling === "add") parent["x"] = 1;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return JSON.stringify(whole) !== before;
}
