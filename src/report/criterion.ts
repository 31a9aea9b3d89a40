/** A criterion's page, and the list of them all. */
import type { Assessment } from "../core/assess.ts";
import { type Criterion, type Level, type Placed, thresholdsOf } from "../core/catalogue.ts";
import { factsOf } from "../core/ladder.ts";
import { listed } from "../core/listed.ts";
import type { Around, Link } from "./around.ts";
import { periodOf } from "./draft.ts";
import { guidanceFor, research } from "./finding.ts";
import { type LadderStep, ladder } from "./ladder.ts";
import { reportHref } from "./service.ts";
import { type ThresholdView, thresholdViews } from "./thresholds.ts";
import { basisSays, levelName, standingText } from "./wording.ts";

/** Where one audit stands on a criterion. */
export interface StandView {
  readonly report: Link;
  readonly period: string;
  readonly level: Level | undefined;
  readonly label: string;
}

/** A worked example: its facts as YAML and what they give. */
export interface ExampleView {
  readonly facts: unknown;
  readonly level: Level | undefined;
  readonly label: string;
  readonly needs: readonly string[];
  readonly because: string;
  readonly profile: string | null;
}

/** A criterion in reading order. */
export interface CriterionView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly theme: string;
  readonly themeId: string;
  readonly criterion: Criterion;
  readonly ladder: readonly LadderStep[];
  readonly basis: string;
  readonly sections: string;
  readonly guidance: readonly Link[];
  readonly research: readonly Link[];
  readonly thresholds: readonly { readonly profile: string; readonly thresholds: readonly ThresholdView[] }[];
  readonly facts: readonly { readonly path: string; readonly title: string }[];
  readonly examples: readonly ExampleView[];
  readonly stands: readonly StandView[];
}

/** Builds the view of one criterion, with where the audited services stand: by name, never ranked. */
export function criterionView(
  { code, theme, criterion }: Placed,
  around: Around,
  assessments: readonly Assessment[],
): CriterionView {
  const { method } = around.catalogue;
  return {
    id: criterion.id,
    code,
    title: criterion.title,
    href: `/criteria/${criterion.id}/`,
    theme: method.themes.find((one) => one.id === theme)?.title ?? theme,
    themeId: theme,
    criterion,
    ladder: ladder(criterion, method),
    basis: basisSays[criterion.basis.kind],
    sections: sectionNames(criterion.basis.sections),
    guidance: guidanceFor(criterion, around),
    research: research(criterion, around),
    thresholds: thresholdsByProfile(criterion, around),
    facts: factsOf(criterion).map((path) => ({ path, title: around.titleOf(path) })),
    examples: criterion.examples.map((example) => exampleView(example, around)),
    stands: assessments.flatMap((assessment) => stand(criterion.id, assessment, around)),
  };
}

/** Sections as a sentence names them: "sections 5.2.1 and 6.1 and the summary". */
export function sectionNames(sections: readonly string[]): string {
  const numbered = sections.filter((section) => /^\d/.test(section));
  const named = sections.filter((section) => !/^\d/.test(section)).map((section) => `the ${section}`);
  const first = numbered.length === 0 ? [] : [`section${numbered.length > 1 ? "s" : ""} ${listed(numbered)}`];
  return listed([...first, ...named]);
}

/** The criterion's own thresholds, then each profile that replaces any. */
function thresholdsByProfile(
  criterion: Criterion,
  { catalogue: { method }, references }: Around,
): CriterionView["thresholds"] {
  if (Object.keys(criterion.thresholds ?? {}).length === 0) return [];
  const replaced = Object.entries(method.profiles).filter(([, profile]) => profile.thresholds?.[criterion.id]);
  const own = Object.entries(method.profiles).filter(([, profile]) => !profile.thresholds?.[criterion.id]);
  const title = replaced.length === 0 ? "" : listed(own.map(([, profile]) => profile.title));
  return [
    { profile: title, thresholds: thresholdViews(criterion.thresholds ?? {}, references) },
    ...replaced.map(([id, profile]) => ({
      profile: profile.title,
      thresholds: thresholdViews(thresholdsOf(criterion, method, id), references),
    })),
  ];
}

function exampleView(example: Criterion["examples"][number], { catalogue: { method } }: Around): ExampleView {
  const levels = Array.isArray(example.level) ? example.level : [example.level];
  const names = levels.map((level) =>
    typeof level === "number" ? levelName(level as Level, method) : "Not applicable",
  );
  const [only] = levels;
  return {
    facts: example.facts,
    level: levels.length === 1 && typeof only === "number" ? (only as Level) : undefined,
    label: names.length === 1 ? (names[0] ?? "") : `Open: ${listed(names, "or")}`,
    needs: example.needs ?? [],
    because: example.because,
    profile: example.profile === undefined ? null : (method.profiles[example.profile]?.title ?? example.profile),
  };
}

function stand(id: string, assessment: Assessment, { catalogue }: Around): StandView[] {
  const finding = assessment.findings.find(({ criterion }) => criterion === id);
  if (finding === undefined) return [];
  const { audit } = assessment;
  return [
    {
      report: { text: audit.service.name, href: `${reportHref(assessment.id)}#${id}` },
      period: periodOf(audit),
      level: finding.standing === "settled" ? finding.levels[0] : undefined,
      label: standingText(finding, catalogue.method),
    },
  ];
}
