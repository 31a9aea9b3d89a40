/** What each command does. Results go to `out`, talk to `talk`; the exit code comes back. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { assess } from "../core/assess.ts";
import { compare } from "../core/compare.ts";
import { derived } from "../core/derived.ts";
import { type Answers, general } from "../core/facts.ts";
import { type Problem, problemText } from "../core/problem.ts";
import { agrees } from "../reading/consistency.ts";
import {
  type Audits,
  compared,
  ladderProblems,
  readAuditFile,
  readAudits,
  readFolder,
  readGuidanceFiles,
  readYardstick,
  type Yardstick,
} from "../reading/disk.ts";
import { nearest } from "../reading/nearest.ts";
import { planProblems } from "../reading/plan.ts";
import { explanation } from "../report/explain.ts";
import { sinceView } from "../report/since.ts";
import { assessmentText, catalogueText, countOf, explanationText } from "./print.ts";
import { sinceText } from "./since.ts";

/** Where a command runs and speaks. */
export interface Surroundings {
  /** The project's folder: audits, content and schemas lie in it. */
  readonly root: string;
  readonly out: (text: string) => void;
  readonly talk: (text: string) => void;
}

/** 0 clean, 1 problems in the data, 2 wrong use, 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Checks the given audits (files or folders); without any, all of them, the guidance and every ladder of the catalogue. */
export function check(paths: readonly string[], around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, paths.length > 0);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const all = paths.length === 0;
  const { audits, problems: found } = all
    ? readAudits(join(around.root, "audits"), around.root, yardstick)
    : compared(readPaths(paths, around.root, yardstick), yardstick);
  const guidance = all ? readGuidanceFiles(around.root, yardstick).problems : [];
  const plans = audits.flatMap((audit) => planProblems(assess(audit, yardstick.catalogue), audit.places));
  const ladders = all ? ladderProblems(around.root, yardstick) : [];
  return tell([...guidance, ...ladders, ...found, ...plans], around, `${countOf(audits.length, "sound audit")}`);
}

/** Scores one audit and prints it as text or JSON. */
export function score(path: string, format: "text" | "json", around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { audit, problems: found } = readAuditFile(path, around.root, yardstick);
  if (audit === undefined) return tell(found, around, "Nothing was scored");
  const assessment = assess(audit, yardstick.catalogue);
  const warnings = [...found, ...planProblems(assessment, audit.places)];
  for (const warning of warnings) around.talk(problemText(warning));
  around.out(
    format === "json" ? JSON.stringify(assessment, null, 2) : assessmentText(assessment, yardstick.catalogue.method),
  );
  return 0;
}

/** Says what moved from one audit of a service to another, both under today's criteria, as text or JSON. */
export function diff(paths: readonly [string, string], format: "text" | "json", around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { catalogue, questions } = yardstick;
  const [old, own] = paths.map((path) => readAuditFile(path, around.root, yardstick)) as [Read, Read];
  const wrong = [...old.problems, ...own.problems].filter(({ severity }) => severity === "error");
  if (old.audit === undefined || own.audit === undefined || wrong.length > 0)
    return tell(wrong, around, "Nothing was compared");
  if (old.audit.audit.service.id !== own.audit.audit.service.id) {
    around.talk("These are audits of two services; diff compares two audits of one");
    return 2;
  }
  const [before, after] = [assess(old.audit, catalogue), assess(own.audit, catalogue)];
  const { published } = old.audit;
  if (before.audit.audit.period.to > after.audit.audit.period.to)
    around.talk("The audit that is named first is the later of the two.");
  if (format === "json") {
    around.out(JSON.stringify(compare(before, after, catalogue, published), null, 2));
    return 0;
  }
  const titleOf = (path: string) => questions.get(general(path))?.title ?? path;
  const view = sinceView(before, after, { catalogue, titleOf }, published);
  around.out(sinceText(own.audit.audit.service.name, view));
  return 0;
}

type Read = ReturnType<typeof readAuditFile>;

/** Prints a criterion's ladder; with an audit, what each step comes to and what would move it up. */
export function explain(id: string, path: string | undefined, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { catalogue, questions } = yardstick;
  const placed = catalogue.criteria.find(({ code, criterion }) => criterion.id === id || code === id.toUpperCase());
  if (placed === undefined) {
    const meant = nearest(
      id,
      catalogue.criteria.map(({ criterion }) => criterion.id),
    );
    around.talk(`There is no criterion "${id}"${meant ? `; did you mean "${meant}"?` : ""}`);
    return 2;
  }
  const { audit, problems: found } =
    path === undefined ? { problems: [] } : readAuditFile(path, around.root, yardstick);
  if (path !== undefined && audit === undefined) return tell(found, around, "Nothing was explained");
  const answers = audit?.audit as unknown as Answers | undefined;
  const said = explanation(placed.criterion, answers, {
    method: catalogue.method,
    profile: audit?.audit.audit.threshold_profile ?? "",
    questionOf: (path) => questions.get(general(path)),
    titleOf: (path) => derived.get(path)?.title ?? questions.get(general(path))?.title ?? path,
    sound: (changed) => agrees(changed, yardstick.around),
  });
  around.out(explanationText(placed, said, audit !== undefined, catalogue.method));
  return 0;
}

/** Prints the catalogue as a table: what each criterion asks, what its examples reach, where its numbers are from. */
export function catalogueTable(around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  around.out(catalogueText(yardstick.catalogue));
  return 0;
}

function readPaths(paths: readonly string[], root: string, yardstick: Yardstick): Audits {
  const read = paths.map((path): Audits => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return readServices(path, root, yardstick);
    const { audit, problems } = readAuditFile(path, root, yardstick);
    return { audits: audit ? [audit] : [], problems };
  });
  return { audits: read.flatMap((one) => one.audits), problems: read.flatMap((one) => one.problems) };
}

/** A folder of services, or one service's own folder. */
function readServices(path: string, root: string, yardstick: Yardstick): Audits {
  const files = readdirSync(path).filter((file) => file.endsWith(".yaml"));
  return files.length === 0
    ? readFolder(path, root, yardstick)
    : readPaths(
        files.map((file) => join(path, file)),
        root,
        yardstick,
      );
}

function tell(problems: readonly Problem[], { out, talk }: Surroundings, what: string): ExitCode {
  for (const problem of problems) out(problemText(problem));
  const errors = problems.filter((problem) => problem.severity === "error").length;
  talk(`${what}: ${countOf(errors, "problem")}, ${countOf(problems.length - errors, "warning")}.`);
  return errors > 0 ? 1 : 0;
}
