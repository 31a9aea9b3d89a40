/** What is said of therapy: its kinds with their sessions, and when somebody is discharged. */
import type { Audit } from "../../core/audit.ts";
import { count } from "../wording.ts";
import { modalities, numberIn, said } from "./words.ts";

type Therapy = NonNullable<Audit["therapies"]>[number];

/** A phrase for each kind of therapy, and one for missed sessions; after a single session there is none to miss. */
export function therapyPhrases({ service, therapies = [], attendance }: Audit): string[] {
  const kinds = therapies.map((therapy) => `${calledBy(therapy, therapies)}: ${sessions(therapy)}`);
  const missed = service.type === "single_session" ? [] : [discharge(attendance?.discharge_after_missed)];
  return [...(kinds.length > 0 ? kinds : ["kinds of therapy: not stated"]), ...missed];
}

function discharge(after: NonNullable<Audit["attendance"]>["discharge_after_missed"]): string {
  const missed = numberIn(after);
  if (missed !== undefined) return `discharge after ${count(missed, "missed session")}`;
  return after === "never" ? "no discharge for missed sessions" : "discharge for missed sessions: not stated";
}

/** A therapy by its modality, or by its own name where that would not tell it from another. */
function calledBy({ modality, name }: Therapy, all: readonly Therapy[]): string {
  const alone = all.filter((one) => one.modality === modality).length === 1;
  return alone ? said(modalities, modality, name) : name;
}

/** How many sessions: "1 to 12 sessions, usually 9". */
function sessions({ sessions: stated, extension }: Therapy): string {
  const [min, typical, max] = [numberIn(stated?.min), numberIn(stated?.typical), numberIn(stated?.max)];
  const span = spanOf(min, max);
  const fixed = max !== undefined && min === max;
  const usual = typical === undefined || fixed ? "" : `usually ${span === "" ? count(typical, "session") : typical}`;
  const free = max === undefined && extension === "not_limited" ? "no set limit" : "";
  return [span, usual, free].filter((part) => part !== "").join(", ") || "number of sessions not stated";
}

function spanOf(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min === undefined ? "" : `at least ${count(min, "session")}`;
  if (min === max) return count(max, "session");
  return min === undefined ? `at most ${count(max, "session")}` : `${min} to ${count(max, "session")}`;
}
