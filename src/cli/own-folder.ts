/** The folder that --criteria names. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { OwnFolder } from "../reading/own-criteria.ts";

/** The folder, shown as it was named; what is wrong where it is none. */
export function ownFolder(named: string, cwd: string): OwnFolder | string {
  const folder = resolve(cwd, named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder ${named}`;
  return { folder, shown: named.replace(/(.)[\\/]+$/, "$1") };
}
