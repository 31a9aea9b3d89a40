/** Judges answers as they stand with the core that judges files, and says it in the report's words. */
import { type Assessment, assess, type Finding } from "../core/assess.ts";
import type { Audit } from "../core/audit.ts";
import { type Catalogue, numbers, thresholdsOf } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import { type ProjectedStep, projection } from "../core/projection.ts";
import { agrees } from "../reading/consistency.ts";
import type { Question } from "../reading/questions.ts";
import { ladder } from "../report/ladder.ts";
import { missingFacts } from "../report/missing.ts";
import { type Movable, moveUp } from "../report/move-up.ts";
import { statedViews } from "../report/stated.ts";
import { titles } from "../report/titles.ts";
import { factName, stepSaid } from "../report/values.ts";
import { headline, levelName, rangeSays, rangeText, standingText, supportText, word } from "../report/wording.ts";
import { questionOf } from "./asked.ts";
import { withAnswer } from "./pointer.ts";

export { general } from "../core/facts.ts";
export { factsOf } from "../core/ladder.ts";
export { factName, headline, levelName, rangeSays, rangeText, standingText, stepSaid, word };

/** A catalogue with the questions it is about: what judging and wording need. */
export interface Around {
  readonly catalogue: Catalogue;
  readonly titleOf: (path: string) => string;
  readonly movable: Movable;
}

/** Makes what judging needs from the catalogue and the questions on the page. */
export function aroundOf(catalogue: Catalogue, questions: ReadonlyMap<string, Question>): Around {
  const { suppression } = catalogue.method;
  const around = {
    questions,
    criteria: catalogue.criteria.map(({ criterion }) => criterion.id),
    suppressBelow: suppression.below,
    smallestBase: suppression.smallest_base,
  };
  return {
    catalogue,
    titleOf: titles(questions),
    movable: { questionOf: questionOf(questions), sound: (answers) => agrees(answers, around) },
  };
}

/** What an audit has at the least; only the profile of thresholds has a say in judging. */
const head = { period: { from: "2000-01-01", to: "2000-12-31" }, completed_on: "2001-01-01", completed_by_role: "" };

/** Answers as an audit that can be judged: without those at fault, and with a head. */
export function judgeable(answers: Answers, faulty: Iterable<string> = []): Audit {
  let sound = answers;
  for (const pointer of [...faulty].reverse()) sound = withAnswer(sound, pointer, undefined);
  const { service, audit } = sound as { service?: object; audit?: object };
  return {
    ...sound,
    // What is begun and does not say yet what it is about can be judged with as little as what is not there.
    ...whole(sound, "evidence", ({ supports }) => Array.isArray(supports)),
    ...whole(sound, "exceptions", ({ applies_to }) => typeof applies_to === "string"),
    ...whole(sound, "actions", ({ id, status }) => typeof id === "string" && typeof status === "string"),
    service: { id: "", name: "", type: "other", nation: "other", ...service },
    audit: { ...head, threshold_profile: "none", ...audit },
  } as unknown as Audit;
}

type Entry = Readonly<Record<string, unknown>>;

/** A register with those of its entries that can be used. */
function whole(answers: Answers, name: string, usable: (entry: Entry) => boolean): Answers {
  const entries = answers[name];
  return Array.isArray(entries) ? { [name]: entries.filter((entry) => usable((entry ?? {}) as Entry)) } : {};
}

/** The assessment of answers as they stand. */
export function judge(audit: Audit, catalogue: Catalogue): Assessment {
  return assess({ id: "", file: "", sha256: "", audit }, catalogue);
}

/** What the improvement actions would come to, one after the other. */
export function projected(audit: Audit, catalogue: Catalogue): ProjectedStep[] {
  return projection({ id: "", file: "", sha256: "", audit }, catalogue);
}

/** The answers that are missing and account for most of the range, the weightiest first. */
export function openFacts(assessment: Assessment, { catalogue, titleOf }: Around) {
  const none = new Map<string, never>();
  return missingFacts(assessment, { catalogue, titleOf, references: none, guidance: none, movable: {} as Movable });
}

/** A finding explained: what it says, where it could stand, what it rests on, and how to move it up. */
export function explained(finding: Finding, { audit }: Assessment, { catalogue, titleOf }: Around) {
  const criterion = criterionOf(finding, catalogue);
  const answers = audit as unknown as Answers;
  return {
    says: finding.says,
    ladder: ladder(criterion, catalogue.method, finding.levels, finding.standing !== "settled"),
    stated: statedViews(finding.facts, answers, titleOf),
    support: supportText(finding.support),
    gaps: finding.needs.map((path) => ({ path, title: factName(path, titleOf, answers) })),
    moveUp: criterion.move_up,
    why: criterion.why,
  };
}

/**
 * The smallest change that would move a finding up, each of its answers in words; none where it is at the top or
 * none was found. It is a search, which may take a second.
 */
export function smallestChange(finding: Finding, { audit, catalogue: by }: Assessment, around: Around) {
  const { catalogue, titleOf, movable } = around;
  const criterion = criterionOf(finding, catalogue);
  const answers = audit as unknown as Answers;
  const thresholds = numbers(thresholdsOf(criterion, catalogue.method, by.profile));
  return (moveUp(criterion, answers, thresholds, movable) ?? []).map((change) => ({
    ...change,
    says: stepSaid(change, titleOf, answers),
  }));
}

function criterionOf(finding: Finding, { criteria }: Catalogue) {
  const criterion = criteria.find((one) => one.criterion.id === finding.criterion)?.criterion;
  if (criterion === undefined) throw new Error(`there is no criterion "${finding.criterion}"`);
  return criterion;
}
