/** What audits are read and judged with, made from the texts of a project. */
import type { AnySchemaObject } from "ajv/dist/2020.js";
import type { Catalogue } from "../core/catalogue.ts";
import type { Reference } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import { type CatalogueSources, readCatalogue, type Source } from "./catalogue.ts";
import type { Around } from "./disagreement.ts";
import { type Question, questions } from "./questions.ts";
import { readReferences } from "./references.ts";
import type { Validators } from "./validators.ts";
import type { Places } from "./yaml.ts";

/** Schemas, catalogue and references of a project. */
export interface Yardstick {
  readonly catalogue: Catalogue;
  readonly validators: Validators;
  readonly around: Around;
  readonly questions: ReadonlyMap<string, Question>;
  readonly references: readonly Reference[];
  /** Where each of them stands in its file. */
  readonly referencePlaces: Places;
}

/** The yardstick, or why there is none. */
export function yardstickOf(
  sources: CatalogueSources,
  referenceFile: Source,
  validators: Validators,
): { yardstick?: Yardstick; problems: readonly Problem[] } {
  const asked = questions(validators.audit.schema as AnySchemaObject);
  const { references, places, problems: ofReferences } = readReferences(referenceFile, validators);
  const ids = references.map(({ id }) => id);
  const { catalogue, problems: ofCatalogue } = readCatalogue(sources, validators, asked, ids);
  // Without its references each citation of the catalogue would be told again.
  const problems =
    references.length === 0 && ofReferences.length > 0 ? ofReferences : [...ofReferences, ...ofCatalogue];
  if (catalogue === undefined || problems.length > 0) return { problems };
  return { yardstick: yardstickFrom({ catalogue, references, referencePlaces: places, validators }), problems };
}

/** The yardstick of what was read and found sound. */
export function yardstickFrom(
  sound: Pick<Yardstick, "catalogue" | "references" | "referencePlaces" | "validators">,
): Yardstick {
  const asked = questions(sound.validators.audit.schema as AnySchemaObject);
  const { suppression } = sound.catalogue.method;
  const around: Around = {
    questions: asked,
    criteria: sound.catalogue.criteria.map(({ criterion }) => criterion.id),
    suppressBelow: suppression.below,
    smallestBase: suppression.smallest_base,
  };
  return { ...sound, around, questions: asked };
}
