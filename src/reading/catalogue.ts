/** The catalogue's files to a catalogue, or to their problems. */

import { type Catalogue, type Criterion, catalogue, type Method } from "../core/catalogue.ts";
import { type Condition, tests } from "../core/condition.ts";
import { derived } from "../core/derived.ts";
import { general } from "../core/facts.ts";
import { inOrder, type Problem } from "../core/problem.ts";
import { check } from "./check.ts";
import { type Own, withAdded } from "./own-criteria.ts";
import type { Question } from "./questions.ts";
import { meant, told } from "./told.ts";
import type { Validators } from "./validators.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/** A file's path and text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** The method's file, the criteria's, and the hash of them all. */
export interface CatalogueSources {
  readonly method: Source;
  readonly criteria: readonly Source[];
  readonly sha256: string;
  readonly own?: Own;
}

/** A catalogue where it could be read, and what is wrong with it. */
export interface ReadCatalogue {
  readonly catalogue?: Catalogue;
  readonly problems: readonly Problem[];
}

/** Reads method and criteria: their schemas, then the names that must agree between them. */
export function readCatalogue(
  sources: CatalogueSources,
  validators: Validators,
  questions: ReadonlyMap<string, Question>,
  references: readonly string[],
): ReadCatalogue {
  const problems: Problem[] = [];
  const read = (source: Source, validate: Validators["method"]): Yaml | undefined => {
    const yaml = readYaml(source.text, source.file);
    const found = yaml.problems.length > 0 ? yaml.problems : check(yaml.value, yaml.places, validate, source.file);
    problems.push(...found);
    return found.length > 0 ? undefined : yaml;
  };
  const written = read(sources.method, validators.method);
  const method =
    written && sources.own ? { ...written, value: withAdded(written.value as Method, sources.own) } : written;
  const files = sources.criteria.flatMap((source) => {
    const yaml = read(source, validators.criterion);
    return yaml ? [{ source, yaml, criterion: yaml.value as Criterion }] : [];
  });
  if (method === undefined) return { problems: inOrder(problems) };

  const named = (method.value as Method).themes.flatMap((theme) => theme.criteria);
  const tell = (file: string, yaml: Yaml, pointer: string, message: string, hint?: string) => {
    problems.push(told(file, yaml.places, pointer, message, hint));
  };
  for (const [themeIndex, theme] of (method.value as Method).themes.entries()) {
    for (const [index, id] of theme.criteria.entries()) {
      if (!sources.criteria.some(({ file }) => file.endsWith(`/${id}.yaml`))) {
        tell(
          sources.method.file,
          method,
          `/themes/${themeIndex}/criteria/${index}`,
          `there is no criterion "${id}"`,
          "add its file to content/criteria, or take the line out",
        );
      }
    }
  }
  for (const { source, yaml, criterion } of files) {
    const at = (pointer: string, message: string, hint?: string) => tell(source.file, yaml, pointer, message, hint);
    if (!source.file.endsWith(`/${criterion.id}.yaml`)) at("/id", `the id "${criterion.id}" is not the file's name`);
    if (!named.includes(criterion.id))
      at("/id", `no theme of content/method.yaml names "${criterion.id}"`, "add it to the criteria of its theme");
    const order = criterion.levels.map(({ level }) => level).join(" ");
    if (order !== "0 3 2 1")
      at("/levels", `the levels stand in the order ${order}`, "write them as they are tried: 0 3 2 1");
    for (const [index, { level, when }] of criterion.levels.entries()) {
      if ((level === 1) === (when !== undefined))
        at(
          `/levels/${index}`,
          level === 1 ? "level 1 has no `when`: it is what nothing else claims" : `level ${level} has no \`when\``,
        );
    }
    for (const [index, id] of criterion.cites.entries()) {
      if (!references.includes(id)) at(`/cites/${index}`, `there is no reference "${id}"`, meant(id, references));
    }
    const thresholds = Object.entries(criterion.thresholds ?? {});
    for (const [name, { source: from }] of thresholds) {
      if (from !== "ours" && !references.includes(from))
        at(`/thresholds/${name}/source`, `there is no reference "${from}"`, meant(from, references));
    }
    for (const { pointer, condition } of conditionsOf(criterion)) {
      for (const { message, hint } of faults(condition, "", Object.keys(criterion.thresholds ?? {}), questions))
        at(pointer, message, hint);
    }
  }
  const errors = problems.length > 0;
  const made = errors
    ? undefined
    : catalogue(
        method.value as Method,
        files.map((file) => file.criterion),
        sources.sha256,
      );
  if (made && sources.own) return { catalogue: { ...made, own: sources.own }, problems: inOrder(problems) };
  return { ...(made ? { catalogue: made } : {}), problems: inOrder(problems) };
}

function conditionsOf(criterion: Criterion): { pointer: string; condition: Condition }[] {
  const exempt = criterion.not_applicable
    ? [{ pointer: "/not_applicable/when", condition: criterion.not_applicable.when }]
    : [];
  return [
    ...exempt,
    ...criterion.levels.flatMap(({ when }, index) =>
      when ? [{ pointer: `/levels/${index}/when`, condition: when }] : [],
    ),
  ];
}

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

/** Paths, words and thresholds in a condition that do not exist. */
function faults(
  condition: Condition,
  within: string,
  thresholds: readonly string[],
  questions: ReadonlyMap<string, Question>,
): Fault[] {
  const inner = (part: Condition, path = within) => faults(part, path, thresholds, questions);
  const parts = [
    ...(condition.any ?? []),
    ...(condition.all ?? []),
    ...(condition.of ?? []),
    ...(condition.not ? [condition.not] : []),
  ];
  const found = parts.flatMap((part) => inner(part));
  const bounds: unknown[] = [condition.at_least];
  for (const [path, test] of tests(condition)) {
    const full = within === "" ? path : `${within}[].${path}`;
    const question = questions.get(general(full));
    if (question === undefined && !derived.has(full)) {
      const known = [...questions.keys(), ...derived.keys()];
      found.push({ message: `there is no fact "${full}"`, ...hint(meant(general(full), known)) });
    }
    const { is, in: among = [], includes, any_of = [], count, some, every } = test;
    const words = [is, ...among, includes, ...any_of, ...(count?.of ?? [])].filter((word) => word !== undefined);
    for (const word of words) {
      if (question && question.words.length > 0 && !question.words.includes(word)) {
        found.push({ message: `"${word}" is not an answer to ${full}`, ...hint(meant(word, question.words)) });
      }
    }
    for (const each of [some, every]) if (each) found.push(...inner(each, full));
    for (const one of [test, count ?? {}]) bounds.push(one.at_least, one.at_most, one.over, one.under);
  }
  for (const name of bounds) {
    if (typeof name === "string" && !thresholds.includes(name)) {
      found.push({ message: `there is no threshold "${name}"`, ...hint(meant(name, thresholds)) });
    }
  }
  return found;
}

function hint(text: string | undefined): { hint?: string } {
  return text ? { hint: text } : {};
}
