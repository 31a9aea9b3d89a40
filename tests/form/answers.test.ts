import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { at, idOf, pointerOf, withAnswer } from "../../src/form/pointer.ts";
import { referring } from "../../src/form/references.ts";
import { createStore, same } from "../../src/form/store.ts";
import { nextYear } from "../../src/form/year.ts";
import { readYaml } from "../../src/reading/yaml.ts";

const harbour = readYaml(readFileSync("audits/harbour-lane/2025.yaml", "utf8"), "").value as Answers;

describe("answers by their place", () => {
  it("are changed without touching what was there, and an emptied group goes", () => {
    const before = { a: { b: { c: 1 } }, list: [{ d: 1 }, { d: 2 }] };
    expect(withAnswer(before, "/a/b/c", undefined)).toEqual({ list: before.list });
    expect(withAnswer(before, "/list/1/d", undefined)).toEqual({ ...before, list: [{ d: 1 }, {}] });
    expect(withAnswer(before, "/e/f", 3)).toEqual({ ...before, e: { f: 3 } });
    expect(withAnswer({}, "/a", undefined)).toEqual({});
    expect(before).toEqual({ a: { b: { c: 1 } }, list: [{ d: 1 }, { d: 2 }] });
    expect(at(before, "/list/1/d")).toBe(2);
    expect(at(before, "/list/7/d")).toBe(undefined);
  });

  it("keep their order, so that a file does too", () => {
    expect(Object.keys(withAnswer({ a: 1, b: 2, c: 3 }, "/b", 4))).toEqual(["a", "b", "c"]);
  });

  it("have an id on the page, and back", () => {
    expect(idOf("/waits/0/pct_within_6_weeks")).toBe("waits-0-pct_within_6_weeks");
    expect(pointerOf("waits-0-pct_within_6_weeks")).toBe("/waits/0/pct_within_6_weeks");
  });
});

describe("references to entries", () => {
  const answers = {
    gates: [{ name: "a" }, { name: "b" }],
    evidence: [
      { id: "E1", supports: ["gates[0].kind", "gates", "waits"] },
      { id: "E2", supports: ["access"] },
    ],
    exceptions: [{ id: "X1", applies_to: "gates[1]" }],
    actions: [{ id: "A1", will_state: { "gates[1].effect": "informs", "preferences.asked": "routine" } }],
  };

  it("follow them where they go", () => {
    const turned = referring(answers, "gates", (index) => 1 - index);
    expect(turned).toMatchObject({
      evidence: [{ supports: ["gates[1].kind", "gates", "waits"] }, { supports: ["access"] }],
      exceptions: [{ applies_to: "gates[0]" }],
      actions: [{ will_state: { "gates[0].effect": "informs", "preferences.asked": "routine" } }],
    });
    expect((turned["evidence"] as unknown[])[1]).toBe(answers.evidence[1]);
    expect(referring(answers, "waits", () => 5)["evidence"]).toBe(answers.evidence);
  });

  it("go with what is taken out; an exception is then about the whole list", () => {
    expect(referring(answers, "gates", (index) => (index === 1 ? undefined : index))).toMatchObject({
      exceptions: [{ applies_to: "gates" }],
      actions: [{ will_state: { "preferences.asked": "routine" } }],
    });
  });
});

describe("the store", () => {
  it("tells of each change once, and knows whether any file has it", () => {
    const store = createStore();
    const told = vi.fn();
    store.onChange(told);
    store.put("/notes", "x");
    store.put("/notes", "x");
    expect(told).toHaveBeenCalledTimes(1);
    expect(store.unsaved()).toBe(true);
    store.put("/notes", undefined);
    expect(store.unsaved()).toBe(false);
  });

  it("takes the same answers in another order for the same", () => {
    expect(same({ a: [1, { b: 2, c: 3 }], d: 4 }, { d: 4, a: [1, { c: 3, b: 2 }] })).toBe(true);
    expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  });
});

describe("next year's audit", () => {
  const next = nextYear(harbour);

  it("is a draft of the year after, without the figures of the old period", () => {
    expect(next["audit"]).toMatchObject({ period: { from: "2025-04-01", to: "2026-03-31" }, status: "draft" });
    for (const pointer of [
      "/audit/completed_on",
      "/audit/counts",
      "/audit/samples",
      "/waits/0/median",
      "/preferences/met",
      "/therapies/0/share_of_clients_pct",
      "/endings/unplanned/n",
    ]) {
      expect(at(harbour, pointer), pointer).not.toBe(undefined);
      expect(at(next, pointer), pointer).toBe(undefined);
    }
  });

  it("keeps everything that describes the pathway, the register and the plan", () => {
    for (const section of [
      "service",
      "access",
      "waiting",
      "gates",
      "assessment",
      "allocation",
      "contracting",
      "evidence",
      "actions",
      "exceptions",
    ])
      expect(next[section], section).toBe(harbour[section]);
    expect(at(next, "/waits/0")).toEqual({ stage: "referral_to_first_contact", unit: "days" });
    expect(at(next, "/endings/unplanned/follow_up")).toBe("letter");
  });

  it.each([
    ["2024-02-29", "2025-02-28"],
    ["2023-02-28", "2024-02-29"],
    ["2024-12-31", "2025-12-31"],
    ["not a date", "not a date"],
  ])("%s becomes %s", (from, to) => {
    expect(nextYear({ audit: { period: { from: "2020-01-01", to: from } } })["audit"]).toMatchObject({
      period: { to },
    });
  });
});
