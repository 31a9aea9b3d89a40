import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { type Criterion, numbers, thresholdsOf } from "../../src/core/catalogue.ts";
import { put } from "../../src/core/change.ts";
import { facts } from "../../src/core/derived.ts";
import { type Answers, general } from "../../src/core/facts.ts";
import { standing } from "../../src/core/ladder.ts";
import { disagreements } from "../../src/reading/consistency.ts";
import { readProject } from "../../src/reading/disk.ts";
import { saidOf } from "../../src/report/condition.ts";
import { explanation } from "../../src/report/explain.ts";

const { yardstick, audits } = readProject(fileURLToPath(new URL("../..", import.meta.url)));
if (yardstick === undefined) throw new Error("the repository's catalogue can't be read");
const { catalogue, questions, around } = yardstick;

const sound = (changed: Answers) =>
  disagreements(changed as unknown as Audit, around).every(({ severity }) => severity === "warning");
const cases = audits.flatMap(({ id, audit }) =>
  catalogue.criteria.map(({ criterion }) => [id, criterion.id, audit, criterion] as const),
);

function explained(audit: Audit, criterion: Criterion) {
  return explanation(criterion, audit as unknown as Answers, {
    method: catalogue.method,
    profile: audit.audit.threshold_profile,
    questionOf: (path) => questions.get(general(path)),
    titleOf: (path) => path,
    sound,
  });
}

describe.each(cases)("%s on %s", (_, __, audit, criterion) => {
  const answers = audit as unknown as Answers;
  const profile = audit.audit.threshold_profile;
  const said = explained(audit, criterion);
  const judged = (given: Answers) =>
    standing(criterion, facts(given), numbers(thresholdsOf(criterion, catalogue.method, profile)));

  it("the steps, tried in their order, give the levels", () => {
    if (said.standing.applies !== "yes") return;
    const levels: number[] = [];
    for (const [index, level] of [0, 3, 2, 1].entries()) {
      const truth = said.steps[index]?.truth;
      if (truth !== "no") levels.push(level);
      if (truth === "yes") break;
    }
    expect(levels.toSorted()).toEqual([...said.standing.levels]);
  });

  it("the smallest change moves it up and leaves no contradiction", () => {
    if (said.change === undefined) return;
    const changed = said.change.reduce((all, { path, to }) => put(all, path, to), answers);
    expect(judged(changed).levels[0]).toBeGreaterThan(said.standing.levels[0] ?? 3);
    expect(sound(changed)).toBe(true);
  });
});

describe("the smallest change", () => {
  it("is found for most findings that are not at the top", () => {
    const low = cases
      .map(([, , audit, criterion]) => explained(audit, criterion))
      .filter(({ standing: { levels } }) => (levels[0] ?? 3) < 3);
    expect(low.length).toBeGreaterThan(5);
    expect(low.filter(({ change }) => change !== undefined).length / low.length).toBeGreaterThan(0.8);
  });
});

describe("a condition in words", () => {
  const words = { titleOf: (path: string) => path.toUpperCase(), thresholds: { soon: 42 } };
  const look = facts({ a: "x", n: 50, list: ["p", "q"], gates_complete: "yes", gates: [{ kind: "age" }] });
  const text = (condition: Parameters<typeof saidOf>[0]) =>
    saidOf(condition, look, words).map((one) => `${one.truth} ${one.text}`);

  it("says each word of the vocabulary and what it comes to", () => {
    expect(text({ a: { is: "x" } })).toEqual(["yes A is x"]);
    expect(text({ a: { in: ["y", "z"] } })).toEqual(["no A is y or z"]);
    expect(text({ list: { includes: "p" } })).toEqual(["yes LIST lists p"]);
    expect(text({ list: { any_of: ["r", "s"] } })).toEqual(["no LIST lists r or s"]);
    expect(text({ list: { count: { at_least: 1, of: ["p", "r"] } } })).toEqual([
      "yes LIST lists at least 1 of p and r",
    ]);
    expect(text({ n: { at_most: "soon" } })).toEqual(["no N is at most 42"]);
    expect(text({ n: { over: "soon" } })).toEqual(["yes N is over 42"]);
    expect(text({ n: { under: "soon" } })).toEqual(["no N is under 42"]);
    expect(text({ missing: { at_least: "soon" } })).toEqual(["maybe MISSING is at least 42"]);
    expect(text({ not: { a: { is: "x" } } })).toEqual(["no not this"]);
    expect(text({ any: [{ a: { is: "x" } }, { a: { is: "y" } }] })).toEqual(["yes one of these"]);
    expect(text({ at_least: 1, of: [{ a: { is: "y" } }] })).toEqual(["no at least 1 of these"]);
    expect(text({ gates: { every: { kind: { is: "age" } } } })).toEqual(["yes GATES has this in every entry"]);
    expect(saidOf({ gates: { every: { kind: { is: "age" } } } }, look, words)[0]?.parts).toEqual([
      { text: "gates[0]", truth: "yes", parts: [] },
    ]);
  });
});
