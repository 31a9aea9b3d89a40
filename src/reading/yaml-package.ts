/**
 * The yaml package, loaded when it is first needed: its 70 files take a fifth of a check's time, and a clean file
 * is read without it. Reading waits for nothing, so that it can't be a dynamic import.
 */
import { createRequire } from "node:module";

let loaded: typeof import("yaml") | undefined;

/** The package. */
export function yaml(): typeof import("yaml") {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof import("yaml");
  return loaded;
}
