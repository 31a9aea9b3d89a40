/** The criteria as a table. */
import { readYardstick } from "../reading/disk.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { catalogueText } from "./print.ts";
import { tell } from "./telling.ts";

/** Prints the catalogue as a table: what each criterion asks, what its examples reach, where its numbers are from. */
export function catalogueTable(around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  around.out(catalogueText(yardstick.catalogue));
  return 0;
}
