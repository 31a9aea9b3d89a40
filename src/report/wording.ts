/** The sentences and words that readers see and that no data file holds. */
import type { Finding } from "../core/assess.ts";
import type { Level, Method } from "../core/catalogue.ts";
import type { Strength } from "../core/evidence.ts";
import { listed } from "../core/listed.ts";
import type { Range, Tally } from "../core/score.ts";

/** "1 finding", "2 findings". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The first two of several and how many more there are: "a; b; and 3 more". One more is said as it is. */
export function shortly(phrases: readonly string[]): string {
  return phrases.length <= 3
    ? phrases.join("; ")
    : [...phrases.slice(0, 2), `and ${inWords(phrases.length - 2)} more`].join("; ");
}

const months = [
  ["January", "February", "March", "April", "May", "June"],
  ["July", "August", "September", "October", "November", "December"],
].flat();

/** An ISO date as people write it: 1 April 2024. */
export function date(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** A period without repeating what both ends share: 1 April to 30 September 2026. */
export function period({ from, to }: { from: string; to: string }): string {
  const start = date(from);
  if (from === to) return start;
  return from.slice(0, 4) === to.slice(0, 4) ? `${start.slice(0, -5)} to ${date(to)}` : `${start} to ${date(to)}`;
}

/** A period by its months, as a heading names it: April 2024 to March 2025, or April to September 2026. */
export function monthsOf({ from, to }: { from: string; to: string }): string {
  const [start, end] = [from, to].map((iso) => date(iso).replace(/^\d+ /, "")) as [string, string];
  if (start === end) return start;
  return from.slice(0, 4) === to.slice(0, 4) ? `${start.slice(0, -5)} to ${end}` : `${start} to ${end}`;
}

const numbers = "no one two three four five six seven eight nine ten".split(" ");

/** A count as a sentence has it: in words up to ten, then in digits. */
export function inWords(count: number): string {
  return numbers[count] ?? String(count);
}

/** A word or a sentence with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name of a level, from the method. */
export function levelName(level: Level, method: Method): string {
  return method.levels.find((one) => one.level === level)?.name ?? String(level);
}

/** Levels that are all open, in words: "Weak or Developing". */
export function levelNames(levels: readonly Level[], method: Method): string {
  return listed(
    levels.map((level) => levelName(level, method)),
    "or",
  );
}

/** Where a finding stands, in words: "Weak", "Open: Weak or Developing", "Not applicable". */
export function standingText(
  { standing, levels, applies }: Pick<Finding, "standing" | "levels" | "applies">,
  method: Method,
): string {
  if (standing === "not applicable") return "Not applicable";
  const names = levels.map((level) => levelName(level, method));
  if (standing === "settled") return names[0] ?? "";
  return `Open: ${listed(applies === "maybe" ? [...names, "Not applicable"] : names, "or")}`;
}

/** "54 to 71 of 100", or "67 of 100" where both ends are the same. */
export function rangeText({ low, high }: Range): string {
  return `${low === high ? low : `${low} to ${high}`} of 100`;
}

/** What a range says and how much of it is open. */
export function rangeSays({ low, high }: Range, openFacts: number): string {
  if (openFacts === 0) return `${low} on what the service states; nothing that is not stated could change it.`;
  const facts = openFacts === 1 ? "the one fact it does not state" : `the ${openFacts} facts it does not state`;
  return `${low} on what the service states; ${high} if ${facts} turned out well.`;
}

/** A text that begins a sentence, as it goes on inside one: names in capitals keep them. */
export function inSentence(text: string): string {
  return /^(?!British)(?:A |[A-Z][a-z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What a report opens with: how many are at good practice, how many work against clients, how many are open. */
export function headline({ levels, of, notApplicable, open }: Tally): { figure: string; says: string } {
  const applying = of - notApplicable;
  const [harm] = levels;
  const none = open === 0 ? "none works" : "none is known to work";
  const against = harm === 0 ? none : `${harm} ${harm === 1 ? "works" : "work"}`;
  const rest = open === 0 ? "" : `, ${open} open`;
  const criteria = applying === 1 ? "criterion" : "criteria";
  return {
    figure: `${levels[3]} of ${applying}`,
    says: `${criteria} at good practice; ${against} against clients${rest}`,
  };
}

/** What a reader can ask for behind a finding. */
export function supportText({ strength, clientReported, supported, of }: Finding["support"]): string {
  if (of === 0) return "No fact is stated that evidence could support.";
  if (supported === 0) return "Stated only: no evidence is named.";
  const clients = clientReported ? " What clients report is part of it." : "";
  if (supported < of)
    return `${supported} of ${count(of, "stated fact")} ${supported === 1 ? "has" : "have"} evidence.${clients}`;
  return `${strengths[strength]}.${clients}`;
}

const strengths: Readonly<Record<Strength, string>> = {
  stated: "Every stated fact has evidence",
  documented: "Documented throughout",
  sampled: "Sampled throughout: data or records were looked at",
};

/** How many findings rest on evidence, over those that apply. */
export function coverage(findings: readonly Finding[]): string {
  const applying = findings.filter((finding) => finding.standing !== "not applicable");
  if (applying.length === 0) return "No finding applies that could rest on evidence.";
  const whole = applying.filter(({ support }) => support.of > 0 && support.supported === support.of).length;
  const part = applying.filter(({ support }) => support.supported > 0 && support.supported < support.of).length;
  const also = part > 0 ? `, and ${part} in part` : "";
  return `${whole} of ${count(applying.length, "finding")} ${whole === 1 ? "rests" : "rest"} on evidence a reader can ask for${also}.`;
}

/** The basis of a criterion, in a word and a sentence. */
export const basisSays: Readonly<Record<"direct" | "inferred", string>> = {
  direct: "Direct: the resource says it of practice, and a service can do it.",
  inferred: "Inferred: a step of ours from what the resource says.",
};

/** What a report can and can't say; stands beside every score. */
export const limitsOfScore =
  "This rates how the pathway is designed, as the service describes it. It does not rate how any therapist works or how clients fare, and it does not rank services.";

/** Words of the vocabulary as a reader sees them: third_sector is "Third sector". */
export function word(value: string): string {
  return special[value] ?? plain(value);
}

function plain(value: string): string {
  return capital(value.replaceAll("_", " "));
}

const special: Readonly<Record<string, string>> = {
  nhs_talking_therapies: "NHS talking therapies",
  nhs_secondary_psychological: "NHS secondary care psychological therapies",
  camhs: "Child and adolescent mental health service",
  northern_ireland: "Northern Ireland",
  "n/a": "Not applicable",
  gp: "GP",
  cbt: "CBT",
  emdr: "EMDR",
  ipt: "Interpersonal therapy",
  lgbtq: "LGBTQ",
  bsl: "British Sign Language",
  pwp: "Psychological wellbeing practitioner",
  third_sector: "Charity or community organisation",
  workplace_eap: "Employee assistance programme",
  private_group: "Private group practice",
  private_sole: "Sole practitioner",
  single_session: "Single-session or drop-in service",
  self_funded: "Self-funded",
  self_reported: "Self-reported",
  routine: "For everybody",
  discretionary: "Left to each worker",
  absent: "Not done",
  re_refer: "A new referral",
  one_off: "One-off",
  auto_discharge: "Automatic discharge",
  removed_with_return: "Removed, with a way back",
  written_unseen: "Written, not seen by the client",
  written_agreed: "Written and agreed with the client",
  agreed_recorded: "Agreed and recorded",
  person_centred: "Person-centred",
  self_help: "Self-help",
  guided_self_help: "Guided self-help",
  step_free: "Step-free",
  opt_in: "Opt-in",
  peer_reviewed: "Peer-reviewed",
};
