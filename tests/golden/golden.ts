/**
 * Golden assessments: what every audit in audits/ comes to, kept so that a change of the code or the catalogue shows
 * which services it moves. Kept lean, a line a criterion: a whole assessment is some 90 kB, most of it the audit and
 * the catalogue over again, in which nobody would see the one level that moved.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Assessment } from "../../src/core/assess.ts";

/** What is kept of an assessment: everything that a reader could see move. */
export interface Golden {
  readonly catalogue: string;
  readonly profile: string;
  readonly range: string;
  readonly tally: string;
  readonly themes: Readonly<Record<string, string>>;
  readonly findings: Readonly<Record<string, string>>;
}

/** The golden of an assessment. Ranges read "40 to 55", tallies "level 3: 2, level 2: 1, …", findings "open, 1 or 2, needs …". */
export function goldenOf({ catalogue, range, tally, themes, findings }: Assessment): Golden {
  return {
    catalogue: catalogue.version,
    profile: catalogue.profile,
    range: rangeOf(range),
    tally: tallyOf(tally),
    themes: Object.fromEntries(themes.map((theme) => [theme.id, `${rangeOf(theme.range)}; ${tallyOf(theme.tally)}`])),
    findings: Object.fromEntries(
      findings.map(({ criterion, standing, applies, levels, needs }) => [
        criterion,
        [
          standing,
          ...(levels.length === 0 ? [] : [`level ${levels.join(" or ")}`]),
          ...(applies === "maybe" ? ["or not applicable"] : []),
          ...(needs.length === 0 ? [] : [`needs ${needs.join(" and ")}`]),
        ].join(", "),
      ]),
    ),
  };
}

/** A golden as its file holds it. */
export function textOf(golden: Golden): string {
  return `${JSON.stringify(golden, undefined, 2)}\n`;
}

/** What moved, a sentence each: "findings rupture-route: was settled, level 1; is settled, level 2". */
export function moves(was: Golden, is: Golden): string[] {
  const [before, after] = [flat(was), flat(is)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: was ${before.get(key) ?? "not there"}; is ${after.get(key) ?? "not there"}`);
}

function flat(golden: Golden): Map<string, string> {
  return new Map(
    Object.entries(golden).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[key, value] as const]
        : Object.entries(value as Record<string, string>).map(([id, said]) => [`${key} ${id}`, said] as const),
    ),
  );
}

/** The goldens in a folder by the id of their audit: `harbour-lane/2025`. */
export function goldensIn(folder: string): Map<string, Golden> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
  return new Map(
    files
      .toSorted()
      .map((file) => [
        file.replaceAll("\\", "/").replace(/\.json$/, ""),
        JSON.parse(readFileSync(join(folder, file), "utf8")) as Golden,
      ]),
  );
}

/** Whether goldens may be written here: never where a change is only being checked. */
export function mayRenew(environment: Readonly<Record<string, string | undefined>>): boolean {
  return !environment["CI"];
}

/** Writes the goldens that are missing or moved and takes away those without an audit; says what it did. */
export function renew(folder: string, goldens: ReadonlyMap<string, Golden>): string[] {
  const kept = goldensIn(folder);
  const fileOf = (id: string) => join(folder, `${id}.json`);
  const gone = [...kept.keys()].filter((id) => !goldens.has(id));
  for (const id of gone) rmSync(fileOf(id));
  const written = [...goldens].filter(([id, golden]) => {
    const was = existsSync(fileOf(id)) ? readFileSync(fileOf(id), "utf8") : undefined;
    if (was === textOf(golden)) return false;
    mkdirSync(dirname(fileOf(id)), { recursive: true });
    writeFileSync(fileOf(id), textOf(golden));
    return true;
  });
  return [...written.map(([id]) => `${id}: written`), ...gone.map((id) => `${id}: taken away, it has no audit`)];
}

function rangeOf(range: Assessment["range"]): string {
  return range === null ? "no range" : `${range.low} to ${range.high}`;
}

function tallyOf({ levels, open, notApplicable }: Assessment["tally"]): string {
  const settled = levels.map((count, level) => `level ${level}: ${count}`);
  return [...settled, `open: ${open}`, `not applicable: ${notApplicable}`].join(", ");
}
