/** What is done while people wait, in one sentence. */
import type { Audit } from "../../core/audit.ts";
import { listed } from "../../core/listed.ts";
import { count } from "../wording.ts";
import { numberIn, said } from "./words.ts";

type Waiting = NonNullable<Audit["waiting"]>;

const told = {
  routine: "everyone is told how long it may take",
  discretionary: "the worker decides whether people are told how long it may take",
  on_request: "people who ask are told how long it may take",
  absent: "nobody is told how long it may take",
};
const updates = {
  none: "nobody hears from the service meanwhile",
  on_request: "people who ask hear how things stand",
  once: "people hear from the service once",
  regular: "people hear from the service at set times",
};
const support = {
  helpline: "a helpline",
  check_in_call: "a call to ask how they are",
  groups: "groups",
  self_help: "self-help",
  peer_support: "peer support",
};
const consequences = {
  kept: "the place is kept",
  removed: "people are taken off the list",
  removed_with_return: "people are taken off the list and told how to come back",
};

/** The sentence, with what is not stated at its end. */
export function whileWaiting({ waiting }: Audit): string {
  if (waiting === undefined) return "What is done while people wait is not stated.";
  const parts = [
    { says: said(told, waiting.expected_wait_told, ""), of: "whether people are told how long it may take" },
    { says: said(updates, waiting.updates, ""), of: "whether people hear from the service meanwhile" },
    { says: supportSays(waiting), of: "what support there is" },
    { says: lapseSays(waiting), of: "what happens when an offer is not answered" },
  ];
  const stated = parts.filter(({ says }) => says !== "").map(({ says }) => says);
  const left = parts.filter(({ says }) => says === "").map(({ of }) => of);
  const list = waiting.list_status === "no_list" ? ["there is no queue"] : [];
  const open = left.length === 0 ? [] : [`not stated: ${listed(left, "or")}`];
  return `While people wait: ${[...list, ...stated, ...open].join("; ")}.`;
}

function supportSays({ interim_support: offered }: Waiting): string {
  if (!Array.isArray(offered)) return "";
  if (offered.length === 0) return "nothing is offered meanwhile";
  return `people can use ${listed(offered.map((one) => said(support, one, one)))}`;
}

function lapseSays({ lapse_rule: rule }: Waiting): string {
  const consequence = said(consequences, rule?.consequence, "");
  if (consequence === "") return "";
  const days = numberIn(rule?.reply_within_days);
  const attempts = numberIn(rule?.attempts);
  const within = days === undefined ? "" : ` within ${count(days, "day")}`;
  const after = attempts === undefined ? "" : `, after ${count(attempts, "attempt")} to reach them`;
  return `where an offer is not answered${within}${after}, ${consequence}`;
}
