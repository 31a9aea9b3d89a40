import { describe, expect, test } from "vitest";
import {
  type Asked,
  compareThese,
  fits,
  type Keys,
  meets,
  ordered,
  orders,
  servicesShown,
} from "../../src/report/narrowing.ts";

const nothing: Asked = { type: "", nation: "", commissioner: "", level: "", theme: "", sort: "" };
const school: Keys = {
  name: "Bay",
  type: "school",
  nation: "wales",
  commissioner: "the-council",
  kindText: "School",
  nationText: "Wales",
  fundedBy: "The Council",
  to: "2025-12-31",
  standings: ["arriving weak", "arriving open", "leaving works-against", "ending not-applicable"],
};
const sole: Keys = {
  ...school,
  name: "Ash",
  type: "private_sole",
  kindText: "Sole practitioner",
  fundedBy: "~Self-funded",
  to: "2026-03-31",
};

describe("narrowing", () => {
  test("nothing asked for keeps all", () => {
    expect(fits(school, nothing)).toBe(true);
    expect(fits({ ...school, standings: [] }, nothing)).toBe(true);
  });

  test.for([
    [{ type: "school" }, true],
    [{ type: "university" }, false],
    [{ nation: "wales", commissioner: "the-council" }, true],
    [{ nation: "wales", commissioner: "another" }, false],
    [{ level: "works-against" }, true],
    [{ level: "good-practice" }, false],
    [{ level: "open" }, true],
    [{ theme: "leaving", level: "works-against" }, true],
    [{ theme: "arriving", level: "works-against" }, false],
    [{ theme: "arriving" }, true],
    [{ theme: "ending" }, false],
    [{ theme: "ending", level: "not-applicable" }, true],
    [{ sort: "period" }, true],
  ] as const)("%o keeps it: %s", ([asked, kept]) => {
    expect(fits(school, { ...nothing, ...asked })).toBe(kept);
  });

  test("what is open is never taken for a level that it may turn out to be", () => {
    expect(meets("arriving open", { ...nothing, level: "works-against" })).toBe(false);
  });
});

describe("order", () => {
  const rows = [{ keys: school }, { keys: sole }, { keys: { ...school, name: "Cob" } }];
  const by = (sort: string) => ordered(rows, sort).map(({ keys }) => keys.name);

  test.for([
    ["", ["Ash", "Bay", "Cob"]],
    ["period", ["Ash", "Bay", "Cob"]],
    ["type", ["Bay", "Cob", "Ash"]],
    ["nation", ["Ash", "Bay", "Cob"]],
    ["commissioner", ["Bay", "Cob", "Ash"]],
    ["score", ["Ash", "Bay", "Cob"]],
  ] as const)("by %s", ([sort, names]) => {
    expect(by(sort)).toEqual(names);
  });

  test("there is none by level, count or range", () => {
    expect(orders.map(({ text }) => text)).toEqual(["Name", "Period, newest first", "Kind", "Nation", "Funder"]);
  });
});

test.for([
  [8, 8, [], "All 8 services shown"],
  [5, 8, ["Nation: Wales"], "5 of 8 services shown (Nation: Wales)"],
  [0, 8, ["Kind: School", "In theme: Endings"], "None of 8 services shown (Kind: School; In theme: Endings)"],
  [8, 8, ["Nation: Wales"], "All 8 services shown (Nation: Wales)"],
  [1, 1, [], "1 service shown"],
  [0, 1, ["Kind: School"], "None of 1 service shown (Kind: School)"],
] as const)("%i of %i, narrowed by %o, is: %s", ([shown, of, by, says]) => {
  expect(servicesShown(shown, of, by)).toBe(says);
});

test("the link to compare says how many", () => {
  expect(compareThese(3)).toBe("Compare these 3 side by side");
});
