/** From an audit and the catalogue to the one result that every page, download and answer reads. */
import type { Audit, CheckedAudit } from "./audit.ts";
import { type Catalogue, type Level, numbers, type Placed, thresholdsOf } from "./catalogue.ts";
import { facts } from "./derived.ts";
import {
  pointersOf,
  type Source,
  type StatedFact,
  type Support,
  sourcesOf,
  statedFacts,
  supportOf,
  touches,
} from "./evidence.ts";
import type { Answers } from "./facts.ts";
import { factsOf, standing } from "./ladder.ts";
import { overallRange, type Range, rounded, type Tally, tally, themeRange } from "./score.ts";
import type { Truth } from "./truth.ts";

/** Where a service stands on one criterion, and what that rests on. */
export interface Finding {
  /** The criterion's id, and the finding's permanent anchor. */
  readonly criterion: string;
  readonly code: string;
  readonly theme: string;
  readonly title: string;
  readonly standing: "settled" | "open" | "not applicable";
  readonly applies: Truth;
  /** The levels the facts still allow, lowest first; none where it does not apply. */
  readonly levels: readonly Level[];
  /** What each of those levels means, in the criterion's words; or why it does not apply. */
  readonly says: readonly string[];
  readonly facts: readonly StatedFact[];
  /** Paths of the facts that would settle it. */
  readonly needs: readonly string[];
  readonly support: Support;
  /** Ids of the exceptions that explain it. An exception never changes a level. */
  readonly exceptions: readonly string[];
}

/** The findings of one theme, added up. A theme without an applicable criterion has no range. */
export interface ThemeScore {
  readonly id: string;
  readonly title: string;
  readonly tally: Tally;
  readonly range: Range | null;
}

/** The whole result, as plain JSON. Ranges are whole numbers out of 100. */
export interface Assessment {
  readonly format: "rapport-assessment/1";
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly catalogue: {
    readonly version: string;
    readonly sha256: string;
    readonly profile: string;
    readonly own?: NonNullable<Catalogue["own"]>;
  };
  readonly audit: Audit;
  readonly findings: readonly Finding[];
  readonly themes: readonly ThemeScore[];
  readonly tally: Tally;
  readonly range: Range | null;
}

/** Judges an audit by every criterion of the catalogue and adds up. */
export function assess(checked: CheckedAudit, catalogue: Catalogue): Assessment {
  const { audit } = checked;
  const sources = sourcesOf(audit as unknown as Answers, audit.evidence ?? []);
  const findings = catalogue.criteria.map((placed) => finding(placed, audit, sources, catalogue));
  const themes = catalogue.method.themes.map((theme) => {
    const own = findings.filter((one) => one.theme === theme.id);
    return { id: theme.id, title: theme.title, tally: tally(own), range: themeRange(own) };
  });
  return {
    format: "rapport-assessment/1",
    id: checked.id,
    file: checked.file,
    sha256: checked.sha256,
    catalogue: {
      version: catalogue.method.version,
      sha256: catalogue.sha256,
      profile: audit.audit.threshold_profile,
      ...(catalogue.own ? { own: catalogue.own } : {}),
    },
    audit,
    findings,
    themes: themes.map((theme) => ({ ...theme, range: printed(theme.range) })),
    tally: tally(findings),
    range: printed(overallRange(themes.map((theme) => theme.range))),
  };
}

function finding(
  { code, theme, criterion }: Placed,
  audit: Audit,
  sources: readonly Source[],
  { method }: Catalogue,
): Finding {
  const answers = audit as unknown as Answers;
  const thresholds = numbers(thresholdsOf(criterion, method, audit.audit.threshold_profile));
  const { applies, levels, needs } = standing(criterion, facts(answers), thresholds);
  const rests = statedFacts(answers, factsOf(criterion), sources);
  const says = levels.flatMap((level) => criterion.levels.flatMap((step) => (step.level === level ? [step.says] : [])));
  return {
    criterion: criterion.id,
    code,
    theme,
    title: criterion.title,
    standing: levels.length === 0 ? "not applicable" : levels.length === 1 && applies === "yes" ? "settled" : "open",
    applies,
    levels,
    says: levels.length === 0 ? [criterion.not_applicable?.says ?? ""] : says,
    facts: rests,
    needs,
    support: supportOf(rests, audit.evidence ?? []),
    exceptions: exceptionsFor(criterion.id, audit, rests),
  };
}

function exceptionsFor(criterion: string, audit: Audit, rests: readonly StatedFact[]): string[] {
  const answers = audit as unknown as Answers;
  return (audit.exceptions ?? [])
    .filter(({ applies_to }) => {
      const pointers = pointersOf(answers, [applies_to]);
      return (
        applies_to === criterion || pointers.some((pointer) => rests.some((fact) => touches(pointer, fact.pointer)))
      );
    })
    .map(({ id }) => id);
}

function printed(range: Range | undefined): Range | null {
  return range === undefined ? null : rounded(range);
}
