/** Takes out of an audit what the schema or the other answers refuse, until what is left agrees. */
import type { Audit } from "../../src/core/audit.ts";
import { disagreements } from "../../src/reading/consistency.ts";
import { yardstick } from "../core/yardstick.ts";

type Part = Record<string, unknown> | unknown[];

/** More rounds than this are not worth it: what then disagrees is left as it is. */
const mostRounds = 8;

/** The audit without the answers that are refused. It is changed in place. */
export function agreed(audit: unknown): unknown {
  for (let round = 0; round < mostRounds; round += 1) {
    const refused = refusedIn(audit);
    if (refused.length === 0) break;
    // The last first, so that the places of a list's other entries stay what they are.
    for (const pointer of refused.toSorted(byPlace).toReversed()) remove(audit, pointer);
  }
  return audit;
}

function refusedIn(audit: unknown): string[] {
  const { validators, around } = yardstick;
  if (!validators.audit(audit)) {
    return (validators.audit.errors ?? []).map(({ instancePath, keyword, params }) =>
      keyword === "uniqueItems" ? `${instancePath}/${params["i"]}` : instancePath,
    );
  }
  return disagreements(audit as Audit, around).flatMap(({ pointer, severity }) =>
    severity === "warning" ? [] : [pointer],
  );
}

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function remove(audit: unknown, pointer: string): void {
  const steps = pointer.split("/").slice(1);
  const last = steps.pop();
  const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], audit);
  if (last === undefined || typeof parent !== "object" || parent === null) return;
  if (Array.isArray(parent as Part)) (parent as unknown[]).splice(Number(last), 1);
  else delete (parent as Record<string, unknown>)[last];
}
