import { expect, it } from "vitest";
import { assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import type { Answers } from "../../src/core/facts.ts";
import { aroundOf, explained, judge, judgeable, openFacts, projected, smallestChange } from "../../src/form/judging.ts";
import { lean } from "../../src/report/form/lean.ts";
import { wholeAnswers } from "../core/arbitrary.ts";
import { fc } from "../core/seed.ts";
import { catalogueOfProject } from "../core/yardstick.ts";
import { askedOnForm } from "./asked.ts";

const catalogue = lean(catalogueOfProject);
const around = aroundOf(catalogue, askedOnForm);

/** Answers with only some of what was stated: half-filled entries, lists and groups among them. */
function thinned(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? thinned(one, keep) : one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (keep() ? [[key, thinned(inner, keep)]] : [])),
  );
}

const partly = fc
  .tuple(wholeAnswers(), fc.infiniteStream(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 9 }))
  .map(([answers, chance, least]) => thinned(answers, () => (chance.next().value ?? 0) < least) as Answers);

it("half-filled answers are judged, whatever is missing, and every finding can be explained", () => {
  fc.assert(
    fc.property(partly, (answers) => {
      const audit = judgeable(answers);
      const assessment = judge(audit, catalogue);
      expect(assessment.findings).toHaveLength(catalogue.criteria.length);
      openFacts(assessment, around);
      projected(audit, catalogue);
      for (const finding of assessment.findings) explained(finding, assessment, around);
    }),
    { numRuns: 60 },
  );
});

it("the smallest change that would move a finding up is found, in the report's words", () => {
  const audit = judgeable({ preferences: { asked: "absent", therapy_items: ["pace", "format"], penalty: "none" } });
  const assessment = judge(audit, catalogue);
  const finding = assessment.findings.find(({ criterion }) => criterion === "preferences-therapy");
  expect(finding?.levels).toEqual([1]);
  const [change] = smallestChange(finding as NonNullable<typeof finding>, assessment, around);
  expect(change).toMatchObject({
    path: "preferences.asked",
    says: "Question about preferences: for everybody (now not done)",
  });
});

it("whole answers stand where the core puts them, what has to be added to half ones notwithstanding", () => {
  fc.assert(
    fc.property(wholeAnswers(), (answers) => {
      const audit = answers as unknown as Audit;
      expect(judge(judgeable(answers), catalogue)).toEqual(
        assess({ id: "", file: "", sha256: "", audit }, catalogueOfProject),
      );
    }),
    { numRuns: 60 },
  );
});

it("an answer at fault is left out: it counts neither for nor against", () => {
  const answers: Answers = { feedback: { instruments: ["a", "b"] }, endings: { notice_sessions: "soon" } };
  const sound = judgeable(answers, ["/endings/notice_sessions", "/feedback/instruments/0", "/feedback/instruments/1"]);
  expect([sound.endings, sound.feedback]).toEqual([undefined, { instruments: [] }]);
});
