/** What the form needs of the project: its steps with their questions, and the catalogue without its prose. */
import type { Catalogue } from "../core/catalogue.ts";
import { lean } from "../report/form/lean.ts";
import { type Schema, type StepView, stepViews } from "../report/form/question.ts";
import { library } from "./library.ts";

/** The steps of the form, and the criteria by id. */
export async function formSteps(): Promise<{
  steps: readonly StepView[];
  criteria: readonly { id: string; title: string }[];
}> {
  const { catalogue, validators } = (await library()).yardstick;
  const criteria = catalogue.criteria.map(({ code, criterion: { id, title } }) => ({ id, title: `${code} ${title}` }));
  return { steps: stepViews(validators.audit.schema as Schema, catalogue), criteria };
}

/** What judging and explaining need of the catalogue. */
export async function leanCatalogue(): Promise<Catalogue> {
  return lean((await library()).yardstick.catalogue);
}
