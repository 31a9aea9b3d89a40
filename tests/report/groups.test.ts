import { describe, expect, test } from "vitest";
import { groups } from "../../src/report/groups.ts";
import { standings } from "../../src/report/standings.ts";
import { around, judged } from "./invented.ts";

const stands = ["3", "3", "3", "3"] as const;
const year = (to: number) => ({ period: { from: `${to}-01-01`, to: `${to}-12-31` } });

/** Audits, each told as "service/period by commissioner". */
function grouped(...told: readonly string[]): ReturnType<typeof groups> {
  const all = told.map((line) => {
    const [id = "", commissioner] = line.split(" by ");
    const service = { name: (id.split("/")[0] ?? "").toUpperCase(), ...(commissioner ? { commissioner } : {}) };
    return judged({ id, service, audit: year(Number(id.split("/")[1])), stands });
  });
  return groups(standings(all, around));
}

describe("groups", () => {
  test("services that name a commissioner in the same words are one, each with its newest audit, by name", () => {
    expect(grouped("b/2024 by The Board", "b/2025 by The Board", "a/2024 by The Board", "c/2025 by the board")).toEqual(
      [
        {
          slug: "the-board",
          href: "/compare/the-board/",
          title: "The Board",
          says: "The newest audits of the 2 services that name The Board as who pays: A and B.",
          ids: ["a/2024", "b/2025"],
        },
      ],
    );
  });

  test("what counts is the commissioner in the newest audit", () => {
    expect(grouped("a/2024 by X", "a/2025 by Y", "b/2025 by X")).toEqual([]);
  });

  test("services whose clients pay, or that do not state who does, are none, and neither is a service alone", () => {
    expect(grouped("a/2025 by self_funded", "b/2025 by self_funded", "c/2025", "d/2025", "e/2025 by X")).toEqual([]);
  });

  test.for([2, 6, 7, 8, 12, 13, 31])("%i services are parts of two to six, each service in one", (number) => {
    const told = Array.from({ length: number }, (_, index) => `s${String(index).padStart(2, "0")}/2025 by X`);
    const parts = grouped(...told).map(({ ids }) => ids);
    expect(parts.flat()).toEqual(told.map((line) => line.slice(0, -" by X".length)));
    for (const { length } of parts) {
      expect(length).toBeGreaterThanOrEqual(2);
      expect(length).toBeLessThanOrEqual(6);
    }
    expect(parts.length).toBe(Math.ceil(number / 6));
  });

  test("a part says what is left out of it", () => {
    const [first, second] = grouped(..."abcdefg".split("").map((id) => `${id}/2025 by X`));
    expect([first?.title, first?.slug, first?.says]).toEqual([
      "X, part 1 of 2",
      "x-part-1-of-2",
      "7 services name X as who pays, and 6 fit side by side. Here are the newest audits of A, B and C; left out here: D, E, F and G.",
    ]);
    expect(second?.ids).toEqual(["d/2025", "e/2025", "f/2025", "g/2025"]);
  });

  test("every address is its own", () => {
    const told = ["X!", "X?", "x"].flatMap((by, index) => [`a${index}/2025 by ${by}`, `b${index}/2025 by ${by}`]);
    expect(grouped(...told).map(({ slug }) => slug)).toEqual(["x", "x-2", "x-3"]);
  });
});
