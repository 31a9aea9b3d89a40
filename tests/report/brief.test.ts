import { describe, expect, test } from "vitest";
import { briefView } from "../../src/report/brief.ts";
import { reportView } from "../../src/report/service.ts";
import { around, assessed, audits, catalogueWith, linesOf } from "./repository.ts";

const brief = (id: string, answers: Record<string, unknown> = {}, catalogue = around.catalogue) => {
  const assessment = assessed(id, answers, catalogue);
  const own = { ...around, catalogue };
  return briefView(assessment, reportView(assessment, own, linesOf(id)), own);
};
const sections = (view: ReturnType<typeof brief>) => view.groups.flatMap((group) => group.sections);
const criterionOf = (id: string) => around.catalogue.criteria.find((one) => one.criterion.id === id)?.criterion;

describe("an evidence brief", () => {
  test("has a section for every finding that applies, under the headings of the report", () => {
    const catalogue = catalogueWith("therapy-choice", {
      not_applicable: { says: "No choice here.", when: { "service.type": { is: "third_sector" } } },
    });
    const view = brief("harbour-lane/2025", {}, catalogue);
    const applying = assessed("harbour-lane/2025", {}, catalogue).findings.filter(
      ({ standing }) => standing !== "not applicable",
    );
    const anchors = sections(view).map(({ finding }) => finding.anchor);
    expect(anchors).not.toContain("therapy-choice");
    expect(anchors.toSorted()).toEqual(applying.map(({ criterion }) => criterion).toSorted());
    expect(view.groups.every((group) => group.sections.length > 0)).toBe(true);
  });

  test("says at the head of every section whose statement it is, and who has checked it", () => {
    expect(brief("saltmere-marsh/2026-spring").of).toBe(
      "Saltmere Marsh Talking Therapies (invented), audit of 1 April 2025 to 31 March 2026. Peer-reviewed.",
    );
    expect(brief("harbour-lane/2025", { "audit.assurance": "unknown" }).of).toMatch(/Assurance not stated\.$/);
    expect(brief("harbour-lane/2025", { "audit.assurance": undefined }).of).toMatch(/Assurance not stated\.$/);
  });

  test("blames nobody, and asks readers to ask before they conclude", () => {
    const { lede, how, fair } = brief("harbour-lane/2025");
    expect(lede).toMatch(/fairly/);
    expect(how).toBe(
      "Tick “Print this one” on the sheets that you need, and print this page with your browser: only those are printed, each from a new page. Without a tick all are printed.",
    );
    expect(fair).toMatch(
      /what the service states of itself.*never about anybody who works by them.*bound by others: ask before you conclude/,
    );
  });
});

describe("a section", () => {
  const of = (anchor: string, id = "saltmere-marsh/2026-spring") => {
    const found = sections(brief(id)).find(({ finding }) => finding.anchor === anchor);
    if (found === undefined) throw new Error(`there is no section ${anchor}`);
    return found;
  };
  const gate = of("diagnostic-gate");

  test("has the criterion's claim, limits and advice to practitioners in its own words", () => {
    const criterion = criterionOf("diagnostic-gate");
    expect(gate.claim).toBe(criterion?.claim);
    expect(gate.limits).toBe(criterion?.limits);
    expect(gate.practitioners).toBe(criterion?.for.practitioners);
    expect(gate.sections).toMatch(/^sections .*5\.2\.5.*6\.1/);
  });

  test("says what kind of basis it has, and that it is contested where it is", () => {
    expect(gate.basis).toMatch(/^Direct: /);
    expect(gate.contested).toBe(criterionOf("diagnostic-gate")?.contested);
    expect(of("wait-internal").basis).toMatch(/^Inferred: /);
    expect(of("wait-internal").contested).toBe("");
  });

  test("gives each source in full with whether its details were verified", () => {
    expect(gate.cited.map(({ id }) => id)).toEqual(criterionOf("diagnostic-gate")?.cites);
    for (const { status } of gate.cited) expect(status).toMatch(/^(not )?(verified|identified)$/);
  });

  test("names what binds the service, or that nothing is stated to", () => {
    expect(gate.constraints).toBe(
      "The service names what it is bound by. An exception explains a level and never changes it.",
    );
    expect(of("wait-internal").constraints).toBe(
      "The service names nothing here that binds it. There may be a reason that the file does not state: ask before you conclude.",
    );
  });

  test("names who agreed the exception, the commissioner it names, and who holds the contract", () => {
    const { audit } = assessed("saltmere-marsh/2026-spring");
    const [exception] = audit.exceptions ?? [];
    const contract = audit.evidence?.find(({ kind }) => kind === "contract");
    const roles = gate.putTo.map(({ role }) => role);
    expect(roles.slice(0, 2)).toEqual([exception?.agreed_by_role, audit.service.commissioner]);
    expect(roles).toContain(contract?.held_by);
  });

  test("says where its smallest change would lead; at the top there is nothing to move", () => {
    const asked = of("preferences-therapy", "harbour-lane/2025");
    expect(asked.finding.change.length).toBeGreaterThan(0);
    expect(asked.would).not.toBe("");
    expect(asked.advice).toBe(criterionOf("preferences-therapy")?.move_up);
    for (const { finding, advice, would } of sections(brief("harbour-lane/2025")))
      if (finding.level === 3) expect([advice, would]).toEqual(["", ""]);
  });

  test("names the points of the Ethical Framework where its criterion rests on them", () => {
    expect(of("contract-whole").points).toMatch(/31a to 31e \(section 6\.2\)/);
    expect(gate.points).toBe("");
  });
});

test("every finding of every audit can be put, with somebody to put it to and something to ask", () => {
  for (const { id } of audits) {
    for (const { finding, putTo, asks, claim, limits } of sections(brief(id))) {
      const where = `${id} ${finding.anchor}`;
      expect(putTo.length, where).toBeGreaterThan(0);
      expect(asks.length, where).toBeGreaterThan(1);
      for (const text of [...asks, claim, limits]) expect(text, where).toMatch(/[.?]$/);
      for (const { role, why } of putTo) expect(`${role}${why}`, where).not.toMatch(/undefined/);
    }
  }
});
