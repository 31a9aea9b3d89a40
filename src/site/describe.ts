/** What the form needs of the project: its steps with their questions, and the catalogue without its prose. */
import type { Catalogue } from "../core/catalogue.ts";
import { readYardstick } from "../reading/disk.ts";
import { handed } from "../reading/handed.ts";
import { lean } from "../report/form/lean.ts";
import { type Schema, type StepView, stepViews } from "../report/form/question.ts";

/** The steps of the form, and the criteria by id. */
export async function formSteps(): Promise<{
  steps: readonly StepView[];
  criteria: readonly { id: string; title: string }[];
}> {
  const { catalogue, validators } = yardstick();
  const criteria = catalogue.criteria.map(({ code, criterion: { id, title } }) => ({ id, title: `${code} ${title}` }));
  return { steps: stepViews(validators.audit.schema as Schema, catalogue), criteria };
}

/** What judging and explaining need of the catalogue. */
export function leanCatalogue(): Catalogue {
  return lean(yardstick().catalogue);
}

function yardstick() {
  const { root, criteria } = handed(process.env, process.cwd());
  const { yardstick: found } = readYardstick(root, true, criteria);
  if (found === undefined) throw new Error("the catalogue could not be read");
  return found;
}
