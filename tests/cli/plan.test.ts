import { describe, expect, it } from "vitest";
import { ran } from "./ran.ts";

const audit = "audits/harbour-lane/2025.yaml";

describe("rapport plan", () => {
  it("prints what would move most, with the answers in words and as the file has them", async () => {
    const { status, stdout, stderr } = await ran(["plan", audit]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Harbour Lane Counselling \(invented\), 1 April 2024 to 31 March 2025\n\d+ findings could stand higher; the range is \d+( to \d+)? of 100 now\.\n/,
    );
    expect(stdout).toContain("\n1. ");
    expect(stdout).toMatch(
      /\d+\. P1 preferences-therapy: .*\n {3}Weak now; would stand at: Developing\n {3}- Question about preferences: for everybody \(now on request\)\n {5}preferences\.asked: routine \(now on_request\)\n {3}It alone lifts the low end by about 1 point; with all it moves, the range is \d+ of 100\.\n {3}Under way for it: A2\.\n/,
    );
    expect(stdout).toMatch(/\n {3}Also moves P1 preferences-therapy: Weak, then Developing\.\n/);
  });

  it("prints every level that a change would leave possible", async () => {
    const { stdout } = await ran(["plan", "audits/tarnbridge/2026.yaml"]);
    expect(stdout).toContain("   Works against now; would stand at: Weak or Developing\n");
  });

  it("prints it as JSON, with the same findings in the same order", async () => {
    const [text, json] = await Promise.all([ran(["plan", audit]), ran(["plan", audit, "--format", "json"])]);
    const { format, id, moves } = JSON.parse(json.stdout);
    expect({ format, id }).toEqual({ format: "rapport-plan/1", id: "harbour-lane/2025" });
    const printed = [...text.stdout.matchAll(/^\d+\. \S+ (\S+): /gm)].map(([, criterion]) => criterion);
    expect(moves.map(({ criterion }: { criterion: string }) => criterion)).toEqual(printed);
    expect(moves.find(({ criterion }: { criterion: string }) => criterion === "preferences-therapist")).toMatchObject({
      code: "D1",
      before: [1],
      after: [2],
      changes: [{ path: "preferences.asked", from: "on_request", to: "routine" }, {}],
      also: [{ code: "P1", criterion: "preferences-therapy", before: [1], after: [2] }],
      actions: [],
    });
  });

  it("plans nothing where the audit has errors", async () => {
    expect(await ran(["plan", "tests/bad/alias.yaml"])).toMatchObject({
      status: 1,
      stderr: "Nothing was planned: 1 problem, no warnings.\n",
    });
  });
});
