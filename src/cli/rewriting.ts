/** Rewrites a file so that it is at every moment the old one or the new one. */
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Mended } from "../reading/mending.ts";

/** What was mended in a file; nothing, and why, where it can't be written. */
export interface Rewritten {
  readonly mended: readonly Mended[];
  readonly says?: string;
}

/** Writes what `change` makes of a file's text beside it and puts it in its place. A link stays a link. */
export function rewrite(
  path: string,
  change: (text: string) => { readonly text: string; readonly mended: readonly Mended[] },
): Rewritten {
  const file = realpathSync(path);
  const { mode } = statSync(file);
  if ((mode & 0o222) === 0) return { mended: [], says: "it is read-only" };
  const bytes = readFileSync(file);
  const before = bytes.toString("utf8");
  if (!Buffer.from(before, "utf8").equals(bytes)) return { mended: [], says: "some of its letters are not UTF-8" };
  const { text, mended } = change(before);
  if (mended.length === 0) return { mended };
  const next = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(next, "wx", mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!readFileSync(file).equals(bytes)) return { mended: [], says: "somebody else has just changed it" };
    renameSync(next, file);
    return { mended };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!["EACCES", "EPERM", "EROFS", "ENOSPC", "EBUSY", "EEXIST"].includes(code)) throw error;
    return { mended: [], says: code === "ENOSPC" ? "the disk is full" : "it can't be written" };
  } finally {
    rmSync(next, { force: true });
  }
}
