import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { catalogue, type Method } from "../../src/core/catalogue.ts";
import { inOrderOfDue, projection } from "../../src/core/projection.ts";
import { criterion } from "./world.ts";
import { head } from "./yardstick.ts";

const asking = criterion(
  {
    0: { "preferences.asked": { is: "absent" } },
    3: { "preferences.asked": { is: "routine" } },
    2: { "preferences.asked": { is: "discretionary" } },
  },
  undefined,
  "asking",
);
const choosing = criterion(
  {
    0: { "preferences.asked": { is: "absent" } },
    3: { "choice_of_therapy.offered": { is: "routine" } },
    2: { "choice_of_therapy.offered": { is: "discretionary" } },
  },
  undefined,
  "choosing",
);
const method = {
  version: "1.0.0",
  themes: [{ id: "one", code: "A", title: "One", says: "", criteria: ["asking", "choosing"] }],
  profiles: {},
} as unknown as Method;
const both = catalogue(method, [asking, choosing], "hash");

type Actions = NonNullable<Audit["actions"]>;

const action = (id: string, more: Partial<Actions[number]>): Actions[number] => ({
  id,
  criterion: "asking",
  action: "Do it",
  status: "planned",
  ...more,
});
const checked = (actions: Actions) => ({
  id: "example/2025",
  file: "audits/example/2025.yaml",
  sha256: "",
  audit: {
    ...head,
    preferences: { asked: "on_request" },
    choice_of_therapy: { offered: "on_request" },
    actions,
  } as unknown as Audit,
});

describe("a projection", () => {
  test("is empty where no action says what it will change", () => {
    expect(projection(checked([action("A1", {})]), both)).toEqual([]);
    const { actions: _, ...audit } = checked([]).audit;
    expect(projection({ ...checked([]), audit }, both)).toEqual([]);
  });

  test("counts only what is planned or started, in the order it is due, undated last", () => {
    const will_state = { "preferences.asked": "routine" };
    const actions = [
      action("late", { due: "2026-01-01", will_state }),
      action("undated", { will_state }),
      action("dropped", { status: "dropped", due: "2025-01-01", will_state }),
      action("done", { status: "done", due: "2025-01-01", will_state }),
      action("soon", { due: "2025-06-01", status: "started", will_state }),
    ];
    expect(inOrderOfDue(actions).map(({ id }) => id)).toEqual(["soon", "late", "undated"]);
  });

  test("says what each action moves, and adds up", () => {
    const steps = projection(
      checked([
        action("A1", { due: "2025-06-01", will_state: { "preferences.asked": "routine" } }),
        action("A2", { due: "2025-07-01", will_state: { "choice_of_therapy.offered": "discretionary" } }),
      ]),
      both,
    );
    expect(steps).toEqual([
      {
        action: "A1",
        tally: { levels: [0, 1, 0, 1], open: 0, notApplicable: 0, of: 2 },
        range: { low: 67, high: 67 },
        moves: [{ criterion: "asking", before: [1], after: [3] }],
      },
      {
        action: "A2",
        tally: { levels: [0, 0, 1, 1], open: 0, notApplicable: 0, of: 2 },
        range: { low: 83, high: 83 },
        moves: [{ criterion: "choosing", before: [1], after: [2] }],
      },
    ]);
  });

  test("shows what an action would harm elsewhere", () => {
    const [step] = projection(checked([action("A1", { will_state: { "preferences.asked": "absent" } })]), both);
    expect(step?.moves).toEqual([
      { criterion: "asking", before: [1], after: [0] },
      { criterion: "choosing", before: [1], after: [0] },
    ]);
  });

  test("of answers as they are moves nothing, and leaves the audit as it was", () => {
    const audit = checked([action("A1", { will_state: { "preferences.asked": "on_request" } })]);
    const before = structuredClone(audit);
    const now = assess(audit, both);
    const [step] = projection(audit, both, now);
    expect([step?.moves, step?.range, step?.tally]).toEqual([[], now.range, now.tally]);
    expect(audit).toEqual(before);
  });
});
