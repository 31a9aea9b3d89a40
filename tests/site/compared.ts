/**
 * Audits to be compared: four of the repository, three services of one invented commissioner, seven of
 * another, and one whose every text tries to be markup.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Those that are taken from the repository as they are. */
const own = ["auchterquill/2025", "harbour-lane/2024", "harbour-lane/2025", "saltmere-marsh/2026-spring"];

/** Three services name this commissioner, in the same words. */
export const board = "Northmoor Health Board (invented)";

/** Seven services name this one, which are more than fit side by side. */
export const council = "Seven Valleys Council, =1+1 (invented)";

/** The services of the two, in the order of their names, and the audit each is made from. */
const services = [
  { id: "aldwick", name: "Aldwick Counselling (invented)", from: "harbour-lane/2025", by: board },
  { id: "brackenby", name: "Brackenby Talking Therapies (invented)", from: "saltmere-marsh/2026-spring", by: board },
  { id: "cairnhope", name: "Cairnhope Counselling (invented)", from: "harbour-lane/2024", by: board },
  ...["Ashdell", "Beckdell", "Corrdell", "Dowdell", "Elderdell", "Farrdell", "Garthdell"].map((name) => ({
    id: name.toLowerCase(),
    name: `${name} Counselling (invented)`,
    from: name < "D" ? "harbour-lane/2025" : "saltmere-marsh/2026-spring",
    by: council,
  })),
] as const;

/** Writes them all into an empty folder, from the files below `root`. */
export function writeCompared(root: string, audits: string): void {
  for (const id of own) cpSync(join(root, "audits", `${id}.yaml`), join(audits, `${id}.yaml`));
  for (const { id, name, from, by } of services) {
    const text = readFileSync(join(root, "audits", `${from}.yaml`), "utf8")
      .replace(/^( {2}id: ).*$/m, `$1${id}`)
      .replace(/^( {2}name: ).*$/m, `$1"${name}"`)
      .replace(/^( {2}commissioner: ).*$/m, `$1"${by}"`);
    mkdirSync(join(audits, id));
    writeFileSync(join(audits, id, "2026.yaml"), text);
  }
  mkdirSync(join(audits, "hostile"));
  cpSync(join(root, "tests/site/hostile.yaml"), join(audits, "hostile", "2025.yaml"));
}
