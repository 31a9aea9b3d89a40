/**
 * The yaml package, loaded when it is first needed: its 70 files take a fifth of a check's time, and a clean file
 * is read without it. Reading waits for nothing, so that Node requires it; a browser has to load it beforehand.
 */

let loaded: typeof import("yaml") | undefined;

/** Loads the package where nothing can be required. */
export async function loadYaml(): Promise<void> {
  loaded ??= await import("yaml");
}

/** The package. */
export function yaml(): typeof import("yaml") {
  loaded ??= required();
  return loaded;
}

function required(): typeof import("yaml") {
  return process.getBuiltinModule("node:module").createRequire(import.meta.url)("yaml");
}
