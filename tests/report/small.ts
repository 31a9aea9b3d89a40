/** A small invented catalogue with an audit judged by it, so that tests don't lean on the project's own criteria. */
import { type Assessment, assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { type Catalogue, type Criterion, catalogue, type Method } from "../../src/core/catalogue.ts";
import type { Answers } from "../../src/core/facts.ts";
import { criterion } from "../core/world.ts";
import { head } from "../core/yardstick.ts";

const level = (number: number, name: string) => ({ level: number, name, says: name });

/** Two themes of two criteria and one. */
export const method = {
  version: "1.2.3",
  levels: [level(0, "Works against"), level(1, "Weak"), level(2, "Developing"), level(3, "Good practice")],
  themes: [
    { id: "asking", code: "A", title: "Asking", says: "", criteria: ["asked", "recorded"] },
    { id: "waiting", code: "W", title: "Waiting", says: "", criteria: ["list-open"] },
  ],
  profiles: { none: {} },
} as unknown as Method;

const is = (path: string, word: string) => ({ [path]: { is: word } });

const criteria: readonly Criterion[] = [
  {
    ...criterion(
      {
        0: is("preferences.asked", "absent"),
        3: is("preferences.asked", "routine"),
        2: is("preferences.asked", "discretionary"),
      },
      undefined,
      "asked",
    ),
    basis: { kind: "direct", sections: ["6.1"] },
    contested: "Some hold otherwise.",
  } as Criterion,
  {
    ...criterion(
      { 0: is("preferences.recorded", "absent"), 3: is("preferences.recorded", "routine"), 2: is("notes", "none") },
      undefined,
      "recorded",
    ),
    basis: { kind: "inferred", sections: ["6.1"] },
  } as Criterion,
  {
    ...criterion({ 3: is("waiting.list_status", "no_list") }, is("service.type", "private_sole"), "list-open"),
    basis: { kind: "inferred", sections: ["6.1"] },
  } as Criterion,
];

export const smallCatalogue: Catalogue = catalogue(method, criteria, "hash of the criteria");

/** Answers that settle the first criterion at weak and leave the second open. */
export const answers: Answers = {
  service: { ...head.service, name: "Quiet Harbour" },
  preferences: { asked: "on_request" },
  waiting: { list_status: "open" },
  evidence: [
    {
      id: "E1",
      kind: "policy_document",
      title: "Policy",
      date: "2025-01-01",
      section: "Section 2",
      supports: ["preferences"],
    },
    { id: "E2", kind: "client_survey", title: "Survey", date: "2025-01-01", supports: ["preferences.asked"] },
  ],
  exceptions: [{ id: "X1", applies_to: "asked", reason: "Agreed" }],
};

/** The audit with these answers, checked. */
export function checked(given: Answers = answers, sha256 = "hash of the audit") {
  return {
    id: "example/2025",
    file: "audits/example/2025.yaml",
    sha256,
    audit: { ...head, ...given } as unknown as Audit,
  };
}

/** The assessment of these answers by the small catalogue. */
export function smallAssessment(given: Answers = answers): Assessment {
  return assess(checked(given), smallCatalogue);
}
