/**
 * What moved between two audits of a service, and which of it the service changed and which the criteria.
 *
 * Both audits are read under the same criteria: what moves between them is what the service changed. Where
 * the older one's report was kept as it was published, the step from it to the same audit under today's
 * criteria is what the criteria changed. A level has moved only where every level that was possible lies on
 * one side of every level that is possible now; else it can't be told.
 */
import type { Assessment, Finding } from "./assess.ts";
import { type Catalogue, type Criterion, type Threshold, thresholdsOf } from "./catalogue.ts";
import type { Change } from "./change.ts";
import { differences } from "./difference.ts";
import type { Answers } from "./facts.ts";
import { factsOf } from "./ladder.ts";
import type { Scored } from "./score.ts";

/**
 * What became of a finding. opened: it was settled and now several levels are possible; settled: the other
 * way round; new and dropped: judged on one side only; can't tell: open both times, with other levels.
 */
export type Moved =
  | "up"
  | "down"
  | "opened"
  | "settled"
  | "can't tell"
  | "now applies"
  | "no longer applies"
  | "new"
  | "dropped"
  | "same";

/** Where a finding stands. */
export type Stand = Pick<Finding, "standing" | "applies" | "levels">;

/** A report as it was published: what comparing needs of its assessment. It is never scored again. */
export interface Published extends Pick<Assessment, "sha256" | "catalogue"> {
  readonly findings: readonly (Stand & Pick<Finding, "criterion" | "code" | "title">)[];
}

/** A number that a criterion compares with, where the two audits are read against other thresholds. */
export interface ThresholdChange {
  readonly name: string;
  readonly from: Threshold;
  readonly to: Threshold;
}

/**
 * One criterion, both audits under today's criteria, and the facts it rests on that changed. Facts that say
 * whether it applies are among them only where that is what changed.
 */
export interface Move {
  readonly criterion: string;
  readonly moved: Moved;
  readonly before: Stand;
  readonly after: Stand;
  readonly facts: readonly Change[];
  readonly thresholds: readonly ThresholdChange[];
}

/** One criterion and the older audit: as its report was published, and under today's criteria. */
export interface Step {
  readonly criterion: string;
  readonly code: string;
  readonly title: string;
  readonly moved: Moved;
  readonly published: Stand | null;
  readonly today: Stand | null;
}

/** One of the two audits. */
export type Side = Pick<Assessment, "id" | "file" | "sha256"> & Pick<Assessment["audit"]["audit"], "period">;

/** The whole comparison, as plain JSON. */
export interface Comparison {
  readonly format: "rapport-comparison/1";
  readonly before: Side;
  readonly after: Side;
  /** The criteria that both are read under. */
  readonly catalogue: { readonly version: string; readonly sha256: string };
  /** What the service changed, in the catalogue's order. */
  readonly moves: readonly Move[];
  /** What the criteria changed, and the criteria of then; null where the older report was not kept. */
  readonly criteria: { readonly version: string; readonly sha256: string; readonly steps: readonly Step[] } | null;
}

/** Compares two assessments under one catalogue; `published` is the older one's report as it was. */
export function compare(
  before: Assessment,
  after: Assessment,
  catalogue: Catalogue,
  published?: Published,
): Comparison {
  const { version, sha256 } = after.catalogue;
  if (before.catalogue.sha256 !== sha256) throw new Error("two assessments under different catalogues were compared");
  return {
    format: "rapport-comparison/1",
    before: side(before),
    after: side(after),
    catalogue: { version, sha256 },
    moves: after.findings.map((finding) => move(finding, before, after, catalogue)),
    criteria: published
      ? {
          version: published.catalogue.version,
          sha256: published.catalogue.sha256,
          steps: steps(published, before),
        }
      : null,
  };
}

/** What became of a standing; undefined where it was not judged. */
export function moved(before: Scored | undefined, after: Scored | undefined): Moved {
  if (before === undefined) return after === undefined ? "same" : "new";
  if (after === undefined) return "dropped";
  if (before.applies === after.applies && String(before.levels) === String(after.levels)) return "same";
  if (after.applies === "no") return before.applies === "yes" ? "no longer applies" : "settled";
  if (before.applies === "no") return after.applies === "yes" ? "now applies" : "opened";
  if (before.applies === "yes" && after.applies === "yes") {
    if (Math.max(...before.levels) < Math.min(...after.levels)) return "up";
    if (Math.min(...before.levels) > Math.max(...after.levels)) return "down";
  }
  if (!isOpen(before)) return "opened";
  return isOpen(after) ? "can't tell" : "settled";
}

function isOpen({ applies, levels }: Scored): boolean {
  return applies === "maybe" || levels.length > 1;
}

function move(finding: Finding, before: Assessment, after: Assessment, { criteria, method }: Catalogue): Move {
  const id = finding.criterion;
  const placed = criteria.find(({ criterion }) => criterion.id === id);
  const was = before.findings.find(({ criterion }) => criterion === id);
  if (placed === undefined || was === undefined) throw new Error(`the catalogue has no criterion "${id}"`);
  const [from, to] = [before, after].map((one) => thresholdsOf(placed.criterion, method, one.catalogue.profile));
  return {
    criterion: id,
    moved: moved(was, finding),
    before: stand(was),
    after: stand(finding),
    facts: differences(asked(placed.criterion, was.applies !== finding.applies), answersOf(before), answersOf(after)),
    thresholds: changed(from ?? {}, to ?? {}),
  };
}

/** The facts that decide: those that say where a criterion applies only if that is what changed. */
function asked(criterion: Criterion, applying: boolean): readonly string[] {
  const { not_applicable: exempt, ...ladder } = criterion;
  return factsOf(applying && exempt ? criterion : ladder);
}

type Thresholds = Readonly<Record<string, Threshold>>;

function changed(from: Thresholds, to: Thresholds): ThresholdChange[] {
  return Object.entries(to).flatMap(([name, now]) => {
    const then = from[name];
    return then === undefined || then.is === now.is ? [] : [{ name, from: then, to: now }];
  });
}

function steps({ findings }: Published, today: Assessment): Step[] {
  const dropped = findings.filter((one) => today.findings.every(({ criterion }) => criterion !== one.criterion));
  return [...today.findings, ...dropped].map(({ criterion, code, title }) => {
    const find = (list: Published["findings"]) => list.find((one) => one.criterion === criterion);
    const [was, now] = [find(findings), find(today.findings)];
    return {
      criterion,
      code,
      title,
      moved: moved(was, now),
      published: was ? stand(was) : null,
      today: now ? stand(now) : null,
    };
  });
}

function stand({ standing, applies, levels }: Stand): Stand {
  return { standing, applies, levels };
}

function side({ id, file, sha256, audit }: Assessment): Side {
  return { id, file, sha256, period: audit.audit.period };
}

function answersOf({ audit }: Assessment): Answers {
  return audit as unknown as Answers;
}
