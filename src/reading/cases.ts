/** The worked cases' texts to checked cases, or to their problems. */
import type { Audit } from "../core/audit.ts";
import type { Catalogue } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import { type Case, standingOfCase } from "../core/guidance.ts";
import type { Standing } from "../core/ladder.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "./catalogue.ts";
import { check } from "./check.ts";
import { disagreements } from "./consistency.ts";
import type { Around } from "./disagreement.ts";
import { meant, told } from "./told.ts";
import { partly, type Validators } from "./validators.ts";
import { type Places, readYaml } from "./yaml.ts";

/** What cases are read with. */
export interface CaseYardstick {
  readonly catalogue: Catalogue;
  readonly validators: Validators;
  readonly around: Around;
}

/** Reads the cases: their schema, their facts as part of an audit, and that each stands where it says. */
export function readCases(
  sources: readonly Source[],
  yardstick: CaseYardstick,
): { cases: readonly Case[]; problems: readonly Problem[] } {
  const read = sources.map((source) => readCase(source, yardstick));
  return { cases: read.flatMap((one) => one.found ?? []), problems: read.flatMap(({ problems }) => problems) };
}

function readCase({ text, file }: Source, yardstick: CaseYardstick): { found?: Case; problems: readonly Problem[] } {
  const { value, places, problems } = readYaml(text, file);
  const wrong = problems.length > 0 ? problems : check(value, places, yardstick.validators.case, file);
  if (wrong.length > 0) return { problems: wrong };

  const found = value as Case;
  const named = file.endsWith(`/${found.id}.yaml`)
    ? []
    : [told(file, places, "/id", `the id "${found.id}" is not the file's name`)];
  const services = found.services.flatMap((service, index) => {
    const pointer = `/services/${index}`;
    const facts = factProblems(service.facts as Answers, `${pointer}/facts`, places, file, yardstick);
    return facts.length > 0 ? facts : standProblems(service, pointer, places, file, yardstick.catalogue);
  });
  return { found, problems: [...named, ...services] };
}

/** What an audit with these facts would be told: of its schema, else of what can't be so together. */
function factProblems(
  facts: Answers,
  within: string,
  places: Places,
  file: string,
  { validators, around }: CaseYardstick,
): Problem[] {
  const inside: Places = new Map(
    [...places].flatMap(([pointer, place]) =>
      pointer.startsWith(within) ? [[pointer.slice(within.length), place] as const] : [],
    ),
  );
  const wrong = check(facts, inside, partly(validators.audit), file);
  const all = wrong.length > 0 ? wrong : disagreements(headed(facts), around);
  return all
    .filter(({ severity }) => severity !== "warning")
    .map(({ pointer, message, hint }) => told(file, places, within + pointer, message, hint));
}

/** The facts under the head of an audit that says nothing of its own. */
function headed(facts: Answers): Audit {
  const group = (name: string) => (facts[name] ?? {}) as Answers;
  const period = { from: "2024-04-01", to: "2025-03-31" };
  const audit = { period, completed_on: "2025-05-12", completed_by_role: "Manager", threshold_profile: "none" };
  return {
    ...facts,
    service: { id: "case", name: "Case", type: "other", nation: "other", ...group("service") },
    audit: { ...audit, ...group("audit") },
  } as unknown as Audit;
}

function standProblems(
  { facts, stands }: Case["services"][number],
  within: string,
  places: Places,
  file: string,
  { criteria, method }: Catalogue,
): Problem[] {
  const ids = criteria.map(({ criterion }) => criterion.id);
  return stands.flatMap(({ criterion: id, level, needs = [] }, index) => {
    const at = (field: string, message: string, hint?: string) =>
      told(file, places, `${within}/stands/${index}/${field}`, message, hint);
    const criterion = criteria.find((placed) => placed.criterion.id === id)?.criterion;
    if (criterion === undefined) return [at("criterion", `there is no criterion "${id}"`, meant(id, ids))];
    const found = standingOfCase(facts as Answers, criterion, method);
    const gives = allowed(found);
    const differs = asSet(gives) !== asSet([level].flat());
    const waits = asSet(found.needs) !== asSet(needs);
    return [
      ...(differs
        ? [at("level", `${id} stands at ${gives.join(" or ")} by these facts, not ${[level].flat().join(" or ")}`)]
        : []),
      ...(waits && !differs ? [at("needs", `${id} needs ${found.needs.join(", ") || "nothing"} by these facts`)] : []),
    ];
  });
}

/** What a standing leaves possible, as a case writes it. */
function allowed({ applies, levels }: Standing): (number | string)[] {
  return applies === "yes" ? [...levels] : [...levels, "not applicable"];
}

function asSet(values: readonly (number | string)[]): string {
  return [...new Set(values)].map(String).toSorted().join(" ");
}
