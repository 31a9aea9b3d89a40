/** What keeps a condition from holding: the fewest facts that would have to be otherwise. */
import { bound, type Condition, holds, type Test, type Thresholds, tests } from "./condition.ts";
import { derived } from "./derived.ts";
import { inside, type Look } from "./facts.ts";

/** Paths of facts, each once. Changing them all, in some way, can turn the verdict. */
export type Facts = readonly string[];

/** No more alternatives than this are kept at any point: the ones of the fewest facts. */
const mostAlternatives = 12;

/**
 * The alternatives, fewest facts first, for turning a condition's verdict to `wanted`. One empty
 * alternative where it is so already; none where no change of facts could do it.
 */
export function lacking(condition: Condition, wanted: boolean, look: Look, thresholds: Thresholds): Facts[] {
  const of = (part: Condition, asked: boolean) => lacking(part, asked, look, thresholds);
  const parts = tests(condition).flatMap(([path, test]) =>
    Object.entries(test).map(([word, asked]) => testLacking(path, { [word]: asked }, wanted, look, thresholds)),
  );
  if (condition.any)
    parts.push(
      joined(
        condition.any.map((part) => of(part, wanted)),
        wanted ? 1 : condition.any.length,
      ),
    );
  if (condition.all)
    parts.push(
      joined(
        condition.all.map((part) => of(part, wanted)),
        wanted ? condition.all.length : 1,
      ),
    );
  if (condition.not) parts.push(of(condition.not, !wanted));
  if (condition.of) {
    const count = bound(condition.at_least ?? 1, thresholds);
    parts.push(
      joined(
        condition.of.map((part) => of(part, wanted)),
        wanted ? count : Math.max(0, condition.of.length - count + 1),
      ),
    );
  }
  return joined(parts, wanted ? parts.length : 1);
}

/** Alternatives that bring about all of several things. */
export function together(parts: readonly (readonly Facts[])[]): Facts[] {
  return joined(parts, parts.length);
}

/** Alternatives that bring about at least `count` of the parts. */
function joined(parts: readonly (readonly Facts[])[], count: number): Facts[] {
  let chosen: (readonly Facts[])[] = Array.from({ length: count + 1 }, (_, had) => (had === 0 ? [[]] : []));
  for (const part of parts) {
    chosen = chosen.map((alternatives, had) => {
      const before = chosen[had - 1] ?? [];
      const more = before.flatMap((one) => part.map((other) => [...new Set([...one, ...other])]));
      return fewest([...alternatives, ...more]);
    });
  }
  return [...(chosen[count] ?? [])];
}

/** The alternatives without those that only add to another. */
function fewest(alternatives: readonly Facts[]): Facts[] {
  const kept: Facts[] = [];
  for (const facts of alternatives.toSorted((a, b) => a.length - b.length)) {
    if (kept.length === mostAlternatives) break;
    if (!kept.some((fewer) => fewer.every((path) => facts.includes(path)))) kept.push(facts);
  }
  return kept;
}

/** The same of a test of one word. Where every entry counts, it also takes that the list is complete. */
function testLacking(path: string, test: Test, wanted: boolean, look: Look, thresholds: Thresholds): Facts[] {
  const { truth } = holds({ [path]: test }, look, thresholds);
  if (truth === (wanted ? "yes" : "no")) return [[]];
  const { some, every } = test;
  const fact = look(path);
  const inner = some ?? every;
  if (inner === undefined || fact.kind !== "records" || fact.paths.length === 0) return [statedBy(path)];
  const each = fact.paths.map((entry) =>
    lacking(inner, wanted, inside(look, entry), thresholds).map((facts) => facts.map((field) => `${entry}.${field}`)),
  );
  const all = (every !== undefined) === wanted;
  return all ? together([...each, [fact.needs]]) : joined(each, 1);
}

/** The facts that state a fact: itself, or those that a derived one asks for where nothing is stated. */
export function statedBy(path: string): Facts {
  return derived.get(path)?.read({}).needs ?? [path];
}
