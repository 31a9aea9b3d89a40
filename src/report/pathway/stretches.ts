/** What lies between the stops of a pathway: waits in time, and therapy in sessions. */
import type { Audit } from "../../core/audit.ts";
import { figures, notStated, type Wait } from "./figures.ts";
import type { Stop } from "./stops.ts";
import { therapyPhrases } from "./therapy.ts";
import { numberIn } from "./words.ts";

/** A stretch from one stop to another, which may pass stops between. */
export interface Stretch {
  readonly kind: "wait" | "therapy";
  /** The stage of the waits that it is; null for therapy. */
  readonly stage: Wait["stage"] | null;
  readonly name: string;
  readonly says: readonly string[];
  /** Numbers of the stops that it begins and ends at. */
  readonly from: number;
  readonly to: number;
  /** How long the wait is drawn, in days; null where neither a median nor a mean is stated, and for therapy. */
  readonly days: number | null;
}

/** A week has seven days, here as in core/wait.ts. */
const daysIn = { days: 1, weeks: 7 } as const;

/** The stages of waiting as the report names them. */
const stages: Readonly<Record<Wait["stage"], string>> = {
  referral_to_first_contact: "Referral to first contact",
  first_contact_to_therapy: "First contact to first session",
  referral_to_therapy: "Referral to first session",
  first_to_second_session: "First to second session",
};

/**
 * The stretches, end to end. The clock of the first wait stops at the first contact in which both sides
 * speak, so a form lies inside that wait; contacts after it lie inside the wait for therapy. Where only the
 * wait from referral to therapy is stated, or nobody is met before therapy, one stretch stands for both.
 */
export function stretchesOf(audit: Audit, stops: readonly Stop[]): Stretch[] {
  const waits = new Map(audit.waits?.map((wait) => [wait.stage, wait]));
  const stretch = (stage: Wait["stage"], from: number, to: number) => waitStretch(stage, waits.get(stage), from, to);
  const first = stops.findIndex(({ kind }) => kind === "session");
  const last = stops.length - 1;
  const second = waits.has("first_to_second_session") ? [stretch("first_to_second_session", first, last - 1)] : [];
  return [...waitsBefore(first, stops, waits, stretch), ...second, therapyStretch(audit, last)];
}

function waitsBefore(
  first: number,
  stops: readonly Stop[],
  waits: ReadonlyMap<Wait["stage"], Wait>,
  stretch: (stage: Wait["stage"], from: number, to: number) => Stretch,
): Stretch[] {
  const met = stops.findIndex(({ live }) => live);
  const inParts = waits.has("referral_to_first_contact") || waits.has("first_contact_to_therapy");
  const whole = waits.has("referral_to_therapy");
  if (met === first && inParts && !whole) return [stretch("referral_to_first_contact", 0, first)];
  if (met === first || (whole && !inParts)) return [stretch("referral_to_therapy", 0, first)];
  return [stretch("referral_to_first_contact", 0, met), stretch("first_contact_to_therapy", met, first)];
}

/** What is said of the whole wait at the first session, where it is stated beside its parts. */
export function wholeWait({ waits }: Audit, stretches: readonly Stretch[]): string[] {
  const whole = waits?.find(({ stage }) => stage === "referral_to_therapy");
  if (whole === undefined || stretches.some(({ stage }) => stage === whole.stage)) return [];
  const [first = "", ...more] = figures(whole);
  return [`from referral: ${first}`, ...more];
}

/** What stands beside the drawing about its waits: the whole of them, and what has no place in it. */
export function waitNotes({ waits = [] }: Audit, stretches: readonly Stretch[]): string[] {
  const whole = wholeNote(
    waits.some(({ stage }) => stage === "referral_to_therapy"),
    stretches,
  );
  const left = waits.filter((wait) => {
    return wait.stage !== "referral_to_therapy" && !stretches.some(({ stage }) => stage === wait.stage);
  });
  const unplaced = left.map(
    (wait) =>
      `Stated and not drawn, since no contact comes before therapy: ${stages[wait.stage]}, ${figures(wait).join(", ")}.`,
  );
  return [...whole, ...unplaced];
}

function wholeNote(stated: boolean, stretches: readonly Stretch[]): string[] {
  const before = stretches.filter(({ stage }) => stage !== null && stage !== "first_to_second_session");
  if (before.length === 1) return [];
  if (before.some(({ days }) => days === null)) return stated ? [] : [`${wholeNotStated}.`];
  return stated
    ? ["The median of the whole wait is not the sum of the medians of its parts."]
    : [`${wholeNotStated}; the medians of its parts do not add up to it.`];
}

const wholeNotStated = "The whole wait, from referral to the first session, is not stated";

function waitStretch(stage: Wait["stage"], wait: Wait | undefined, from: number, to: number): Stretch {
  const length = numberIn(wait?.median) ?? numberIn(wait?.mean);
  const days = wait === undefined || length === undefined ? null : length * daysIn[wait.unit];
  const says = wait === undefined ? [notStated] : figures(wait);
  return { kind: "wait", stage, name: stages[stage], says, from, to, days };
}

function therapyStretch(audit: Audit, last: number): Stretch {
  const says = therapyPhrases(audit);
  return { kind: "therapy", stage: null, name: "Therapy", says, from: last - 1, to: last, days: null };
}
