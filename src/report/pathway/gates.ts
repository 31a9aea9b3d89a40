/**
 * The gates of a pathway, and where they stand. An audit states a gate's kind and not its place, so its
 * place is Rapport's reading of its kind, by a rule of three:
 *
 * - what can be known from a referral (opting in, payment, entry rules, age, area) stands before the first contact;
 * - what is found out from the person (a questionnaire, a score, a diagnosis, earlier therapy, risk) stands at
 *   the first contact that screens or assesses, or else at the first contact there is;
 * - a meeting that decides stands before therapy.
 */
import type { Audit } from "../../core/audit.ts";
import { count } from "../wording.ts";
import type { Stop } from "./stops.ts";
import { effects, gateKinds, onward, overrides, said } from "./words.ts";

type Stated = NonNullable<Audit["gates"]>[number];
type Kind = Stated["kind"];

/** One gate: its name, what it can do, and what is said of it in short phrases. */
export interface Gate {
  /** "Gate before the first contact". */
  readonly what: string;
  readonly name: string;
  readonly effect: Stated["effect"];
  readonly says: readonly string[];
}

/** The gates that stand at one place: at a stop, just after it or just before it. */
export interface GatePlace {
  readonly title: string;
  readonly where: "after" | "at" | "before";
  /** Number of the stop. */
  readonly stop: number;
  readonly gates: readonly Gate[];
}

const beforeContact: readonly Kind[] = ["opt_in", "payment", "eligibility", "age", "geography"];
const elsewhere: readonly Kind[] = [...beforeContact, "panel"];
const sides: readonly GatePlace["where"][] = ["before", "at", "after"];

/** Where the gates stand, in the order of the way; places without a gate are left out. */
export function gatePlaces({ gates = [] }: Audit, stops: readonly Stop[]): GatePlace[] {
  const session = stops.findIndex(({ kind }) => kind === "session");
  const assessing = stops.findIndex(({ assesses }) => assesses);
  const at = assessing < 0 ? 1 : assessing;
  const place = (title: string, where: GatePlace["where"], stop: number, holds: (kind: Kind) => boolean) => {
    const own = gates.filter(({ kind }) => holds(kind)).map((one) => gateOf(one, `Gate ${title}`));
    return own.length === 0
      ? []
      : [{ title: `${own.length === 1 ? "Gate" : "Gates"} ${title}`, where, stop, gates: own }];
  };
  return [
    ...place("before the first contact", "after", 0, (kind) => beforeContact.includes(kind)),
    ...place(`at the ${stops[at]?.name.toLowerCase()}`, "at", at, (kind) => !elsewhere.includes(kind)),
    ...place("before therapy", "before", session, (kind) => kind === "panel"),
  ].toSorted((a, b) => a.stop - b.stop || sides.indexOf(a.where) - sides.indexOf(b.where));
}

/** What stands beside the drawing about its gates: whose reading their order is, and whether they are all. */
export function gateNotes({ gates, gates_complete: complete }: Audit): string[] {
  const number = gates?.length ?? 0;
  if (number > 0) return [`${placing} ${completeness(complete, number)}`];
  if (complete === "yes")
    return [
      "The service states that it has no gates: there is no point at which a person can be turned away or put back.",
    ];
  return [
    complete === "no"
      ? "No gate is stated, and the service says that there are some."
      : "No gate is stated, and the service has not said that there is none.",
  ];
}

function completeness(complete: Audit["gates_complete"], number: number): string {
  if (complete === "yes")
    return `The service says that ${number === 1 ? "this is its only gate" : `these ${number} gates are all`}.`;
  if (complete === "no")
    return `The service says that this list of gates is not complete: there are more than the ${count(number, "gate")} shown.`;
  return "The service has not said whether this list of gates is complete: there may be more.";
}

const placing =
  "Where the gates stand is Rapport’s reading of their kind, since an audit states no order: opting in, payment, entry rules, age and area before the first contact; questionnaires, scores, diagnosis, earlier therapy and risk at the first contact that screens or assesses; a meeting that decides before therapy.";

function gateOf({ name, kind, effect, override, onward_route: route }: Stated, what: string): Gate {
  const sent = effect === "refuses" || effect === "diverts" || route !== undefined;
  return {
    what,
    name,
    effect,
    says: [
      `${gateKinds[kind]}: ${effects[effect]}`,
      said(overrides, override, "who can set it aside: not stated"),
      ...(sent ? [said(onward, route, "instead: not stated")] : []),
    ],
  };
}
