/** A worked case as readers see it: the services of a story, and where the engine says that they stand. */
import type { Level, Placed } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import { type Case, standingOfCase } from "../core/guidance.ts";
import type { Around, Link } from "./around.ts";
import { standingText } from "./wording.ts";

/** Where a service stands on one criterion. */
export interface CaseStand {
  readonly criterion: Link;
  readonly level: Level | undefined;
  readonly label: string;
  /** What each level still allowed means, in the criterion's words. */
  readonly says: readonly string[];
  readonly because: string;
  /** The questions that would settle it. */
  readonly needs: readonly string[];
}

/** A case in reading order. */
export interface CaseView {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly services: readonly {
    readonly name: string;
    readonly facts: unknown;
    readonly stands: readonly CaseStand[];
  }[];
}

/** Judges the services of a case and puts it in words. */
export function caseView({ id, title, says, services }: Case, around: Around): CaseView {
  const { criteria } = around.catalogue;
  return {
    id,
    title,
    says,
    services: services.map(({ name, facts, stands }) => ({
      name,
      facts,
      stands: stands.flatMap((stand) => {
        const placed = criteria.find(({ criterion }) => criterion.id === stand.criterion);
        return placed ? [standView(placed, facts as Answers, stand.because, around)] : [];
      }),
    })),
  };
}

function standView({ code, criterion }: Placed, facts: Answers, because: string, around: Around): CaseStand {
  const { method } = around.catalogue;
  const { applies, levels, needs } = standingOfCase(facts, criterion, method);
  const settled = levels.length === 1 && applies === "yes";
  const standing = levels.length === 0 ? "not applicable" : settled ? "settled" : "open";
  const step = (level: Level) => criterion.levels.find((one) => one.level === level)?.says ?? "";
  return {
    criterion: { text: `${code} ${criterion.title}`, href: `/criteria/${criterion.id}/` },
    level: settled ? levels[0] : undefined,
    label: standingText({ standing, levels, applies }, method),
    says: levels.length === 0 ? [criterion.not_applicable?.says ?? ""] : levels.map(step),
    because,
    needs: needs.map(around.titleOf),
  };
}
