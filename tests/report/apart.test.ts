import { describe, expect, test } from "vitest";
import { comparison } from "../../src/report/comparison.ts";
import { standings } from "../../src/report/standings.ts";
import { around, judged, type Told } from "./invented.ts";

function compared(...told: readonly Told[]): ReturnType<typeof comparison> {
  return comparison(
    standings(told.map(judged), around),
    told.map(({ id }) => id),
  );
}

const open = "Only settled levels count; what is open may be further apart.";

describe("where they differ most", () => {
  test("the criteria furthest apart are listed with who stands where, lowest first, and the next by their codes", () => {
    const { furthest } = compared(
      { id: "ash/1", stands: ["3", "2", "1", "3"] },
      { id: "bay/1", stands: ["0", "2", "3", "1"] },
      { id: "cob/1", stands: ["23", "1", "-", "2"] },
      { id: "dun/1", stands: ["3", "2", "1", "2"] },
    );
    expect(furthest).toEqual({
      title: "Where they differ most",
      says: `The criteria on which they stand three levels apart, in the catalogue's order. ${open}`,
      points: [
        {
          anchor: "door",
          link: "A1 title of door",
          text: "Works against at bay; Good practice at ash and dun; Open: Developing or Good practice at cob",
        },
      ],
      after: "2 other criteria are two levels apart: L1 and L2.",
    });
  });

  test("less than two levels apart is no list", () => {
    const { furthest } = compared(
      { id: "a/1", stands: ["3", "2", "1", "0"] },
      { id: "b/1", stands: ["2", "3", "0", "1"] },
    );
    expect([furthest.says, furthest.points, furthest.after]).toEqual([
      `On no criterion do they stand two levels or more apart; fewer are not listed, which is our choice. ${open}`,
      [],
      "",
    ]);
  });

  test("what is open or does not apply is never said to be far apart", () => {
    const { furthest } = compared(
      { id: "a/1", stands: ["03", "3", "-", "0-"] },
      { id: "b/1", stands: ["3", "013", "0", "3"] },
    );
    expect(furthest.points).toEqual([]);
  });
});

describe("because of the contract", () => {
  const contract = (applies_to: string, reason = "The contract leaves no choice") => ({
    id: `X-${applies_to}`,
    applies_to,
    reason,
  });
  const by = { service: { commissioner: "Vale Council" } };
  const ash: Told = {
    id: "ash/1",
    ...by,
    stands: ["0", "1", "1", "2"],
    exceptions: [contract("door"), contract("notice")],
  };
  const bay: Told = {
    id: "bay/1",
    ...by,
    stands: ["1", "01", "1", "0"],
    exceptions: [contract("door", "Vale Council pays for ten places")],
  };
  const other: Told = { id: "cob/1", service: { commissioner: "Hill Council" }, stands: ["3", "3", "3", "3"] };

  test("criteria are listed where all of one commissioner's services stand low and each gives that as its reason", () => {
    expect(compared(ash, bay, other).contract).toEqual([
      {
        title: "Because of the contract",
        says: "The 2 services here that name Vale Council as who pays all stand at Weak or Works against on these, and each gives the commissioner or the contract as its reason. A service can't change that alone.",
        points: [
          {
            anchor: "door",
            link: "A1 title of door",
            text: "ash: “The contract leaves no choice”. bay: “Vale Council pays for ten places”",
          },
        ],
        after: "All stand as low, but not each gives that reason, on A2 and L1.",
      },
    ]);
  });

  test("where no criterion is so, that is said", () => {
    const [list] = compared({ ...ash, exceptions: [] }, { ...bay, stands: ["3", "3", "3", "3"] }).contract;
    expect(list).toEqual({
      title: "Because of the contract",
      says: "There is no criterion on which the 2 services here that name Vale Council as who pays all stand at Weak or Works against and each gives the commissioner or the contract as its reason.",
      points: [],
      after: "",
    });
  });

  test("an exception for another reason is none, and a level that may still be higher is not low", () => {
    const stairs = [contract("door", "The stairs are steep")];
    expect(compared({ ...ash, exceptions: stairs }, bay).contract[0]?.points).toEqual([]);
    expect(compared({ ...ash, stands: ["012", "1", "1", "1"] }, bay).contract[0]?.points).toEqual([]);
    expect(compared({ ...ash, stands: ["0-", "1", "1", "1"] }, bay).contract[0]?.points).toEqual([]);
  });

  test("one service of a commissioner, or one service twice, is no list; nor are services that clients pay for", () => {
    expect(compared(ash, other).contract).toEqual([]);
    expect(compared(ash, { ...ash, id: "ash/2" }).contract).toEqual([]);
    expect(compared(ash, { ...ash, id: "ash/2" }, bay).contract[0]?.says).toMatch(/^The 2 services here/);
    const own = { service: { commissioner: "self_funded" } };
    expect(compared({ ...ash, ...own }, { ...bay, ...own }).contract).toEqual([]);
  });
});
