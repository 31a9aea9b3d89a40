/**
 * What a finding rests on: which of its facts have evidence a reader can ask for, and how strong it is.
 * Strength stands beside a level and never changes it.
 */
import type { Audit, Evidence } from "./audit.ts";
import { type Answers, expand, find } from "./facts.ts";

/** Only stated; in a document; or in a sample of what was done. What clients report stands apart. */
export type Strength = "stated" | "documented" | "sampled";

/** A stated fact of a finding with the ids of the evidence that supports it. */
export interface StatedFact {
  readonly path: string;
  /** JSON pointer into the audit. */
  readonly pointer: string;
  readonly value: unknown;
  readonly evidence: readonly string[];
}

/** How well a finding's stated facts are supported. */
export interface Support {
  /** The weakest among the finding's stated facts: a chain is as strong as that. */
  readonly strength: Strength;
  /** Whether any of its facts is supported by what clients report. */
  readonly clientReported: boolean;
  /** Facts with evidence, of the facts stated. */
  readonly supported: number;
  readonly of: number;
}

const strengths: Readonly<Record<Evidence["kind"], Strength | "client-reported">> = {
  policy_document: "documented",
  website: "documented",
  contract: "documented",
  minutes: "documented",
  data_extract: "sampled",
  case_record_sample: "sampled",
  staff_survey: "sampled",
  observation: "sampled",
  client_survey: "client-reported",
};

const weakestFirst: readonly Strength[] = ["stated", "documented", "sampled"];

/** A piece of evidence and the JSON pointers of what it supports. */
export interface Source {
  readonly id: string;
  readonly pointers: readonly string[];
}

/** The evidence of an audit as sources, worked out once for all its findings. */
export function sourcesOf(answers: Answers, evidence: readonly Evidence[]): Source[] {
  return evidence.map(({ id, supports }) => ({ id, pointers: pointersOf(answers, supports) }));
}

/** The stated facts among the paths (with `[]` for the entries of a list), each with its evidence. */
export function statedFacts(answers: Answers, paths: readonly string[], sources: readonly Source[]): StatedFact[] {
  const each = new Set(paths.flatMap((path) => expand(answers, path)));
  return [...each].flatMap((path) => {
    const found = find(answers, path);
    if (found === undefined || found.value === "unknown") return [];
    const ids = sources.filter((one) => one.pointers.some((pointer) => touches(pointer, found.pointer)));
    return [{ path, pointer: found.pointer, value: found.value, evidence: ids.map((one) => one.id) }];
  });
}

/** What a service says of itself or of its own list is a declaration: there is no evidence to ask for. */
const declaration = /^(service|audit)\.|_complete$/;

/** How well the facts of one finding are supported, declarations left out. */
export function supportOf(stated: readonly StatedFact[], evidence: readonly Evidence[]): Support {
  const facts = stated.filter(({ path }) => !declaration.test(path));
  const kinds = new Map(evidence.map(({ id, kind }) => [id, strengths[kind]]));
  const each = facts.map((fact) => fact.evidence.map((id) => kinds.get(id)));
  const best = each.map((found) => Math.max(0, ...found.map((kind) => weakestFirst.indexOf(kind as Strength))));
  return {
    strength: weakestFirst[Math.min(...best)] ?? "stated",
    clientReported: each.some((found) => found.includes("client-reported")),
    supported: facts.filter((fact) => fact.evidence.length > 0).length,
    of: facts.length,
  };
}

/** Whether a source still held when the audit was completed. */
export type Currency = "current" | "stale" | "expired";

/**
 * How current a source is on the day the audit was completed: expired after its own last day, stale where it
 * is a rule older than the time between policy reviews, as the audit states that (in months).
 */
export function currency({ kind, date, valid_until }: Evidence, { audit, governance }: Audit): Currency {
  if (valid_until !== undefined && valid_until < audit.completed_on) return "expired";
  const months = governance?.policy_review_months;
  const isRule = kind === "policy_document" || kind === "website";
  if (!isRule || typeof months !== "number" || months === 0) return "current";
  return place(date, months) < place(audit.completed_on) ? "stale" : "current";
}

/** Where an ISO date, or so many months after it, stands among all days; every month is given 31, to compare. */
function place(date: string, months = 0): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return (year * 12 + month + months) * 31 + day;
}

/** The JSON pointers of the given fact paths, those that stand in the audit. */
export function pointersOf(answers: Answers, paths: readonly string[]): string[] {
  return paths.flatMap((path) => find(answers, path)?.pointer ?? []);
}

/** Whether two pointers are the same place or one lies inside the other. */
export function touches(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
