/** Invented audits judged by an invented catalogue of four criteria in two themes. */
import type { Assessment, Finding } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import type { Catalogue, Level } from "../../src/core/catalogue.ts";
import { overallRange, tally, themeRange } from "../../src/core/score.ts";
import type { Around } from "../../src/report/around.ts";
import { criterion } from "../core/world.ts";

const themes = [
  { id: "arriving", code: "A", title: "Arriving", says: "", criteria: ["door", "wait"] },
  { id: "leaving", code: "L", title: "Leaving", says: "", criteria: ["notice", "return"] },
];
const names = ["Works against", "Weak", "Developing", "Good practice"];

const method = {
  version: "9.9.9",
  levels: names.map((name, level) => ({ level, name, says: "" })),
  themes,
  profiles: { none: { title: "No outside threshold" }, local: { title: "Local thresholds" } },
} as unknown as Catalogue["method"];

const criteria = themes.flatMap(({ id: theme, code, criteria: ids }) =>
  ids.map((id, index) => ({ code: `${code}${index + 1}`, theme, criterion: criterion({}, undefined, id) })),
);

/** What view models need. */
export const around: Around = {
  catalogue: { method, criteria, sha256: "f".repeat(64) },
  references: new Map(),
  guidance: new Map(),
  titleOf: (path) => path,
  movable: { questionOf: () => undefined, sound: () => true },
};

/** What an invented audit says of itself; what is left out is the same for all. */
export interface Told {
  readonly id: string;
  readonly service?: Partial<Audit["service"]>;
  readonly audit?: Partial<Audit["audit"]>;
  readonly exceptions?: Audit["exceptions"];
  /** Where it stands on each criterion: "3", "12", "2-" or "-". */
  readonly stands: readonly [string, string, string, string];
}

/** An audit as it was judged. */
export function judged({ id, service, audit, exceptions, stands }: Told): Assessment {
  const [own = ""] = id.split("/");
  const findings = criteria.map(({ code, theme, criterion: { id: name, title } }, index) =>
    finding(stands[index] ?? "-", { code, theme, title, criterion: name }, exceptions ?? []),
  );
  const scores = themes.map(({ id: theme, title }) => {
    const of = findings.filter((one) => one.theme === theme);
    return { id: theme, title, tally: tally(of), range: themeRange(of) ?? null };
  });
  return {
    format: "rapport-assessment/1",
    id,
    file: `audits/${id}.yaml`,
    sha256: "e".repeat(64),
    catalogue: { version: method.version, sha256: "f".repeat(64), profile: "none" },
    audit: {
      format: "pathway-facts/1",
      service: { id: own, name: own, type: "third_sector", nation: "england", ...service },
      audit: {
        period: { from: "2025-01-01", to: "2025-12-31" },
        completed_on: "2026-02-01",
        completed_by_role: "Manager",
        threshold_profile: "none",
        ...audit,
      },
      ...(exceptions ? { exceptions } : {}),
    } as Audit,
    findings,
    themes: scores,
    tally: tally(findings),
    range:
      overallRange(
        scores.map(({ range }) => range && { ...range, applies: "yes" as const }).map((one) => one ?? undefined),
      ) ?? null,
  };
}

type Placed = Pick<Finding, "code" | "theme" | "title" | "criterion">;

function finding(stands: string, placed: Placed, exceptions: NonNullable<Audit["exceptions"]>): Finding {
  const levels = [...stands].filter((sign) => sign !== "-").map((sign) => Number(sign) as Level);
  const applies = levels.length === 0 ? "no" : stands.includes("-") ? "maybe" : "yes";
  const settled = levels.length === 1 && applies === "yes";
  return {
    ...placed,
    standing: levels.length === 0 ? "not applicable" : settled ? "settled" : "open",
    applies,
    levels,
    says: levels.map((level) => `says ${level}`),
    facts: [],
    needs: [],
    support: { strength: "stated", clientReported: false, supported: 0, of: 0 },
    exceptions: exceptions.filter(({ applies_to }) => applies_to === placed.criterion).map(({ id }) => id),
  };
}
