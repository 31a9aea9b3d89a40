/** An audit's text to a checked audit, or to its problems, all at once. */
import type { Audit } from "../core/audit.ts";
import { inOrder, type Problem } from "../core/problem.ts";
import { check } from "./check.ts";
import { disagreements } from "./consistency.ts";
import type { Around } from "./disagreement.ts";
import { hiddenPersonal, personal } from "./personal.ts";
import { planned } from "./planned.ts";
import { spot } from "./spot.ts";
import type { Validators } from "./validators.ts";
import { type Places, readYaml } from "./yaml.ts";

/** An audit with the places of its answers, where it could be read; warnings and errors in reading order. */
export interface ReadAudit {
  readonly audit?: Audit;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** No more problems than this are told of one file. */
const mostProblems = 100;

/**
 * Reads an audit. `folder` is the service's folder, where the file stands in one. Personal data stops
 * the reading at once, and so does broken syntax; all else is told together.
 */
export function readAudit(
  text: string,
  file: string,
  validators: Pick<Validators, "audit">,
  around: Around,
  folder?: string,
): ReadAudit {
  const [revealed, doubts] = bySeverity(personal(text, file));
  if (revealed.length > 0) return { places: new Map(), problems: capped(revealed) };

  const { value, places, problems } = readYaml(text, file);
  if (problems.length > 0) return { places, problems: capped(problems) };
  const hidden = hiddenPersonal(value, text, places, file);
  if (hidden.length > 0) return { places: new Map(), problems: capped(hidden) };

  const told = check(value, places, validators.audit, file);
  const audit = sound(value, told);
  if (audit === undefined) return { places, problems: capped([...told, ...doubts]) };

  const found = disagreements(audit, around);
  const plans = told.length === 0 ? planned(audit, found, validators, around) : [];
  const ofPlans = plans.map((one) => ({ ...one, rule: "plan" as const }));
  for (const { pointer, severity = "error", ...rest } of [...found, ...ofPlans]) {
    told.push({ file, pointer, ...spot(pointer, places), severity, ...rest });
  }
  told.push(...doubts);
  if (folder !== undefined && folder !== audit.service.id) {
    told.push({
      file,
      pointer: "/service/id",
      ...spot("/service/id", places),
      severity: "error",
      rule: "file",
      message: `service.id: "${audit.service.id}" is not the name of its folder ("${folder}")`,
      hint: "the two must agree, since they are the report's address",
    });
  }
  const wrongs = told.some((problem) => problem.severity === "error");
  return { ...(wrongs ? {} : { audit }), places, problems: capped(told) };
}

function bySeverity(problems: readonly Problem[]): [errors: Problem[], warnings: Problem[]] {
  const errors = problems.filter(({ severity }) => severity === "error");
  return [errors, problems.filter((one) => !errors.includes(one))];
}

/** The audit without what the schema refuses, so that the rest can be checked too; undefined without its head. */
function sound(value: unknown, problems: readonly Problem[]): Audit | undefined {
  const copy = problems.length > 0 ? structuredClone(value) : value;
  for (const { pointer } of problems) {
    const steps = pointer
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop();
    const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], copy);
    if (last === undefined) continue;
    if (Array.isArray(parent)) parent[Number(last)] = isGroup(parent[Number(last)]) ? parent[Number(last)] : {};
    else if (typeof parent === "object" && parent !== null) delete (parent as Record<string, unknown>)[last];
  }
  const audit = copy as Partial<Audit> | null;
  const head = [audit?.service?.id, audit?.audit?.period?.from, audit?.audit?.period?.to, audit?.audit?.completed_on];
  return head.every((one) => typeof one === "string") ? (audit as Audit) : undefined;
}

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function capped(problems: readonly Problem[]): Problem[] {
  const ordered = inOrder(problems);
  const last = ordered[mostProblems - 1];
  if (last === undefined || ordered.length === mostProblems) return ordered;
  const rest = ordered.slice(mostProblems);
  const severity = rest.some((problem) => problem.severity === "error") ? "error" : "warning";
  const message =
    rest.length === 1 ? "and one more problem after this one" : `and ${rest.length} more problems after this one`;
  return [...ordered.slice(0, mostProblems), { ...last, severity, message, hint: "mend these first" }];
}
