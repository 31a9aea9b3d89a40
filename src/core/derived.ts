/**
 * The derived facts: the little arithmetic that criteria need, each with a name, the facts it is
 * worked out from, and bounds where those are only partly stated.
 */
import { type Answers, entries, type Fact, find, inside, type Look, stated } from "./facts.ts";
import { dayOf, shareWithin, waitFacts } from "./wait.ts";

/** One derived fact: what it is in words, its unit, the facts behind it and its value for an audit. */
export interface Derived {
  readonly title: string;
  readonly unit: string;
  readonly from: readonly string[];
  readonly read: (answers: Answers) => Fact;
}

/** One therapy: its fields' facts by name. */
interface Therapy {
  readonly look: Look;
}

const waitStages = ["referral_to_first_contact", "first_contact_to_therapy", "referral_to_therapy"] as const;

/** Every derived fact by its path. */
export const derived: ReadonlyMap<string, Derived> = new Map([
  ...waitStages.flatMap((stage) => waitDerived(stage)),
  [
    "derived.modalities",
    {
      title: "different kinds of therapy",
      unit: "kinds",
      from: ["therapies[].modality"],
      read: (answers) => modalities(therapies(answers)),
    },
  ],
  [
    "derived.modalities_at_entry",
    {
      title: "different kinds of therapy that can be had from the start",
      unit: "kinds",
      from: ["therapies[].modality", "therapies[].offered_at_entry"],
      read: (answers) => modalities(therapies(answers), "offered_at_entry"),
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
]);

/** Looks up every fact, derived ones included. */
export function facts(answers: Answers): Look {
  const look = stated(answers);
  return (path) => derived.get(path)?.read(answers) ?? look(path);
}

function waitDerived(stage: string): [string, Derived][] {
  const from = waitFacts(stage);
  return [
    [
      `derived.median_wait[${stage}]`,
      { title: "median wait", unit: "days", from, read: (answers) => dayOf(answers, stage, 50, "median") },
    ],
    [
      `derived.within_6_weeks_pct[${stage}]`,
      {
        title: "seen within 6 weeks",
        unit: "per cent",
        from,
        read: (answers) => shareWithin(answers, stage, 42, "pct_within_6_weeks"),
      },
    ],
    [
      `derived.within_18_weeks_pct[${stage}]`,
      {
        title: "seen within 18 weeks",
        unit: "per cent",
        from,
        read: (answers) => shareWithin(answers, stage, 126, "pct_within_18_weeks"),
      },
    ],
  ];
}

function therapies(answers: Answers): Therapy[] | undefined {
  const list = find(answers, "therapies")?.value;
  if (!Array.isArray(list)) return undefined;
  const look = stated(answers);
  return entries("therapies", list).map((path) => ({ look: inside(look, path) }));
}

const noTherapies: Fact = { kind: "not stated", needs: ["therapies"] };

/** How many different modalities there are among the therapies for which `where` (if given) is yes. */
function modalities(list: readonly Therapy[] | undefined, where?: string): Fact {
  if (list === undefined) return noTherapies;
  const certain = list.filter((therapy) => where === undefined || isWord(therapy.look(where), "yes"));
  const open = list.filter((therapy) => where !== undefined && therapy.look(where).kind === "not stated");
  return {
    kind: "number",
    from: kinds(certain),
    to: kinds([...certain, ...open]),
    needs: open.flatMap((therapy) => unstated(therapy.look(where ?? ""))),
  };
}

function kinds(list: readonly Therapy[]): number {
  const words = list.map((therapy) => therapy.look("modality"));
  return new Set(words.map((fact) => (fact.kind === "word" ? fact.word : ""))).size;
}

/** Waits under a week count as one week: the ratio is about weeks of life, not about days of grace. */
function entryWaitRatio(answers: Answers): Fact {
  const list = therapies(answers);
  if (list === undefined) return noTherapies;
  const asked = list.filter((therapy) => !isWord(therapy.look("offered_at_entry"), "no"));
  const waits = asked.map((therapy) => therapy.look("median_wait_weeks"));
  const needs = asked.flatMap((therapy) => [
    ...unstated(therapy.look("offered_at_entry")),
    ...unstated(therapy.look("median_wait_weeks")),
  ]);
  const sure = asked.filter((therapy) => isWord(therapy.look("offered_at_entry"), "yes"));
  const known = (of: readonly Therapy[]) =>
    of.flatMap((therapy) => {
      const wait = therapy.look("median_wait_weeks");
      return wait.kind === "number" ? [Math.max(1, wait.from)] : [];
    });
  const open = waits.some((wait) => wait.kind !== "number");
  return { kind: "number", from: ratio(known(sure)), to: open ? Number.POSITIVE_INFINITY : ratio(known(asked)), needs };
}

function ratio(weeks: readonly number[]): number {
  return weeks.length === 0 ? 1 : Math.max(...weeks) / Math.min(...weeks);
}

/** Shares may come to this by rounding; reading refuses more. */
const mostShares = 100.5;

/** Where every therapy is strict the share is all, whatever shares are stated. */
function strictProtocolShare(answers: Answers): Fact {
  const list = therapies(answers);
  if (list === undefined) return noTherapies;
  const needs: string[] = [];
  let from = 0;
  let to = 0;
  let elsewhere = 0;
  let certain = 0;
  let excluded = 0;
  for (const therapy of list) {
    const adherence = therapy.look("adherence");
    const adapted = therapy.look("adapt_with_client");
    const share = therapy.look("share_of_clients_pct");
    const [least, most] = share.kind === "number" ? [share.from, share.to] : [0, 100];
    const strict = isWord(adherence, "strict");
    const unadapted = isWord(adapted, "absent");
    if ((adherence.kind === "word" && !strict) || (adapted.kind === "word" && !unadapted)) {
      excluded += 1;
      elsewhere += least;
      continue;
    }
    if (strict && unadapted) {
      certain += 1;
      from += least;
    }
    to += most;
    needs.push(...unstated(adherence), ...unstated(adapted), ...unstated(share));
  }
  if (certain > 0 && certain === list.length) return { kind: "number", from: 100, to: 100, needs: [] };
  if (needs.length === 0) return { kind: "number", from: onPaper(from), to: onPaper(from), needs };
  const most = excluded === 0 ? 100 : Math.min(100, mostShares - elsewhere, to);
  return { kind: "number", from: onPaper(from), to: onPaper(Math.max(from, most)), needs };
}

/** A sum as it is on paper: 49.4 and 0.3 and 0.3 are 50. */
function onPaper(sum: number): number {
  return Math.round(sum * 1000) / 1000;
}

function isWord(fact: Fact, word: string): boolean {
  return fact.kind === "word" && fact.word === word;
}

function unstated(fact: Fact): readonly string[] {
  return fact.kind === "not stated" ? fact.needs : [];
}
