/** Explains one criterion. */
import { derived } from "../core/derived.ts";
import { type Answers, general } from "../core/facts.ts";
import { agrees } from "../reading/consistency.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { nearest } from "../reading/nearest.ts";
import { explanation } from "../report/explain.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { explanationText } from "./print.ts";
import { tell } from "./telling.ts";
import { visible } from "./visible.ts";

/** Prints a criterion's ladder; with an audit, what each step comes to and what would move it up. */
export function explain(id: string, path: string | undefined, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { catalogue, questions } = yardstick;
  const placed = catalogue.criteria.find(({ code, criterion }) => criterion.id === id || code === id.toUpperCase());
  if (placed === undefined) {
    const meant = nearest(
      id,
      catalogue.criteria.map(({ criterion }) => criterion.id),
    );
    around.talk(`There is no criterion "${visible(id)}"${meant ? `; did you mean "${meant}"?` : ""}`);
    return 2;
  }
  const { audit, problems: found } = path === undefined ? { problems: [] } : readAuditFile(path, around.cwd, yardstick);
  if (path !== undefined && audit === undefined) return tell(found, around, "Nothing was explained");
  const answers = audit?.audit as unknown as Answers | undefined;
  const said = explanation(placed.criterion, answers, {
    method: catalogue.method,
    profile: audit?.audit.audit.threshold_profile ?? "",
    questionOf: (path) => questions.get(general(path)),
    titleOf: (path) => derived.get(path)?.title ?? questions.get(general(path))?.title ?? path,
    sound: (changed) => agrees(changed, yardstick.around),
  });
  around.out(visible(explanationText(placed, said, audit !== undefined, catalogue.method), "\n"));
  return 0;
}
