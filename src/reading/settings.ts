/** A site's settings: text to checked value, or to its problems. */
import { contrast, enough } from "../core/contrast.ts";
import type { Problem } from "../core/problem.ts";
import type { Settings } from "../core/types/settings.ts";
import type { Source } from "./catalogue.ts";
import { check } from "./check.ts";
import { told } from "./told.ts";
import type { Validators } from "./validators.ts";
import { type Places, readYaml } from "./yaml.ts";

export type { Settings };

/** The name of the file. */
export const settingsFile = "rapport.yaml";

/** The backgrounds that text stands on, as styles/base.css has them: paper, cards, and what is set off. */
export const backgrounds = ["#fbfaf7", "#ffffff", "#f5f3ec"] as const;

/** Settings that are sound (none where they are not), where each stands, and everything wrong. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** Reads the settings: their schema, then whether each colour can be read on every background. */
export function readSettings({ text, file }: Source, validators: Validators): ReadSettings {
  const { value, places, problems: unread } = readYaml(text, file);
  const wrong = unread.length > 0 ? unread : check(value ?? {}, places, validators.settings, file).map(quoted);
  if (wrong.length > 0) return { settings: {}, places, problems: wrong };
  const settings = (value ?? {}) as Settings;
  const lost =
    settings.address === undefined || isPlace(settings.address)
      ? []
      : [
          told(
            file,
            places,
            "/address",
            `address: "${settings.address}" is not the address of a site`,
            "write it from https:// to its last path, such as https://example.org/audits/",
          ),
        ];
  const problems = Object.entries(settings.colours ?? {}).flatMap(([name, colour]) => {
    const least = Math.min(...backgrounds.map((background) => contrast(colour, background)));
    const message = `colours.${name}: ${colour} has a contrast of ${(Math.floor(least * 10) / 10).toFixed(1)} to 1 with the pages' background, and text needs ${enough}`;
    return least < enough ? [told(file, places, `/colours/${name}`, message, "choose a darker shade")] : [];
  });
  return { settings, places, problems: [...lost, ...problems] };
}

function isPlace(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && search + hash + username + password === "";
}

/** YAML takes what follows a # for a comment, so that a colour without quotation marks is no answer at all. */
function quoted(problem: Problem): Problem {
  const colour = /^\/colours\/\w+$/.test(problem.pointer) && problem.message.endsWith("there is no answer here");
  return colour ? { ...problem, hint: 'put the colour in quotation marks: "#0b5d57"' } : problem;
}
