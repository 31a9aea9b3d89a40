/** The text of a published assessment to a value that can be held against another. */
import type { Problem } from "../core/problem.ts";
import { isPublishedAssessment, type PublishedAssessment } from "../core/verification.ts";

/** Reads what a report publishes as assessment.json. Only as much of its shape is asked for as is needed. */
export function readAssessment(
  text: string,
  file: string,
): { published?: PublishedAssessment; problems: readonly Problem[] } {
  const refused = (message: string, hint: string) => ({
    problems: [{ file, pointer: "", line: 1, column: 1, severity: "error" as const, message, hint }],
  });
  const value = parsed(text);
  if (value === undefined) return refused("this is not JSON", "download it again; it is beside the report");
  if (!isPublishedAssessment(value))
    return refused("this is not an assessment", "it is the assessment.json beside a report");
  if (value.format !== "rapport-assessment/1")
    return refused("this assessment has a format of another version of Rapport", "check it with that version");
  return { published: value, problems: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
