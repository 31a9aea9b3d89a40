import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/assess.ts";
import type { Tally } from "../../src/core/score.ts";
import {
  basisSays,
  capital,
  count,
  coverage,
  date,
  headline,
  inWords,
  levelName,
  limitsOfScore,
  monthsOf,
  period,
  rangeSays,
  rangeText,
  standingText,
  supportText,
  word,
} from "../../src/report/wording.ts";
import { around } from "./repository.ts";

const { method } = around.catalogue;

/** A finding of which only what a sentence needs is said. */
function finding(levels: Finding["levels"], rest: Partial<Finding> = {}): Finding {
  const standing = levels.length === 0 ? "not applicable" : levels.length === 1 ? "settled" : "open";
  const support = { strength: "stated", clientReported: false, supported: 0, of: 2 } as const;
  return {
    standing,
    applies: "yes",
    levels,
    says: levels.map((level) => `Says ${level}.`),
    support,
    ...rest,
  } as Finding;
}

/** A finding of whose facts so many have evidence. */
function supported(facts: number, of = 2): Finding {
  return finding([2], { support: { strength: "documented", clientReported: false, supported: facts, of } });
}

function tallied(levels: Tally["levels"], open = 0, notApplicable = 0): Tally {
  return { levels, open, notApplicable, of: levels[0] + levels[1] + levels[2] + levels[3] + open + notApplicable };
}

describe("words in a sentence", () => {
  test("one thing stands alone, several have an s or the plural that is given", () => {
    expect(count(0, "finding")).toBe("0 findings");
    expect(count(1, "finding")).toBe("1 finding");
    expect(count(2, "finding")).toBe("2 findings");
    expect(count(2, "criterion", "criteria")).toBe("2 criteria");
  });

  test("counts up to ten are words", () => {
    expect([0, 1, 10, 11, 34].map(inWords)).toEqual(["no", "one", "ten", "11", "34"]);
  });

  test("a capital changes the first letter alone", () => {
    expect([capital("weak, or PHQ-9"), capital("")]).toEqual(["Weak, or PHQ-9", ""]);
  });

  test("a period by its months names a year once", () => {
    expect(monthsOf({ from: "2024-04-01", to: "2025-03-31" })).toBe("April 2024 to March 2025");
    expect(monthsOf({ from: "2026-04-01", to: "2026-09-30" })).toBe("April to September 2026");
    expect(monthsOf({ from: "2026-04-01", to: "2026-04-30" })).toBe("April 2026");
  });

  test("a date is day, month in letters and year", () => {
    expect(date("2024-04-01")).toBe("1 April 2024");
    expect(date("2025-12-31")).toBe("31 December 2025");
    expect(date("2026-01-09")).toBe("9 January 2026");
  });

  test("a period names a year once where both ends share it", () => {
    expect(period({ from: "2026-04-01", to: "2026-09-30" })).toBe("1 April to 30 September 2026");
    expect(period({ from: "2024-04-01", to: "2025-03-31" })).toBe("1 April 2024 to 31 March 2025");
  });

  test("words of the vocabulary read as words, and those with a name of their own by it", () => {
    expect(word("on_request")).toBe("On request");
    expect(word("scotland")).toBe("Scotland");
    expect(word("data_extract")).toBe("Data extract");
    expect(word("third_sector")).toBe("Charity or community organisation");
    expect(word("private_sole")).toBe("Sole practitioner");
    expect(word("nhs_talking_therapies")).toBe("NHS talking therapies");
    expect(word("camhs")).toBe("Child and adolescent mental health service");
    expect(word("self_reported")).toBe("Self-reported");
  });
});

describe("where a finding stands", () => {
  test("a level goes by its name in the method", () => {
    expect(([0, 1, 2, 3] as const).map((level) => levelName(level, method))).toEqual([
      "Works against",
      "Weak",
      "Developing",
      "Good practice",
    ]);
  });

  test("settled it is its level's name", () => {
    expect(standingText(finding([0]), method)).toBe("Works against");
    expect(standingText(finding([3]), method)).toBe("Good practice");
  });

  test("open it is every level still allowed", () => {
    expect(standingText(finding([1, 2]), method)).toBe("Open: Weak or Developing");
    expect(standingText(finding([0, 1, 3]), method)).toBe("Open: Works against, Weak or Good practice");
  });

  test("that it may not apply is one of the ways it is open", () => {
    const maybe = finding([2], { standing: "open", applies: "maybe" });
    expect(standingText(maybe, method)).toBe("Open: Developing or Not applicable");
    expect(standingText(finding([2, 3], { applies: "maybe" }), method)).toBe(
      "Open: Developing, Good practice or Not applicable",
    );
  });

  test("where it does not apply it says so", () => {
    expect(standingText(finding([], { applies: "no" }), method)).toBe("Not applicable");
  });
});

describe("a range", () => {
  test("it is from its low end to its high end of 100, or one number where they are the same", () => {
    expect(rangeText({ low: 54, high: 71 })).toBe("54 to 71 of 100");
    expect(rangeText({ low: 67, high: 67 })).toBe("67 of 100");
    expect(rangeText({ low: 0, high: 100 })).toBe("0 to 100 of 100");
  });

  test("it says what its ends mean, and how many facts lie between them", () => {
    expect(rangeSays({ low: 54, high: 71 }, 3)).toBe(
      "54 on what the service states; 71 if the 3 facts it does not state turned out well.",
    );
    expect(rangeSays({ low: 54, high: 71 }, 1)).toBe(
      "54 on what the service states; 71 if the one fact it does not state turned out well.",
    );
  });

  test("where nothing is left to state it says that nothing could change it", () => {
    expect(rangeSays({ low: 67, high: 67 }, 0)).toBe(
      "67 on what the service states; nothing that is not stated could change it.",
    );
  });

  test("what it can't say stands beside it", () => {
    expect(limitsOfScore).toBe(
      "This rates how the pathway is designed, as the service describes it. It does not rate how any therapist works or how clients fare, and it does not rank services.",
    );
  });
});

describe("the headline", () => {
  test("it counts good practice among the criteria that apply, what works against clients, and what is open", () => {
    expect(headline(tallied([2, 1, 1, 3], 1, 2))).toEqual({
      figure: "3 of 8",
      says: "criteria at good practice; 2 work against clients, 1 open",
    });
    expect(headline(tallied([1, 1, 1, 1]))).toEqual({
      figure: "1 of 4",
      says: "criteria at good practice; 1 works against clients",
    });
    expect(headline(tallied([0, 0, 0, 1])).says).toBe("criterion at good practice; none works against clients");
  });

  test("it says that none works against clients only where nothing is open", () => {
    expect(headline(tallied([0, 1, 1, 0])).says).toBe("criteria at good practice; none works against clients");
    expect(headline(tallied([0, 1, 0, 0], 2)).says).toBe(
      "criteria at good practice; none is known to work against clients, 2 open",
    );
  });
});

describe("the support of a finding", () => {
  const support = { strength: "documented", clientReported: false, supported: 3, of: 3 } as const;

  test("it says how strong the evidence is where every fact has some", () => {
    expect(supportText(support)).toBe("Documented throughout.");
    expect(supportText({ ...support, strength: "sampled" })).toBe(
      "Sampled throughout: data or records were looked at.",
    );
  });

  test("it says how many facts have evidence where not all do", () => {
    expect(supportText({ ...support, supported: 1 })).toBe("1 of 3 stated facts has evidence.");
    expect(supportText({ ...support, supported: 2 })).toBe("2 of 3 stated facts have evidence.");
  });

  test("it says so where there is none, or no fact that could have any", () => {
    expect(supportText({ ...support, supported: 0 })).toBe("Stated only: no evidence is named.");
    expect(supportText({ ...support, supported: 0, of: 0 })).toBe("No fact is stated that evidence could support.");
  });

  test("what clients report is named beside it", () => {
    expect(supportText({ ...support, clientReported: true })).toBe(
      "Documented throughout. What clients report is part of it.",
    );
    expect(supportText({ ...support, supported: 2, clientReported: true })).toBe(
      "2 of 3 stated facts have evidence. What clients report is part of it.",
    );
  });
});

describe("the coverage of a report", () => {
  test("it counts the findings all of whose facts have evidence, and those of which some have", () => {
    expect(coverage([supported(2), supported(2), supported(0)])).toBe(
      "2 of 3 findings rest on evidence a reader can ask for.",
    );
    expect(coverage([supported(2), supported(1), supported(1)])).toBe(
      "1 of 3 findings rests on evidence a reader can ask for, and 2 in part.",
    );
    expect(coverage([supported(2)])).toBe("1 of 1 finding rests on evidence a reader can ask for.");
  });

  test("a finding with no fact stated rests on none, and one that does not apply is not counted", () => {
    expect(coverage([supported(0, 0), supported(0), finding([], { applies: "no" })])).toBe(
      "0 of 2 findings rest on evidence a reader can ask for.",
    );
  });
});

test("a criterion's basis is a word and a sentence", () => {
  expect(basisSays).toEqual({
    direct: "Direct: the resource says it of practice, and a service can do it.",
    inferred: "Inferred: a step of ours from what the resource says.",
  });
});
