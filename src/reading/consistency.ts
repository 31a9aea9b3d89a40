/** What a schema can't say: answers that contradict each other, small counts, names that must agree. */
import type { Audit } from "../core/audit.ts";
import type { Answers } from "../core/facts.ts";
import { complements } from "./complements.ts";
import { smallCounts } from "./counts.ts";
import { type Around, type Disagreement, entry, ofRule, wrongWay } from "./disagreement.ts";
import { percentages } from "./percentages.ts";
import { register } from "./register.ts";
import { roles } from "./roles.ts";
import { waits } from "./wait-figures.ts";

/**
 * Everything in an audit that does not agree with itself or its surroundings. The audit may lack answers
 * that the schema requires, where those have been refused already; its head is always there.
 */
export function disagreements(audit: Audit, around: Around): Disagreement[] {
  const numbers = [...smallCounts(audit, around), ...complements(audit, around), ...percentages(audit, around)];
  return [
    ...ofRule("contradiction", [...periods(audit), ...repeatedIds(audit), ...waits(audit)]),
    ...ofRule("small-number", numbers),
    ...ofRule("contradiction", [...contradictions(audit), ...missedSessions(audit)]),
    ...ofRule("evidence", register(audit, around)),
    ...ofRule("personal-data", roles(audit)),
  ];
}

/** Whether the answers of a whole audit agree with themselves, warnings aside. */
export function agrees(answers: Answers, around: Around): boolean {
  return disagreements(answers as unknown as Audit, around).every(({ severity }) => severity === "warning");
}

function periods({ audit, exceptions }: Audit): Disagreement[] {
  const found: Disagreement[] = [];
  const { from, to } = audit.period;
  if (from > to)
    found.push({
      pointer: "/audit/period/to",
      message: `audit.period: it ends (${to}) before it begins (${from})`,
      hint: wrongWay,
    });
  if (audit.completed_on < from) {
    found.push({
      pointer: "/audit/completed_on",
      message: `audit.completed_on: ${audit.completed_on} is before the period begins (${from})`,
    });
  }
  if (audit.completed_on >= from && audit.completed_on < to) {
    found.push({
      pointer: "/audit/completed_on",
      severity: "warning",
      message: `audit.completed_on: ${audit.completed_on} is before the period ends (${to})`,
      hint: "are the waits and counts of the whole period in it?",
    });
  }
  for (const [index, { id, review_on, agreed_on }] of (exceptions ?? []).entries()) {
    const pointer = `/exceptions/${index}/review_on`;
    if (review_on && agreed_on && review_on < agreed_on) {
      found.push({
        pointer,
        message: `${entry("exception", id, index)}: its review (${review_on}) is before it was agreed (${agreed_on})`,
        hint: wrongWay,
      });
    } else if (review_on && review_on < audit.completed_on) {
      found.push({
        pointer,
        severity: "warning",
        message: `${entry("exception", id, index)}: its review was due on ${review_on}, before this audit was completed`,
        hint: "review it, or write when it will be",
      });
    }
  }
  return found;
}

function repeatedIds(audit: Audit): Disagreement[] {
  const lists: readonly [list: string, key: string, entries: readonly unknown[]][] = [
    ["waits", "stage", audit.waits ?? []],
    ["therapies", "id", audit.therapies ?? []],
    ["evidence", "id", audit.evidence ?? []],
    ["exceptions", "id", audit.exceptions ?? []],
    ["actions", "id", audit.actions ?? []],
    ["audit/samples", "id", audit.audit.samples ?? []],
    ["assessment/contacts", "order", audit.assessment?.contacts ?? []],
  ];
  return lists.flatMap(([list, key, entries]) => {
    const seen = new Set<unknown>();
    return entries.flatMap((entry, index) => {
      const name = (entry as Record<string, unknown>)[key];
      if (name === undefined || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      const where = list.replace("/", ".");
      return [
        {
          pointer: `/${list}/${index}/${key}`,
          message: `${where}: two entries have the ${key} "${name}"`,
          hint: "give each its own",
        },
      ];
    });
  });
}

/** That missed sessions never lead to discharge is said by a word. */
function missedSessions({ attendance }: Audit): Disagreement[] {
  if (attendance?.discharge_after_missed !== "never" || attendance.first_miss !== "auto_discharge") return [];
  return [
    {
      pointer: "/attendance/discharge_after_missed",
      message: "attendance.discharge_after_missed: never, yet the first missed session leads to discharge",
      hint: "which is it?",
    },
  ];
}

function contradictions(audit: Audit): Disagreement[] {
  const found: Disagreement[] = [];
  const { preferences, assessment, therapies = [], endings } = audit;
  const items = ["therapy_items", "therapist_items", "how", "when"] as const;
  for (const name of items) {
    const list = preferences?.[name];
    if (preferences?.asked === "absent" && Array.isArray(list) && list.length > 0) {
      found.push({
        pointer: `/preferences/${name}`,
        message: `preferences.${name}: preferences are not asked (asked: absent), yet something is listed`,
        hint: "which is it?",
      });
    }
  }
  const contacts = assessment?.contacts ?? [];
  const joint = assessment?.decision_made_by === "jointly" || assessment?.decision_made_by === "client";
  if (joint && contacts.length > 0 && contacts.every((contact) => contact.mode === "form_only")) {
    found.push({
      pointer: "/assessment/decision_made_by",
      message: "assessment.decision_made_by: every contact is a form, so the client can't take part in the decision",
      hint: "which is it?",
    });
  }
  if (
    endings?.session_number_told === "not_limited" &&
    therapies.length > 0 &&
    therapies.every((one) => one.extension === "none")
  ) {
    found.push({
      pointer: "/endings/session_number_told",
      message: "endings.session_number_told: not_limited, yet no therapy can be extended",
      hint: "which is it?",
    });
  }
  const shares = therapies.flatMap((one) =>
    typeof one.share_of_clients_pct === "number" ? [one.share_of_clients_pct] : [],
  );
  const total = shares.reduce((sum, one) => sum + one, 0);
  if (total > 100.5)
    found.push({
      pointer: "/therapies",
      message: `therapies: the shares of clients add up to ${Math.round(total)} per cent`,
      hint: "all together come to no more than 100",
    });
  for (const [index, { id, sessions }] of therapies.entries()) {
    const numbers = [sessions?.min, sessions?.typical, sessions?.max].filter((one) => typeof one === "number");
    if (numbers.some((one, i) => i > 0 && one < (numbers[i - 1] ?? 0))) {
      found.push({
        pointer: `/therapies/${index}/sessions`,
        message: `therapies[${id ?? index}].sessions: min, typical and max are not in rising order`,
      });
    }
  }
  const { unplanned } = endings ?? {};
  if (unplanned?.counted === "no" && unplanned.n !== undefined && unplanned.n !== "unknown") {
    found.push({
      pointer: "/endings/unplanned/counted",
      message: "endings.unplanned.counted: unplanned endings are not counted, yet their number is given",
      hint: "which is it?",
    });
  }
  for (const [index, { id, manualised, adherence }] of therapies.entries()) {
    if (manualised === "no" && adherence === "strict") {
      found.push({
        pointer: `/therapies/${index}/adherence`,
        message: `therapies[${id}].adherence: strict, yet there is no manual`,
        hint: "write not_applicable, or say that it is manualised",
      });
    }
  }
  const heads = audit.service.therapists_headcount;
  const trainees = audit.workforce?.therapists_trained_in_repair?.of;
  if (typeof heads === "number" && typeof trainees === "number" && trainees > heads) {
    found.push({
      pointer: "/workforce/therapists_trained_in_repair/of",
      message: `workforce.therapists_trained_in_repair.of: ${trainees} is more than service.therapists_headcount (${heads})`,
      hint: "which is it?",
    });
  }
  return found;
}
