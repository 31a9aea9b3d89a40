/** What would move an audit most: for each finding that could stand higher, the smallest change of facts. */
import { type Assessment, assess } from "../core/assess.ts";
import { type Answers, general } from "../core/facts.ts";
import { agrees } from "../reading/consistency.ts";
import { readAuditFile, readYardstick, type Yardstick } from "../reading/disk.ts";
import type { Around } from "../report/around.ts";
import { periodOf } from "../report/draft.ts";
import { type Lever, levers, type Moved } from "../report/lever.ts";
import { changeText } from "../report/move-up.ts";
import { pointsText } from "../report/recommendation.ts";
import { rangeText } from "../report/wording.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { countOf } from "./print.ts";
import { tell } from "./telling.ts";
import { jsonText, visible } from "./visible.ts";

/** Prints what would move most first, as text or JSON. */
export function plan(path: string, json: boolean, around: Surroundings): ExitCode {
  const { yardstick, problems } = readYardstick(around.root, true, around.criteria);
  if (yardstick === undefined) return tell(problems, around, "The catalogue can't be read");
  const { audit, problems: found } = readAuditFile(path, around.cwd, yardstick);
  if (audit === undefined) return tell(found, around, "Nothing was planned");
  const assessment = assess(audit, yardstick.catalogue);
  const view = levers(assessment, aroundOf(yardstick));
  around.out(json ? jsonText(record(assessment, view.levers)) : text(assessment, view));
  return 0;
}

function aroundOf({ catalogue, references, questions, around }: Yardstick): Around {
  return {
    catalogue,
    references: new Map(references.map((reference) => [reference.id, reference])),
    guidance: new Map(),
    titleOf: (path) => questions.get(general(path))?.title ?? path,
    movable: {
      questionOf: (path) => questions.get(general(path)),
      sound: (answers: Answers) => agrees(answers, around),
    },
  };
}

function text(assessment: Assessment, { levers: all, stuck }: ReturnType<typeof levers>): string {
  const { audit, range } = assessment;
  const left = stuck.map(({ code, criterion }) => `${code} ${criterion}`);
  return [
    `${audit.service.name}, ${periodOf(audit)}`,
    `${countOf(all.length, "finding")} could stand higher${range === null ? "" : `; the range is ${rangeText(range)} now`}.`,
    "What works against clients comes first, then what would lift the low end of the range most.",
    "Each is a place to begin a conversation, not an instruction.",
    ...all.flatMap((lever, index) => ["", ...leverText(lever, index + 1)]),
    ...(left.length > 0 ? ["", `No small change was found for ${left.join(", ")}.`] : []),
  ]
    .map((line) => visible(line))
    .join("\n");
}

function leverText({ finding, changes, points, range, also, actions }: Lever, number: number): string[] {
  const { code, criterion, title, was, would } = finding;
  return [
    `${number}. ${code} ${criterion}: ${title}`,
    `   ${was} now; would stand at: ${would.replace(/^Open: /, "")}`,
    ...changes.flatMap((change) => [`   - ${change.says}`, `     ${changeText(change)}`]),
    `   It alone lifts the low end by ${pointsText(points)}${range === null ? "" : `; with all it moves, the range is ${rangeText(range)}`}.`,
    ...also.map((one) => `   Also moves ${movedText(one)}.`),
    ...(actions.length > 0 ? [`   Under way for it: ${actions.join(", ")}.`] : []),
  ];
}

function movedText({ code, criterion, was, would }: Moved): string {
  return `${code} ${criterion}: ${was}, then ${would}`;
}

function record({ id, file, sha256, catalogue, range }: Assessment, all: readonly Lever[]) {
  const moved = ({ code, criterion, before, after }: Moved) => ({ code, criterion, before, after });
  return {
    format: "rapport-plan/1",
    id,
    file,
    sha256,
    catalogue,
    range,
    moves: all.map(({ finding, changes, points, range: then, also, actions }) => ({
      ...moved(finding),
      changes: changes.map(({ path, from = null, to }) => ({ path, from, to })),
      points: Math.round(points * 10) / 10,
      range: then,
      also: also.map(moved),
      actions,
    })),
  };
}
