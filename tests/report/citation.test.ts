import { describe, expect, test } from "vitest";
import { findingCitation, reportCitation } from "../../src/report/citation.ts";
import { reportBibtex } from "../../src/report/report-bibtex.ts";
import { reportRis } from "../../src/report/report-ris.ts";
import { fc } from "../core/seed.ts";
import { around, assessed } from "./repository.ts";

const { version } = around.catalogue.method;
const { sha256: criteria } = around.catalogue;
const assessment = assessed("harbour-lane/2025");
const { sha256 } = assessment;
const { audit } = assessment;
const named = (name: string) => ({ ...assessment, audit: { ...audit, service: { ...audit.service, name } } });
const onSite = (path: string) => `https://example.org/audits${path}`;
const asPath = (path: string) => path;

/** Any name a service could have, the awkward ones often. */
const names = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({ unit: fc.constantFrom(...'\\{}%$&#_^~<>@",\n\r a'), minLength: 1 }),
);
const onOneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();

describe("a citation", () => {
  test("of a report has the service as author, the year and date of completion, and the criteria", () => {
    expect(reportCitation(assessment)).toEqual({
      text: "Harbour Lane Counselling (invented) (2025).",
      title: "Assessment pathway audit, 1 April 2024 to 31 March 2025.",
      rest: `Completed 12 May 2025. Rapport, criteria ${version}.`,
      href: "/services/harbour-lane/2025/",
    });
  });

  test("of a finding has its code and title, what it is part of, and its permanent anchor", () => {
    const finding = assessment.findings.find(({ criterion }) => criterion === "diagnostic-gate");
    if (finding === undefined) throw new Error("no such finding");
    expect(findingCitation(finding, assessment)).toEqual({
      text: "Harbour Lane Counselling (invented) (2025).",
      title: `${finding.code} ${finding.title}.`,
      rest: `In Assessment pathway audit, 1 April 2024 to 31 March 2025. Completed 12 May 2025. Rapport, criteria ${version}.`,
      href: "/services/harbour-lane/2025/#diagnostic-gate",
    });
  });
});

describe("a report in RIS", () => {
  test("is one record with a tag a line", () => {
    expect(reportRis(assessment, onSite)).toBe(
      [
        "TY  - RPRT",
        "AU  - Harbour Lane Counselling (invented)",
        "PY  - 2025",
        "DA  - 2025/05/12",
        "TI  - Assessment pathway audit, 1 April 2024 to 31 March 2025",
        "M3  - Service audit",
        "PB  - Harbour Lane Counselling (invented)",
        `N1  - Completed 12 May 2025. Rapport, criteria ${version}. SHA-256 of the audit: ${sha256}. SHA-256 of the criteria: ${criteria}.`,
        "UR  - https://example.org/audits/services/harbour-lane/2025/",
        "ER  - ",
        "",
      ].join("\r\n"),
    );
  });

  test("has its path in a note where the site's address is not known, since a path is no URL", () => {
    const text = reportRis(assessment, asPath);
    expect(text).not.toMatch(/^UR/m);
    expect(text).toContain("N1  - On its site at /services/harbour-lane/2025/\r\n");
  });

  test("keeps a name whole: RIS would split an author at the comma, and has no asterisk in one", () => {
    const text = reportRis(named("Smith, Jones & *Partners*"), onSite);
    expect(text).toContain("AU  - Smith Jones & Partners\r\n");
    expect(text).toContain("PB  - Smith, Jones & *Partners*\r\n");
  });

  test("has no line but its own, whatever the service is called", () => {
    fc.assert(
      fc.property(names, (name) => {
        const lines = reportRis(named(name), onSite).split("\r\n");
        expect(lines.map((line) => line.slice(0, 6))).toEqual([
          ..."TY AU PY DA TI M3 PB N1 UR ER".split(" ").map((tag) => `${tag}  - `),
          "",
        ]);
        expect(lines.join("")).not.toMatch(/\p{Cc}/u);
        expect(lines[6]).toBe(`PB  - ${onOneLine(name)}`);
      }),
    );
  });
});

describe("a report in BibTeX", () => {
  test("is one entry, its author one name", () => {
    expect(reportBibtex(assessment, onSite)).toBe(
      [
        "@techreport{harbour-lane-2025,",
        "  author = {{Harbour Lane Counselling (invented)}},",
        "  title = {{Assessment pathway audit, 1 April 2024 to 31 March 2025}},",
        "  institution = {Harbour Lane Counselling (invented)},",
        "  year = {2025},",
        "  type = {Service audit},",
        `  note = {Completed 12 May 2025. Rapport, criteria ${version}. SHA-256 of the audit: ${sha256}. SHA-256 of the criteria: ${criteria}.},`,
        "  url = {https://example.org/audits/services/harbour-lane/2025/},",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("has its path in the note where the site's address is not known", () => {
    const text = reportBibtex(assessment, asPath);
    expect(text).not.toMatch(/^ {2}url/m);
    expect(text).toContain(`${criteria}. On its site at /services/harbour-lane/2025/},\n`);
  });

  test("escapes what means something to TeX", () => {
    expect(reportBibtex(named("A & B {100 %} \\ ~^_#$ <b>"), onSite)).toContain(
      "author = {{A \\& B \\textbraceleft{}100 \\%\\textbraceright{} \\textbackslash{} \\textasciitilde{}\\textasciicircum{}\\_\\#\\$ \\textless{}b\\textgreater{}}},\n",
    );
  });

  test("reads back to the same name, whatever the service is called", () => {
    fc.assert(
      fc.property(names, (name) => {
        const fields = entry(reportBibtex(named(name), onSite));
        expect([...fields.keys()]).toEqual(["author", "title", "institution", "year", "type", "note", "url"]);
        expect(printed(fields.get("institution") ?? "")).toBe(onOneLine(name));
        expect(fields.get("author")).toBe(`{${fields.get("institution")}}`);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The fields of an entry as BibTeX finds them: each value to the brace that closes it. */
function entry(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let rest = text.replace(/^@techreport\{[a-z0-9-]+,\n/, "");
  while (rest.startsWith("  ")) {
    const [start = "", name = ""] = /^ {2}([a-z]+) = (?=\{)/.exec(rest) ?? [];
    let depth = 0;
    let end = start.length;
    do {
      if (rest[end] === "{") depth += 1;
      if (rest[end] === "}") depth -= 1;
      end += 1;
    } while (depth > 0 && end < rest.length);
    fields.set(name, rest.slice(start.length + 1, end - 1));
    expect(rest.slice(end, end + 2)).toBe(",\n");
    rest = rest.slice(end + 2);
  }
  expect(rest).toBe("}\n");
  return fields;
}

/** What TeX prints. */
function printed(text: string): string {
  const names: Readonly<Record<string, string>> = {
    textbackslash: "\\",
    textbraceleft: "{",
    textbraceright: "}",
    textasciitilde: "~",
    textasciicircum: "^",
    textless: "<",
    textgreater: ">",
  };
  return text.replaceAll(
    /\\(?:([a-z]+)\{\}|([$&#%_]))/g,
    (_, name: string, sign: string) => sign ?? names[name] ?? "?",
  );
}
