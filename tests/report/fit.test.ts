import { describe, expect, test } from "vitest";
import { fitting, linesFor, moreText, shortened } from "../../src/report/fit.ts";
import { fc } from "../core/seed.ts";

test("a text takes as many lines as its characters fill, and none where it is empty", () => {
  expect(["", "a", "a".repeat(10), "a".repeat(11)].map((text) => linesFor(text, 10))).toEqual([0, 1, 1, 2]);
});

describe("what fits", () => {
  const one = () => 1;

  test("is taken from the front until the room is filled, and the rest is counted", () => {
    expect(fitting(["a", "b", "c", "d"], one, 2)).toEqual({ shown: ["a", "b"], left: 2, lines: 2 });
  });

  test("is never less than the least, whatever room it takes, nor more than the most", () => {
    expect(fitting(["a", "b", "c"], () => 9, 2, { least: 2 }).shown).toEqual(["a", "b"]);
    expect(fitting(["a", "b", "c"], one, 9, { most: 2 })).toEqual({ shown: ["a", "b"], left: 1, lines: 2 });
    expect(fitting([], one, 9, { least: 3 })).toEqual({ shown: [], left: 0, lines: 0 });
  });

  test("skips nothing: what is too long ends the list", () => {
    expect(fitting([1, 5, 1], (lines) => lines, 3).shown).toEqual([1]);
  });

  test("and what is left out are all there is, and with more room never fewer fit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.nat(30), (all, room) => {
        const { shown, left, lines } = fitting(all, (own) => own, room);
        expect(shown.length + left).toBe(all.length);
        expect(lines <= room || shown.length === 1).toBe(true);
        expect(fitting(all, (own) => own, room + 1).shown.length).toBeGreaterThanOrEqual(shown.length);
      }),
    );
  });
});

describe("a shortened text", () => {
  test("stays as it is where it is short enough", () => {
    expect(shortened("Commissioner", 12)).toBe("Commissioner");
  });

  test("is cut after a word, loses its last comma, and says that something is missing", () => {
    expect(shortened("Adults, mostly with loss", 20)).toBe("Adults, mostly with…");
    expect(shortened("Adults, mostly with loss", 10)).toBe("Adults…");
  });

  test("is cut inside a word that is too long by itself", () => {
    expect(shortened("a".repeat(30), 10)).toBe(`${"a".repeat(9)}…`);
  });

  test("is never longer than it may be", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, most) => {
        expect(shortened(text, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test("what is left out is said, with where it is", () => {
  expect([moreText(0), moreText(1), moreText(4)]).toEqual([
    "",
    "And 1 more, in the full report.",
    "And 4 more, in the full report.",
  ]);
});
