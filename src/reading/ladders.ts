/**
 * What the names in a criterion can't show: levels that no audit reaches, parts of conditions that
 * decide nothing, examples that give something else, numbers that no threshold has.
 */
import {
  type Catalogue,
  type Criterion,
  type Method,
  numbers,
  type Threshold,
  thresholdsOf,
} from "../core/catalogue.ts";
import { asks, type Thresholds } from "../core/condition.ts";
import { facts } from "../core/derived.ts";
import type { Answers } from "../core/facts.ts";
import { type Standing, standing } from "../core/ladder.ts";
import { listed } from "../core/listed.ts";
import { agrees } from "./consistency.ts";
import type { Around } from "./disagreement.ts";
import { type Field, outcomesOf, reach } from "./reach.ts";
import type { Validators } from "./validators.ts";

/** A fault at a JSON pointer into a criterion. */
export interface LadderFault {
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

/** Faults in the ladder of a criterion and in its examples. */
export function ladderFaults(
  criterion: Criterion,
  { method }: Catalogue,
  around: Around,
  validators: Validators,
): LadderFault[] {
  const own = numbers(criterion.thresholds ?? {});
  const replaced = Object.entries(method.profiles)
    .filter(([, { thresholds }]) => thresholds?.[criterion.id] !== undefined)
    .map(([profile]) => numbers(thresholdsOf(criterion, method, profile)));
  const sound = (answers: Answers) => fits(answers, around, validators);
  return [
    ...exampleFaults(criterion, (profile) => numbers(thresholdsOf(criterion, method, profile)), sound),
    ...numberFaults(criterion, method),
    ...reachFaults(criterion, { questions: around.questions, thresholds: own, sound }, replaced),
  ];
}

/** A part that decides nothing with the criterion's own numbers may decide something with a profile's. */
function reachFaults(criterion: Criterion, field: Field, replaced: readonly Thresholds[]): LadderFault[] {
  const { reached, idle: withOwn } = reach(criterion, field);
  const idle = replaced.reduce(
    (left, thresholds) =>
      left.length === 0 ? left : left.filter((part) => reach(criterion, { ...field, thresholds }).idle.includes(part)),
    withOwn,
  );
  const missed = outcomesOf(criterion).filter((outcome) => !reached.has(outcome));
  const unreached = missed.map((outcome): LadderFault => {
    const index = criterion.levels.findIndex(({ level }) => level === outcome);
    return {
      pointer: index < 0 ? "/not_applicable" : `/levels/${index}`,
      message:
        outcome === "not applicable"
          ? "no audit was found to which it does not apply"
          : `no audit was found that reaches level ${outcome}`,
      hint: "its condition can't hold, or one that is tried before it always does",
    };
  });
  const idleParts = idle.map(
    (pointer): LadderFault => ({
      pointer,
      message: "this decides nothing: no audit was found that stands elsewhere without it",
      hint: "take it out, or mend the condition around it",
    }),
  );
  return [...unreached, ...idleParts];
}

function exampleFaults(
  criterion: Criterion,
  limits: (profile: string) => ReturnType<typeof numbers>,
  sound: (answers: Answers) => boolean,
): LadderFault[] {
  return criterion.examples.flatMap((example, index): LadderFault[] => {
    const given = standing(criterion, facts(example.facts), limits(example.profile ?? ""));
    const [found, wanted] = [gives(given), [example.level].flat().map(String)];
    const at = `/examples/${index}`;
    const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
    if (!same(found, wanted))
      return [
        {
          pointer: `${at}/level`,
          message: `its facts give ${listed(found, "or")}, not ${listed(wanted, "or")}`,
          hint: "mend the example or the ladder",
        },
      ];
    if (!same(given.needs, example.needs ?? []))
      return [
        {
          pointer: `${at}/needs`,
          message: `it waits for ${given.needs.length === 0 ? "nothing" : listed(given.needs)}`,
          hint: "write that under `needs`",
        },
      ];
    if (sound(example.facts)) return [];
    const message = "these facts can't stand in an audit, or they contradict each other";
    return [{ pointer: `${at}/facts`, message, hint: "use the words of schemas/audit.schema.json" }];
  });
}

/** What a standing leaves possible, as an example writes it. */
function gives({ applies, levels }: Standing): string[] {
  return [...levels.map(String), ...(applies === "yes" ? [] : ["not applicable"])];
}

const inDays: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** A figure with its unit in what a level says must be a threshold, its own or a profile's, or stand in a fact's name. */
function numberFaults({ id, levels, thresholds = {} }: Criterion, { profiles }: Method): LadderFault[] {
  const named = levels
    .flatMap(({ when }) => (when ? asks(when) : []))
    .flatMap((path) => {
      const [, number, unit] = /_(\d+)_(days|weeks)_/.exec(path) ?? [];
      return number && unit ? [amount(Number(number), unit)] : [];
    });
  const all = [thresholds, ...Object.values(profiles).map((profile) => profile.thresholds?.[id] ?? {})];
  const known = [...named, ...all.flatMap(Object.values<Threshold>).map(({ is, unit }) => amount(is, unit))];
  return levels.flatMap((level, index) =>
    (["step", "says"] as const).flatMap((field) => {
      const figures = (level[field] ?? "").matchAll(/(\d+(?:\.\d+)?) (days?|weeks?|months?|hours?|per cent)/g);
      return [...figures].flatMap(([text, number, unit = ""]) =>
        known.includes(amount(Number(number), unit))
          ? []
          : [
              {
                pointer: `/levels/${index}/${field}`,
                message: `${text} is none of its thresholds`,
                hint: "name the number under `thresholds` with its source, or say it in words",
              },
            ],
      );
    }),
  );
}

function amount(number: number, unit: string): string {
  const one = unit.replace(/s$/, "");
  const days = inDays[one];
  return days === undefined ? `${number} ${one}` : `${number * days} day`;
}

/** Whether answers to some of the questions can stand in an audit, the head left aside. */
function fits(answers: Answers, around: Around, { audit }: Validators): boolean {
  audit(answers);
  if ((audit.errors ?? []).some(({ keyword }) => keyword !== "required")) return false;
  const whole = {
    ...head,
    ...answers,
    audit: head.audit,
    service: { ...head.service, ...(answers["service"] as object) },
  };
  return agrees(whole, around);
}

/** What every audit says of itself, of a service that is nobody's. */
export const head = {
  format: "pathway-facts/1",
  service: { id: "example", name: "Example", type: "other", nation: "other" },
  audit: {
    period: { from: "2024-04-01", to: "2025-03-31" },
    completed_on: "2025-05-12",
    completed_by_role: "Manager",
    threshold_profile: "none",
  },
} as const;
