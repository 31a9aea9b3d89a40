/** The stops of a pathway: referral, the contacts before therapy, the first session, the ending. */
import type { Audit } from "../../core/audit.ts";
import { listed } from "../../core/listed.ts";
import {
  allocations,
  deciders,
  modes,
  numberIn,
  people,
  purposes,
  returns,
  routes,
  said,
  same,
  sessionNumbers,
} from "./words.ts";

/** A place on the way: what it is, its name, and what is said of it in short phrases. */
export interface Stop {
  readonly kind: "referral" | "contact" | "session" | "ending";
  readonly name: string;
  readonly says: readonly string[];
  /** Whether client and service speak with each other there: a first contact in the sense of the waits. */
  readonly live: boolean;
  /** Whether a contact looks at who somebody is and what they need: where scores and diagnoses decide. */
  readonly assesses: boolean;
}

type Contact = NonNullable<NonNullable<Audit["assessment"]>["contacts"]>[number];

const plain = { live: false, assesses: false } as const;
const assessing: readonly (string | undefined)[] = ["screening", "assessment", "second_assessment"];

/**
 * The stops in the order in which a client comes to them. Contacts stand in their stated order; one that
 * is itself the first session is told there, as in derived.contacts_before_therapy. Contacts that are not
 * stated at all are one stop that says so. A second session is a stop where a wait for it is stated.
 */
export function stopsOf(audit: Audit): Stop[] {
  const contacts = audit.assessment?.contacts?.toSorted((a, b) => a.order - b.order);
  const first = contacts?.filter((contact) => contact.purpose === "first_therapy_session") ?? [];
  const before = contacts?.filter((contact) => contact.purpose !== "first_therapy_session");
  const second = audit.waits?.some(({ stage }) => stage === "first_to_second_session");
  return [
    { ...plain, kind: "referral", name: "Referral", says: referral(audit) },
    ...(before?.map(contactStop) ?? [notStated]),
    { ...plain, kind: "session", name: "First session", says: firstSession(audit, first), live: true },
    ...(second ? [{ ...plain, kind: "session", name: "Second session", says: [] } as const] : []),
    { ...plain, kind: "ending", name: "Ending", says: ending(audit) },
  ];
}

const notStated: Stop = {
  kind: "contact",
  name: "First contact",
  says: ["who is met before therapy, and how often: not stated"],
  live: true,
  assesses: true,
};

function referral({ access, waiting }: Audit): string[] {
  const stated = Array.isArray(access?.referral_routes) ? access.referral_routes : [];
  const ways =
    stated.length > 0
      ? listed(
          stated.map((route) => said(routes, route, route)),
          "or",
        )
      : "routes: not stated";
  return waiting?.list_status === "closed" ? [ways, "closed to new people when the period ended"] : [ways];
}

function contactStop(contact: Contact, index: number): Stop {
  const met = index === 0 ? [] : [same[contact.same_person_as_previous ?? ""] ?? ""];
  const name = said(purposes, contact.purpose, "Contact");
  const purpose = name === "Contact" ? "what it is for: not stated" : "";
  return {
    kind: "contact",
    name,
    says: [purpose, ...meeting(contact), ...met].filter((phrase) => phrase !== ""),
    live: contact.mode !== "form_only",
    assesses: assessing.includes(contact.purpose),
  };
}

/** How a contact takes place, how long it takes, and with whom. A form has no length of its own. */
function meeting({ mode, minutes, by }: Contact): string[] {
  const stated = numberIn(minutes);
  const long = stated === undefined ? undefined : `${stated} minutes`;
  const how = said(modes, mode, "");
  const who = said(people, by, "");
  if (mode === "form_only") return [listOf(how, long), `heard from: ${who || "not stated"}`];
  const met = who || "who is met: not stated";
  if (how === "")
    return [...(long ? ["how it takes place: not stated", long] : ["how, and for how long: not stated"]), met];
  return [listOf(how, long ?? "length not stated"), met];
}

function listOf(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(", ");
}

function firstSession({ assessment, allocation }: Audit, contacts: readonly Contact[]): string[] {
  return [
    ...contacts.flatMap(meeting),
    said(deciders, assessment?.decision_made_by, "who decides the offer: not stated"),
    said(allocations, allocation?.method, "how the therapist is chosen: not stated"),
  ];
}

function ending({ endings }: Audit): string[] {
  return [
    said(sessionNumbers, endings?.session_number_told, "whether the number of sessions is told: not stated"),
    said(returns, endings?.return_route, "way back: not stated"),
  ];
}
