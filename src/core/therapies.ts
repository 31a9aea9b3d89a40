/** What takes arithmetic over the list of therapies. Where it is told in part, bounds. */
import {
  type Answers,
  entries,
  type Fact,
  type Figure,
  find,
  inside,
  isWord,
  type Look,
  onPaper,
  stated,
  unstated,
} from "./facts.ts";

/** One therapy: its fields' facts by name. */
interface Therapy {
  readonly look: Look;
}

function therapies(answers: Answers): Therapy[] | undefined {
  const list = find(answers, "therapies")?.value;
  if (!Array.isArray(list)) return undefined;
  const look = stated(answers);
  return entries("therapies", list).map((path) => ({ look: inside(look, path) }));
}

const noTherapies: Figure = { kind: "not stated", needs: ["therapies"] };

/** How many different modalities there are among the therapies for which `where` (if given) is yes. */
export function modalities(answers: Answers, where?: string): Figure {
  const list = therapies(answers);
  if (list === undefined) return noTherapies;
  const counts = (therapy: Therapy): Fact =>
    where === undefined ? { kind: "word", word: "yes" } : therapy.look(where);
  const certain = list.filter((therapy) => isWord(counts(therapy), "yes"));
  const open = list.filter((therapy) => counts(therapy).kind === "not stated");
  return {
    kind: "number",
    from: kinds(certain),
    to: kinds([...certain, ...open]),
    needs: open.flatMap((therapy) => unstated(counts(therapy))),
  };
}

function kinds(list: readonly Therapy[]): number {
  const words = list.map((therapy) => therapy.look("modality"));
  return new Set(words.map((fact) => (fact.kind === "word" ? fact.word : ""))).size;
}

/** The longest median wait at entry over the shortest. Waits under a week count as one week. */
export function entryWaitRatio(answers: Answers): Figure {
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

/** The per cent of clients whose therapy is strict and not adapted; all, where every therapy is. */
export function strictProtocolShare(answers: Answers): Figure {
  const list = therapies(answers);
  if (list === undefined) return noTherapies;
  const needs: string[] = [];
  let from = 0;
  let to = 0;
  let elsewhere = 0;
  let certain = 0;
  let excluded = false;
  for (const therapy of list) {
    const adherence = therapy.look("adherence");
    const adapted = therapy.look("adapt_with_client");
    const share = therapy.look("share_of_clients_pct");
    const [least, most] = share.kind === "number" ? [share.from, share.to] : [0, 100];
    const strict = isWord(adherence, "strict");
    const unadapted = isWord(adapted, "absent");
    if ((adherence.kind === "word" && !strict) || (adapted.kind === "word" && !unadapted)) {
      excluded = true;
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
  const most = excluded ? Math.min(100, mostShares - elsewhere, to) : 100;
  return { kind: "number", from: onPaper(from), to: onPaper(Math.max(from, most)), needs };
}
