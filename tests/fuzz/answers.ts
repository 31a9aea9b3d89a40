/** Other answers that the schema allows: the file stays valid, so that it is assessed and its report made. */
import auditSchema from "../../schemas/audit.schema.json" with { type: "json" };
import type { Schema } from "../core/arbitrary.ts";
import type { Random } from "../random.ts";
import { markup, texts } from "./fragments.ts";

type Group = Record<string, unknown>;

const schema = auditSchema as unknown as Schema & { readonly required?: readonly string[] };
const criteria = ["therapy-choice", "diagnostic-gate", "preferences-therapy", "wait-first-contact", "contract-whole"];

/** An audit with some answers changed, left out, added, doubled or put in another order. */
export function answeredOtherwise(audit: unknown, random: Random): unknown {
  const changed = structuredClone(audit);
  const share = random.pick([0.02, 0.1, 0.5]);
  return changedPart(changed, schema, "", { random, share });
}

/** An audit with markup in each of its texts. */
export function fullOfMarkup(audit: unknown, random: Random): unknown {
  return visit(audit, schema, "", (value, part, name) =>
    isText(part, name) && value !== "self_funded" ? markedText(random) : value,
  );
}

function markedText(random: Random): string {
  const [one, other] = [random.pick(markup), random.pick(markup)];
  return random.chance(0.5) ? one : `${one} ${other}`.slice(0, 300);
}

interface Change {
  readonly random: Random;
  /** How many of the answers are changed, from 0 to 1. */
  readonly share: number;
}

/** These tell which service and which questions: they stay. */
const kept = new Set(["format", "id", "service", "audit", "period", "from", "to", "stage"]);

function changedPart(value: unknown, given: Schema, name: string, change: Change): unknown {
  const part = resolved(given);
  const { random, share } = change;
  if (part.properties && isGroup(value)) {
    const group = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const asked = part.properties?.[key];
      if (asked === undefined || kept.has(key))
        return [[key, key === "service" || key === "audit" ? changedPart(inner, asked ?? {}, key, change) : inner]];
      if (random.chance(share / 3) && !required(part, key)) return [];
      return [[key, changedPart(inner, asked, key, change)]];
    });
    for (const [key, asked] of Object.entries(part.properties)) {
      if (Object.hasOwn(value, key) || kept.has(key) || !random.chance(share / 4)) continue;
      group.push([key, answerTo(asked, key, random)]);
    }
    return Object.fromEntries(random.chance(0.1) ? group.toReversed() : group);
  }
  if (part.items && Array.isArray(value)) {
    const items = part.items;
    const entries = value.map((entry) => changedPart(entry, items, name, change));
    if (!random.chance(share)) return entries;
    return random.pick([[], entries.toReversed(), entries.slice(0, 1), more(entries, items, name, random)]);
  }
  return random.chance(share) ? answerTo(part, name, random) : value;
}

/** The entries with one to forty more, each with a label of its own. */
function more(entries: readonly unknown[], items: Schema, name: string, random: Random): unknown[] {
  const added = Array.from({ length: random.pick([1, 2, 40]) }, (_, index) => {
    const entry = answerTo(items, name, random);
    return isGroup(entry) && "id" in entry ? { ...entry, id: `N${index}` } : entry;
  });
  const all = [...entries, ...added];
  return isGroup(all[0]) ? all : [...new Set(all)];
}

/** An answer that the schema allows, whether or not it agrees with the others. */
function answerTo(given: Schema, name: string, random: Random): unknown {
  const part = resolved(given);
  if (part.const !== undefined) return part.const;
  if (part.enum) return random.pick(part.enum);
  if (part.properties) {
    const entries = Object.entries(part.properties).filter(([key]) => required(part, key) || random.chance(0.7));
    return Object.fromEntries(entries.map(([key, asked]) => [key, answerTo(asked, key, random)]));
  }
  if (name === "will_state") return { "preferences.asked": random.pick(["routine", "discretionary"]) };
  if (part.items) {
    const items = part.items;
    return more([], items, name, random).slice(0, 1 + random.below(4));
  }
  const types = [part.type].flat();
  if (types.includes("integer") || types.includes("number")) return number(part, random);
  if (part.format === "date")
    return random.pick(["2024-04-01", "2025-03-31", "2024-02-29", "1999-12-31", "2099-01-01"]);
  if (part.format === "uri")
    return `https://example.org/${encodeURIComponent(random.pick(markup))}?a=1&b='${"x".repeat(random.below(40))}`;
  if (name === "criterion") return random.pick(criteria);
  if (name === "supports") return random.pick(["waits", "gates", "assessment", "preferences.asked", "endings"]);
  if (name === "applies_to") return random.pick([...criteria, "gates", "waits"]);
  if (name === "id") return `i-${random.below(1000)}`;
  return random.chance(0.5) ? random.pick(texts) : markedText(random);
}

function number({ minimum = 0, maximum, pattern = "" }: Schema, random: Random): number | string {
  if (pattern !== "" && random.chance(0.2)) return /<\[/.test(pattern) && random.chance(0.6) ? "<5" : "unknown";
  const most = maximum ?? random.pick([3, 60, 400, 99_999, 999_999_999]);
  return random.pick([
    minimum,
    most,
    minimum + random.below(most - minimum + 1),
    minimum + random.below(most - minimum + 1),
  ]);
}

/** A value with each answer replaced by what `change` makes of it. */
function visit(
  value: unknown,
  given: Schema,
  name: string,
  change: (value: unknown, part: Schema, name: string) => unknown,
): unknown {
  const part = resolved(given);
  if (Array.isArray(value)) return value.map((entry) => visit(entry, part.items ?? {}, name, change));
  if (!isGroup(value)) return change(value, part, name);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, visit(inner, part.properties?.[key] ?? {}, key, change)]),
  );
}

/** Whether a question is answered in anybody's own words. */
function isText(part: Schema, name: string): boolean {
  const free = part.type === "string" && !part.pattern && !part.format && !part.enum;
  return free && !["criterion", "supports", "applies_to"].includes(name);
}

function resolved(given: Schema): Schema {
  const name = given.$ref?.split("/").at(-1);
  return name === undefined ? given : { ...schema.$defs?.[name], ...given };
}

function required(part: Schema, key: string): boolean {
  return ((part as { required?: readonly string[] }).required ?? []).includes(key);
}

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
