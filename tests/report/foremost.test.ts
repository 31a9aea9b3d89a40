import { expect, test } from "vitest";
import type { Finding } from "../../src/core/assess.ts";
import { foundAt, placeOf, toActOn } from "../../src/report/foremost.ts";

/** A finding by its criterion, its theme and where it stands: a level, "open" or "not applicable". */
const finding = (criterion: string, theme: string, place: number | "open" | "not applicable") =>
  ({
    criterion,
    theme,
    standing: typeof place === "number" ? "settled" : place,
    levels: typeof place === "number" ? [place] : place === "open" ? [0, 1] : [],
  }) as unknown as Finding;
const ids = (findings: readonly Finding[]) => findings.map(({ criterion }) => criterion);

test("a finding is at its level, open, or not applicable", () => {
  const places = [0, 3, "open", "not applicable"] as const;
  expect(places.map((place) => placeOf(finding("a", "one", place)))).toEqual(places);
});

test("findings at one place are told theme by theme in turn, so that none crowds out another", () => {
  const all = [
    finding("a1", "one", 1),
    finding("a2", "one", 1),
    finding("a3", "one", 2),
    finding("b1", "two", 1),
    finding("c1", "three", 1),
    finding("c2", "three", 1),
  ];
  expect(ids(foundAt(all, 1))).toEqual(["a1", "b1", "c1", "a2", "c2"]);
  expect(ids(foundAt(all, 0))).toEqual([]);
});

test("to act on are those that work against clients, then weak, open and developing ones", () => {
  const all = [
    finding("good", "one", 3),
    finding("developing", "one", 2),
    finding("open", "one", "open"),
    finding("weak", "one", 1),
    finding("harm", "one", 0),
    finding("none", "one", "not applicable"),
  ];
  expect(ids(toActOn(all))).toEqual(["harm", "weak", "open", "developing"]);
});
