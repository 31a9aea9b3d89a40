import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { findingsCsv } from "../../src/report/findings-table.ts";
import { planCsv } from "../../src/report/plan-table.ts";
import { around, assessed, audits } from "./repository.ts";
import { answers, smallAssessment, smallCatalogue } from "./small.ts";

const onSite = (path: string) => `https://example.org${path}`;
const lines = (text: string) => text.slice(1).split("\r\n").slice(0, -1);
const findings = (given?: Answers) => lines(findingsCsv(smallAssessment(given), smallCatalogue, onSite));
const plan = (given?: Answers) => lines(planCsv(smallAssessment(given), smallCatalogue));

describe("the findings as a table", () => {
  test("have a row each under a row of titles, in the catalogue's order", () => {
    for (const { id } of audits) {
      const assessment = assessed(id);
      const rows = lines(findingsCsv(assessment, around.catalogue, onSite));
      expect(rows.length).toBe(assessment.findings.length + 1);
      for (const [index, { criterion }] of assessment.findings.entries())
        expect(rows[index + 1]).toContain(`https://example.org/services/${id}/#${criterion}`);
    }
  });

  test("say of which service and period they are, where each stands, on what, and by which criteria", () => {
    expect(findings().slice(0, 2)).toEqual([
      "Service,Period from,Period to,Code,Criterion,Title,Theme,Standing,Stands at,Levels,What it says,Facts,Evidence,Strength,Client-reported,Facts with evidence,Facts that could have evidence,Would be settled by,Exceptions,Basis,Contested,Criteria version,Threshold profile,Address",
      'Quiet Harbour,2024-04-01,2025-03-31,A1,asked,title of asked,Asking,Settled,Weak,1,says 1,preferences.asked: on_request,"E1; E2",Documented,Yes,1,1,None,X1,Direct,Yes,1.2.3,none,https://example.org/services/example/2025/#asked',
    ]);
  });

  test("that are open have every level that the facts allow, and what would settle them", () => {
    expect(findings()[2]).toBe(
      'Quiet Harbour,2024-04-01,2025-03-31,A2,recorded,title of recorded,Asking,Open,"Open: Works against, Weak, Developing or Good practice","0; 1; 2; 3",says 0 / says 1 / says 2 / says 3,None,None,Stated,No,0,0,"preferences.recorded; notes",None,Inferred,No,1.2.3,none,https://example.org/services/example/2025/#recorded',
    );
  });

  test("that don't apply say so in words, never by an empty cell", () => {
    const sole = { ...answers, service: { ...(answers["service"] as object), type: "private_sole" } };
    expect(findings(sole)[3]).toContain(",Not applicable,Not applicable,Not applicable,does not apply,");
    for (const row of [...findings(), ...findings(sole)]) expect(row).not.toMatch(/,,|,$/);
  });

  test("have values as the file has them: words bare, text and entries so that they can be told apart", () => {
    const given = { ...answers, preferences: { asked: 'ask; "nicely"', recorded: ["form", "a note"] } };
    const [, asked = "", recorded = ""] = findings(given);
    expect(asked).toContain(String.raw`"preferences.asked: ""ask; \""nicely\"""""`);
    expect(recorded).toContain('"preferences.recorded: [form, ""a note""]"');
  });
});

describe("the plan as a table", () => {
  const action = { id: "A1", criterion: "asked", action: "Ask everybody", status: "planned" };

  test("stands in the order of columns that managers know, a row for every criterion", () => {
    expect(plan()).toEqual([
      "Recommendation (criterion),Relevant?,Current practice,Met?,Actions,Deadline,Lead,Evidence,Risk",
      'A1 title of asked (asked),Yes,says 1,No (Weak),None stated,Not stated,Not stated,"E1 Policy, Section 2; E2 Survey",Not stated',
      'A2 title of recorded (recorded),Yes,"Not known yet, one of these: says 0 / says 1 / says 2 / says 3","Not known yet (Open: Works against, Weak, Developing or Good practice)",None stated,Not stated,Not stated,None named,Not stated',
      "W1 title of list-open (list-open),Yes,says 1,No (Weak),None stated,Not stated,Not stated,None named,Not stated",
    ]);
  });

  test("has each action of a criterion in a row of its own, with its state, its levels, its date and its lead", () => {
    const second = { ...action, id: "A2", status: "done", from_level: 0, aim_level: 2 };
    const actions = [action, { ...second, due: "2025-09-30", owner_role: "Clinical lead" }];
    const rows = plan({ ...answers, actions });
    expect(rows.length).toBe(5);
    expect(rows[1]).toContain(",A1 Ask everybody (Planned),Not stated,Not stated,");
    expect(rows[2]).toContain(
      ',"A2 Ask everybody (Done, from Works against, aim Developing)",2025-09-30,Clinical lead,',
    );
  });

  test("says that a criterion is met at good practice, in part where it is developing, and not below", () => {
    const met = (asked: string) => plan({ ...answers, preferences: { asked } })[1]?.split(",")[3];
    expect(["routine", "discretionary", "on_request", "absent"].map(met)).toEqual([
      "Yes (Good practice)",
      "In part (Developing)",
      "No (Weak)",
      "No (Works against)",
    ]);
  });

  test("says of what is open only what all its levels agree on, and of what does not apply why", () => {
    const given = { ...answers, preferences: { recorded: "on_request" }, notes: "some" };
    expect(plan(given)[2]).toContain(",says 1,No (Weak),");
    const sole = { ...answers, service: { ...(answers["service"] as object), type: "private_sole" } };
    expect(plan(sole)[3]).toContain(",No,does not apply,Not applicable,");
    const maybe = { ...answers, service: { ...(answers["service"] as object), type: "unknown" } };
    expect(plan(maybe)[3]).toContain(
      ',Not known yet,"Not known yet, one of these: says 1 / it may not apply",Not known yet (Open: Weak or Not applicable),',
    );
  });
});

test("no text of an audit reaches a spreadsheet as a formula", () => {
  const evil = '=HYPERLINK("https://example.org";"x")';
  const given = {
    ...answers,
    service: { ...(answers["service"] as object), name: evil },
    actions: [{ id: "A1", criterion: "asked", action: evil, status: "planned", owner_role: "@SUM(A1)", due: "-1" }],
  };
  const written = [...findings(given), ...plan(given)].join("\n");
  expect(written).toContain(`"'=HYPERLINK(""https://example.org"";""x"")",2024-04-01`);
  expect(written).toContain("'-1,'@SUM(A1),");
  expect(written).not.toMatch(/(^|,)"?[=+\-@]/m);
});
