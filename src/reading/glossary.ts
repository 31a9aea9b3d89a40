/** The glossary's text to checked terms, or to their problems. */
import type { Term } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "./catalogue.ts";
import { check } from "./check.ts";
import { meant, repeated, told } from "./told.ts";
import type { Validators } from "./validators.ts";
import { readYaml } from "./yaml.ts";

/** Reads the glossary: its schema, then that ids are used once, and that the pages it sends readers to are there. */
export function readGlossary(
  { text, file }: Source,
  validators: Validators,
  pages: readonly string[],
): { terms: readonly Term[]; problems: readonly Problem[] } {
  const { value, places, problems } = readYaml(text, file);
  const wrong = problems.length > 0 ? problems : check(value, places, validators.glossary, file);
  if (wrong.length > 0) return { terms: [], problems: wrong };

  const terms = value as readonly Term[];
  const ids = terms.map(({ id }) => id);
  const twice = repeated(ids).map(({ id, index }) =>
    told(file, places, `/${index}/id`, `"${id}" is given twice`, "keep one"),
  );
  const lost = terms.flatMap(({ see = [] }, index) =>
    see.flatMap((page, at) =>
      pages.includes(page)
        ? []
        : [told(file, places, `/${index}/see/${at}`, `there is no guidance page "${page}"`, meant(page, pages))],
    ),
  );
  return { terms, problems: [...twice, ...lost] };
}
