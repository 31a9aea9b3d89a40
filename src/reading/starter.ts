/**
 * The first text of an audit: a head that is answered, and every other question of the schema as a comment with an
 * example. Explanations begin with ##, so that uncommenting a whole block leaves them comments.
 */
import type { AnySchemaObject } from "ajv/dist/2020.js";
import { stringify } from "yaml";
import { listed } from "../core/listed.ts";

/** What is known of a service before its audit is written; days are year-month-day. */
export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly today: string;
}

/** A question of the schema, with what it refers to written in. */
interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Node;
}

/** How the text is used; the first lines of each file. */
const use = [
  "To answer a question, take away the single # before it and the space after that, and put your answer in the place",
  "of the example. Lines with ## explain; leave them. Leave out what you do not know, or write unknown: neither counts",
  "against you. Write roles, never names of people. This is a draft, which is checked but not published: when all is",
  "answered, take the line with status out.",
];

const widest = 110;

/** The whole text, which has no problem as it stands. */
export function starter(schema: AnySchemaObject, beginning: Beginning): string {
  const definitions = (schema["$defs"] ?? {}) as Readonly<Record<string, Node>>;
  const whole = (node: Node): Node => ({ ...definitions[node.$ref?.split("/").at(-1) ?? ""], ...node });
  const answered = answers(beginning);
  const example = (node: Node, key: string, around: unknown) => exampleOf(node, key, around, beginning.today);

  /** One question below a path; `live` where its group is no comment. */
  const question = (
    key: string,
    given: Node,
    path: string,
    indent: string,
    shown: unknown,
    live: boolean,
  ): string[] => {
    const node = whole(given);
    const says = explained(node, given).map((line) => `## ${line}`);
    if (node.properties) return [...says, `${key}:`, ...group(node, path, shown, live)].map((line) => at(line, indent));
    if (node.items && whole(node.items).properties) {
      const entries = entry(whole(node.items), `${path}[]`, shown);
      return [...says, `# ${key}:`, ...entries.map((line) => `#   ${line}`)].map((line) => at(line, indent));
    }
    const known = answered.get(path);
    const line = known === undefined ? `# ${key}: ${inline(shown)}` : `${key}: ${inline(known)}`;
    return [...says, live ? line : line.replace(/^# /, "")].map((one) => at(one, indent));
  };

  const group = (node: Node, path: string, around: unknown, live: boolean): string[] => {
    const questions = Object.entries(node.properties ?? {});
    // Without an answer a group is an empty line that is refused: the first is unknown until it is answered.
    const bare = live && !questions.some(([key]) => begins(answered, `${path}.${key}`));
    const head = bare ? questions.findIndex(([, child]) => takesUnknown(whole(child))) : -1;
    return questions.flatMap(([key, child], index) => {
      const inner = example(whole(child), key, around);
      const lines = question(key, child, `${path}.${key}`, "  ", inner, live);
      const shown = index === head ? lines.map((line) => line.replace(/^( *)# (.*): .*$/, "$1$2: unknown")) : lines;
      return live && index > 0 ? ["", ...shown] : shown;
    });
  };

  /** The lines of one entry of a list, all of them examples. */
  const entry = (node: Node, path: string, entries: unknown): string[] => {
    const [first] = Array.isArray(entries) ? entries : [];
    const lines = Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
      question(key, child, `${path}.${key}`, "  ", example(whole(child), key, first), false),
    );
    const dash = lines.findIndex((line) => !line.startsWith("  ##"));
    return lines.map((line, index) => (index === dash ? line.replace("  ", "- ") : line));
  };

  const sections = Object.entries((schema["properties"] ?? {}) as Node["properties"] & object);
  return [
    ...use.map((line) => `## ${line}`),
    ...sections.flatMap(([key, node]) => [
      "",
      ...question(key, node, key, "", example(whole(node), key, undefined), true),
    ]),
    "",
  ].join("\n");
}

/** What stands answered from the start, by path. */
function answers({ id, name, type, period, today }: Beginning): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ["format", "pathway-facts/1"],
    ["service.id", id],
    ["service.name", name],
    ["service.type", type],
    ["service.nation", "england"],
    ["audit.period.from", period.from],
    ["audit.period.to", period.to],
    ["audit.completed_on", today],
    ["audit.completed_by_role", "Service manager"],
    ["audit.status", "draft"],
    ["audit.threshold_profile", type === "nhs_talking_therapies" ? "nhs_tt_england" : "none"],
  ]);
}

/** Whether a question can be answered with one word, and that word can be unknown. */
function takesUnknown({ enum: words, pattern }: Node): boolean {
  return words?.includes("unknown") === true || pattern?.includes("unknown") === true;
}

function begins(answered: ReadonlyMap<string, unknown>, path: string): boolean {
  return [...answered.keys()].some((one) => one === path || one.startsWith(`${path}.`));
}

/** An example that fits with those beside it, where the group has one; else the question's own. */
function exampleOf(node: Node, key: string, around: unknown, today: string): unknown {
  if (node.format === "date") return /^(?:due|review_on|valid_until)$/.test(key) ? nextYear(today) : today;
  const beside = typeof around === "object" && around !== null && Object.hasOwn(around, key);
  return beside ? (around as Record<string, unknown>)[key] : node.examples?.[0];
}

function nextYear(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace("02-29", "02-28")}`;
}

/** The title, what it asks, and the words it takes where that does not say them, in lines. */
function explained({ title = "", description = "", enum: words, items }: Node, own: Node): string[] {
  const taken = words ?? items?.enum ?? [];
  const told = taken.every((word) => description.includes(word));
  const says = own.description === undefined && own.title !== undefined ? "" : description;
  const answer = taken.length === 0 || told ? "" : `Answer ${listed(taken, "or")}.`;
  return wrapped([`${title}.`, says, answer].filter((part) => part !== "").join(" "));
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > widest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function inline(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}

function at(line: string, indent: string): string {
  return line === "" ? "" : indent + line;
}
