/** The two files that `verify` holds against each other, however they are named. */
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths of two files that there are. */
export interface Pair {
  readonly assessment: string;
  readonly audit: string;
}

/** An assessment is some 100 KB; what is much larger is something else. */
const largest = 8 * 1024 * 1024;

/** An assessment and an audit; a folder that holds both, or an assessment with its audit beside it. Else what is wrong. */
export function pairOf(paths: readonly string[]): Pair | string {
  if (paths.some((path) => /^https?:/i.test(path)))
    return "verify reads files: download the report's assessment (JSON) and audit (YAML), and name them here.";
  const [one = "", other] = paths;
  const folder = other === undefined && isFolder(one);
  const named = folder ? [join(one, "assessment.json")] : paths;
  const assessment = named.find((path) => path.endsWith(".json"));
  const audit = named.find((path) => path.endsWith(".yaml")) ?? join(dirname(assessment ?? ""), "audit.yaml");
  if (assessment === undefined || paths.length > 2 || (other !== undefined && !named.includes(audit)))
    return "verify takes an assessment (JSON) and its audit (YAML), or one folder that holds assessment.json and audit.yaml.";
  const missing = [assessment, audit].find((path) => !existsSync(path) || isFolder(path));
  if (missing !== undefined) return `There is no file "${missing}". verify needs a report's assessment and its audit.`;
  if (statSync(assessment).size > largest) return `"${assessment}" is larger than an assessment can be.`;
  return { assessment, audit };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
