import { join } from "node:path";
import { expect, it } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { readAudits, readYardstick } from "../../src/reading/disk.ts";
import { planProblems, planProblemsOf } from "../../src/reading/plan.ts";
import { root } from "./yardstick.ts";

const { yardstick } = readYardstick(root);
if (yardstick === undefined) throw new Error("the catalogue can't be read");
const { catalogue } = yardstick;
const { audits } = readAudits(join(root, "audits"), root, yardstick);

it("a plan is told the same whether its audit is judged by all criteria or by those that its actions are for", () => {
  let told = 0;
  for (const read of audits) {
    for (const from_level of [0, 1, 2, 3] as const) {
      const actions = (read.audit.actions ?? []).map((action) => ({ ...action, from_level }));
      const changed = { ...read, audit: { ...read.audit, actions } };
      const problems = planProblemsOf(changed, catalogue);
      expect(problems).toEqual(planProblems(assess(changed, catalogue), changed));
      told += problems.length;
    }
  }
  expect(told).toBeGreaterThan(20);
});
