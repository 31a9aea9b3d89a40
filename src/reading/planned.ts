/** Whether the answers that an action will change are answers that this audit could have. */
import type { Action, Audit } from "../core/audit.ts";
import { putAll } from "../core/change.ts";
import { type Answers, find, general } from "../core/facts.ts";
import { check } from "./check.ts";
import { disagreements } from "./consistency.ts";
import { type Around, type Disagreement, entry } from "./disagreement.ts";
import { nearest } from "./nearest.ts";
import { escaped, short } from "./places.ts";
import type { Validators } from "./validators.ts";

/**
 * What is wrong with the answers that the actions will change, each by itself and all of an action's together.
 * What the audit disagrees on as it is was `found` before, and is not told again.
 */
export function planned(
  audit: Audit,
  found: readonly Disagreement[],
  validators: Pick<Validators, "audit">,
  around: Around,
): Disagreement[] {
  const already = new Set(found.map(({ message }) => message));
  return (audit.actions ?? []).flatMap((action, index) => {
    const changes = Object.entries(action.will_state ?? {});
    const unknown = changes.flatMap(([path]) => misplaced(path, audit, action, index, around));
    if (changes.length === 0 || unknown.length > 0) return unknown;
    const changed = putAll(audit as unknown as Answers, changes);
    const refused = check(changed, new Map(), validators.audit, "").map(({ pointer, message, hint }) => ({
      pointer,
      message,
      hint,
    }));
    const contradictions =
      refused.length > 0
        ? []
        : disagreements(changed as unknown as Audit, around).filter(
            ({ severity, message }) => severity !== "warning" && !already.has(message),
          );
    return [...refused, ...contradictions].map(({ pointer, message, hint }): Disagreement => {
      const path = changes.map(([one]) => one).find((one) => pointer.startsWith(find(changed, one)?.pointer ?? " "));
      return {
        pointer: at(index, path),
        message: `${entry("action", action.id, index)} will state ${message}`,
        ...(hint ? { hint } : {}),
      };
    });
  });
}

function at(index: number, path?: string): string {
  return `/actions/${index}/will_state${path === undefined ? "" : `/${escaped(path)}`}`;
}

/** A path that names no answer of this audit, or one that no action can change. */
function misplaced(path: string, audit: Audit, { id }: Action, index: number, { questions }: Around): Disagreement[] {
  const what = entry("action", id, index);
  const told = (message: string, hint: string) => [{ pointer: at(index, path), message: `${what}: ${message}`, hint }];
  if (/^(format|service|audit|evidence|exceptions|actions|notes)\b/.test(path))
    return told(
      `"${short(path)}" is nothing that an action changes`,
      "name an answer about the pathway, for example preferences.asked",
    );
  if (!questions.has(general(path))) {
    const meant = nearest(general(path), [...questions.keys()]);
    return told(
      `there is no question "${short(path)}"`,
      meant ? `did you mean "${meant}"?` : "name an answer by its place, for example preferences.asked",
    );
  }
  const list = /^(.*?\])/.exec(path)?.[1];
  if (list !== undefined && find(audit as unknown as Answers, list) === undefined)
    return told(`there is no ${short(list)} in this audit`, "name an entry that is there");
  return [];
}
