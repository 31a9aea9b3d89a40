/**
 * The one place that reads files, with file-place.ts and kept.ts. Everything else of this floor works on text.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { CheckedAudit } from "../core/audit.ts";
import type { Published } from "../core/compare.ts";
import type { Guidance } from "../core/guidance.ts";
import { compareText, inOrder, type Problem } from "../core/problem.ts";
import { readAudit } from "./audit.ts";
import type { CatalogueSources, Source } from "./catalogue.ts";
import { placeOf } from "./check.ts";
import { betweenAudits } from "./differencing.ts";
import { about, entries, isFolder, misplaced, publicPath, unreadable } from "./file-place.ts";
import { type ReadGuidance, readGuidance } from "./guidance.ts";
import { keptReading } from "./kept.ts";
import { kinds } from "./kinds.ts";
import { ladderFaults } from "./ladders.ts";
import { emptyFolder, type OwnFolder, together as withTheirs } from "./own-criteria.ts";
import { largestPublished, publishedEnding, type ReadPublished, readPublished } from "./published.ts";
import { type Schemas, together, type Validators, validators } from "./validators.ts";
import { type Places, readYaml } from "./yaml.ts";
import { type Yardstick, yardstickFrom, yardstickOf } from "./yardstick.ts";

/** A checked audit with the text it came from and the places in it. */
export interface AuditFile extends CheckedAudit {
  /** The file's path as its author knows it, for problems: from where the command runs, or as it was given. */
  readonly shown: string;
  readonly text: string;
  readonly places: Places;
  /** Its report as it was published, where that is kept beside it. */
  readonly published?: Published;
}

/** Audits that could be read, and everything wrong with any. */
export interface Audits {
  readonly audits: readonly AuditFile[];
  readonly problems: readonly Problem[];
}

export type { Yardstick };

const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const referenceFile = "content/references.yaml";

/** A yardstick or its problems, and the hash of what it was read from. */
type ReadYardstick = ReturnType<typeof yardstickOf> & { readonly madeFrom: string };

/**
 * Reads schemas and catalogue below `root`, or takes what was `kept` of them while no byte has changed; with a
 * publisher's own criteria among them where a folder of those is named.
 */
export function readYardstick(root: string, kept = true, own?: OwnFolder): ReadYardstick {
  const texts = kinds.map(([kind]) => [kind, source(root, `schemas/${kind}.schema.json`).text]);
  const schemas: Schemas = Object.fromEntries(texts);
  const method = source(root, "content/method.yaml");
  const criteria = sources(root, "content/criteria", ".yaml");
  const references = source(root, referenceFile);
  const sha256 = hash([method, ...criteria].map(({ file, text }) => `${file}\n${hash(text)}\n`).join(""));
  const madeFrom = hash([together(schemas), sha256, references.text].map(hash).join("\n"));
  const compiled = validators(schemas, hash(together(schemas)));
  if (own) return withOwn({ method, criteria, sha256 }, references, compiled, own);
  const made = kept ? keptReading(root, madeFrom) : undefined;
  if (made) return { yardstick: yardstickFrom({ ...made, validators: compiled }), problems: [], madeFrom };
  return { ...yardstickOf({ method, criteria, sha256 }, references, compiled), madeFrom };
}

/** The catalogue with a publisher's own criteria. Its hash is of what the files say, not of where they lie. */
function withOwn(ours: CatalogueSources, references: Source, compiled: Validators, own: OwnFolder): ReadYardstick {
  const theirs = readdirSync(own.folder)
    .filter((file) => file.endsWith(".yaml"))
    .toSorted(compareText)
    .map((file) => ({ file: `${own.shown}/${file}`, text: readFileSync(join(own.folder, file), "utf8") }));
  if (theirs.length === 0) return { problems: [emptyFolder(own.shown)], madeFrom: "" };
  const sha256 = hash(
    `${ours.sha256}\n${theirs.map(({ file, text }) => `${basename(file)}\n${hash(text)}\n`).join("")}`,
  );
  const sources = { method: ours.method, sha256, ...withTheirs(ours.criteria, theirs) };
  return { ...yardstickOf(sources, references, compiled), madeFrom: sha256 };
}

/** Reads the guidance below `root`: its pages, its glossary and its worked cases. */
export function readGuidanceFiles(root: string, yardstick: Yardstick): ReadGuidance {
  const pages = sources(root, "content/guidance", ".mdx");
  const cases = sources(root, "content/cases", ".yaml");
  const glossary = sources(root, "content", "glossary.yaml")[0] ?? { file: "content/glossary.yaml", text: "[]" };
  return readGuidance({ pages, glossary, cases, references: source(root, referenceFile) }, yardstick);
}

/**
 * Faults in the ladders of a catalogue whose names are sound, or of a publisher's own criteria alone where their
 * folder is named: see ladders.ts. Takes a few seconds.
 */
export function ladderProblems(root: string, { catalogue, around, validators }: Yardstick, own?: OwnFolder): Problem[] {
  const theirs = new Set([...(catalogue.own?.added ?? []), ...(catalogue.own?.replaced ?? [])]);
  const asked = own ? catalogue.criteria.filter(({ criterion }) => theirs.has(criterion.id)) : catalogue.criteria;
  const problems = asked.flatMap(({ criterion }) => {
    const faults = ladderFaults(criterion, catalogue, around, validators);
    if (faults.length === 0) return [];
    const name = `${criterion.id}.yaml`;
    const { file, text } = own
      ? { file: `${own.shown}/${name}`, text: readFileSync(join(own.folder, name), "utf8") }
      : source(root, `content/criteria/${name}`);
    const { places } = readYaml(text, file);
    return faults.map((fault): Problem => {
      const { line, column } = placeOf(fault.pointer, places) ?? { line: 1, column: 1 };
      return { file, line, column, severity: "error", ...fault };
    });
  });
  return inOrder(problems);
}

/** A project as it stands: its yardstick, its guidance, its sound audits, and everything wrong with any. */
export interface Project extends Audits {
  readonly yardstick?: Yardstick;
  readonly guidance?: Guidance;
}

/** Reads schemas, catalogue and guidance below `root`, and all audits in a folder, whose files are shown from `from`. */
export function readProject(root: string, audits = join(root, "audits"), from = root, own?: OwnFolder): Project {
  const { yardstick, problems } = readYardstick(root, true, own);
  if (yardstick === undefined) return { audits: [], problems };
  // The guidance is Rapport's: it is held against Rapport's criteria, and is no fault of whoever puts others beside them.
  const rapports = own ? (readYardstick(root).yardstick ?? yardstick) : yardstick;
  const { guidance, problems: ofGuidance } = readGuidanceFiles(root, rapports);
  const read = readAudits(audits, from, yardstick);
  return {
    yardstick,
    ...(guidance ? { guidance } : {}),
    audits: read.audits,
    problems: inOrder([...ofGuidance, ...read.problems]),
  };
}

/** Reads every audit in a folder, and holds those of each service against each other. Paths are shown from `from`. */
export function readAudits(folder: string, from: string, yardstick: Yardstick): Audits {
  return compared(readFolder(folder, from, yardstick), yardstick);
}

/** Audits that were read, with the problems between them. */
export function compared({ audits, problems }: Audits, { around }: Yardstick): Audits {
  return { audits, problems: inOrder([...problems, ...betweenAudits(audits, around)]) };
}

/** Reads every audit in a folder: one folder a service, one file a period. Without the folder there are none. */
export function readFolder(folder: string, from: string, yardstick: Yardstick): Audits {
  const problems: Problem[] = [];
  const files: string[] = [];
  for (const service of existsSync(folder) ? entries(folder) : []) {
    const path = join(folder, service.name);
    const shown = relative(from, path);
    if (service.name.startsWith(".") || service.name === "README.md") continue;
    const astray = misplaced(path, shown, folder);
    if (astray) problems.push(astray);
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
        const wrong = misplaced(join(path, file), join(shown, file), folder);
        if (wrong) problems.push(wrong);
        else if (!file.endsWith(publishedEnding)) files.push(join(path, file));
      }
    }
  }
  const read = files.map((file) => readAuditFile(file, from, yardstick, true));
  return {
    audits: read.flatMap(({ audit }) => (audit ? [audit] : [])),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}

/** Reads one audit. Its id is service/period, after its folder and its name. Its path is shown from `from`. */
export function readAuditFile(
  path: string,
  from: string,
  yardstick: Yardstick,
  inFolder = basename(dirname(dirname(resolve(path)))) === "audits",
): { audit?: AuditFile; problems: readonly Problem[] } {
  const below = relative(from, resolve(path)) || path;
  const shown = below.startsWith("..") ? path : below;
  const refused = unreadable(path, shown);
  if (refused) return { problems: [refused] };
  const period = basename(path, ".yaml");
  if (inFolder && !name.test(period)) {
    return {
      problems: [
        about(
          shown,
          "this can't be the name of an audit's file",
          "name it after its period, for example 2025.yaml or 2025-autumn.yaml",
        ),
      ],
    };
  }
  const text = readFileSync(path, "utf8");
  const folder = inFolder ? basename(dirname(resolve(path))) : undefined;
  const { audit, places, problems } = readAudit(text, shown, yardstick.validators, yardstick.around, folder);
  if (audit === undefined) return { problems };
  const sha256 = hash(text);
  const { published, problems: wrong } = publishedBeside(path, shown, sha256);
  const file = publicPath(path, inFolder, audit.service.id);
  const read = { id: `${audit.service.id}/${period}`, file, shown, sha256, audit, text, places };
  return { audit: { ...read, ...(published ? { published } : {}) }, problems: [...problems, ...wrong] };
}

/** The report of the audit at `path` as it was published; nothing where none is kept. */
function publishedBeside(path: string, shown: string, sha256: string): ReadPublished {
  const [kept, file] = [path, shown].map((one) => one.replace(/\.yaml$/, publishedEnding)) as [string, string];
  const stat = statSync(kept, { throwIfNoEntry: false });
  if (stat === undefined) return { problems: [] };
  const readable = stat.isFile() && stat.size <= largestPublished;
  return readPublished(readable ? readFileSync(kept, "utf8") : undefined, file, basename(path), sha256);
}

/** The SHA-256 of text, in hexadecimal. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function source(root: string, file: string): Source {
  return { file, text: readFileSync(join(root, file), "utf8") };
}

/** The files of a folder that end in one way, in order; without the folder there are none. */
function sources(root: string, folder: string, ending: string): Source[] {
  const path = join(root, folder);
  const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(ending)) : [];
  return files.toSorted(compareText).map((file) => source(root, `${folder}/${file}`));
}
