/** A site's settings and its logo, from the disk. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import type { Problem } from "../core/problem.ts";
import { readSettings, type Settings, settingsFile } from "./settings.ts";
import { told } from "./told.ts";
import type { Validators } from "./validators.ts";
import { largestFile } from "./yaml.ts";

/** Settings with where they and their logo stand, as absolute paths. Without a file there are none. */
export interface SiteSettings {
  readonly settings: Settings;
  readonly file?: string;
  readonly logo?: string;
  readonly problems: readonly Problem[];
}

/** Reads rapport.yaml from the first of the folders that has one. Its path is shown from `from`. */
export function readSiteSettings(folders: readonly string[], from: string, validators: Validators): SiteSettings {
  const file = folders.map((folder) => join(folder, settingsFile)).find((path) => existsSync(path));
  if (file === undefined) return { settings: {}, problems: [] };
  const below = relative(from, file);
  const shown = below.startsWith("..") ? file : below;
  const { settings, places, problems } = readSettings({ file: shown, text: readFileSync(file, "utf8") }, validators);
  if (settings.logo === undefined) return { settings, file, problems };
  const logo = join(dirname(file), settings.logo);
  const wrong = unusable(logo, dirname(file));
  const faults = wrong ? [told(shown, places, "/logo", `logo: ${wrong.says}`, wrong.hint)] : [];
  return { settings, file, logo, problems: [...problems, ...faults] };
}

/** The name that a site has its logo under. */
export function logoName(logo: string): string {
  return `logo${extname(logo)}`;
}

function unusable(logo: string, folder: string): { says: string; hint: string } | undefined {
  const stat = statSync(logo, { throwIfNoEntry: false });
  if (!stat?.isFile())
    return { says: "there is no such file", hint: `put it beside ${settingsFile}, or take the line out` };
  if (!realpathSync(logo).startsWith(realpathSync(folder) + sep))
    return { says: "a link that leads out of the folder is not followed", hint: "copy the file here" };
  if (stat.size > largestFile) return { says: "the file is larger than 256 KB", hint: "make the picture smaller" };
  return undefined;
}
