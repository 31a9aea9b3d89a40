/** What stands out in an audit, in sentences: what is good, what works against clients, what is open. */
import type { Assessment, Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import { listed } from "../core/listed.ts";
import type { Around } from "./around.ts";
import { fitting, linesFor, moreText } from "./fit.ts";
import { foundAt } from "./foremost.ts";
import { factName } from "./values.ts";
import { count, levelName, standingText } from "./wording.ts";

/** The sentences of one level, or of what is open, as many as fit, and what to say of the rest. */
export interface StandOut {
  readonly level: Level | undefined;
  readonly name: string;
  readonly shown: readonly string[];
  readonly more: string;
}

/** No more than this of one kind, so that the others have room. */
const mostOfOne = 4;

/** The lines of a group beside its sentences: its name above, and below how many more there are. */
const frame = 2;

/** What is kept free for each group that follows: its frame and one sentence. */
const kept = frame + 3;

/**
 * What is good, what works against clients (where nothing does, what is weak), and what is open, in so many
 * lines of so many characters. Each group says at least one sentence.
 */
export function standsOut(assessment: Assessment, around: Around, lines: number, characters: number): StandOut[] {
  const { findings, tally } = assessment;
  const { method } = around.catalogue;
  const answers = assessment.audit as unknown as Answers;
  const at = (level: Level, none: string) => ({
    level,
    name: levelName(level, method),
    all: foundAt(findings, level).map(({ says }) => says[0] ?? ""),
    none,
  });
  const settled = "Nothing is settled at this level.";
  const harm = tally.open === 0 ? "Nothing works against clients." : "Nothing is known to work against clients.";
  const groups = [
    at(3, settled),
    at(0, harm),
    ...(tally.levels[0] === 0 ? [at(1, settled)] : []),
    {
      level: undefined,
      name: "Open",
      all: foundAt(findings, "open").map((finding) => `${finding.title}: ${openSays(finding, around, answers)}`),
      none: "Nothing that is not stated could change a level.",
    },
  ];
  let left = lines;
  return groups.map(({ level, name, all, none }, index) => {
    const own = left - kept * (groups.length - index - 1);
    const fit = fitting(all, (text) => linesFor(text, characters), own - frame, { most: mostOfOne });
    left -= Math.max(1, fit.lines) + frame;
    return { level, name, shown: fit.shown.length === 0 ? [none] : fit.shown, more: moreText(fit.left) };
  });
}

/** Between which levels a finding is open, and until what is stated: "weak or developing, until this is stated: Fees." */
export function openSays(finding: Finding, { catalogue, titleOf }: Around, answers: Answers): string {
  const between = standingText(finding, catalogue.method).replace("Open: ", "").toLowerCase();
  const titles = finding.needs.slice(0, 2).map((path) => factName(path, titleOf, answers));
  const others = finding.needs.length - titles.length;
  const needs = listed(others > 0 ? [...titles, count(others, "other answer")] : titles);
  return `${between}, until ${finding.needs.length === 1 ? "this is" : "these are"} stated: ${needs}.`;
}
