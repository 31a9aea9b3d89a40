/** Builds a site of hostile audits and looks on every page for an element, an attribute or a script that came from one. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CheerioAPI, load } from "cheerio";
import { parse, stringify } from "yaml";
import { readAudit } from "../../src/reading/audit.ts";
import { betweenAudits } from "../../src/reading/differencing.ts";
import { root, yardstick } from "../core/yardstick.ts";
import { type Random, randomFrom } from "../random.ts";
import { agreed } from "./agreed.ts";
import { answeredOtherwise, fullOfMarkup } from "./answers.ts";
import { mark } from "./fragments.ts";

const folder = join(root, ".rapport", "fuzz");

/** How many pages there are, and what is wrong on any. */
export interface HostilePages {
  readonly count: number;
  readonly wrong: readonly string[];
}

/** Builds the pages of so many hostile audits in one build, and looks at each. */
export function hostilePages(audits: number, seed: number): HostilePages {
  const [from, site] = [join(folder, "audits"), join(folder, "site")];
  rmSync(folder, { recursive: true, force: true });
  writeHostile(audits, seed, from);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["src/cli/main.ts", "build", "--audits", from, "--out", site],
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "production", VITEST: undefined } },
  );
  if (status !== 0) return { count: 0, wrong: [`the build ends with ${status}: ${(stdout + stderr).slice(-2000)}`] };
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  let marked = 0;
  const wrong = pages.flatMap((name) => {
    const $ = load(readFileSync(join(site, name), "utf8"));
    if ($("body").text().includes(mark)) marked += 1;
    return foreignIn($).map((what) => `${name}: ${what}`);
  });
  // Where no page shows the audits' texts, nothing was looked at.
  if (marked < audits * 4) wrong.push(`only ${marked} of ${pages.length} pages show a text of the audits`);
  return { count: pages.length, wrong };
}

/** What stands on a page that no template wrote: all that is told by the mark, scripts of a page's own, handlers. */
export function foreignIn($: CheerioAPI): string[] {
  const found: string[] = [];
  for (const element of $("*").toArray()) {
    if (element.type !== "tag" && element.type !== "script" && element.type !== "style") continue;
    if (element.name.includes(mark)) found.push(`an element <${element.name}>`);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (name.includes(mark) || name.startsWith("on")) found.push(`an attribute ${name} of <${element.name}>`);
      if (/^(?:href|src|action|formaction)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value))
        found.push(`an address that runs: ${value}`);
    }
    if (element.name === "script" && element.attribs["src"] === undefined) found.push("a script of the page's own");
    if (["iframe", "object", "embed", "base"].includes(element.name)) found.push(`an element <${element.name}>`);
    for (const child of element.children)
      if (child.type === "comment" && child.data.includes(mark)) found.push("a comment");
  }
  return found;
}

/** Writes so many valid audits with markup in each text, every fourth service with two periods. */
function writeHostile(count: number, seed: number, to: string): void {
  const random = randomFrom(seed);
  let written: Parameters<typeof betweenAudits>[0] = [];
  let previous: unknown;
  for (let turn = 0; written.length < count; turn += 1) {
    const second = previous !== undefined && random.chance(0.25);
    const value = second ? yearLater(previous) : hostile(turn, random);
    const text = stringify(value);
    const { service } = value as { service: { id: string } };
    const period = second ? "2031" : "2030";
    const file = `audits/${service.id}/${period}.yaml`;
    const { audit, places } = readAudit(text, file, yardstick.validators, yardstick.around, service.id);
    previous = undefined;
    if (audit === undefined) continue;
    const checked = { id: `${service.id}/${period}`, file, shown: file, sha256: file, audit, places };
    const both = [...written.slice(-1).filter((one) => one.audit.service.id === service.id), checked];
    if (betweenAudits(both, yardstick.around).length > 0) continue;
    written = [...written, checked];
    if (!second) previous = value;
    mkdirSync(join(to, service.id), { recursive: true });
    writeFileSync(join(to, service.id, `${period}.yaml`), text);
  }
}

const models = ["harbour-lane/2025", "penalarch/2026", "sallowfleet/2025-26", "tarnbridge/2026"].map(
  (id) => parse(readFileSync(join(root, "audits", `${id}.yaml`), "utf8")) as { service: object; audit: object },
);

function hostile(turn: number, random: Random): unknown {
  const model = random.pick(models);
  const named = { ...model, service: { ...model.service, id: `hostile-${turn}` } };
  return agreed(fullOfMarkup(answeredOtherwise(named, random), random));
}

/** The same audit of a later year, without what could not be the same: counts of people, and what has a date. */
function yearLater(value: unknown): unknown {
  const later = structuredClone(value) as Record<string, unknown> & { audit: Record<string, unknown> };
  for (const dated of ["evidence", "exceptions", "actions", "waits"]) delete later[dated];
  for (const counted of ["counts", "samples"]) delete later.audit[counted];
  later.audit["period"] = { from: "2030-04-01", to: "2031-03-31" };
  later.audit["completed_on"] = "2031-05-01";
  return agreed(later);
}
