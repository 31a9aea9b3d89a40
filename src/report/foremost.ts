/** Which findings a short text names: by where they stand, and among equals the themes in turn. */
import type { Finding } from "../core/assess.ts";
import type { Level } from "../core/catalogue.ts";

/** Where a finding stands, as a report groups them. */
export type Place = Level | "open" | "not applicable";

/** Where a finding stands. */
export function placeOf({ standing, levels }: Finding): Place {
  if (standing !== "settled") return standing;
  return levels[0] ?? "not applicable";
}

/**
 * The findings at one place, so that no theme crowds out another: the first of each theme in the catalogue's
 * order, then the second of each, and so on. This is an order of telling and no rank.
 */
export function foundAt(findings: readonly Finding[], place: Place): Finding[] {
  const turns = new Map<string, number>();
  return findings
    .filter((finding) => placeOf(finding) === place)
    .map((finding) => {
      const turn = turns.get(finding.theme) ?? 0;
      turns.set(finding.theme, turn + 1);
      return { finding, turn };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ finding }) => finding);
}

/** What a reader has to act on, first to last: works against, weak, open, developing. */
export function toActOn(findings: readonly Finding[]): Finding[] {
  return ([0, 1, "open", 2] as const).flatMap((place) => foundAt(findings, place));
}
