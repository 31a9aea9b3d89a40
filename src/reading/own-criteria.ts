/**
 * Criteria of a publisher's own, in a folder beside their audits. A file named as one of Rapport's criteria
 * stands in that one's place; any other is added, under a theme of its own.
 */
import type { Catalogue, Method } from "../core/catalogue.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "./catalogue.ts";

/** A folder of criteria, absolute, and the name that it was given by, which problems show. */
export interface OwnFolder {
  readonly folder: string;
  readonly shown: string;
}

/** Which criteria are the publisher's own, by their ids. */
export type Own = NonNullable<Catalogue["own"]>;

/** The files of a catalogue with a publisher's own among them, in order; and which those are. */
export function together(ours: readonly Source[], theirs: readonly Source[]): { criteria: Source[]; own: Own } {
  const ids = new Set(ours.map(idOf));
  const own = new Set(theirs.map(idOf));
  return {
    criteria: [...ours.filter((source) => !own.has(idOf(source))), ...theirs],
    own: {
      replaced: [...own].filter((id) => ids.has(id)),
      added: [...own].filter((id) => !ids.has(id)),
    },
  };
}

/** A criterion's id, from the name of its file. */
function idOf({ file }: Source): string {
  return /([^/\\]*)\.yaml$/.exec(file)?.[1] ?? "";
}

/** The method with a theme for what was added. */
export function withAdded(method: Method, { added }: Own): Method {
  if (added.length === 0) return method;
  const theme: Method["themes"][number] = {
    id: "local",
    code: freeCode(method),
    title: "Local criteria",
    says: "What whoever publishes this site looks at besides. None of these criteria is Rapport's.",
    criteria: [...added] as [string, ...string[]],
  };
  return { ...method, themes: [...method.themes, theme] as Method["themes"] };
}

/** L for local, or the next letter that no theme has. */
function freeCode({ themes }: Method): string {
  return [..."LMNOQSTUVXYZ"].find((letter) => themes.every(({ code }) => code !== letter)) ?? "L";
}

/** What is wrong with a folder that has no criteria in it. */
export function emptyFolder(shown: string): Problem {
  return {
    file: shown,
    pointer: "",
    line: 1,
    column: 1,
    severity: "error",
    message: "there are no criteria in this folder",
    hint: "a criterion is one file, such as our-own-question.yaml, after the model of Rapport's",
  };
}
