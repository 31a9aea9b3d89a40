/** The questions as the form asks them, from their views instead of a page. */
import schema from "../../schemas/audit.schema.json" with { type: "json" };
import type { Asked } from "../../src/form/asked.ts";
import { type QuestionView, type Schema, stepViews } from "../../src/report/form/question.ts";
import { catalogueOfProject } from "../core/yardstick.ts";

/** The steps of the project's form. */
export const stepsOfForm = stepViews(schema as Schema, catalogueOfProject);

/** Every question, group and list, in the order of the form. */
export const viewsOfForm: readonly QuestionView[] = stepsOfForm.flatMap(({ sections }) => sections.flatMap(all));

/** What the form knows of each. */
export const askedOnForm: ReadonlyMap<string, Asked> = new Map(
  viewsOfForm.map((view) => {
    const { path, title, kind, options, unknown, within } = view;
    const list = ["words", "lines", "supports", "entries"].includes(kind);
    const choice = (kind === "one" && !/_level$/.test(path)) || kind === "words";
    const words = choice ? options.map(({ value }) => value) : [];
    return [
      path,
      {
        path,
        title,
        kind,
        list,
        words: kind === "one" && choice && unknown ? [...words, "unknown"] : words,
        labels: new Map(options.map(({ value, label }) => [value, label])),
        names: within.map(({ name }) => name),
      },
    ];
  }),
);

function all(view: QuestionView): QuestionView[] {
  return [view, ...view.within.flatMap(all)];
}
