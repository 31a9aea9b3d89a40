/** Tells two audits of one service apart. */
import { assess } from "../core/assess.ts";
import { compare } from "../core/compare.ts";
import { general } from "../core/facts.ts";
import { readAuditFile, readYardstick } from "../reading/disk.ts";
import { sinceView } from "../report/since.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { sinceText } from "./since.ts";
import { tell } from "./telling.ts";
import { jsonText, visible } from "./visible.ts";

/** Says what moved from one audit of a service to another, both under today's criteria, as text or JSON. */
export function diff(paths: readonly [string, string], json: boolean, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { catalogue, questions } = yardstick;
  const [old, own] = paths.map((path) => readAuditFile(path, around.cwd, yardstick)) as [Read, Read];
  const wrong = [...old.problems, ...own.problems].filter(({ severity }) => severity === "error");
  if (old.audit === undefined || own.audit === undefined || wrong.length > 0)
    return tell(wrong, around, "Nothing was compared");
  if (old.audit.audit.service.id !== own.audit.audit.service.id) {
    around.talk("These are audits of two services; diff compares two audits of one");
    return 2;
  }
  const [before, after] = [assess(old.audit, catalogue), assess(own.audit, catalogue)];
  const { published } = old.audit;
  if (before.audit.audit.period.to > after.audit.audit.period.to)
    around.talk("The audit that is named first is the later of the two.");
  if (json) {
    around.out(jsonText(compare(before, after, catalogue, published)));
    return 0;
  }
  const titleOf = (path: string) => questions.get(general(path))?.title ?? path;
  const view = sinceView(before, after, { catalogue, titleOf }, published);
  around.out(visible(sinceText(own.audit.audit.service.name, view), "\n"));
  return 0;
}

type Read = ReturnType<typeof readAuditFile>;
