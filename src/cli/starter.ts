/** Writes the first text of an audit. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { listed } from "../core/listed.ts";
import { problemText } from "../core/problem.ts";
import { readAudit } from "../reading/audit.ts";
import { readYardstick } from "../reading/disk.ts";
import { nearest } from "../reading/nearest.ts";
import { starter } from "../reading/starter.ts";
import { slug } from "../report/slug.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { visible } from "./visible.ts";

/** Writes a starter for a service, by its name or its id, to `out` or to its place among the audits. Overwrites nothing. */
export function start(name: string, type: string, out: string | undefined, around: Surroundings): ExitCode {
  const { root, cwd, talk, today } = around;
  const { yardstick } = readYardstick(root);
  if (yardstick === undefined) return refused("The criteria can't be read. `rapport check` says why", around);
  const types = yardstick.questions.get("service.type")?.words ?? [];
  if (!types.includes(type)) {
    const near = nearest(type, types);
    return refused(`--type is ${listed(types, "or")}${near ? `; did you mean ${near}?` : ""}`, around);
  }
  if (out !== undefined && !out.endsWith(".yaml")) return refused("--out is a file whose name ends in .yaml", around);
  const id = slug(name);
  const year = lastYear(today);
  const file = out ?? join("audits", id, `${year.to.slice(0, 4)}.yaml`);
  const path = resolve(cwd, file);
  const schema = yardstick.validators.audit.schema as object;
  const { validators, around: held } = yardstick;
  const text = `${hint(path, root, cwd)}${starter(schema, { id, name: titled(name, id), type, period: year, today })}`;
  const { problems } = readAudit(text, file, validators, held);
  if (problems.length > 0) {
    for (const problem of problems) talk(visible(problemText(problem), "\n"));
    return refused("Nothing was written: the service can't have this name", around);
  }
  const wrong = written(path, text);
  if (wrong !== undefined) return refused(`${visible(file)} ${wrong}`, around);
  around.out(visible(file));
  talk(`Answer what you know in it, then: rapport check ${visible(file)}`);
  return 0;
}

function refused(says: string, { talk }: Surroundings): ExitCode {
  talk(`${says}${says.endsWith("?") ? "" : "."}`);
  return 2;
}

/** The last whole year from April to March. */
function lastYear(today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  return { from: `${year - 1}-04-01`, to: `${year}-03-31` };
}

/** A name that was given as an id, with capitals and spaces. */
function titled(name: string, id: string): string {
  return name === id
    ? id.replaceAll(/(^|-)([a-z])/g, (_, dash, letter) => (dash ? " " : "") + letter.toUpperCase())
    : name;
}

/** What tells an editor where the schema is, so that each question explains itself; nothing where it is out of the folder. */
function hint(path: string, root: string, cwd: string): string {
  const file = join(root, "schemas", "audit.schema.json");
  if (relative(cwd, file).startsWith("..")) return "";
  const schema = relative(dirname(path), file).split(sep).join("/");
  return `# yaml-language-server: $schema=${encodeURI(schema)}\n`;
}

/** Writes a file that is not there yet; what is wrong where it can't be. */
function written(path: string, text: string): string | undefined {
  if (existsSync(path)) return "is there already, and was left as it is; name another file with --out";
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!["EACCES", "EEXIST", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EISDIR", "ENAMETOOLONG"].includes(code))
      throw error;
    return "can't be written; name another file with --out";
  }
}
