/**
 * The one place that reads files. Everything else of this floor works on text.
 */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { AnySchemaObject } from "ajv/dist/2020.js";
import type { CheckedAudit } from "../core/audit.ts";
import type { Catalogue } from "../core/catalogue.ts";
import { compareText, inOrder, type Problem } from "../core/problem.ts";
import { readAudit } from "./audit.ts";
import { readCatalogue, type Source } from "./catalogue.ts";
import { placeOf } from "./check.ts";
import { betweenAudits } from "./differencing.ts";
import type { Around } from "./disagreement.ts";
import { ladderFaults } from "./ladders.ts";
import { type Question, questions } from "./questions.ts";
import { type Schemas, type Validators, validators } from "./validators.ts";
import { largestFile, type Places, readYaml } from "./yaml.ts";

/** What an audit is read and judged with: schemas and catalogue of a project. */
export interface Yardstick {
  readonly catalogue: Catalogue;
  readonly validators: Validators;
  readonly around: Around;
  readonly questions: ReadonlyMap<string, Question>;
  readonly references: readonly Reference[];
}

/** An entry of content/references.yaml, in the shape of CSL-JSON. */
export interface Reference {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A checked audit with the text it came from and the places in it. */
export interface AuditFile extends CheckedAudit {
  readonly text: string;
  readonly places: Places;
}

/** Audits that could be read, and everything wrong with any. */
export interface Audits {
  readonly audits: readonly AuditFile[];
  readonly problems: readonly Problem[];
}

const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads schemas and catalogue below `root`; the catalogue's problems where it has any. */
export function readYardstick(root: string): { yardstick?: Yardstick; problems: readonly Problem[] } {
  const schema = (kind: keyof Schemas) => readFileSync(join(root, "schemas", `${kind}.schema.json`), "utf8");
  const schemas: Schemas = { audit: schema("audit"), criterion: schema("criterion"), method: schema("method") };
  const compiled = validators(schemas, hash(Object.values(schemas).join("")));
  const asked = questions(compiled.audit.schema as AnySchemaObject);

  const sources = readdirSync(join(root, "content/criteria"))
    .filter((file) => file.endsWith(".yaml"))
    .toSorted(compareText)
    .map((file): Source => source(root, `content/criteria/${file}`));
  const method = source(root, "content/method.yaml");
  const referenceFile = source(root, "content/references.yaml");
  const list = readYaml(referenceFile.text, referenceFile.file);
  const references = (Array.isArray(list.value) ? list.value : []) as Reference[];

  const sha256 = hash([method, ...sources].map(({ file, text }) => `${file}\n${hash(text)}\n`).join(""));
  const ids = references.map(({ id }) => id);
  const read = readCatalogue({ method, criteria: sources, sha256 }, compiled, asked, ids);
  const problems = [...list.problems, ...read.problems];
  if (read.catalogue === undefined || problems.length > 0) return { problems };
  const { suppression } = read.catalogue.method;
  const around: Around = {
    questions: asked,
    criteria: read.catalogue.criteria.map(({ criterion }) => criterion.id),
    suppressBelow: suppression.below,
    smallestBase: suppression.smallest_base,
  };
  return {
    yardstick: { catalogue: read.catalogue, validators: compiled, around, questions: asked, references },
    problems,
  };
}

/** Faults in the ladders of a catalogue whose names are sound: see ladders.ts. Takes a few seconds. */
export function ladderProblems(root: string, { catalogue, around, validators }: Yardstick): Problem[] {
  const problems = catalogue.criteria.flatMap(({ criterion }) => {
    const faults = ladderFaults(criterion, catalogue, around, validators);
    if (faults.length === 0) return [];
    const { file, text } = source(root, `content/criteria/${criterion.id}.yaml`);
    const { places } = readYaml(text, file);
    return faults.map((fault): Problem => {
      const { line, column } = placeOf(fault.pointer, places) ?? { line: 1, column: 1 };
      return { file, line, column, severity: "error", ...fault };
    });
  });
  return inOrder(problems);
}

/** A project as it stands: its yardstick, its sound audits, and everything wrong with either. */
export interface Project extends Audits {
  readonly yardstick?: Yardstick;
}

/** Reads schemas and catalogue below `root`, and all audits in the folder `audits`. */
export function readProject(root: string, audits = join(root, "audits")): Project {
  const { yardstick, problems } = readYardstick(root);
  return yardstick === undefined ? { audits: [], problems } : { yardstick, ...readAudits(audits, root, yardstick) };
}

/** Reads every audit in a folder, and holds those of each service against each other. */
export function readAudits(folder: string, root: string, yardstick: Yardstick): Audits {
  return compared(readFolder(folder, root, yardstick), yardstick);
}

/** Audits that were read, with the problems between them. */
export function compared({ audits, problems }: Audits, { around }: Yardstick): Audits {
  return { audits, problems: inOrder([...problems, ...betweenAudits(audits, around)]) };
}

/** Reads every audit in a folder: one folder a service, one file a period. Without the folder there are none. */
export function readFolder(folder: string, root: string, yardstick: Yardstick): Audits {
  const problems: Problem[] = [];
  const files: string[] = [];
  for (const service of existsSync(folder) ? entries(folder) : []) {
    const path = join(folder, service.name);
    const shown = relative(root, path);
    if (service.name.startsWith(".") || service.name === "README.md") continue;
    if (leaves(path, folder))
      problems.push(about(shown, "a link that leads out of the audits folder is not followed", "copy the file here"));
    else if (!isFolder(path))
      problems.push(
        about(shown, "a file stands where service folders belong", "put it in a folder named after its service"),
      );
    else if (!name.test(service.name))
      problems.push(
        about(shown, "this can't be a service's folder", "use lower-case letters, digits and single hyphens"),
      );
    else {
      for (const { name: file } of entries(path)) {
        if (file.startsWith(".") || file === "README.md") continue;
        if (leaves(join(path, file), folder))
          problems.push(
            about(
              join(shown, file),
              "a link that leads out of the audits folder is not followed",
              "copy the file here",
            ),
          );
        else files.push(join(path, file));
      }
    }
  }
  const read = files.map((file) => readAuditFile(file, root, yardstick, true));
  return {
    audits: read.flatMap(({ audit }) => (audit ? [audit] : [])),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}

/** Reads one audit. Its id is service/period, after its folder and its name. */
export function readAuditFile(
  path: string,
  root: string,
  yardstick: Yardstick,
  inFolder = basename(dirname(dirname(resolve(path)))) === "audits",
): { audit?: AuditFile; problems: readonly Problem[] } {
  const shown = relative(root, resolve(path)) || path;
  const file = shown.startsWith("..") ? path : shown;
  const refused = unreadable(path, file);
  if (refused) return { problems: [refused] };
  const period = basename(path, ".yaml");
  if (inFolder && !name.test(period)) {
    return {
      problems: [
        about(
          file,
          "this can't be the name of an audit's file",
          "name it after its period, for example 2025.yaml or 2025-autumn.yaml",
        ),
      ],
    };
  }
  const text = readFileSync(path, "utf8");
  const folder = inFolder ? basename(dirname(resolve(path))) : undefined;
  const { audit, places, problems } = readAudit(text, file, yardstick.validators, yardstick.around, folder);
  if (audit === undefined) return { problems };
  return { audit: { id: `${audit.service.id}/${period}`, file, sha256: hash(text), audit, text, places }, problems };
}

/** The SHA-256 of text, in hexadecimal. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function source(root: string, file: string): Source {
  return { file, text: readFileSync(join(root, file), "utf8") };
}

function unreadable(path: string, file: string): Problem | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return about(file, "there is no such file");
  if (!stat.isFile()) return about(file, "this is not a file");
  if (!path.endsWith(".yaml"))
    return about(file, "the file's name does not end in .yaml", "rename it, or move it elsewhere");
  if (stat.size > largestFile)
    return about(
      file,
      "the file is larger than 256 KB",
      "an audit is some 150 lines; keep documents outside and name them under evidence",
    );
  return undefined;
}

function entries(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => compareText(a.name, b.name));
}

/** Whether a path is a link that leads out of the folder, or nowhere. */
function leaves(path: string, folder: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return true;
  return !realpathSync(path).startsWith(realpathSync(folder) + sep);
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

function about(file: string, message: string, hint?: string): Problem {
  return { file, pointer: "", line: 1, column: 1, severity: "error", message, ...(hint ? { hint } : {}) };
}
