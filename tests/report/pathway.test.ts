import { describe, expect, test } from "vitest";
import type { Audit } from "../../src/core/audit.ts";
import { auditOf, long, sole, way } from "./pathway/ways.ts";

/** The steps as a reader has them: kind, name and phrases. */
const read = (stated: Partial<Audit>) => way(stated).steps.map(({ what, name, says }) => [what, name, ...says]);
/** What is said at the step of this name. */
const at = (name: string, stated: Partial<Audit>) => way(stated).steps.find((step) => step.name === name)?.says;
/** Where a gate of this kind is said to stand. */
const gates = (stated: Partial<Audit>) =>
  way(stated).steps.flatMap(({ kind, what, name }) => (kind === "gate" ? [`${name}: ${what}`] : []));
const gate = (kind: string) => ({ name: kind, kind, effect: "refuses" }) as NonNullable<Audit["gates"]>[number];
type Contacts = NonNullable<NonNullable<Audit["assessment"]>["contacts"]>;

describe("the steps of a pathway", () => {
  test("a sole practitioner with one contact and no gates", () => {
    expect(read(sole)).toEqual([
      ["Start", "Referral", "self-referral"],
      ["Wait", "Referral to first contact", "4 days (median)", "30 people counted"],
      ["Contact", "Assessment", "in person, 60 minutes", "the person who will be the therapist"],
      ["Wait", "First contact to first session", "8 days (median)", "25 people counted"],
      ["Session", "First session", "offer: decided together with the client", "therapist: the person who assessed"],
      [
        "Therapy",
        "Therapy",
        "Person-centred: at least 1 session, usually 14, no set limit",
        "no discharge for missed sessions",
      ],
      ["End", "Ending", "number of sessions: not limited", "way back: people get in touch themselves"],
    ]);
  });

  test("six contacts and four gates", () => {
    expect(read(long)).toEqual([
      ["Start", "Referral", "self-referral, GP, social prescriber, school, employer, another professional or court"],
      [
        "Gate before the first contact",
        long.gates?.[0]?.name,
        "Opting in: turns people away",
        "nobody can set it aside",
        "instead: nothing",
      ],
      [
        "Wait",
        "Referral to first contact",
        "3 days (median)",
        "9 in 10 within 9 days",
        "longest 21 days",
        "120 people counted",
      ],
      ["Contact", "Screening", "by form: nobody is spoken with", "heard from: an administrator", "when: not stated"],
      [
        "Gate at the screening",
        "PHQ-9 of 10 or more",
        "Score: sends people elsewhere",
        "a clinician can set it aside",
        "instead: other places are named",
      ],
      [
        "Gate at the screening",
        "Had therapy here within twelve months",
        "Earlier therapy: changes when people are seen",
        "a manager can set it aside",
      ],
      [
        "Contact",
        "Screening",
        "by telephone, 15 minutes",
        "a psychological wellbeing practitioner",
        "a different person",
      ],
      [
        "Wait",
        "First contact to first session",
        "30 weeks (median)",
        "9 in 10 within 40 weeks",
        "longest 51 weeks",
        "120 people counted",
      ],
      [
        "Contact",
        "Assessment",
        "by video, 50 minutes",
        "an assessor, not the therapist",
        "a different person",
        "when: not stated",
      ],
      [
        "Contact",
        "Second assessment",
        "in person, 90 minutes",
        "people of several professions",
        "a different person",
        "when: not stated",
      ],
      [
        "Contact",
        "Contact",
        "what it is for: not stated",
        "how, and for how long: not stated",
        "who is met: not stated",
        "when: not stated",
      ],
      [
        "Contact",
        "Allocation",
        "in person, 30 minutes",
        "the person who will be the therapist",
        "the same person as before",
        "when: not stated",
      ],
      [
        "Gate before therapy",
        "Weekly panel",
        "Meeting that decides: turns people away",
        "who can set it aside: not stated",
        "instead: help to reach another place",
      ],
      [
        "Session",
        "First session",
        "from referral: 31 weeks (median)",
        "120 people counted",
        "offer: decided by a meeting, without the client",
        "therapist: matched together with the client",
      ],
      ["Wait", "First to second session", "9 days (median)", "110 people counted"],
      ["Session", "Second session"],
      [
        "Therapy",
        "Therapy",
        "Counselling for depression: 6 to 20 sessions, usually 12",
        "Counselling for young people: usually 8 sessions",
        "Walk and talk: number of sessions not stated",
        "discharge after 2 missed sessions",
      ],
      ["End", "Ending", "number of sessions: told as therapy goes on", "way back: a new referral"],
    ]);
  });

  test("what is not stated is said to be so, step by step", () => {
    expect(read({})).toEqual([
      ["Start", "Referral", "routes: not stated"],
      ["Wait", "Referral to first contact", "wait not stated"],
      ["Contact", "First contact", "who is met before therapy, and how often: not stated"],
      ["Wait", "First contact to first session", "wait not stated"],
      ["Session", "First session", "who decides the offer: not stated", "how the therapist is chosen: not stated"],
      ["Therapy", "Therapy", "kinds of therapy: not stated", "discharge for missed sessions: not stated"],
      ["End", "Ending", "whether the number of sessions is told: not stated", "way back: not stated"],
    ]);
  });

  test("of missed sessions nothing is said where there is one session only", () => {
    const service = { ...auditOf({}).service, type: "single_session" } as const;
    expect(at("Therapy", { service })).toEqual(["kinds of therapy: not stated"]);
  });

  test("an answer of unknown is as one that is left out", () => {
    const unknown: Partial<Audit> = {
      access: { referral_routes: "unknown" },
      waits: [{ stage: "referral_to_first_contact", unit: "days", median: "unknown", n: "unknown" }],
      assessment: { decision_made_by: "unknown" },
      allocation: { method: "unknown" },
      endings: { session_number_told: "unknown", return_route: "unknown" },
    };
    expect(read(unknown)).toEqual(read({}));
  });

  test("contacts stand in their stated order, whatever their order in the file", () => {
    const contacts: Contacts = [
      { order: 2, purpose: "assessment", mode: "video" },
      { order: 1, purpose: "screening", mode: "telephone" },
    ];
    const names = way({ assessment: { contacts } }).steps.map(({ name }) => name);
    expect(names.indexOf("Screening")).toBeLessThan(names.indexOf("Assessment"));
  });

  test("a contact that is itself the first session is told there", () => {
    const contacts: Contacts = [
      { order: 1, purpose: "first_therapy_session", mode: "video", minutes: 50, by: "allocated_therapist" },
    ];
    expect(at("First session", { assessment: { contacts } })?.slice(0, 2)).toEqual([
      "by video, 50 minutes",
      "the person who will be the therapist",
    ]);
  });

  test("a list that was closed when the period ended is said at the referral", () => {
    expect(at("Referral", { waiting: { list_status: "closed" } })).toContain(
      "closed to new people when the period ended",
    );
  });

  test("a contact of which little is stated says what is missing", () => {
    const says = (contact: object) =>
      at("Assessment", { assessment: { contacts: [{ order: 1, purpose: "assessment", ...contact }] } });
    expect(says({ mode: "video" })).toEqual(["by video, length not stated", "who is met: not stated"]);
    expect(says({ minutes: 50 })?.slice(0, 2)).toEqual(["how it takes place: not stated", "50 minutes"]);
    expect(says({ mode: "form_only", minutes: 10 })).toContain("by form: nobody is spoken with, 10 minutes");
    expect(says({ mode: "form_only" })).toContain("heard from: not stated");
  });
});

describe("the figures of a wait", () => {
  const figures = (wait: object) =>
    at("Referral to first contact", {
      waits: [{ stage: "referral_to_first_contact", unit: "weeks", ...wait }],
    });

  test("they are in its own unit, one in the singular", () => {
    expect(figures({ median: 1, p90: 2.5, longest: 9 })).toEqual([
      "1 week (median)",
      "9 in 10 within 2.5 weeks",
      "longest 9 weeks",
    ]);
  });

  test("a mean stands in for a median that is not stated, and says so", () => {
    expect(figures({ mean: 6 })).toEqual(["6 weeks (mean; the median is not stated)"]);
    expect(figures({ median: 5, mean: 6 })).toEqual(["5 weeks (median)"]);
  });

  test("where neither is stated the long waits and the shares still are", () => {
    expect(figures({ p90: 8, pct_within_6_weeks: 80, pct_within_18_weeks: 95, pct_over_90_days: 7 })).toEqual([
      "median wait not stated",
      "9 in 10 within 8 weeks",
      "80 per cent within 6 weeks",
      "95 per cent within 18 weeks",
      "7 per cent over 90 days",
    ]);
  });

  test("a hidden count stays hidden, and a stage without a figure is not stated", () => {
    expect(figures({ median: 5, n: "<5" })).toContain("fewer than 5 people counted");
    expect(figures({ n: 40 })).toEqual(["wait not stated"]);
  });
});

describe("the stretches between the stops", () => {
  const names = (stated: Partial<Audit>) =>
    way(stated).steps.flatMap(({ kind, name }) => (kind === "wait" || kind === "unstated" ? [name] : []));
  const wait = (stage: string) => ({ stage, unit: "days", median: 9 }) as NonNullable<Audit["waits"]>[number];

  test("where only the whole wait is stated, one stretch stands for both", () => {
    expect(names({ waits: [wait("referral_to_therapy")] })).toEqual(["Referral to first session"]);
  });

  test("where nobody is met before therapy there is one wait", () => {
    const assessment = { contacts: [] };
    expect(names({ assessment })).toEqual(["Referral to first session"]);
    expect(names({ assessment, waits: [wait("referral_to_first_contact")] })).toEqual(["Referral to first contact"]);
  });

  test("a form is no first contact: the clock runs on to the first conversation", () => {
    const contacts: Contacts = [
      { order: 1, purpose: "screening", mode: "form_only" },
      { order: 2, purpose: "assessment", mode: "video" },
    ];
    const stated = { assessment: { contacts }, waits: [wait("referral_to_first_contact")] };
    expect(way(stated).steps.find(({ name }) => name === "Screening")?.kind).toBe("passed");
    expect(way(stated).steps.find(({ name }) => name === "Assessment")?.kind).toBe("stop");
  });

  test("a wait for which the contacts leave no place is said beside the drawing", () => {
    const waits = [wait("referral_to_first_contact"), wait("first_contact_to_therapy")];
    expect(way({ waits, assessment: { contacts: [] } }).notes).toContain(
      "Stated and not drawn, since no contact comes before therapy: First contact to first session, 9 days (median).",
    );
  });

  test("what medians can't do is said, and what is not stated of the whole", () => {
    const parts = [wait("referral_to_first_contact"), wait("first_contact_to_therapy")];
    const whole = (waits: NonNullable<Audit["waits"]>) =>
      way({ waits }).notes.filter((note) => note.includes("whole wait"));
    expect(whole(parts)).toEqual([
      "The whole wait, from referral to the first session, is not stated; the medians of its parts do not add up to it.",
    ]);
    expect(whole([...parts, wait("referral_to_therapy")])).toEqual([
      "The median of the whole wait is not the sum of the medians of its parts.",
    ]);
    expect(whole(parts.slice(0, 1))).toEqual(["The whole wait, from referral to the first session, is not stated."]);
    expect(whole([wait("referral_to_therapy")])).toEqual([]);
  });

  test("on a phone bars keep to one scale and a limit", () => {
    const bars = (stated: Partial<Audit>) => way(stated).steps.flatMap(({ bar }) => (bar === null ? [] : [bar]));
    expect(bars(sole)).toEqual([20, 40]);
    expect(bars({})).toEqual([]);
    expect(bars(long).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(261);
  });
});

describe("therapy", () => {
  const sessions = (therapy: object) =>
    at("Therapy", { therapies: [{ id: "a", name: "Anything", modality: "emdr", ...therapy } as never] })?.[0];

  test("its sessions are told from what is stated of them", () => {
    expect(sessions({ sessions: { min: 6, typical: 8, max: 12 } })).toBe("EMDR: 6 to 12 sessions, usually 8");
    expect(sessions({ sessions: { min: 6, typical: 6, max: 6 } })).toBe("EMDR: 6 sessions");
    expect(sessions({ sessions: { max: 1 } })).toBe("EMDR: at most 1 session");
    expect(sessions({ sessions: { typical: 9 }, extension: "not_limited" })).toBe(
      "EMDR: usually 9 sessions, no set limit",
    );
    expect(sessions({})).toBe("EMDR: number of sessions not stated");
  });
});

describe("where the gates stand", () => {
  const contacts: Contacts = [
    { order: 1, purpose: "allocation", mode: "telephone" },
    { order: 2, purpose: "assessment", mode: "video" },
  ];

  test("what a referral can settle stands before the first contact", () => {
    const kinds = ["opt_in", "payment", "eligibility", "age", "geography"];
    expect(gates({ gates: kinds.map(gate), assessment: { contacts } })).toEqual(
      kinds.map((kind) => `${kind}: Gate before the first contact`),
    );
  });

  test("what is found out from the person stands at the first contact that screens or assesses", () => {
    const kinds = ["questionnaire_required", "score_threshold", "diagnosis", "prior_therapy", "risk"];
    expect(gates({ gates: kinds.map(gate), assessment: { contacts } })).toEqual(
      kinds.map((kind) => `${kind}: Gate at the assessment`),
    );
  });

  test("or else at the first contact there is, or at the first session", () => {
    expect(gates({ gates: [gate("risk")], assessment: { contacts: contacts.slice(0, 1) } })).toEqual([
      "risk: Gate at the allocation",
    ]);
    expect(gates({ gates: [gate("risk")], assessment: { contacts: [] } })).toEqual(["risk: Gate at the first session"]);
    expect(gates({ gates: [gate("risk")] })).toEqual(["risk: Gate at the first contact"]);
  });

  test("a meeting that decides stands before therapy", () => {
    expect(gates({ gates: [gate("panel"), gate("age")], assessment: { contacts } })).toEqual([
      "age: Gate before the first contact",
      "panel: Gate before therapy",
    ]);
  });

  test("a gate that only helps to plan needs no way on, and one that turns away says that none is stated", () => {
    expect(at("risk", { gates: [{ ...gate("risk"), effect: "informs" }] })).toEqual([
      "Risk: only helps to plan",
      "who can set it aside: not stated",
    ]);
    expect(at("risk", { gates: [gate("risk")] })).toContain("instead: not stated");
  });
});

describe("what stands beside the drawing", () => {
  const last = (stated: Partial<Audit>) => way(stated).notes.at(-1);

  test("that the order of the gates is Rapport's reading, by which rule, and whether they are all", () => {
    const placing =
      "Where the gates stand is Rapport’s reading of their kind, since an audit states no order: opting in, payment, entry rules, age and area before the first contact; questionnaires, scores, diagnosis, earlier therapy and risk at the first contact that screens or assesses; a meeting that decides before therapy.";
    const one = { gates: [gate("age")] };
    const two = { gates: [gate("age"), gate("risk")] };
    expect(last({ ...one, gates_complete: "yes" })).toBe(`${placing} The service says that this is its only gate.`);
    expect(last({ ...two, gates_complete: "yes" })).toBe(`${placing} The service says that these 2 gates are all.`);
    expect(last({ ...two, gates_complete: "no" })).toBe(
      `${placing} The service says that this list of gates is not complete: there are more than the 2 gates shown.`,
    );
    for (const complete of ["unknown", undefined] as const)
      expect(last({ ...two, ...(complete && { gates_complete: complete }) })).toBe(
        `${placing} The service has not said whether this list of gates is complete: there may be more.`,
      );
  });

  test("that there are no gates, if the service says so, and else that nobody has said it", () => {
    expect(last({ gates: [], gates_complete: "yes" })).toBe(
      "The service states that it has no gates: there is no point at which a person can be turned away or put back.",
    );
    expect(last({ gates: [], gates_complete: "no" })).toBe(
      "No gate is stated, and the service says that there are some.",
    );
    expect(last({ gates: [] })).toBe("No gate is stated, and the service has not said that there is none.");
  });

  test("what is done while people wait", () => {
    const [first] = way({
      waiting: {
        list_status: "no_list",
        expected_wait_told: "routine",
        updates: "regular",
        interim_support: ["helpline", "self_help"],
        lapse_rule: { reply_within_days: 7, attempts: 1, consequence: "removed_with_return" },
      },
    }).notes;
    expect(first).toBe(
      "While people wait: there is no queue; everyone is told how long it may take; people hear from the service at set times; people can use a helpline and self-help; where an offer is not answered within 7 days, after 1 attempt to reach them, people are taken off the list and told how to come back.",
    );
    expect(
      way({ waiting: { updates: "none", interim_support: [], lapse_rule: { consequence: "kept" } } }).notes[0],
    ).toBe(
      "While people wait: nobody hears from the service meanwhile; nothing is offered meanwhile; where an offer is not answered, the place is kept; not stated: whether people are told how long it may take.",
    );
    expect(way({}).notes[0]).toBe("What is done while people wait is not stated.");
  });

  test("what the lines mean, as far as they are drawn", () => {
    const [start, bars, broken, open, therapy] = [
      "What a person passes through, from asking for help to an ending, as the service describes it.",
      "Solid bars are waits, all to one scale.",
      "A broken line is a wait that is not stated.",
      "An open circle is a contact within a wait: when it comes is not stated.",
      "Therapy is not to scale.",
    ];
    expect(way(sole).legend).toBe([start, bars, therapy].join(" "));
    expect(way(long).legend).toBe([start, bars, open, therapy].join(" "));
    expect(way({}).legend).toBe([start, broken, therapy].join(" "));
  });

  test("what the drawing is called for those who listen", () => {
    expect(way(sole).label).toBe(
      "Drawing of the way in: referral, assessment, first session and ending. The list after it says the same.",
    );
  });
});
