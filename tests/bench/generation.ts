/**
 * Audits for the benchmark, from a seed: each after one of the repository's services, with other figures, other
 * answers, some left out, gates and therapies of other services, and for every fifth service a second period.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compactYaml } from "../../src/site/yaml.ts";
import { root } from "../core/yardstick.ts";
import { agreed } from "../fuzz/agreed.ts";
import { type Random, randomFrom } from "../random.ts";

type Group = Record<string, unknown>;

interface Model extends Group {
  readonly service: Group;
  readonly audit: Group;
  readonly gates?: readonly Group[];
  readonly therapies?: readonly Group[];
}

const models: readonly Model[] = ["audits", "tests/models"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => parse(readFileSync(join(root, folder, name), "utf8")) as Model),
);

/** What stands for a practice in many questions, and may be answered otherwise. */
const practices = ["routine", "discretionary", "on_request", "absent", "unknown"];
const places = ["North West", "Fens and Coast", "Upper Valley", "City Centre", "Borderlands", "Islands", "Moor Edge"];
const groups = ["Adults", "Young people aged 11 to 18", "Students", "Carers", "Older adults", "Parents"];

/** Writes so many audits below `folder`. */
export function generate(count: number, folder: string, seed = 42): void {
  const random = randomFrom(seed);
  for (let written = 0, service = 0; written < count; service += 1) {
    const id = `service-${String(service).padStart(5, "0")}`;
    const model = random.pick(models);
    const head = {
      ...model.service,
      id,
      name: `${random.pick(places)} Counselling ${service} (invented)`,
      region: random.pick(places),
      client_group: random.pick(groups),
      commissioner: `Care board ${random.below(Math.ceil(count / 5))} (invented)`,
    };
    const years = written + 1 < count && service % 5 === 4 ? [2024, 2025] : [2025];
    for (const year of years) {
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, id, `${year}.yaml`), textOf(varied(model, head, year, random), random));
      written += 1;
    }
  }
}

/** The audit of one year, with an answer in four another than the model's and one in twelve left out. */
function varied(model: Model, service: Group, year: number, random: Random): unknown {
  const { service: _, audit, gates = [], therapies = [], ...answers } = structuredClone(model);
  const other = structuredClone(random.pick(models));
  const scale = 0.6 + random.below(90) / 100;
  const [allGates, allTherapies] = [some(gates, other.gates, random), some(therapies, other.therapies, random)];
  const period = { from: `${year - 1}-04-01`, to: `${year}-03-31` };
  return agreed({
    format: answers["format"],
    service,
    audit: { ...(changed(audit, "audit", scale, random) as Group), period, completed_on: `${year}-05-12` },
    ...(changed({ ...answers, format: undefined }, "", scale, random) as Group),
    gates: allGates,
    therapies: allTherapies,
  });
}

/** One's own entries, now and then without one, now and then with one of another service. */
function some(own: readonly Group[], others: readonly Group[] = [], random: Random): unknown[] {
  const kept = own.filter(() => !random.chance(0.2));
  const taken = others
    .slice(0, random.below(3))
    .filter(({ id }) => id === undefined || own.every((one) => one["id"] !== id));
  return [...kept, ...taken];
}

/** Names, ids and references stay; figures are scaled, words for a practice drawn again. */
function changed(value: unknown, name: string, scale: number, random: Random): unknown {
  if (Array.isArray(value)) return value.map((entry) => changed(entry, name, scale, random));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(
      ([key, one]) => one !== undefined && (required.has(key) || !random.chance(0.08)) && !moved(key, one),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, changed(inner, key, scale, random)]));
  }
  if (typeof value === "number" && !exact.has(name) && value > 4)
    return name.startsWith("pct") ? value : Math.max(5, Math.round(value * scale));
  return typeof value === "string" && practices.includes(value) && value !== "absent" && random.chance(0.25)
    ? random.pick(practices)
    : value;
}

/** What an action will state of waits and gates is about figures and places that are no longer these. */
function moved(key: string, value: unknown): boolean {
  return key === "will_state" && Object.keys(value as Group).some((path) => /^(?:waits|gates|therapies)/.test(path));
}

const exact = new Set(["suppress_below", "from_level", "aim_level", "order", "minutes", "reply_within_days"]);
const required = new Set([
  ..."id name type nation format period from to completed_on completed_by_role threshold_profile stage unit kind".split(
    " ",
  ),
  ..."title date effect modality criterion action owner_role status order purpose applies_to reason what".split(" "),
]);

/** The text as a service would write it, each part after an empty line and some lines with a remark. */
function textOf(audit: unknown, random: Random): string {
  const lines = compactYaml(audit).split("\n");
  const remarked = lines.flatMap((line, index) => {
    const apart = index > 0 && /^\w/.test(line) ? [""] : [];
    return [
      ...apart,
      random.chance(0.02) && /^ {2}\w+: \w+$/.test(line) ? `${line} # as agreed at the away day` : line,
    ];
  });
  return `# An invented service, made for the benchmark.\n${remarked.join("\n")}\n`;
}
