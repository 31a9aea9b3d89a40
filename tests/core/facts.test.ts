import { describe, expect, test } from "vitest";
import { type Answers, entries, expand, find, inside, isKeyed, stated, statedAt, steps } from "../../src/core/facts.ts";
import { wholeAnswers } from "./arbitrary.ts";
import { statements } from "./reveal.ts";
import { fc } from "./seed.ts";

const answers: Answers = {
  service: { type: "school", fees: "unknown", therapists_headcount: 14 },
  gates: [{ kind: "diagnosis", onward_route: "none" }, { kind: "age" }],
  waits: [
    { stage: "referral_to_therapy", unit: "weeks", median: 6, n: "<5" },
    { stage: "referral_to_first_contact", unit: "days", median: 0, n: "unknown" },
  ],
  therapies: [
    { id: "cbt", modality: "cbt", sessions: { max: 8 } },
    { id: "1", modality: "ipt" },
  ],
  assessment: { contacts: [{ order: 2, mode: "video" }] },
  access: { formats: ["video", "telephone"], cost_help: [], adjustments: "unknown" },
  preferences: { met: { met: "<10" } },
};
const look = stated(answers);

describe("looking a fact up", () => {
  test("a word is that word", () => {
    expect(look("service.type")).toEqual({ kind: "word", word: "school" });
  });

  test("a number is known exactly", () => {
    expect(look("service.therapists_headcount")).toEqual({ kind: "number", from: 14, to: 14, needs: [] });
    expect(look("waits[referral_to_first_contact].median")).toEqual({ kind: "number", from: 0, to: 0, needs: [] });
  });

  test("a small count is known by its bounds, and stating it would tell more", () => {
    expect(look("waits[referral_to_therapy].n")).toEqual({
      kind: "number",
      from: 1,
      to: 4,
      needs: ["waits[referral_to_therapy].n"],
    });
    expect(look("preferences.met.met")).toMatchObject({ from: 1, to: 9 });
  });

  test("only a whole answer of that shape is a small count", () => {
    const text = stated({ a: "<5 months", b: "about <5", c: "<", d: "<x" });
    for (const name of ["a", "b", "c", "d"]) expect(text(name).kind).toBe("word");
  });

  test("what is absent, unknown or only a map is not stated, and is itself what is needed", () => {
    for (const path of [
      "service.fees",
      "service.region",
      "waits[referral_to_first_contact].n",
      "access.adjustments",
      "service",
      "nowhere.at.all",
    ]) {
      expect(look(path)).toEqual({ kind: "not stated", needs: [path] });
    }
  });

  test("a list of words is complete as it stands", () => {
    expect(look("access.formats")).toEqual({ kind: "words", words: ["video", "telephone"], needs: [] });
  });

  test("an empty list is complete and holds nothing", () => {
    expect(look("access.cost_help")).toEqual({ kind: "records", paths: [], needs: [] });
  });

  test("a list of records is given by the paths of its entries", () => {
    expect(look("therapies")).toEqual({ kind: "records", paths: ["therapies[cbt]", "therapies[1]"], needs: [] });
    expect(look("assessment.contacts")).toEqual({ kind: "records", paths: ["assessment.contacts[0]"], needs: [] });
  });

  test("gates are complete only when gates_complete says yes", () => {
    const paths = ["gates[0]", "gates[1]"];
    expect(look("gates")).toEqual({ kind: "records", paths, needs: ["gates_complete"] });
    for (const said of ["no", "unknown"]) {
      expect(stated({ ...answers, gates_complete: said })("gates")).toEqual({
        kind: "records",
        paths,
        needs: ["gates_complete"],
      });
    }
    expect(stated({ ...answers, gates_complete: "yes" })("gates")).toEqual({ kind: "records", paths, needs: [] });
  });

  test("gates that are not listed are not stated, even where the list is said to be complete", () => {
    expect(stated({ gates_complete: "yes" })("gates")).toEqual({ kind: "not stated", needs: ["gates"] });
  });

  test("a stage of waiting may be left out, so the list of waits is never known to be whole", () => {
    const fact = look("waits");
    expect(fact.kind === "records" && fact.needs.length > 0).toBe(true);
  });

  test("from inside an entry, a path is read within it", () => {
    const within = inside(look, "therapies[cbt]");
    expect(within("modality")).toEqual({ kind: "word", word: "cbt" });
    expect(within("sessions.max")).toEqual({ kind: "number", from: 8, to: 8, needs: [] });
    expect(within("extension")).toEqual({ kind: "not stated", needs: ["therapies[cbt].extension"] });
  });
});

describe("finding a value", () => {
  test("entries are found by their key, or by their place where there is none", () => {
    expect(find(answers, "waits[referral_to_first_contact].unit")).toEqual({ value: "days", pointer: "/waits/1/unit" });
    expect(find(answers, "therapies[cbt].sessions.max")).toEqual({ value: 8, pointer: "/therapies/0/sessions/max" });
    expect(find(answers, "gates[1].kind")).toEqual({ value: "age", pointer: "/gates/1/kind" });
    expect(find(answers, "gates[0]")).toEqual({
      value: { kind: "diagnosis", onward_route: "none" },
      pointer: "/gates/0",
    });
    expect(find(answers, "assessment.contacts[0].mode")?.pointer).toBe("/assessment/contacts/0/mode");
  });

  test("a key goes before a place", () => {
    expect(find(answers, "therapies[1].modality")).toEqual({ value: "ipt", pointer: "/therapies/1/modality" });
    expect(find({ therapies: [{ id: "b" }, { id: "0" }] }, "therapies[0]")?.pointer).toBe("/therapies/1");
    expect(find({ samples: [{ n: 5 }] }, "samples[0].n")?.value).toBe(5);
  });

  test("lists nested in maps have their keys too", () => {
    const audit = {
      audit: {
        samples: [
          { id: "S1", n: 60 },
          { id: "S2", n: 7 },
        ],
      },
      evidence: [{ id: "E1" }],
      exceptions: [{ id: "X1" }],
      actions: [{ id: "A1" }],
    };
    expect(find(audit, "audit.samples[S2].n")).toEqual({ value: 7, pointer: "/audit/samples/1/n" });
    expect(find(audit, "evidence[E1]")?.pointer).toBe("/evidence/0");
    expect(find(audit, "exceptions[X1]")?.pointer).toBe("/exceptions/0");
    expect(find(audit, "actions[A1]")?.pointer).toBe("/actions/0");
  });

  test("nothing is found where nothing stands", () => {
    for (const path of [
      "waits[nowhere]",
      "gates[2]",
      "gates[-1]",
      "gates.kind",
      "access.formats.length",
      "service.type.length",
      "service.toString",
      "gates[0].kind.more",
    ]) {
      expect(find(answers, path)).toBeUndefined();
      expect(statedAt(answers, path)).toBeUndefined();
    }
  });

  test("a value of nothing is found as nothing, and has no parts", () => {
    expect(find({ a: null }, "a")).toEqual({ value: null, pointer: "/a" });
    expect(find({ a: null }, "a.b")).toBeUndefined();
  });

  test("the path of everything is the answers themselves", () => {
    expect(find(answers, "")).toEqual({ value: answers, pointer: "" });
  });

  test("pointers escape the two signs that JSON pointers use", () => {
    expect(find({ "a/b~c/~": 1 }, "a/b~c/~")).toEqual({ value: 1, pointer: "/a~1b~0c~1~0" });
  });

  test("a path has a step for each name and each bracket", () => {
    expect(steps("waits[referral_to_therapy].n")).toEqual(["waits", "referral_to_therapy", "n"]);
    expect(steps("gates[0]")).toEqual(["gates", "0"]);
    expect(steps("")).toEqual([]);
  });

  test("an entry's path has its key in brackets, or its place", () => {
    expect(entries("waits", [{ stage: "a" }, { n: 1 }])).toEqual(["waits[a]", "waits[1]"]);
    expect(entries("audit.samples", [{ id: "S1" }])).toEqual(["audit.samples[S1]"]);
    expect(entries("gates", [{ id: "x" }, { kind: "age" }])).toEqual(["gates[0]", "gates[1]"]);
    expect(entries("", [{ id: "x" }])).toEqual(["[0]"]);
  });

  test("entries are told apart by a key, wherever their list stands, or by their place", () => {
    expect(["waits", "audit.samples", "therapies"].filter(isKeyed)).toEqual(["waits", "audit.samples", "therapies"]);
    expect(["", "gates", "assessment.contacts", "samples.waited"].filter(isKeyed)).toEqual([]);
  });

  test("a path with [] is that of every entry, or of the list where there is none, and of what makes it complete", () => {
    expect(expand(answers, "preferences.asked")).toEqual(["preferences.asked"]);
    expect(expand(answers, "therapies[].modality")).toEqual(["therapies[cbt].modality", "therapies[1].modality"]);
    expect(expand(answers, "gates[].kind")).toEqual(["gates_complete", "gates[0].kind", "gates[1].kind"]);
    expect(expand({}, "boxes[].shape")).toEqual(["boxes"]);
  });

  test("every statement of an audit is found by its path, at its pointer", () => {
    fc.assert(
      fc.property(wholeAnswers(), (whole) => {
        for (const pointer of statements(whole)) {
          const path = pathOf(whole, pointer);
          const value = at(whole, pointer);
          expect(find(whole, path)).toEqual({ value, pointer });
          const isMap = typeof value === "object" && !Array.isArray(value);
          expect(stated(whole)(path).kind === "not stated").toBe(isMap);
        }
      }),
      { numRuns: 20 },
    );
  });
});

function at(whole: Answers, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => (value as Answers)[step], whole);
}

/** The path a person would write for a pointer: entries by their stage or id, else by their place. */
function pathOf(whole: Answers, pointer: string): string {
  let path = "";
  let pointed = "";
  for (const step of pointer.split("/").slice(1)) {
    const list = Array.isArray(at(whole, pointed));
    pointed += `/${step}`;
    const entry = at(whole, pointed) as Answers;
    path += list ? `[${entry["stage"] ?? entry["id"] ?? step}]` : path === "" ? step : `.${step}`;
  }
  return path;
}
