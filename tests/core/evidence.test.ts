import { describe, expect, test } from "vitest";
import type { Audit, Evidence } from "../../src/core/audit.ts";
import {
  currency,
  pointersOf,
  type StatedFact,
  sourcesOf,
  statedFacts,
  supportOf,
  touches,
} from "../../src/core/evidence.ts";
import type { Answers } from "../../src/core/facts.ts";

const item = (id: string, kind: Evidence["kind"], ...supports: string[]): Evidence => ({
  id,
  kind,
  title: "A document",
  date: "2025-01-31",
  supports,
});
const fact = (...evidence: string[]): StatedFact => ({ path: "a", pointer: "/a", value: "x", evidence });

const answers: Answers = {
  preferences: { asked: "routine", recorded: "unknown", met: { met: 61 } },
  gates_complete: "yes",
  gates: [{ kind: "age", effect: "refuses" }, { kind: "panel" }],
  therapies: [{ id: "cbt", adherence: "strict" }, { id: "pce" }],
  waits: [],
};

describe("pointers", () => {
  test("two places touch when they are the same or one lies inside the other", () => {
    expect(touches("/a/b", "/a/b")).toBe(true);
    expect(touches("/a/b", "/a")).toBe(true);
    expect(touches("/a", "/a/b/c")).toBe(true);
    expect(touches("", "/a")).toBe(true);
  });

  test("places side by side do not, however alike their names", () => {
    expect(touches("/gates/1", "/gates/10")).toBe(false);
    expect(touches("/gates/10", "/gates/1")).toBe(false);
    expect(touches("/a/b", "/a/c")).toBe(false);
  });

  test("only paths that stand in the audit have one", () => {
    expect(pointersOf(answers, ["therapies[pce]", "nowhere", "preferences.asked", "therapies[ipt]"])).toEqual([
      "/therapies/1",
      "/preferences/asked",
    ]);
  });
});

describe("the stated facts of a finding", () => {
  test("each has its place, its value and the evidence that names it, something around it or something in it", () => {
    const evidence = [
      item("E1", "minutes", "preferences.asked", "waits"),
      item("E2", "website", "preferences"),
      item("E3", "website", "preferences.met.met"),
      item("E4", "website", "preferences.ask", "gates"),
      item("E5", "website"),
    ];
    expect(
      statedFacts(answers, ["preferences.asked", "preferences.met", "waits"], sourcesOf(answers, evidence)),
    ).toEqual([
      { path: "preferences.asked", pointer: "/preferences/asked", value: "routine", evidence: ["E1", "E2"] },
      { path: "preferences.met", pointer: "/preferences/met", value: { met: 61 }, evidence: ["E2", "E3"] },
      { path: "waits", pointer: "/waits", value: [], evidence: ["E1"] },
    ]);
  });

  test("what is unknown or absent is not among them", () => {
    expect(statedFacts(answers, ["preferences.recorded", "preferences.when", "nowhere"], [])).toEqual([]);
  });

  test("what is asked of the entries of a list stands with each entry that states it", () => {
    const evidence = [item("E1", "contract", "therapies[cbt]"), item("E2", "contract", "therapies[pce]")];
    expect(statedFacts(answers, ["therapies[].adherence"], sourcesOf(answers, evidence))).toEqual([
      { path: "therapies[cbt].adherence", pointer: "/therapies/0/adherence", value: "strict", evidence: ["E1"] },
    ]);
    expect(statedFacts(answers, ["therapies[].id", "therapies[].id"], []).map(({ value }) => value)).toEqual([
      "cbt",
      "pce",
    ]);
  });

  test("an empty list is itself the fact, and a list left out is none", () => {
    expect(statedFacts(answers, ["waits[].median"], [])).toEqual([
      { path: "waits", pointer: "/waits", value: [], evidence: [] },
    ]);
    expect(statedFacts({}, ["waits[].median", "gates[].kind"], [])).toEqual([]);
  });

  test("whether the gates are complete is a fact of whatever rests on gates", () => {
    expect(statedFacts(answers, ["gates[].effect", "gates[].kind"], []).map(({ path }) => path)).toEqual([
      "gates_complete",
      "gates[0].effect",
      "gates[0].kind",
      "gates[1].kind",
    ]);
    expect(statedFacts(answers, ["gates"], []).map(({ path }) => path)).toEqual(["gates_complete", "gates"]);
  });
});

describe("the support of a finding", () => {
  test.for<[Evidence["kind"], string]>([
    ["policy_document", "documented"],
    ["website", "documented"],
    ["contract", "documented"],
    ["minutes", "documented"],
    ["data_extract", "sampled"],
    ["case_record_sample", "sampled"],
    ["staff_survey", "sampled"],
    ["observation", "sampled"],
    ["client_survey", "stated"],
  ])("evidence of the kind %s makes a fact %s", ([kind, strength]) => {
    expect(supportOf([fact("E1")], [item("E1", kind)])).toEqual({
      strength,
      clientReported: kind === "client_survey",
      supported: 1,
      of: 1,
    });
  });

  const evidence = [item("D", "contract"), item("S", "observation"), item("C", "client_survey")];

  test("a fact has its best evidence, and a finding its weakest fact", () => {
    expect(supportOf([fact("D", "S")], evidence).strength).toBe("sampled");
    expect(supportOf([fact("S", "D")], evidence).strength).toBe("sampled");
    expect(supportOf([fact("S"), fact("D")], evidence).strength).toBe("documented");
    expect(supportOf([fact("S"), fact("D"), fact()], evidence).strength).toBe("stated");
    expect(supportOf([fact("S", "C"), fact("S")], evidence).strength).toBe("sampled");
  });

  test("what clients report stands apart, and is told wherever it is", () => {
    expect(supportOf([fact("D"), fact("D", "C")], evidence)).toEqual({
      strength: "documented",
      clientReported: true,
      supported: 2,
      of: 2,
    });
    expect(supportOf([fact("D")], evidence).clientReported).toBe(false);
  });

  test("it counts the facts with any evidence among the facts stated", () => {
    expect(supportOf([fact("D"), fact(), fact("C"), fact()], evidence)).toMatchObject({ supported: 2, of: 4 });
  });

  test("what a service says of itself, of the audit or of its own list asks for no evidence", () => {
    const at = (path: string, ...ids: string[]): StatedFact => ({ ...fact(...ids), path });
    const declared = [at("service.type"), at("audit.threshold_profile", "C"), at("gates_complete")];
    expect(supportOf([...declared, at("gates[0].effect", "S")], evidence)).toEqual({
      strength: "sampled",
      clientReported: false,
      supported: 1,
      of: 1,
    });
    expect(supportOf(declared, evidence)).toEqual({ strength: "stated", clientReported: false, supported: 0, of: 0 });
    const others = [at("access.service.hours"), at("services"), at("gates_complete.by"), at("audits.kept")];
    expect(supportOf(others, evidence).of).toBe(4);
  });

  test("no fact stated is no support", () => {
    expect(supportOf([], evidence)).toEqual({ strength: "stated", clientReported: false, supported: 0, of: 0 });
  });

  test("evidence that the audit does not hold adds no strength", () => {
    expect(supportOf([fact("elsewhere")], evidence)).toMatchObject({ strength: "stated", clientReported: false });
  });
});

describe("how current a source is", () => {
  const audit = (months?: number | "unknown", completed_on = "2025-05-12") =>
    ({
      audit: { completed_on },
      ...(months === undefined ? {} : { governance: { policy_review_months: months } }),
    }) as unknown as Audit;
  const source = (more: Partial<Evidence>): Evidence =>
    ({ id: "E1", kind: "policy_document", title: "Policy", date: "2022-05-12", supports: [], ...more }) as Evidence;

  test("is told by the audit's own day, never by today's", () => {
    expect(currency(source({ valid_until: "2025-05-12" }), audit())).toBe("current");
    expect(currency(source({ valid_until: "2025-05-11" }), audit())).toBe("expired");
  });

  test("a rule is stale once it is older than the time between policy reviews, where that is stated", () => {
    expect([currency(source({}), audit(36)), currency(source({ date: "2022-05-11" }), audit(36))]).toEqual([
      "current",
      "stale",
    ]);
    for (const months of [undefined, "unknown", 0] as const)
      expect(currency(source({}), audit(months)), String(months)).toBe("current");
    expect(currency(source({ kind: "website" }), audit(12))).toBe("stale");
  });

  test("months are those of the calendar, across the end of a year and at the end of a month", () => {
    const later = (date: string, months: number, day: string) => currency(source({ date }), audit(months, day));
    expect([later("2024-12-31", 2, "2025-02-28"), later("2024-12-31", 2, "2025-03-01")]).toEqual(["current", "stale"]);
    expect([later("2024-11-30", 1, "2024-12-30"), later("2024-11-30", 1, "2024-12-31")]).toEqual(["current", "stale"]);
  });

  test("figures and minutes grow old in their own way, and are not called stale", () => {
    expect(currency(source({ kind: "data_extract", date: "2015-01-01" }), audit(12))).toBe("current");
  });
});
