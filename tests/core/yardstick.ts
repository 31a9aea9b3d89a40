/** The project's own catalogue, as its pages and its command line judge by it. */
import type { Catalogue, Criterion } from "../../src/core/catalogue.ts";
import { numbers, thresholdsOf } from "../../src/core/catalogue.ts";
import { facts } from "../../src/core/derived.ts";
import type { Answers } from "../../src/core/facts.ts";
import { type Standing, standing } from "../../src/core/ladder.ts";
import { problemText } from "../../src/core/problem.ts";
import { disagreements } from "../../src/reading/consistency.ts";
import { readYardstick, type Yardstick } from "../../src/reading/disk.ts";
import { head } from "../../src/reading/ladders.ts";

export const root = new URL("../..", import.meta.url).pathname;

const { yardstick: read, problems } = readYardstick(root);

/** Schemas, questions and catalogue of the project. */
export const yardstick: Yardstick = found();

export const catalogueOfProject: Catalogue = yardstick.catalogue;

export { head };

/** Where a service with these answers stands on a criterion of the project. */
export function standingOn(criterion: Criterion, answers: Answers, profile: string): Standing {
  return standing(criterion, facts(answers), numbers(thresholdsOf(criterion, catalogueOfProject.method, profile)));
}

/** What answers to some of the questions say that can't all be so. */
export function contradictionsIn(answers: Answers): string[] {
  const audit = { ...head, ...answers, audit: head.audit, service: head.service };
  return disagreements(audit as unknown as Parameters<typeof disagreements>[0], yardstick.around)
    .filter(({ severity }) => severity !== "warning")
    .map(({ message }) => message);
}

function found(): Yardstick {
  if (read === undefined) throw new Error(`the catalogue can't be read:\n${problems.map(problemText).join("\n")}`);
  return read;
}
