import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { evidenceViews, exceptionViews, type FindingView } from "../../src/report/finding.ts";
import { asks, putTo, routeSaid } from "../../src/report/put-to.ts";

const audited = (given: Record<string, unknown> = {}) =>
  ({
    audit: {
      service: { type: "hospice", commissioner: "Vale health board" },
      audit: { completed_by_role: "Manager", completed_on: "2025-05-12" },
      ...given,
    },
  }) as unknown as Assessment;
const viewed = (assessment: Assessment, given: Partial<FindingView> = {}) =>
  ({
    anchor: "some",
    level: 1,
    gaps: [],
    change: [],
    exceptions: exceptionViews(assessment),
    evidence: evidenceViews(assessment),
    ...given,
  }) as unknown as FindingView;
const roles = (assessment: Assessment) =>
  putTo(viewed(assessment), assessment).map(({ role, why }) => `${role}: ${why}`);

const exception = { id: "X1", applies_to: "some", reason: "It is so", agreed_by_role: "Board chair" };
const evidence = { id: "E1", kind: "policy_document", title: "Policy", date: "2025-01-01", supports: ["gates"] };
const action = { id: "A1", criterion: "some", action: "Ask people.", status: "started", owner_role: "Lead" };

describe("whom a finding could be put to", () => {
  test("whoever completed the audit, where nobody else is named", () => {
    expect(roles(audited())).toEqual(["Manager: completed the audit, and can be asked about what it states"]);
  });

  test("who agreed an exception, who holds a document, who owns an action, each once with all their reasons", () => {
    const assessment = audited({
      exceptions: [exception],
      evidence: [
        { ...evidence, held_by: "lead" },
        { ...evidence, id: "E2" },
      ],
      actions: [action, { ...action, id: "A2", criterion: "other", owner_role: "Nobody" }],
    });
    expect(roles(assessment).slice(0, 2)).toEqual([
      "Board chair: agreed exception X1",
      "lead: holds E1, Policy; owns action A1 of the improvement plan",
    ]);
    expect(roles(assessment)).toHaveLength(3);
  });

  test("the commissioner, where an exception names the contract or a contract is the evidence", () => {
    const funds = "Vale health board: funds the service: see";
    const contract = { ...exception, reason: "The contract says so" };
    expect(roles(audited({ exceptions: [contract] }))).toContain(`${funds} X1`);
    expect(roles(audited({ evidence: [{ ...evidence, kind: "contract" }] }))).toContain(`${funds} E1`);
    expect(roles(audited({ exceptions: [exception], evidence: [evidence] })).join()).not.toContain("funds");
  });

  test("no commissioner, where clients pay", () => {
    const service = { type: "private_sole", commissioner: "self_funded" };
    expect(roles(audited({ service, evidence: [{ ...evidence, kind: "contract" }] })).join()).not.toContain("funds");
  });
});

test("how staff can question a rule is told as it is stated; a sole practitioner has no staff", () => {
  const said = (staff_can_challenge?: string) => routeSaid(audited({ governance: { staff_can_challenge } }));
  expect(said("written_route")).toBe(
    "The service states that staff have a written way to question its rules: begin there.",
  );
  expect(said("informal")).toBe(
    "The service states that staff can question its rules informally; no written way is stated.",
  );
  expect(said("none")).toBe(
    "The service states no way for staff to question its rules. Supervision is a place to begin.",
  );
  expect(said()).toBe(said("unknown"));
  expect(said()).toBe("Whether staff have a way to question a rule is not stated. Supervision is a place to begin.");
  expect(routeSaid(audited({ service: { type: "private_sole" } }))).toBe("");
});

describe("what to ask for", () => {
  const asked = (assessment: Assessment, given: Partial<FindingView> = {}) =>
    asks(viewed(assessment, given), assessment);
  const answer = "Ask for an answer in writing, with the reason where the rule has to stay.";

  test("what the answers rest on, and an answer, where there is nothing else", () => {
    expect(asked(audited())).toEqual(["Ask what these answers rest on, since no document is named.", answer]);
  });

  test("the documents, what is not stated, reviews of exceptions, actions under way and the smallest change", () => {
    const assessment = audited({
      evidence: [{ ...evidence, section: "page 3" }],
      exceptions: [
        { ...exception, review_on: "2024-01-31" },
        { ...exception, id: "X2" },
      ],
      actions: [
        { ...action, due: "2025-09-30" },
        { ...action, id: "A2" },
        { ...action, id: "A3", status: "done" },
      ],
    });
    const gaps = [{ path: "gates", title: "Gates" }];
    const change = [{ path: "fees", from: "a", to: "b", says: "Fees: b (now a)" }];
    expect(asked(assessment, { gaps, change })).toEqual([
      "Ask to see what they rest on: E1, Policy, page 3.",
      "Ask for what is not stated: Gates.",
      "Ask what room exception X1 leaves, and for its review, due 31 January 2024 (overdue).",
      "Ask when exception X2 will be looked at again: no date is stated.",
      "Ask how action A1 is going, due 30 September 2025: Ask people.",
      "Ask how action A2 is going: Ask people.",
      "Ask whether this could be tried: Fees: b (now a).",
      answer,
    ]);
  });

  test("that it is kept, where it is good practice", () => {
    expect(asked(audited(), { level: 3 })).toContain("Ask that it is kept when the rules are next looked at.");
    expect(asked(audited(), { level: 2 }).join()).not.toContain("kept");
  });
});
