import { describe, expect, it } from "vitest";
import { readPublished } from "../../src/reading/published.ts";
import { line } from "./yardstick.ts";

const finding = {
  criterion: "asking-first",
  code: "A1",
  theme: "asking",
  title: "People are asked first",
  standing: "settled",
  applies: "yes",
  levels: [2],
  says: ["All are asked."],
  facts: [],
  needs: [],
};
const whole = {
  format: "rapport-assessment/1",
  id: "quiet-harbour/2025",
  file: "audits/quiet-harbour/2025.yaml",
  sha256: "abc",
  catalogue: { version: "1.0.0", sha256: "def", profile: "none" },
  findings: [finding],
};
const read = (value: unknown, sha256 = "abc") =>
  readPublished(
    typeof value === "string" ? value : JSON.stringify(value, null, 2),
    "audits/quiet-harbour/2025.assessment.json",
    "2025.yaml",
    sha256,
  );
const told = (value: unknown, sha256?: string) => read(value, sha256).problems.map(line);
const again = "download the assessment (JSON) from the published report again, or delete this file";

describe("an assessment kept beside its audit", () => {
  it("gives where the service stood and under which criteria, and nothing else", () => {
    expect(read(whole)).toEqual({
      published: {
        sha256: "abc",
        catalogue: { version: "1.0.0", sha256: "def", profile: "none" },
        findings: [
          {
            criterion: "asking-first",
            code: "A1",
            title: "People are asked first",
            standing: "settled",
            applies: "yes",
            levels: [2],
          },
        ],
      },
      problems: [],
    });
  });

  it("works out from the levels whether a finding was settled, open or not applicable", () => {
    const one = (applies: string, levels: readonly number[]) => ({ ...finding, standing: "settled", applies, levels });
    const findings = [one("yes", [0, 3]), one("maybe", [1]), one("no", [])];
    expect(read({ ...whole, findings }).published?.findings.map(({ standing }) => standing)).toEqual([
      "open",
      "open",
      "not applicable",
    ]);
  });

  it("must be JSON, of this format, and say its criteria", () => {
    expect(told("service: x")).toEqual([`1:1 error: this is not JSON | ${again}`]);
    const format = "this is not the assessment of a report: its format is not rapport-assessment/1";
    for (const other of [[], null, 3, "x", {}]) expect(told(other === "x" ? '"x"' : other)[0]).toContain(format);
    expect(told({ ...whole, format: "rapport-assessment/2" })).toEqual([`2:1 error: ${format} | ${again}`]);
    expect(told({ ...whole, catalogue: { version: "1.0.0", profile: "none" } })).toEqual([
      `6:1 error: it does not say under which criteria it was made | ${again}`,
    ]);
    const { catalogue: _, ...without } = whole;
    expect(told(without)[0]).toContain("under which criteria");
  });

  it("must have been made from the very audit beside it", () => {
    expect(told(whole, "xyz")).toEqual([
      "5:1 error: it was made from another version of 2025.yaml than the one beside it | bring back the 2025.yaml that was published, or delete this file",
    ]);
  });

  it("must have findings that say where the service stood", () => {
    expect(told({ ...whole, findings: [] })[0]).toContain("it has no findings");
    expect(told({ ...whole, findings: "none" })[0]).toContain("it has no findings");
    const faulty = [
      { levels: [4] },
      { levels: [2, 1] },
      { levels: [1, 1] },
      { levels: "1" },
      { levels: [] },
      { applies: "no" },
      { applies: "perhaps" },
      { criterion: 1 },
      { title: "a\u001b[31m" },
      { title: "" },
    ];
    for (const change of faulty)
      expect(told({ ...whole, findings: [finding, { ...finding, ...change }] }), JSON.stringify(change)).toEqual([
        `11:1 error: its finding 2 does not say where the service stood | ${again}`,
      ]);
    expect(told({ ...whole, findings: [null] })[0]).toContain("its finding 1");
  });

  it("is refused where it can't be one file of 1 MB", () => {
    expect(readPublished(undefined, "x", "2025.yaml", "abc").problems[0]?.message).toBe(
      "this is not a file of at most 1 MB",
    );
  });
});
