import { describe, expect, test } from "vitest";
import { atLeast, both, either, maybe, no, opposite, type Truth, type Verdict, yes } from "../../src/core/truth.ts";
import { asSet, orders, reordered } from "./reveal.ts";
import { fc } from "./seed.ts";

const verdict = fc.oneof(
  fc.constant(yes),
  fc.constant(no),
  fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }).map(maybe),
);
const verdicts = fc.array(verdict, { maxLength: 6 });

/** no < maybe < yes. */
const order: readonly Truth[] = ["no", "maybe", "yes"];
const rank = ({ truth }: Verdict) => order.indexOf(truth);
const lowest = (all: readonly Verdict[]) => order[Math.min(2, ...all.map(rank))];
const highest = (all: readonly Verdict[]) => order[Math.max(0, ...all.map(rank))];

describe("verdicts", () => {
  test("a claim that waits names each fact once, in the order given", () => {
    expect(maybe(["b", "a", "b"])).toEqual({ truth: "maybe", needs: ["b", "a"] });
  });

  test("yes and no wait for nothing", () => {
    expect(yes).toEqual({ truth: "yes", needs: [] });
    expect(no).toEqual({ truth: "no", needs: [] });
  });

  test("whatever its parts waited for, a settled verdict waits for nothing", () => {
    fc.assert(
      fc.property(verdicts, fc.nat(7), (all, count) => {
        for (const one of [both(all), either(all), atLeast(count, all), ...all.map(opposite)]) {
          if (one.truth !== "maybe") expect(one.needs).toEqual([]);
        }
      }),
    );
  });

  test("an open verdict waits for what its open parts wait for, each once", () => {
    fc.assert(
      fc.property(verdicts, fc.nat(7), (all, count) => {
        for (const one of [both(all), either(all), atLeast(count, all)]) {
          if (one.truth === "maybe")
            expect(asSet(one.needs)).toEqual(asSet([...new Set(all.flatMap((part) => part.needs))]));
        }
      }),
    );
  });
});

describe("joining verdicts", () => {
  test("both is the lowest of the verdicts in the order no, maybe, yes", () => {
    fc.assert(fc.property(verdicts, (all) => both(all).truth === lowest(all)));
  });

  test("either is the highest of them", () => {
    fc.assert(fc.property(verdicts, (all) => either(all).truth === highest(all)));
  });

  test("of no verdicts at all, both holds and either does not", () => {
    expect(both([])).toEqual(yes);
    expect(either([])).toEqual(no);
  });

  test("at least so many is what every way of settling the open ones would give, where they agree", () => {
    fc.assert(
      fc.property(verdicts, fc.nat(7), (all, count) => {
        const certain = all.filter(({ truth }) => truth === "yes").length;
        const possible = certain + all.filter(({ truth }) => truth === "maybe").length;
        const outcomes = [certain, possible].map((number) => (number >= count ? "yes" : "no"));
        expect(atLeast(count, all).truth).toBe(outcomes[0] === outcomes[1] ? outcomes[0] : "maybe");
      }),
    );
  });

  test("at least one is either, at least all is both, and those in between lie between", () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        expect(atLeast(1, all)).toEqual(either(all));
        expect(atLeast(all.length, all)).toEqual(both(all));
        for (let count = 1; count < all.length; count += 1) {
          expect(rank(atLeast(count, all))).toBeGreaterThanOrEqual(rank(atLeast(count + 1, all)));
        }
      }),
    );
  });

  test("at least none always holds, and more than there are never", () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        expect(atLeast(0, all)).toEqual(yes);
        expect(atLeast(all.length + 1, all)).toEqual(no);
      }),
    );
  });

  test("two of three, with one certain and one open, wait for the open one", () => {
    expect(atLeast(2, [yes, no, maybe(["a"])])).toEqual(maybe(["a"]));
    expect(atLeast(2, [yes, yes, maybe(["a"])])).toEqual(yes);
    expect(atLeast(2, [no, no, maybe(["a"])])).toEqual(no);
    expect(atLeast(2, [no, maybe(["b"]), maybe(["a", "b"])])).toEqual(maybe(["b", "a"]));
  });
});

describe("the laws of three-valued logic", () => {
  test("the opposite of yes is no, of no is yes, and what is open stays open", () => {
    expect(opposite(yes)).toEqual(no);
    expect(opposite(no)).toEqual(yes);
    expect(opposite(maybe(["a"]))).toEqual(maybe(["a"]));
    fc.assert(fc.property(verdict, (one) => void expect(opposite(opposite(one))).toEqual(one)));
  });

  test("De Morgan: not both is either not, and not either is both not", () => {
    fc.assert(
      fc.property(verdicts, (all) => {
        expect(opposite(both(all))).toEqual(either(all.map(opposite)));
        expect(opposite(either(all))).toEqual(both(all.map(opposite)));
      }),
    );
  });

  test("joining in groups, or a verdict twice, changes nothing", () => {
    fc.assert(
      fc.property(verdicts, verdicts, (some, others) => {
        expect(both([both(some), both(others)]).truth).toBe(both([...some, ...others]).truth);
        expect(either([either(some), either(others)]).truth).toBe(either([...some, ...others]).truth);
        expect(both([...some, ...some])).toEqual(both(some));
        expect(either([...some, ...some])).toEqual(either(some));
      }),
    );
  });

  test("both distributes over either, and either over both", () => {
    fc.assert(
      fc.property(verdict, verdicts, (one, others) => {
        expect(both([one, either(others)]).truth).toBe(either(others.map((other) => both([one, other]))).truth);
        expect(either([one, both(others)]).truth).toBe(both(others.map((other) => either([one, other]))).truth);
      }),
    );
  });

  test("the order of verdicts changes neither the truth nor the facts it waits for", () => {
    fc.assert(
      fc.property(verdicts, fc.nat(7), orders, (all, count, order) => {
        const one = atLeast(count, all);
        const other = atLeast(count, reordered(all, order));
        expect(other.truth).toBe(one.truth);
        expect(asSet(other.needs)).toEqual(asSet(one.needs));
      }),
    );
  });

  test("settling an open part never unsettles the whole", () => {
    fc.assert(
      fc.property(verdicts, verdict, verdict, fc.nat(7), (all, part, settled, count) => {
        fc.pre(part.truth === "maybe");
        const before = atLeast(count, [...all, part]);
        const after = atLeast(count, [...all, settled]);
        if (before.truth !== "maybe") expect(after).toEqual(before);
      }),
    );
  });
});
