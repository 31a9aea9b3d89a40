/** The references' text to checked references, or to their problems. */
import type { Catalogue } from "../core/catalogue.ts";
import { type GuidancePage, idsOf, type Reference } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "./catalogue.ts";
import { check } from "./check.ts";
import { repeated, told } from "./told.ts";
import type { Validators } from "./validators.ts";
import { type Places, readYaml } from "./yaml.ts";

/** References as far as they could be read, where they stand, and what is wrong with them. */
export interface ReadReferences {
  readonly references: readonly Reference[];
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** Of a work that was not identified these would be made up. */
const identifying = ["title", "container-title", "DOI", "ISBN", "URL", "publisher", "page"] as const;

/** Reads the references: their schema, then that ids are used once and nothing is completed that is not known. */
export function readReferences({ text, file }: Source, validators: Validators): ReadReferences {
  const { value, places, problems } = readYaml(text, file);
  const wrong = problems.length > 0 ? problems : check(value, places, validators.references, file);
  if (wrong.length > 0) return { references: [], places, problems: wrong };

  const references = value as readonly Reference[];
  const found = repeated(references.map(({ id }) => id)).map(({ id, index }) =>
    told(file, places, `/${index}/id`, `"${id}" is given twice`, "keep one"),
  );
  const ids = new Set(references.map(({ id }) => id));
  for (const [index, reference] of references.entries()) {
    const { id, status } = reference;
    for (const field of ["note", "verified"] as const) {
      const named = reference[field]?.match(/[a-z]+(?:-[a-z0-9]+)+/g)?.find((word) => ids.has(word));
      if (named !== undefined)
        found.push(
          told(
            file,
            places,
            `/${index}/${field}`,
            `readers of this do not know "${named}" by its id`,
            "write the authors and the year",
          ),
        );
    }
    for (const field of status === "unidentified" ? identifying : []) {
      if (reference[field] !== undefined)
        found.push(
          told(
            file,
            places,
            `/${index}/${field}`,
            `"${id}" is not identified, so it can have no ${field}`,
            "take the line out, or say in `note` which work it may be",
          ),
        );
    }
    if (status === "verified" && reference.verified === undefined)
      found.push(
        told(
          file,
          places,
          `/${index}/status`,
          `"${id}" does not say what was verified`,
          "add `verified: what, and where`",
        ),
      );
  }
  return { references, places, problems: found };
}

/** Ids of references that something of the catalogue cites: research, the sources of numbers, the method. */
export function citedByCatalogue({ criteria, method }: Catalogue): string[] {
  const profiles = Object.values(method.profiles).flatMap(({ thresholds = {} }) => Object.values(thresholds));
  const thresholds = [...criteria.map(({ criterion }) => criterion.thresholds ?? {}), ...profiles];
  return [
    ...criteria.flatMap(({ criterion }) => criterion.cites),
    ...thresholds.flatMap((named) => Object.values(named).map(({ source }) => source)),
    method.suppression.source,
  ];
}

/** The references that nothing cites: neither the guidance nor the catalogue. */
export function uncited(
  { references, places }: Pick<ReadReferences, "references" | "places">,
  pages: readonly GuidancePage[],
  catalogue: Catalogue,
  file: string,
): Problem[] {
  const cited = new Set([...idsOf(pages, "Cite"), ...citedByCatalogue(catalogue)]);
  return references.flatMap(({ id }, index) =>
    cited.has(id)
      ? []
      : [
          told(
            file,
            places,
            `/${index}/id`,
            `nothing cites "${id}"`,
            "cite it in the guidance or in a criterion, or take the entry out",
          ),
        ],
  );
}
