/** What the tests of this floor read with: the repository's schemas and a catalogue of one criterion. */
import { fileURLToPath } from "node:url";
import { assess } from "../../src/core/assess.ts";
import type { Problem } from "../../src/core/problem.ts";
import { type ReadAudit, readAudit } from "../../src/reading/audit.ts";
import { type CatalogueSources, type ReadCatalogue, readCatalogue } from "../../src/reading/catalogue.ts";
import { readYardstick } from "../../src/reading/disk.ts";
import { planProblems } from "../../src/reading/plan.ts";

/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The smallest audit that has no problem. */
export const minimal = `format: pathway-facts/1
service:
  id: quiet-harbour
  name: Quiet Harbour
  type: third_sector
  nation: england
audit:
  period: {from: 2024-04-01, to: 2025-03-31}
  completed_on: 2025-05-12
  completed_by_role: Clinical lead
  threshold_profile: none
`;

/** A method with one theme of one criterion. */
export const method = `version: 1.0.0
history: [{version: 1.0.0, on: 2026-01-31, says: The first.}]
levels:
  - {level: 0, name: Works against, says: It works against people.}
  - {level: 1, name: Weak, says: There is little of it.}
  - {level: 2, name: Developing, says: There is some of it.}
  - {level: 3, name: Good practice, says: It is there for all.}
themes:
  - {id: asking, code: A, title: Asking, says: Whether people are asked., criteria: [asking-first]}
profiles:
  none: {title: None, says: No outside threshold.}
suppression: {below: 5, smallest_base: 20, says: Small counts are withheld., source: ours}
`;

/** A criterion about one practice and one wait. */
export const criterion = `id: asking-first
title: People are asked first
basis: {kind: inferred, sections: ['6.1'], note: A criterion for tests.}
claim: Asking matters.
why: The steps are clear.
cites: [swift-2019]
thresholds:
  soon: {is: 42, unit: days, source: ours, status: ours}
levels:
  - {level: 0, says: Nobody is asked., when: {preferences.asked: {is: absent}}}
  - {level: 3, says: All are asked soon., when: {preferences.asked: {is: routine}, 'derived.median_wait[referral_to_therapy]': {at_most: soon}}}
  - {level: 2, says: All are asked., when: {preferences.asked: {is: routine}}}
  - {level: 1, says: Some are asked.}
move_up: Ask.
find_out: Read the forms.
for: {commissioners: Ask why., managers: Ask when., practitioners: Ask.}
questions: [Who is asked?, Who is not?]
limits: It says nothing of the answers.
examples:
  - {facts: {preferences: {asked: absent}}, level: 0, because: Nobody is asked.}
  - {facts: {preferences: {asked: discretionary}}, level: 1, because: Some are.}
  - {facts: {preferences: {asked: on_request}}, level: 1, because: Some are.}
  - {facts: {preferences: {asked: routine}}, level: [2, 3], needs: ['waits[referral_to_therapy].median'], because: The wait is not known.}
  - {facts: {}, level: [0, 1, 2, 3], needs: [preferences.asked, 'waits[referral_to_therapy].median'], because: Nothing is known.}
`;

/** The references that a catalogue of the tests may cite. */
export const references = ["swift-2019", "gillon-2013"];

const { yardstick } = readYardstick(root);
if (yardstick === undefined) throw new Error("the repository's own catalogue can't be read");
const compiled = yardstick.validators;
const asked = yardstick.questions;
const around = { questions: asked, criteria: ["asking-first"], suppressBelow: 5, smallestBase: 20 };

/** Reads a catalogue: the small one, or one with other texts in its place. */
export function catalogueOf(sources: Partial<CatalogueSources> = {}): ReadCatalogue {
  const small: CatalogueSources = {
    method: { file: "content/method.yaml", text: method },
    criteria: [{ file: "content/criteria/asking-first.yaml", text: criterion }],
    sha256: "0",
  };
  return readCatalogue({ ...small, ...sources }, compiled, asked, references);
}

/** Reads an audit's text. */
export function read(text: string, folder?: string): ReadAudit {
  return readAudit(text, "audits/quiet-harbour/2025.yaml", compiled, around, folder);
}

/** Everything that is told of an audit, the plan's disagreements with the facts included. */
export function problemsOf(text: string): readonly Problem[] {
  const { audit, places, problems } = read(text);
  const { catalogue } = catalogueOf();
  if (audit === undefined || catalogue === undefined) return problems;
  const checked = { id: "quiet-harbour/2025", file: "audits/quiet-harbour/2025.yaml", sha256: "0", audit };
  return [...problems, ...planProblems(assess(checked, catalogue), { shown: checked.file, places })];
}

/** A problem as one line: `4:9 error: the sentence | the hint`. */
export function line({ line, column, severity, message, hint }: Problem): string {
  return `${line}:${column} ${severity}: ${message}${hint ? ` | ${hint}` : ""}`;
}
