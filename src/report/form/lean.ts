/** The catalogue without what only its pages show, for a browser to judge with. */
import type { Catalogue, Criterion } from "../../core/catalogue.ts";

/** The same catalogue: levels, conditions, thresholds and how to move up; no examples and no essays. */
export function lean({ method, criteria, sha256 }: Catalogue): Catalogue {
  return {
    sha256,
    method: { ...method, history: [] },
    criteria: criteria.map((placed) => ({ ...placed, criterion: short(placed.criterion) })),
  };
}

function short({ id, title, basis, thresholds, not_applicable, levels, move_up, why }: Criterion): Criterion {
  const kept = {
    id,
    title,
    basis: { kind: basis.kind, sections: [], note: "" },
    cites: [],
    ...(thresholds ? { thresholds } : {}),
    ...(not_applicable ? { not_applicable } : {}),
    levels,
    move_up,
    why,
  };
  return kept as unknown as Criterion;
}
