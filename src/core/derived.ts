/**
 * The derived facts: the little arithmetic that criteria need, each with a name, the facts it is
 * worked out from, and bounds where those are only partly stated.
 */
import { type Answers, entries, type Figure, find, type Look, onPaper, type Span, stated, unstated } from "./facts.ts";
import { entryWaitRatio, modalities, strictProtocolShare } from "./therapies.ts";
import { dayOf, shareWithin, waitFacts } from "./wait.ts";

/** One derived fact: what it is in words, its unit, the facts behind it and its value for an audit. */
export interface Derived {
  readonly title: string;
  readonly unit: string;
  readonly from: readonly string[];
  readonly read: (answers: Answers) => Figure;
}

const waitStages = [
  "referral_to_first_contact",
  "first_contact_to_therapy",
  "referral_to_therapy",
  "first_to_second_session",
] as const;

/** Every derived fact by its path. */
export const derived: ReadonlyMap<string, Derived> = new Map([
  ...waitStages.flatMap((stage) => waitDerived(stage)),
  [
    "derived.modalities",
    {
      title: "different kinds of therapy",
      unit: "kinds",
      from: ["therapies[].modality"],
      read: (answers) => modalities(answers),
    },
  ],
  [
    "derived.modalities_at_entry",
    {
      title: "different kinds of therapy that can be had from the start",
      unit: "kinds",
      from: ["therapies[].modality", "therapies[].offered_at_entry"],
      read: (answers) => modalities(answers, "offered_at_entry"),
    },
  ],
  [
    "derived.entry_wait_ratio",
    {
      title: "longest median wait for a therapy offered at entry, as a multiple of the shortest",
      unit: "times",
      from: ["therapies[].offered_at_entry", "therapies[].median_wait_weeks"],
      read: entryWaitRatio,
    },
  ],
  [
    "derived.strict_protocol_pct",
    {
      title: "per cent of clients in a therapy that follows its manual strictly and is not adapted with them",
      unit: "per cent of clients",
      from: ["therapies[].adherence", "therapies[].adapt_with_client", "therapies[].share_of_clients_pct"],
      read: strictProtocolShare,
    },
  ],
  [
    "derived.contacts_before_therapy",
    {
      title: "contacts before the first therapy session",
      unit: "contacts",
      from: ["assessment.contacts[].purpose"],
      read: contactsBeforeTherapy,
    },
  ],
  [
    "derived.trained_in_repair_pct",
    {
      title: "therapists trained in repairing ruptures",
      unit: "per cent of therapists",
      from: ["workforce.therapists_trained_in_repair.trained", "workforce.therapists_trained_in_repair.of"],
      read: trainedInRepairShare,
    },
  ],
]);

/** Looks up every fact, derived ones included. */
export function facts(answers: Answers): Look {
  const look = stated(answers);
  return (path) => derived.get(path)?.read(answers) ?? look(path);
}

function waitDerived(stage: string): [string, Derived][] {
  const from = waitFacts(stage);
  const between = stage.replace("_to_", " to ").replaceAll("_", " ");
  return [
    [
      `derived.median_wait[${stage}]`,
      {
        title: `median wait from ${between}`,
        unit: "days",
        from,
        read: (answers) => dayOf(answers, stage, 50, "median"),
      },
    ],
    [
      `derived.within_6_weeks_pct[${stage}]`,
      {
        title: `seen within 6 weeks, ${between}`,
        unit: "per cent",
        from,
        read: (answers) => shareWithin(answers, stage, 42, "pct_within_6_weeks"),
      },
    ],
    [
      `derived.within_18_weeks_pct[${stage}]`,
      {
        title: `seen within 18 weeks, ${between}`,
        unit: "per cent",
        from,
        read: (answers) => shareWithin(answers, stage, 126, "pct_within_18_weeks"),
      },
    ],
    [
      `derived.over_90_days_pct[${stage}]`,
      {
        title: `waited more than 90 days, ${between}`,
        unit: "per cent",
        from,
        read: (answers) => rest(shareWithin(answers, stage, 90, "pct_over_90_days")),
      },
    ],
  ];
}

function rest(share: Span): Span {
  return { ...share, from: 100 - share.to, to: 100 - share.from };
}

/** A first therapy session in the list is not a contact before therapy. */
function contactsBeforeTherapy(answers: Answers): Figure {
  const list = find(answers, "assessment.contacts")?.value;
  if (!Array.isArray(list)) return { kind: "not stated", needs: ["assessment.contacts"] };
  const purposes = entries("assessment.contacts", list).map((path) => stated(answers)(`${path}.purpose`));
  const open = purposes.flatMap(unstated);
  const certain = purposes.filter(
    (purpose) => purpose.kind === "word" && purpose.word !== "first_therapy_session",
  ).length;
  return { kind: "number", from: certain, to: certain + open.length, needs: open };
}

/** Small teams say it in words: all, most (over half), some (half or fewer, not none), none. */
function trainedInRepairShare(answers: Answers): Figure {
  const look = stated(answers);
  const [trainedAt, ofAt] = ["trained", "of"].map((name) => `workforce.therapists_trained_in_repair.${name}`) as [
    string,
    string,
  ];
  const trained = look(trainedAt);
  const of = look(ofAt);
  const words: Readonly<Record<string, readonly [from: number, to: number]>> = {
    all: [100, 100],
    most: [51, 99],
    some: [1, 50],
    none: [0, 0],
  };
  if (trained.kind === "word") {
    const [from, to] = words[trained.word] ?? [0, 100];
    return { kind: "number", from, to, needs: from === to ? [] : [trainedAt] };
  }
  if (trained.kind !== "number") return { kind: "not stated", needs: [trainedAt, ...unstated(of)] };
  if (trained.to === 0) return { kind: "number", from: 0, to: 0, needs: [] };
  if (of.kind !== "number" || of.to === 0) return { kind: "not stated", needs: [ofAt] };
  const from = Math.min(100, (trained.from / of.to) * 100);
  const to = Math.min(100, (trained.to / of.from) * 100);
  return { kind: "number", from: onPaper(from), to: onPaper(to), needs: from === to ? [] : [trainedAt, ofAt] };
}
