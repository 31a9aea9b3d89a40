/** The repository's audits, judged and ready to be shown, and audits made from them with other answers. */
import { readFileSync } from "node:fs";
import { type Assessment, assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import type { Catalogue, Criterion } from "../../src/core/catalogue.ts";
import { type Answers, general } from "../../src/core/facts.ts";
import { agrees } from "../../src/reading/consistency.ts";
import { type AuditFile, readProject } from "../../src/reading/disk.ts";
import type { Around } from "../../src/report/around.ts";
import type { Lines } from "../../src/report/excerpt.ts";
import { put } from "../core/reveal.ts";
import { root, yardstick } from "../core/yardstick.ts";

export const { audits } = readProject(root);

/** What views need; the question behind a path is named by its title in the schema. */
export const around: Around = {
  catalogue: yardstick.catalogue,
  references: new Map(yardstick.references.map((reference) => [reference.id, reference])),
  guidance: new Map([["6.1", { text: "Beginnings (6.1)", href: "/guidance/beginnings/" }]]),
  titleOf: (path) => yardstick.questions.get(general(path))?.title ?? path,
  movable: {
    questionOf: (path) => yardstick.questions.get(general(path)),
    sound: (answers) => agrees(answers, yardstick.around),
  },
};

/** An audit of the repository by its id. */
export function auditOf(id: string): AuditFile {
  const found = audits.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no audit ${id}`);
  return found;
}

/** An audit's assessment, with other answers by path and by another catalogue where those are given. */
export function assessed(
  id: string,
  answers: Readonly<Record<string, unknown>> = {},
  catalogue: Catalogue = yardstick.catalogue,
): Assessment {
  const file = auditOf(id);
  const told = Object.entries(answers).reduce<Answers>(
    (all, [path, value]) => put(all, path, value),
    file.audit as unknown as Answers,
  );
  return assess({ ...file, audit: told as unknown as Audit }, catalogue);
}

/** The lines of an audit's file. */
export function linesOf(id: string): Lines {
  const { text, places } = auditOf(id);
  return { text: text.split("\n"), of: (pointer) => places.get(pointer) };
}

/** The text of an audit's file, read apart from the reader. */
export function fileOf(id: string): string[] {
  return readFileSync(`${root}audits/${id}.yaml`, "utf8").split("\n");
}

/** The catalogue with one criterion changed. */
export function catalogueWith(id: string, change: Partial<Criterion>): Catalogue {
  const { catalogue } = yardstick;
  const criteria = catalogue.criteria.map((placed) =>
    placed.criterion.id === id ? { ...placed, criterion: { ...placed.criterion, ...change } } : placed,
  );
  return { ...catalogue, criteria };
}
