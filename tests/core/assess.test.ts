import type { Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess, type Finding } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { type Catalogue, type Criterion, catalogue, type Method, type Threshold } from "../../src/core/catalogue.ts";
import type { Condition } from "../../src/core/condition.ts";
import type { Answers } from "../../src/core/facts.ts";
import { factsOf } from "../../src/core/ladder.ts";
import { questionsOfAudit, wholeAnswers } from "./arbitrary.ts";
import { asSet, orders, reordered, shuffled, type Telling, tellings } from "./reveal.ts";
import { fc } from "./seed.ts";
import { criteria, criterion, worlds } from "./world.ts";
import { catalogueOfProject, head } from "./yardstick.ts";

const audited = (answers: Answers, of: Catalogue): Assessment =>
  assess({ id: "example/2025", file: "audits/example/2025.yaml", sha256: "audit hash", audit: auditOf(answers) }, of);

/** The answers with the head that every audit has; what they say of the service is kept. */
function auditOf(answers: Answers): Audit {
  const part = (name: "service" | "audit") => ({ ...head[name], ...(answers[name] as object) });
  return { ...head, ...answers, service: part("service"), audit: part("audit") } as unknown as Audit;
}

const is = (path: string, word: string): Condition => ({ [path]: { is: word } });
const days = (number: number): Threshold => ({ is: number, unit: "days", source: "ours", status: "ours" });

const asking = criterion(
  {
    0: is("preferences.asked", "absent"),
    3: is("preferences.asked", "routine"),
    2: is("preferences.recorded", "routine"),
  },
  undefined,
  "asking",
);
const waiting: Criterion = {
  ...criterion(
    { 0: { "waits[referral_to_therapy].median": { over: "late" } }, 3: is("waiting.list_status", "no_list") },
    is("service.type", "private_sole"),
    "waiting",
  ),
  thresholds: { late: days(100) },
};
const gating = criterion({ 0: { gates: { some: is("effect", "refuses") } } }, undefined, "gating");

const methodOf = (...themes: (readonly [id: string, ...criteria: string[]])[]) =>
  ({
    version: "1.2.3",
    themes: themes.map(([id, ...own], index) => ({
      id,
      code: "ABC".charAt(index),
      title: `Theme ${id}`,
      says: "",
      criteria: own,
    })),
    profiles: { none: {}, local: { thresholds: { waiting: { late: days(10) } } } },
  }) as unknown as Method;
const small = catalogue(
  methodOf(["first", "asking", "gating"], ["second", "waiting"], ["third"]),
  [asking, waiting, gating],
  "hash",
);

const answers: Answers = {
  service: { type: "school" },
  preferences: { asked: "discretionary" },
  waiting: { list_status: "no_list" },
  waits: [{ stage: "referral_to_therapy", unit: "days", median: 50 }],
  gates: [{ name: "Age", kind: "age", effect: "refuses" }],
  evidence: [
    {
      id: "E1",
      kind: "case_record_sample",
      title: "Records",
      date: "2025-01-01",
      supports: ["waits[referral_to_therapy]"],
    },
    { id: "E2", kind: "client_survey", title: "Survey", date: "2025-01-01", supports: ["preferences", "waiting"] },
  ],
  exceptions: [
    { id: "X1", applies_to: "waiting", reason: "Agreed" },
    { id: "X2", applies_to: "gates[0].effect", reason: "Required" },
    { id: "X3", applies_to: "preferences", reason: "Required" },
    { id: "X4", applies_to: "endings.tasks", reason: "Not stated here" },
    { id: "X5", applies_to: "asking", reason: "Agreed" },
  ],
};

const findingOn = (id: string, given: Answers, of = small) => {
  const found = audited(given, of).findings.find((one) => one.criterion === id);
  if (found === undefined) throw new Error(`no finding on ${id}`);
  return found;
};

describe("an assessment", () => {
  test("it says of which audit and which catalogue it is", () => {
    const made = audited(answers, small);
    expect(made).toMatchObject({
      format: "rapport-assessment/1",
      id: "example/2025",
      file: "audits/example/2025.yaml",
      sha256: "audit hash",
      catalogue: { version: "1.2.3", sha256: "hash", profile: "none" },
    });
    expect(made.audit).toEqual(auditOf(answers));
  });

  test("it has a finding for each criterion, in the catalogue's order", () => {
    expect(audited(answers, small).findings.map(({ code, criterion, theme }) => [code, criterion, theme])).toEqual([
      ["A1", "asking", "first"],
      ["A2", "gating", "first"],
      ["B1", "waiting", "second"],
    ]);
  });

  test("an open finding names its levels, what each means, its facts, its needs and its exceptions", () => {
    expect(findingOn("asking", answers)).toEqual({
      criterion: "asking",
      code: "A1",
      theme: "first",
      title: "title of asking",
      standing: "open",
      applies: "yes",
      levels: [1, 2],
      says: ["says 1", "says 2"],
      facts: [{ path: "preferences.asked", pointer: "/preferences/asked", value: "discretionary", evidence: ["E2"] }],
      needs: ["preferences.recorded"],
      support: { strength: "stated", clientReported: true, supported: 1, of: 1 },
      exceptions: ["X3", "X5"],
    } satisfies Finding);
  });

  test("a settled finding has one level and needs nothing", () => {
    expect(findingOn("waiting", answers)).toEqual({
      criterion: "waiting",
      code: "B1",
      theme: "second",
      title: "title of waiting",
      standing: "settled",
      applies: "yes",
      levels: [3],
      says: ["says 3"],
      facts: [
        { path: "service.type", pointer: "/service/type", value: "school", evidence: [] },
        { path: "waits[referral_to_therapy].median", pointer: "/waits/0/median", value: 50, evidence: ["E1"] },
        { path: "waiting.list_status", pointer: "/waiting/list_status", value: "no_list", evidence: ["E2"] },
      ],
      needs: [],
      support: { strength: "stated", clientReported: true, supported: 2, of: 2 },
      exceptions: ["X1"],
    } satisfies Finding);
  });

  test("a finding that does not apply says why and has no level", () => {
    expect(findingOn("waiting", { ...answers, service: { type: "private_sole" } })).toMatchObject({
      standing: "not applicable",
      applies: "no",
      levels: [],
      says: ["does not apply"],
      needs: [],
    });
  });

  test("one level is still open while it may not apply", () => {
    expect(findingOn("waiting", { ...answers, service: { type: "unknown" } })).toMatchObject({
      standing: "open",
      applies: "maybe",
      levels: [3],
      needs: ["service.type"],
    });
  });

  test("an exception on a fact is told with every finding that rests on it, and changes no level", () => {
    expect(findingOn("gating", answers)).toMatchObject({ levels: [0], exceptions: ["X2"] });
    const { exceptions: _, ...without } = answers;
    expect(findingOn("gating", without)).toMatchObject({ levels: [0], exceptions: [] });
    const onOneOfThree = [{ id: "X6", applies_to: "waiting.list_status", reason: "Agreed" }];
    expect(findingOn("waiting", { ...answers, exceptions: onOneOfThree }).exceptions).toEqual(["X6"]);
  });

  test("the audit's profile chooses the thresholds", () => {
    const closed = { ...answers, waiting: { list_status: "open" } };
    expect(findingOn("waiting", closed).levels).toEqual([1]);
    expect(findingOn("waiting", { ...closed, audit: { threshold_profile: "local" } }).levels).toEqual([0]);
    expect(audited({ audit: { threshold_profile: "local" } }, small).catalogue.profile).toBe("local");
  });

  test("themes and all together are counted, and their ranges are in whole numbers", () => {
    const { themes, tally, range } = audited(answers, small);
    expect(themes).toEqual([
      {
        id: "first",
        title: "Theme first",
        tally: { levels: [1, 0, 0, 0], open: 1, notApplicable: 0, of: 2 },
        range: { low: 17, high: 33 },
      },
      {
        id: "second",
        title: "Theme second",
        tally: { levels: [0, 0, 0, 1], open: 0, notApplicable: 0, of: 1 },
        range: { low: 100, high: 100 },
      },
      {
        id: "third",
        title: "Theme third",
        tally: { levels: [0, 0, 0, 0], open: 0, notApplicable: 0, of: 0 },
        range: null,
      },
    ]);
    expect(tally).toEqual({ levels: [1, 0, 0, 1], open: 1, notApplicable: 0, of: 3 });
    expect(range).toEqual({ low: 58, high: 67 });
  });

  test("the range over all themes is worked out before rounding", () => {
    const two = catalogue(methodOf(["first", "asking"], ["second", "gating"]), [asking, gating], "");
    const one = { ...answers, preferences: { asked: "discretionary", recorded: "absent" } };
    expect(audited(one, two).themes.map(({ range }) => range?.low)).toEqual([33, 0]);
    expect(audited(one, two).range).toEqual({ low: 17, high: 17 });
  });

  test("where nothing applies there is no range", () => {
    const only = catalogue(methodOf(["second", "waiting"]), [waiting], "");
    const made = audited({ service: { type: "private_sole" } }, only);
    expect(made.range).toBeNull();
    expect(made.themes[0]?.range).toBeNull();
    expect(made.tally.notApplicable).toBe(1);
  });
});

describe("the range over all themes, where a whole theme may not apply", () => {
  // The second theme may turn out not to apply at all, and then the first alone is the whole.
  const two = catalogue(methodOf(["first", "gating"], ["second", "waiting"]), [gating, waiting], "");
  const given: Answers = {
    service: { type: "unknown" },
    waiting: { list_status: "no_list" },
    waits: answers["waits"],
    gates: answers["gates"],
  };

  test("it holds what each way of settling that would give", () => {
    const open = audited(given, two).range;
    const settled = ["private_sole", "school"].map((type) => audited({ ...given, service: { type } }, two).range);
    expect(settled).toEqual([
      { low: 0, high: 0 },
      { low: 50, high: 50 },
    ]);
    expect(open).toEqual({ low: 0, high: 50 });
  });
});

/** A catalogue with answers to what it asks, told in part. */
interface Case extends Telling {
  readonly of: Catalogue;
}

const wholes = wholeAnswers(questionsOfAudit, [
  ...catalogueOfProject.criteria.flatMap((one) => factsOf(one.criterion)),
  "gates_complete",
  "evidence",
  "exceptions",
]);
const ofProject: Arbitrary<Case> = tellings(wholes).map(({ whole, before, after }) => {
  // The kind of service is the one fact that every audit states.
  const { type } = whole["service"] as { type: string };
  const typed = (answers: Answers) => ({ ...answers, service: { ...(answers["service"] as object), type } });
  return { whole, before: typed(before), after: typed(after), of: catalogueOfProject };
});
const ofWorld: Arbitrary<Case> = fc
  .tuple(tellings(worlds), fc.array(criteria, { minLength: 1, maxLength: 5 }), fc.nat(4))
  .map(([telling, invented, cut]) => {
    const all = invented.map((one, index) => ({ ...one, id: `c${index}`, thresholds: limits }));
    const ids = all.map(({ id }) => id);
    return { ...telling, of: catalogue(methodOf(["one", ...ids.slice(0, cut)], ["two", ...ids.slice(cut)]), all, "") };
  });
const limits = { low: days(1), middle: days(3), month: days(42), season: days(90) };

describe.for([
  ["the project's catalogue", ofProject, 150],
  ["any catalogue", ofWorld, 400],
] as const)("%s", ([, cases, numRuns]) => {
  const holdsOf = (law: (one: Case) => void) => fc.assert(fc.property(cases, law), { numRuns });

  test("one more fact never widens the range of a theme", () => {
    holdsOf(({ before, after, of }) => {
      const [old, told] = [audited(before, of).themes, audited(after, of).themes];
      for (const [index, { range }] of told.entries()) narrower(old[index]?.range, range);
    });
  });

  test("one more fact never widens the range over all themes", () => {
    holdsOf(({ before, after, of }) => narrower(audited(before, of).range, audited(after, of).range));
  });

  test("ranges lie between 0 and 100, and settled findings alone have no width", () => {
    holdsOf(({ before, of }) => {
      const { themes, findings, range } = audited(before, of);
      for (const one of [range, ...themes.map((theme) => theme.range)]) {
        if (one) expect(0 <= one.low && one.low <= one.high && one.high <= 100).toBe(true);
      }
      if (findings.every(({ standing }) => standing !== "open")) expect(range?.low).toBe(range?.high);
    });
  });

  test("findings agree with themselves", () => {
    holdsOf(({ before, of }) => {
      for (const { standing, applies, levels, needs, says, support, facts } of audited(before, of).findings) {
        const settled = applies === "yes" && levels.length === 1;
        expect(standing).toBe(applies === "no" ? "not applicable" : settled ? "settled" : "open");
        expect(needs.length > 0).toBe(standing === "open");
        expect(says.length).toBe(Math.max(1, levels.length));
        expect(support.supported).toBeLessThanOrEqual(support.of);
        expect(support.of).toBeLessThanOrEqual(facts.length);
      }
    });
  });

  test("the tallies of themes add up to the whole, and each finding is in one", () => {
    holdsOf(({ before, of }) => {
      const { themes, tally, findings } = audited(before, of);
      const sum = (part: (one: typeof tally) => number) =>
        themes.reduce((total, theme) => total + part(theme.tally), 0);
      expect([sum((one) => one.of), tally.of]).toEqual([findings.length, findings.length]);
      expect(sum((one) => one.open)).toBe(tally.open);
      expect(sum((one) => one.notApplicable)).toBe(tally.notApplicable);
      expect(tally.open).toBe(findings.filter(({ standing }) => standing === "open").length);
      for (const level of [0, 1, 2, 3] as const) expect(sum((one) => one.levels[level])).toBe(tally.levels[level]);
    });
  });

  test("the order of criteria, of answers and of evidence changes no level, range or tally", () => {
    fc.assert(
      fc.property(cases, orders, ({ before, of }, order) => {
        const themes = of.method.themes.map((theme) => ({ ...theme, criteria: reordered(theme.criteria, order) }));
        const files = reordered(
          of.criteria.map((placed) => placed.criterion),
          order,
        );
        const mixed = catalogue({ ...of.method, themes }, files, of.sha256);
        const [one, other] = [audited(before, of), audited(shuffled(before, order), mixed)];
        expect(other.themes).toEqual(one.themes);
        expect([other.tally, other.range]).toEqual([one.tally, one.range]);
        const stands = ({ findings }: Assessment) =>
          findings.map(({ criterion, levels, applies, support, exceptions }) =>
            JSON.stringify([criterion, levels, applies, support, asSet(exceptions)]),
          );
        expect(asSet(stands(other))).toEqual(asSet(stands(one)));
      }),
      { numRuns },
    );
  });

  test("evidence and exceptions change no level and no range", () => {
    holdsOf(({ before, of }) => {
      const { evidence: _, exceptions: __, ...bare } = before;
      const [one, other] = [audited(before, of), audited(bare, of)];
      expect(other.findings.map(({ levels }) => levels)).toEqual(one.findings.map(({ levels }) => levels));
      expect([other.range, other.themes]).toEqual([one.range, one.themes]);
    });
  });

  test("it is plain JSON, and judging leaves the audit as it was", () => {
    holdsOf(({ before, of }) => {
      const given = structuredClone(before);
      const made = audited(given, of);
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      expect(given).toEqual(before);
    });
  });
});

function narrower(before: Assessment["range"] | undefined, after: Assessment["range"]): void {
  if (!before || !after) return;
  expect(after.low).toBeGreaterThanOrEqual(before.low);
  expect(after.high).toBeLessThanOrEqual(before.high);
}
