/** Audits at the ends of what the schema allows: the longest texts and lists, and hardly anything. */
import { parse, stringify } from "yaml";

/** The most characters that the schema allows a text. */
const longest = 300;

/** Words up to the longest text, capitals among them, which are wide. */
function words(start: string, length = longest): string {
  const filler = " Community Mental Health And Wellbeing Partnership Of The Western Moorland Wards";
  let text = start;
  while (text.length < length) text += filler;
  return text.slice(0, length).trimEnd();
}

type Entry = Record<string, unknown>;

/** An audit with every text of its own as long as can be, and long lists of exceptions, actions and evidence. */
export function longestAudit(text: string): string {
  const audit = parse(text) as Record<string, Entry> & { gates: Entry[]; therapies: Entry[] };
  const many = (count: number, make: (number: number) => Entry) =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  Object.assign(audit["service"] ?? {}, {
    id: "longest",
    name: words("Longest"),
    region: words("Region"),
    commissioner: words("Commissioner"),
    client_group: words("Client group"),
  });
  Object.assign(audit["audit"] ?? {}, {
    completed_by_role: words("Role"),
    samples: many(6, (n) => ({ id: `S${n}`, what: words("Sample"), n: 60, of: 430, method: "random" })),
  });
  for (const gate of audit.gates) gate["name"] = words("Gate");
  for (const therapy of audit.therapies) therapy["name"] = words("Therapy");
  const longer = {
    ...audit,
    evidence: many(20, (n) => ({
      id: `E${n}`,
      kind: "contract",
      title: words("Evidence"),
      date: "2025-01-01",
      section: words("Section"),
      link: `https://example.org/${"a-long-address/".repeat(12)}`,
      supports: ["gates", "preferences.asked", "waits", "attendance"],
      held_by: words("Holder"),
    })),
    exceptions: many(20, (n) => ({
      id: `X${n}`,
      applies_to: n % 2 === 0 ? "diagnostic-gate" : "gates",
      reason: words("Reason"),
      agreed_by_role: words("Role"),
      agreed_on: "2024-06-10",
      review_on: "2024-09-30",
    })),
    actions: many(30, (n) => ({
      id: `A${n}`,
      criterion: "therapy-choice",
      action: words("Action"),
      owner_role: words("Owner"),
      due: "2025-09-30",
      status: n % 3 === 0 ? "done" : "planned",
      from_level: 0,
      aim_level: 3,
    })),
  };
  return stringify(longer);
}

/** An audit that states only what it must. */
export const barestAudit = stringify({
  format: "pathway-facts/1",
  service: { id: "barest", name: "Barest (invented)", type: "other", nation: "wales" },
  audit: {
    period: { from: "2025-04-01", to: "2026-03-31" },
    completed_on: "2026-05-11",
    completed_by_role: "Manager",
    threshold_profile: "none",
  },
});
