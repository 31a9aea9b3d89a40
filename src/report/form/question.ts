/** The questions of an audit as a form asks them, made from its schema. */
import type { Catalogue, Level } from "../../core/catalogue.ts";
import { general } from "../../core/facts.ts";
import { factsOf } from "../../core/ladder.ts";
import { valueSaid } from "../values.ts";
import { capital, levelName } from "../wording.ts";
import { hints } from "./hints.ts";
import { type Step, shortWay, steps } from "./steps.ts";

/** What a form reads of a JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/**
 * How a question is answered: one word of some, several, lines of one's own, a number, a day, or text; `group` and
 * `entries` hold questions; the last three are answered from what else is there.
 */
export type Kind =
  | "one"
  | "words"
  | "lines"
  | "number"
  | "date"
  | "text"
  | "group"
  | "entries"
  | "criterion"
  | "supports"
  | "changes";

/** An answer to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly says: string;
}

/** A criterion that an answer decides. */
export interface Serves {
  readonly code: string;
  readonly title: string;
  readonly href: string;
}

/** One question, or a group or a list of them. */
export interface QuestionView {
  /** Its path with `[]` for an entry of a list: waits[].median. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly kind: Kind;
  readonly options: readonly Option[];
  /** Whether its answers say how far a practice reaches: the same words each time, explained once. */
  readonly scale: boolean;
  /** What one entry of a list is called. */
  readonly entry: string;
  /** Whether it can be answered with "not known". */
  readonly unknown: boolean;
  /** Whether an audit can't do without it. */
  readonly required: boolean;
  /** Whether a text is likely to be a sentence. */
  readonly long: boolean;
  readonly decimal: boolean;
  readonly example: string;
  readonly serves: readonly Serves[];
  readonly within: readonly QuestionView[];
}

/** A section of the audit on a step; `short`: whether the short way asks it. */
export interface SectionView extends QuestionView {
  readonly short: boolean;
}

/** A step with its sections. */
export interface StepView extends Omit<Step, "sections"> {
  readonly sections: readonly SectionView[];
  /** Whether the short way comes by. */
  readonly short: boolean;
}

/** The form's steps with every question of the schema. */
export function stepViews(schema: Schema, catalogue: Catalogue): StepView[] {
  const served = servedBy(catalogue);
  return steps.map(({ sections: names, ...step }) => {
    const sections = names.map((name): SectionView => {
      const required = schema.required?.includes(name) ?? false;
      const section = question(schema.properties?.[name] ?? {}, name, name, { schema, catalogue, served });
      return { ...section, required, short: shortWay.has(name) || required };
    });
    return { ...step, sections, short: sections.some(({ short }) => short) };
  });
}

function servedBy({ criteria }: Catalogue): From["served"] {
  const pairs = criteria.flatMap(({ code, criterion }) =>
    [...new Set(factsOf(criterion).map(general))].map(
      (path) => [path, { code, title: criterion.title, href: `/criteria/${criterion.id}/` }] as const,
    ),
  );
  const paths = Map.groupBy(pairs, ([path]) => path);
  return new Map([...paths].map(([path, own]) => [path, own.map(([, serves]) => serves)]));
}

/** "Step 3 of 9". */
export function counted(index: number, steps: readonly unknown[]): string {
  return `Step ${index + 1} of ${steps.length}`;
}

interface From {
  readonly schema: Schema;
  readonly catalogue: Catalogue;
  readonly served: ReadonlyMap<string, readonly Serves[]>;
}

/** More criteria than this are not named one by one: the help text says that many depend on it. */
const mostNamed = 6;

function question(given: Schema, path: string, name: string, from: From): QuestionView {
  const node = resolved(given, from.schema);
  const kind = kindOf(node, path);
  const items = resolved(node.items, from.schema);
  const words = wordsOf(kind === "words" ? items : node);
  const { says, words: explained } = hints(node.description ?? "", words);
  const scale = words.includes("routine");
  const serves = from.served.get(path) ?? [];
  return {
    path,
    name,
    title: node.title ?? name,
    says: said[path] ?? says,
    kind,
    options:
      kind === "criterion"
        ? from.catalogue.criteria.map(({ code, criterion }) => option(criterion.id, `${code} ${criterion.title}`))
        : words.map((value) => option(value, labelOf(value, node, from), scale ? "" : explained.get(value))),
    scale,
    entry: items.title ?? "",
    unknown: node.enum?.includes("unknown") ?? /unknown/.test(node.pattern ?? ""),
    required: false,
    long: kind === "text" && /^(notes|reason|action)$/.test(name),
    decimal: [node.type].flat().includes("number"),
    example: exampleOf(node),
    serves: serves.length > mostNamed ? [] : serves,
    within: withinOf(kind === "entries" ? items : node, kind === "entries" ? `${path}[]` : path, kind, from),
  };
}

/** What a form says in place of what an author of YAML is told. */
const said: Readonly<Record<string, string>> = {
  "evidence[].supports": "The answers that the source bears out. A whole section will do.",
  "exceptions[].applies_to": "The criterion or the answer that the exception is about.",
  "actions[].criterion": "The criterion that the action is for.",
  "actions[].will_state":
    "What the answers will be once the action is done. What the plan would come to is worked out from it.",
};

function withinOf({ properties = {}, required }: Schema, path: string, kind: Kind, from: From): QuestionView[] {
  if (kind !== "group" && kind !== "entries") return [];
  return Object.entries(properties).map(([name, child]) => ({
    ...question(child, `${path}.${name}`, name, from),
    required: required?.includes(name) ?? false,
  }));
}

/** What only says the label again is left out. */
function option(value: string, label: string, says = ""): Option {
  const again = `${label}s`.toLowerCase().includes(says.replace(/^(an?|the) /, "").toLowerCase());
  return { value, label, says: again ? "" : says };
}

const special: Readonly<Record<string, Kind>> = {
  "evidence[].supports": "supports",
  "actions[].will_state": "changes",
  "actions[].criterion": "criterion",
};

function kindOf(node: Schema, path: string): Kind {
  const types = [node.type ?? []].flat();
  if (special[path]) return special[path];
  if (node.properties) return "group";
  if (node.items?.properties) return "entries";
  if (node.items) return node.items.enum ? "words" : "lines";
  if (node.enum || levelOf(node)) return "one";
  if (types.includes("integer") || types.includes("number")) return "number";
  return node.format === "date" ? "date" : "text";
}

/** A level of the ladder is asked by its name. */
function levelOf({ $ref = "" }: Schema): boolean {
  return $ref.endsWith("/level");
}

function wordsOf(node: Schema): string[] {
  if (levelOf(node)) return ["0", "1", "2", "3"];
  return (node.enum ?? []).filter((word): word is string => typeof word === "string" && word !== "unknown");
}

/** Answers whose words want a hyphen or are a name. */
const written: Readonly<Record<string, string>> = {
  check_in_call: "Check-in call",
  co_design: "Co-design",
  person_centred: "Person-centred",
  guided_self_help: "Guided self-help",
  co_produced: "Co-produced",
  nice: "NICE guidelines",
  opt_in: "Opting in",
  self_help: "Self-help",
  step_free: "Step-free access",
  text_based: "Text-based",
};

/** An answer in the words of the report; a word of capitals is a name and stays as it is. */
function labelOf(value: string, node: Schema, { catalogue: { method } }: From): string {
  if (levelOf(node)) return levelName(Number(value) as Level, method);
  const profile = node.enum?.includes("nhs_tt_england") ? method.profiles[value] : undefined;
  return profile?.title ?? written[value] ?? (/[A-Z]/.test(value) ? value : capital(valueSaid("", value, {})));
}

function exampleOf({ examples = [], enum: words, items, properties, format }: Schema): string {
  const [first] = examples;
  if (words || properties || format === "date") return "";
  if (Array.isArray(first)) return items?.enum || items?.properties ? "" : first.join(", ");
  return typeof first === "string" || typeof first === "number" ? String(first) : "";
}

function resolved(node: Schema | undefined, root: Schema): Schema {
  const name = node?.$ref?.split("/").at(-1);
  return name === undefined ? (node ?? {}) : { ...root.$defs?.[name], ...node };
}
