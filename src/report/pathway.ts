/**
 * The way in: the pathway of an audit from referral to ending, as the service states it, as a drawing and
 * as steps in the same words. It judges nothing: no level and no threshold has a part in it.
 */
import type { Audit } from "../core/audit.ts";
import { listed } from "../core/listed.ts";
import { type Drawing, drawingOf, isPassed } from "./pathway/drawing.ts";
import { type Gate, gateNotes, gatePlaces } from "./pathway/gates.ts";
import { type Stop, stopsOf } from "./pathway/stops.ts";
import { type Stretch, stretchesOf, waitNotes, wholeWait } from "./pathway/stretches.ts";
import { whileWaiting } from "./pathway/waiting.ts";

/** One step of the way, in reading order: a stop, a stretch or a gate. */
export interface PathwayStep {
  readonly kind: "stop" | "passed" | "wait" | "unstated" | "therapy" | "gate";
  /** The kind in words. */
  readonly what: string;
  readonly name: string;
  readonly says: readonly string[];
  readonly effect: Gate["effect"] | null;
  /** Height of a wait's bar where the steps stand below each other, in pixels; null for all else. */
  readonly bar: number | null;
}

/** The way in as a report shows it. */
export interface PathwayView {
  readonly drawing: Drawing;
  /** What the drawing is called for those who listen. */
  readonly label: string;
  /** What its lines and lengths mean. */
  readonly legend: string;
  readonly steps: readonly PathwayStep[];
  readonly notes: readonly string[];
}

/** Waits below each other are at most so many pixels high together, and a day at most so many. */
const bars = { together: 260, day: 5 } as const;

/** Builds the view of an audit's pathway. */
export function pathwayView(audit: Audit): PathwayView {
  const bare = stopsOf(audit);
  const stretches = stretchesOf(audit, bare);
  const whole = wholeWait(audit, stretches);
  const first = bare.findIndex(({ kind }) => kind === "session");
  const stops = bare.map((stop, index) => {
    const when = isPassed(index, stretches) ? ["when: not stated"] : [];
    return { ...stop, says: [...(index === first ? whole : []), ...stop.says, ...when] };
  });
  const places = gatePlaces(audit, stops);
  return {
    drawing: drawingOf(stops, stretches, places),
    label: `Drawing of the way in: ${listed(stops.map(({ name }) => name.toLowerCase()))}. The list after it says the same.`,
    legend: legend(stops, stretches),
    steps: stepsOf(stops, stretches, places),
    notes: [whileWaiting(audit), ...waitNotes(audit, stretches), ...gateNotes(audit)],
  };
}

/** Each stop, the gates and the stretch after it, and the gates before the next. */
function stepsOf(
  stops: readonly Stop[],
  stretches: readonly Stretch[],
  places: ReturnType<typeof gatePlaces>,
): PathwayStep[] {
  const days = stretches.reduce((sum, stretch) => sum + (stretch.days ?? 0), 0);
  const perDay = days === 0 ? 0 : Math.min(bars.day, bars.together / days);
  const gates = (stop: number, ...where: string[]) =>
    places.filter((place) => place.stop === stop && where.includes(place.where)).flatMap((place) => place.gates);
  return stops.flatMap((stop, index) => [
    ...gates(index, "before").map(gateStep),
    stopStep(stop, isPassed(index, stretches)),
    ...gates(index, "at", "after").map(gateStep),
    ...stretches.filter(({ from }) => from === index).map((stretch) => stretchStep(stretch, perDay)),
  ]);
}

const stopWords = { referral: "Start", contact: "Contact", session: "Session", ending: "End" } as const;

function stopStep({ kind, name, says }: Stop, passed: boolean): PathwayStep {
  return { kind: passed ? "passed" : "stop", what: stopWords[kind], name, says, effect: null, bar: null };
}

function stretchStep({ kind, name, says, days }: Stretch, perDay: number): PathwayStep {
  if (kind === "therapy") return { kind, what: "Therapy", name, says, effect: null, bar: null };
  const bar = days === null ? null : Math.round(days * perDay);
  return { kind: days === null ? "unstated" : "wait", what: "Wait", name, says, effect: null, bar };
}

function gateStep({ what, name, says, effect }: Gate): PathwayStep {
  return { kind: "gate", what, name, says, effect, bar: null };
}

function legend(stops: readonly Stop[], stretches: readonly Stretch[]): string {
  const waits = stretches.filter(({ kind }) => kind === "wait");
  const broken = waits.some(({ days }) => days === null);
  const passed = stops.some((_, index) => isPassed(index, stretches));
  return [
    "What a person passes through, from asking for help to an ending, as the service describes it.",
    waits.some(({ days }) => days) ? "Solid bars are waits, all to one scale." : "",
    broken ? "A broken line is a wait that is not stated." : "",
    passed ? "An open circle is a contact within a wait: when it comes is not stated." : "",
    "Therapy is not to scale.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
