/** What each rule says, for formats that list them. */
import type { Rule } from "../../core/problem.ts";

export const rules: Readonly<Record<Rule, string>> = {
  file: "A file can be read, is named after its period and stands in the folder of its service",
  syntax: "A file is YAML that can be read in one way only",
  "unknown-question": "Every question is one that the schema asks",
  "missing-answer": "Every question that has to be answered has an answer",
  "unknown-answer": "Every answer is one that its question takes",
  contradiction: "Answers agree with each other",
  "small-number": "No small number of people is told or can be worked out",
  "personal-data": "Nothing tells of a person",
  evidence: "Evidence and exceptions are for answers that are given, and have not run out",
  plan: "The improvement plan begins where the answers are, and changes them to answers that there are",
  content: "Criteria, references and guidance are sound",
};
