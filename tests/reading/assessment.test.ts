import { describe, expect, it } from "vitest";
import { readAssessment } from "../../src/reading/assessment.ts";

const sound = {
  format: "rapport-assessment/1",
  id: "quiet-harbour/2025",
  file: "audits/quiet-harbour/2025.yaml",
  sha256: "",
  catalogue: { version: "1.0.0", sha256: "" },
  findings: [],
};
const told = (text: string) =>
  readAssessment(text, "assessment.json").problems.map(({ message, hint }) => [message, hint]);

describe("a published assessment", () => {
  it("is read as it is, whatever else it holds and whether or not a byte order mark is before it", () => {
    for (const mark of ["", "\uFEFF"]) {
      const { published, problems } = readAssessment(
        `${mark}${JSON.stringify({ ...sound, stars: 5 })}`,
        "assessment.json",
      );
      expect(problems).toEqual([]);
      expect(published).toEqual({ ...sound, stars: 5 });
    }
  });

  it("is refused where it is no JSON, no assessment, or in another format", () => {
    expect(told("format: x")).toEqual([["this is not JSON", "download it again; it is beside the report"]]);
    for (const text of ["{}", "[]", "null", "5", JSON.stringify({ ...sound, findings: {} })])
      expect(told(text)).toEqual([["this is not an assessment", "it is the assessment.json beside a report"]]);
    expect(told(JSON.stringify({ ...sound, format: "rapport-assessment/2" }))).toEqual([
      ["this assessment has a format of another version of Rapport", "check it with that version"],
    ]);
  });
});
