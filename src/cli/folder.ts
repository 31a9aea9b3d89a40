/** Lays down a folder for a site of one's own: a first audit, settings, what to do next, and a workflow that publishes. */
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ExitCode, Surroundings } from "./command.ts";
import { copy } from "./copying.ts";
import { start } from "./starter.ts";
import { unwritable } from "./unwritable.ts";
import { visible } from "./visible.ts";

/** Fills a folder that is new or empty; writes nothing where it is neither, or where the audit can't be begun. */
export function begin(
  folder: string,
  name: string,
  type: string,
  out: string | undefined,
  around: Surroundings,
): ExitCode {
  const { root, cwd, talk } = around;
  const target = resolve(cwd, folder);
  const wrong = out === undefined ? occupied(target, folder) : "--site and --out don't go together";
  if (wrong !== undefined) {
    talk(`${wrong}.`);
    return 2;
  }
  const said: string[] = [];
  const within: Surroundings = {
    ...around,
    cwd: target,
    out: (file) => around.out(join(folder, file)),
    talk: (text) => said.push(text),
  };
  const begun = start(name, type, undefined, within);
  if (begun !== 0) {
    for (const text of said) talk(text);
    return begun;
  }
  try {
    copy(join(root, "content", "template"), target);
  } catch (error) {
    const says = unwritable(error);
    if (says === undefined) throw error;
    talk(`The rest of the folder could not be written: ${says}.`);
    return 2;
  }
  talk(`Read README.md in ${visible(folder)} for what comes next.`);
  return 0;
}

function occupied(target: string, folder: string): string | undefined {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isDirectory()) return `${visible(folder)} is a file: name a new folder`;
  return readdirSync(target).length > 0 ? `${visible(folder)} is not empty: name a new folder` : undefined;
}
