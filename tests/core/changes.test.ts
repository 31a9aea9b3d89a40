import { describe, expect, it } from "vitest";
import { put, smallestChange, valuesFor } from "../../src/core/change.ts";
import { type Answers, statedAt } from "../../src/core/facts.ts";
import { fc } from "./seed.ts";

describe("putting a fact", () => {
  const answers: Answers = {
    preferences: { asked: "absent" },
    gates: [{ name: "a" }],
    waits: [{ stage: "referral_to_therapy", unit: "weeks", median: 9 }],
    therapies: [{ id: "cbt" }, { id: "pce", adherence: "strict" }],
  };

  it("states it at any path, and makes what is missing on the way", () => {
    for (const [path, value] of [
      ["preferences.asked", "routine"],
      ["endings.unplanned.counted", "yes"],
      ["gates[0].effect", "informs"],
      ["waits[referral_to_therapy].median", 4],
      ["therapies[pce].adherence", "guided"],
    ] as const) {
      const changed = put(answers, path, value);
      expect(statedAt(changed, path), path).toBe(value);
      expect(changed["therapies"]).toHaveLength(2);
    }
  });

  it("begins a wait that is not there, in days", () => {
    expect(put({}, "waits[referral_to_first_contact].median", 20)).toEqual({
      waits: [{ stage: "referral_to_first_contact", unit: "days", median: 20 }],
    });
    expect(put(answers, "waits[referral_to_first_contact].median", 20)["waits"]).toHaveLength(2);
  });

  it("leaves the given answers as they were", () => {
    const before = structuredClone(answers);
    put(answers, "gates[0].effect", "informs");
    put(answers, "waits[referral_to_first_contact].median", 20);
    expect(answers).toEqual(before);
  });
});

describe("the values that a fact could take", () => {
  const figures = (...limits: number[]) => valuesFor({ words: ["unknown"], list: false }, limits);

  it("are its question's words, save those that say nothing", () => {
    const words = ["routine", "absent", "n/a", "unknown"];
    expect(valuesFor({ words, list: false }, [42])).toEqual(["routine", "absent"]);
    expect(valuesFor({ words, list: true }, [42])).toEqual([["routine", "absent"]]);
  });

  it("are any one entry, where a list is in the service's own words", () => {
    expect(valuesFor({ words: [], list: true }, [42])).toEqual([["at least one"]]);
  });

  it("are numbers at each threshold and just beside it, as days and as weeks, and none and one", () => {
    expect(figures(42, 90)).toEqual([42, 41, 43, 6, 90, 89, 91, 12, 0, 1]);
    expect(figures()).toEqual([0, 1]);
  });

  it("are each there once, and never less than nothing", () => {
    expect(figures(0)).toEqual([0, 1]);
  });
});

describe("the smallest change", () => {
  const answers: Answers = { a: "no", b: "no", c: "no", words: ["x"] };
  const choices = new Map<string, readonly unknown[]>([
    ["a", ["no", "yes"]],
    ["b", ["no", "yes"]],
    ["c", ["no", "yes"]],
    ["words", [["x", "y", "z"]]],
  ]);

  it("is one fact before two, and none of what is so already", () => {
    expect(smallestChange(({ b, c }) => b === "yes" || c === "yes", answers, choices)).toEqual([
      { path: "b", from: "no", to: "yes" },
    ]);
    expect(smallestChange(({ a, c }) => a === "yes" && c === "yes", answers, choices)?.map(({ path }) => path)).toEqual(
      ["a", "c"],
    );
    expect(smallestChange(({ a, b }) => a === "yes" && b === "yes", answers, choices)).toEqual([
      { path: "a", from: "no", to: "yes" },
      { path: "b", from: "no", to: "yes" },
    ]);
  });

  it("changes every fact that it names, where at least so many are to change", () => {
    const least = new Map([...choices, ["words", [["x"], ["x", "y"]]]]);
    expect(smallestChange(({ b }) => b === "yes", answers, least, 4, 4)?.map(({ to }) => to)).toEqual([
      "yes",
      "yes",
      "yes",
      ["x"],
    ]);
  });

  it("is given up after 5,000 audits, where there is none", () => {
    const tenWords = Array.from({ length: 10 }, (_, index) => `word ${index}`);
    const many = new Map(["a", "b", "c", "d"].map((path) => [path, tenWords]));
    let tried = 0;
    const never = () => {
      tried += 1;
      return false;
    };
    expect(smallestChange(never, answers, many, 4, 4)).toBeUndefined();
    expect(tried).toBe(5_000);
  });

  it("adds only the words that are needed to a list", () => {
    const has = (word: string) => (all: Answers) => (all["words"] as string[]).includes(word);
    expect(smallestChange(has("z"), answers, choices)).toEqual([{ path: "words", from: ["x"], to: ["x", "z"] }]);
  });

  it("is not there where nothing helps, or where it would take more facts than may change", () => {
    expect(smallestChange(() => false, answers, choices)).toBeUndefined();
    const all = ({ a, b, c }: Answers) => [a, b, c].every((one) => one === "yes");
    expect(smallestChange(all, answers, choices, 2)).toBeUndefined();
    expect(smallestChange(all, answers, choices, 3)).toHaveLength(3);
  });

  it("passes over what would be reached by answers that are not sound, and asks that of each answer once", () => {
    const asked: Answers[] = [];
    const sound = (all: Answers) => {
      asked.push(all);
      return all["b"] !== "yes";
    };
    const aim = ({ b, c }: Answers) => b === "yes" || c === "yes";
    expect(smallestChange(aim, answers, choices, 1, 1, sound)?.map(({ path }) => path)).toEqual(["c"]);
    expect(asked).toHaveLength(2);
    expect(smallestChange(aim, answers, choices, 3, 1, () => false)).toBeUndefined();
  });

  it("reaches its aim, and would not with any one of its facts left out", () => {
    const paths = ["a", "b", "c", "d"] as const;
    const clauses = fc.array(fc.subarray([...paths], { minLength: 1 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(clauses, (any) => {
        const aim = (all: Answers) => any.some((each) => each.every((path) => all[path] === "yes"));
        const start: Answers = { a: "no", b: "no", c: "no", d: "no" };
        const found = smallestChange(aim, start, new Map(paths.map((path) => [path, ["no", "yes"]]))) ?? [];
        const stated = (changes: typeof found) => changes.reduce((all, { path, to }) => put(all, path, to), start);
        const least = Math.min(...any.map((each) => each.length));
        if (least > 3) return found.length === 0;
        expect(found.length).toBe(least);
        expect(aim(stated(found))).toBe(true);
        for (const one of found) expect(aim(stated(found.filter((other) => other !== one)))).toBe(false);
      }),
    );
  });
});
