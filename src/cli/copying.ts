/** Folders that are made and filled. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Makes a folder and those above it. Node's own way never ends where a file system makes no folders, as in /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Copies files as ours: whatever may be done with the originals, these can be replaced. */
export function copy(from: string, to: string): void {
  if (!statSync(from).isDirectory()) {
    writeFileSync(to, readFileSync(from));
    return;
  }
  makeFolder(to);
  for (const name of readdirSync(from)) copy(join(from, name), join(to, name));
}
