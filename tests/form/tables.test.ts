import { expect, it } from "vitest";
import { factRows, waitRows, withRows } from "../../src/form/tables.ts";
import { alike } from "../../src/reading/rewrite.ts";
import { rowsOf } from "../../src/reading/table.ts";
import { csv } from "../../src/report/csv.ts";
import { wholeAnswers } from "../core/arbitrary.ts";
import { fc } from "../core/seed.ts";
import { askedOnForm } from "./asked.ts";

const nothing = { format: "pathway-facts/1" };

it("answers go into a table and come back the same, whatever they are", () => {
  fc.assert(
    fc.property(wholeAnswers(), (answers) => {
      const rows = rowsOf(csv(factRows(answers, askedOnForm)));
      const { answers: read, problems } = withRows(nothing, rows, askedOnForm);
      expect(problems).toEqual([]);
      expect(alike(read, answers)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it("words of one's own come back whatever signs they hold", () => {
  const text = fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((one) => one.trim() === one && one !== "" && !/^(unknown|not known)$/i.test(one));
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), text, (signals, name) => {
      const answers = { ...nothing, service: { name }, diversity: { inclusive_signals: signals } };
      const read = withRows(nothing, rowsOf(csv(factRows(answers, askedOnForm))), askedOnForm);
      expect(read.answers).toEqual(answers);
    }),
  );
});

it("waits go into a table of their own, one row a stage, those that are not stated too", () => {
  const waits = [
    { stage: "referral_to_therapy", unit: "weeks", median: 11, n: "<5" },
    { stage: "referral_to_first_contact", unit: "days", p90: "unknown" },
  ];
  const rows = waitRows({ ...nothing, waits }, askedOnForm);
  expect(rows.map(([stage]) => stage)).toEqual([
    "stage",
    "referral_to_therapy",
    "referral_to_first_contact",
    "first_contact_to_therapy",
    "first_to_second_session",
  ]);
  expect(withRows(nothing, rowsOf(csv(rows)), askedOnForm).answers).toEqual({ ...nothing, waits });
});

it("an empty cell changes nothing, and a filled one only its answer", () => {
  const answers = { ...nothing, preferences: { asked: "absent", penalty: "none" }, notes: "Ours" };
  const rows = [
    ["question", "PATH", "answer"],
    ["", "preferences.asked", "for everybody"],
    ["", "preferences.penalty", " "],
    ["", "endings.notice_sessions", "3"],
  ];
  expect(withRows(answers, rows, askedOnForm)).toEqual({
    answers: { ...answers, preferences: { asked: "routine", penalty: "none" }, endings: { notice_sessions: 3 } },
    problems: [],
    taken: 2,
  });
});

it("what can't be read is told with its line, and the rest is taken", () => {
  const rows = [
    ["path", "answer"],
    ["preferences.asked", "perhaps"],
    ["preferences.colour", "blue"],
    ["gates[3].name", "Panel"],
    ["gates[0].name", "Form"],
  ];
  const { answers, problems, taken } = withRows(nothing, rows, askedOnForm);
  expect(problems.map(({ row, says }) => `${row}: ${says}`)).toEqual([
    expect.stringContaining("2: “perhaps” is not an answer to preferences.asked: routine (For everybody)"),
    "3: there is no question “preferences.colour”",
    "4: gates[3].name leaves out an entry before it",
  ]);
  expect([answers, taken]).toEqual([{ ...nothing, gates: [{ name: "Form" }] }, 1]);
  expect(withRows(nothing, [["a", "b"]], askedOnForm).problems).toEqual([
    { row: 1, says: "the first line must name the columns path and answer, or stage" },
  ]);
});
