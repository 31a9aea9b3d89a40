/** What the command line hands to the pages that Astro builds: they run in modules of their own, and read it from here. */
import type { Project } from "./disk.ts";
import type { OwnFolder } from "./own-criteria.ts";
import type { Settings } from "./settings.ts";

/** What a site is made of. Every path is absolute. */
export interface Handed {
  /** The folder that holds content and schemas. */
  readonly root: string;
  readonly audits: string;
  /** Where the command runs: problems show paths from there. */
  readonly from: string;
  /** Whether drafts are shown, marked as drafts. */
  readonly drafts: boolean;
  /** A folder with criteria of the publisher's own, where there is one. */
  readonly criteria?: OwnFolder;
  /** The ids of reports whose pages stand from the build before: they are not made again. */
  readonly kept: readonly string[];
  /** How the site presents itself; its logo is the name of a file at the site's root. */
  readonly settings: Settings;
  /** All that was read of it, where the command has checked it: pages are made from what was checked, and nothing is read twice. */
  readonly project?: Project;
}

const name = "RAPPORT_HANDED";

/** Where the project is kept for this process: Astro bundles the pages with modules of their own. */
const kept = Symbol.for("rapport.project");
const shared: typeof globalThis & { [kept]?: Project | undefined } = globalThis;

/** Puts it into an environment; a project, into this process. */
export function hand({ project, ...handed }: Handed, environment: Record<string, string | undefined>): void {
  environment[name] = JSON.stringify(handed);
  shared[kept] = project;
}

/** Takes it from an environment; a project's own folders where nothing was handed over. */
export function handed(environment: Readonly<Record<string, string | undefined>>, root: string): Handed {
  const text = environment[name];
  const project = shared[kept];
  if (text !== undefined) return { ...JSON.parse(text), ...(project ? { project } : {}) };
  return { root, audits: `${root}/audits`, from: root, drafts: false, kept: [], settings: {} };
}
