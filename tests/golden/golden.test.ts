/** Every audit comes to what was kept of it, and what moves is told so that a person can judge it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { assessed, audits, catalogueWith } from "../report/repository.ts";
import { rapport, root, shell } from "../site/build.ts";
import { type Golden, goldenOf, goldensIn, mayRenew, moves, renew } from "./golden.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const kept = goldensIn(folder);
const told = "If that is meant, renew the goldens with npm run golden and commit them";

test("every audit has a golden, and every golden an audit", () => {
  expect([...kept.keys()].toSorted(), told).toEqual(audits.map(({ id }) => id).toSorted());
});

test.for(audits.map(({ id }) => id))("%s comes to what was kept of it", (id) => {
  const was = kept.get(id);
  if (was === undefined) throw new Error(`${id} has no golden. ${told}.`);
  expect(moves(was, goldenOf(assessed(id))), told).toEqual([]);
});

test("what is kept is what the command line prints", () => {
  const { stdout } = rapport("score", "audits/harbour-lane/2025.yaml", "--format", "json");
  expect(goldenOf(JSON.parse(stdout) as Assessment)).toEqual(kept.get("harbour-lane/2025"));
});

describe("what moved", () => {
  const was = goldenOf(assessed("harbour-lane/2025"));

  test("is told criterion by criterion, with its theme and the whole, and nothing else", () => {
    const is = goldenOf(assessed("harbour-lane/2025", { "preferences.asked": "unknown" }));
    const found = moves(was, is);
    const [moved] = found.filter((line) => line.startsWith("findings preferences-therapy:"));
    expect(moved).toMatch(/: was settled, level \d; is open, level .* or \d, needs preferences\.asked$/);
    expect(found.some((line) => /^themes preferences: was \d+ to \d+; level 0: /.test(line))).toBe(true);
    expect(found.filter((line) => line.startsWith("findings wait"))).toEqual([]);
  });

  test("is told of a criterion that is new, or gone", () => {
    const without = catalogueWith("rupture-route", {});
    const criteria = without.criteria.filter(({ criterion }) => criterion.id !== "rupture-route");
    const is = goldenOf(assessed("harbour-lane/2025", {}, { ...without, criteria }));
    expect(moves(was, is)).toContainEqual(expect.stringMatching(/^findings rupture-route: was .*; is not there$/));
    expect(moves(is, was)).toContainEqual(expect.stringMatching(/^findings rupture-route: was not there; is /));
  });
});

describe("renewing", () => {
  const golden: Golden = { ...goldenOf(assessed("harbour-lane/2025")) };

  test("writes what is missing or moved, takes away what has no audit, and leaves the rest", () => {
    const own = mkdtempSync(join(tmpdir(), "rapport-golden-"));
    onTestFinished(() => rmSync(own, { recursive: true }));
    expect(renew(own, new Map([["a/2025", golden]]))).toEqual(["a/2025: written"]);
    expect(renew(own, new Map([["a/2025", golden]]))).toEqual([]);
    const moved = { ...golden, range: "0 to 100" };
    expect(renew(own, new Map([["b/2025", moved]]))).toEqual([
      "b/2025: written",
      "a/2025: taken away, it has no audit",
    ]);
    expect([...goldensIn(own)]).toEqual([["b/2025", moved]]);
  });

  test("is refused where CI is set", () => {
    expect([{}, { CI: "" }, { CI: "true" }, { CI: "1" }].map(mayRenew)).toEqual([true, true, false, false]);
    const before = [...goldensIn(folder)];
    const { status, stderr } = spawnSync(process.execPath, ["tests/golden/renew.ts"], {
      cwd: root,
      env: { ...shell, CI: "true" },
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Goldens are not renewed where CI is set\./);
    expect([...goldensIn(folder)]).toEqual(before);
  });
});
