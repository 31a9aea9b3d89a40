import { describe, expect, test } from "vitest";
import { auditedTerms } from "../../src/report/audited.ts";
import { method, smallAssessment } from "./small.ts";

const told = (service: Record<string, unknown>, audit: Record<string, unknown>, characters = 100) => {
  const assessment = smallAssessment();
  const given = {
    ...assessment,
    audit: {
      ...assessment.audit,
      service: { ...assessment.audit.service, ...service },
      audit: { ...assessment.audit.audit, ...audit },
    },
  };
  return Object.fromEntries(
    auditedTerms(given as typeof assessment, method, characters).map(({ term, says }) => [term, says]),
  );
};

describe("what was audited and by whom", () => {
  test("says what is stated", () => {
    const service = {
      type: "hospice",
      nation: "wales",
      region: "Gwent",
      commissioner: "Health board",
      client_group: "Bereaved adults",
    };
    const samples = [
      { id: "S1", what: "Closed records", n: 60, of: 430, method: "random" },
      { id: "S2", what: "Letters", n: "unknown" },
    ];
    expect(told(service, { assurance: "peer_reviewed", samples })).toEqual({
      Service: "Hospice, Gwent, Wales",
      For: "Bereaved adults",
      "Funded by": "Health board",
      Period: "1 April 2024 to 31 March 2025",
      Completed: "12 May 2025 by Manager",
      Assurance: "Peer-reviewed: someone from another team or service has checked the answers",
      Sample: "Closed records, 60 of 430, random; Letters",
      "Read against": "3 criteria, version 1.2.3; waits: none",
    });
  });

  test("says that something is not stated, and makes nothing of it", () => {
    const { For, Sample, Assurance, Service, ...others } = told({}, {});
    expect([For, Sample, Assurance]).toEqual(["Not stated", "Not stated", "Not stated who has checked the answers"]);
    expect([Service, others["Funded by"]]).toEqual(["Other, Other", "Not stated"]);
  });

  test("cuts what the service wrote itself, and shows that it did", () => {
    const { For } = told({ client_group: "Adults with a long name ".repeat(9) }, {}, 26);
    expect(For).toBe("Adults with a long name…");
  });
});
