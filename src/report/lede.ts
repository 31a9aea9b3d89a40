/** The sentences that a report opens with: what stands out, good and bad, and how much can't be told. */
import type { Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import { inSentence } from "./wording.ts";

const strongestFirst = ["sampled", "documented", "stated"];

/**
 * Up to two things that are good, what works against clients or else what is weakest, and whether half of
 * it can't be told. `stepOf` gives a level of a criterion in a few words.
 */
export function lede(findings: readonly Finding[], stepOf: (criterion: string, level: Level) => string): string {
  const at = (level: Level) => findings.filter((one) => one.standing === "settled" && one.levels[0] === level);
  const steps = (level: Level, most: number) => {
    const all = at(level);
    const shown = all.slice(0, most).map(({ criterion }) => inSentence(stepOf(criterion, level)));
    return all.length > most ? `${shown.join("; ")}; and ${all.length - most} more` : shown.join("; ");
  };
  const good = ofEachTheme(at(3))
    .slice(0, 2)
    .map(({ title }, index) => (index === 0 ? title : inSentence(title)));
  const sentences = [
    good.length > 0 ? `${good.join(", and ")}.` : "",
    at(0).length > 0 ? `What works against clients: ${steps(0, 3)}.` : "",
    at(0).length === 0 && at(1).length > 0 ? `Weakest: ${steps(1, 2)}.` : "",
    muchOpen(findings),
  ].filter((sentence) => sentence !== "");
  return sentences.join(" ") || (at(2).length > 0 ? allBetween : nothingSettled);
}

const allBetween = "Everything that can be told is there in part, or for some people.";
const nothingSettled = "What is stated does not yet settle where this service stands.";

/** One finding of each theme, those that rest on the strongest evidence first. */
function ofEachTheme(findings: readonly Finding[]): Finding[] {
  const order = findings.toSorted(
    (a, b) => strongestFirst.indexOf(a.support.strength) - strongestFirst.indexOf(b.support.strength),
  );
  return [...new Map(order.toReversed().map((one) => [one.theme, one])).values()].toReversed();
}

function muchOpen(findings: readonly Finding[]): string {
  const applying = findings.filter(({ standing }) => standing !== "not applicable");
  const open = applying.filter(({ standing }) => standing === "open").length;
  if (open === 0 || open * 2 < applying.length) return "";
  return `${open} of ${applying.length} criteria cannot be told yet from what is stated.`;
}
