import { describe, expect, test } from "vitest";
import { derived, facts } from "../../src/core/derived.ts";
import type { Answers, Fact } from "../../src/core/facts.ts";
import { waitFacts } from "../../src/core/wait.ts";
import { medianOf, seenWithin, waitAt, waitFigures, wholeAnswers } from "./arbitrary.ts";
import { asSet, isStated, orders, shuffled, tellings } from "./reveal.ts";
import { fc } from "./seed.ts";
import { questionsOfWorld } from "./world.ts";

type Therapy = Readonly<Record<string, unknown>>;

const read = (path: string, ...therapies: Therapy[]): Fact =>
  facts({ therapies: therapies.map((one, index) => ({ id: "abcde".charAt(index), modality: "cbt", ...one })) })(path);
const exactly = (value: number): Fact => ({ kind: "number", from: value, to: value, needs: [] });
const between = (from: number, to: number, ...needs: string[]): Fact => ({ kind: "number", from, to, needs });
const spanOf = (fact: Fact) => (fact.kind === "number" ? [fact.from, fact.to] : undefined);
const ever = Number.POSITIVE_INFINITY;
const stages = [
  "referral_to_first_contact",
  "first_contact_to_therapy",
  "referral_to_therapy",
  "first_to_second_session",
];
const fromTherapies = [
  "derived.modalities",
  "derived.modalities_at_entry",
  "derived.entry_wait_ratio",
  "derived.strict_protocol_pct",
];

describe("the derived facts", () => {
  test("they are these, each with its unit", () => {
    expect([...derived].map(([path, { unit }]) => [path, unit])).toEqual([
      ...stages.flatMap((stage) => [
        [`derived.median_wait[${stage}]`, "days"],
        [`derived.within_6_weeks_pct[${stage}]`, "per cent"],
        [`derived.within_18_weeks_pct[${stage}]`, "per cent"],
        [`derived.over_90_days_pct[${stage}]`, "per cent"],
      ]),
      ["derived.modalities", "kinds"],
      ["derived.modalities_at_entry", "kinds"],
      ["derived.entry_wait_ratio", "times"],
      ["derived.strict_protocol_pct", "per cent of clients"],
      ["derived.contacts_before_therapy", "contacts"],
      ["derived.trained_in_repair_pct", "per cent of therapists"],
    ]);
  });

  test("each says in words what it is", () => {
    expect([...derived.values()].map(({ title }) => title)).toEqual([
      ...[
        "referral to first contact",
        "first contact to therapy",
        "referral to therapy",
        "first to second session",
      ].flatMap((between) => [
        `median wait from ${between}`,
        `seen within 6 weeks, ${between}`,
        `seen within 18 weeks, ${between}`,
        `waited more than 90 days, ${between}`,
      ]),
      "different kinds of therapy",
      "different kinds of therapy that can be had from the start",
      "longest median wait for a therapy offered at entry, as a multiple of the shortest",
      "per cent of clients in a therapy that follows its manual strictly and is not adapted with them",
      "contacts before the first therapy session",
      "therapists trained in repairing ruptures",
    ]);
  });

  test("those of waits come from the wait's own figures, the others from what therapies say", () => {
    for (const stage of stages) {
      for (const name of ["median_wait", "within_6_weeks_pct", "within_18_weeks_pct", "over_90_days_pct"]) {
        expect(derived.get(`derived.${name}[${stage}]`)?.from).toEqual(waitFacts(stage));
      }
    }
    expect(fromTherapies.map((path) => derived.get(path)?.from)).toEqual([
      ["therapies[].modality"],
      ["therapies[].modality", "therapies[].offered_at_entry"],
      ["therapies[].offered_at_entry", "therapies[].median_wait_weeks"],
      ["therapies[].adherence", "therapies[].adapt_with_client", "therapies[].share_of_clients_pct"],
    ]);
  });

  test("a stated fact is looked up as it stands, and a derived one that does not exist is not stated", () => {
    const look = facts({ service: { type: "school" } });
    expect(look("service.type")).toEqual({ kind: "word", word: "school" });
    expect(look("derived.nothing")).toEqual({ kind: "not stated", needs: ["derived.nothing"] });
  });

  test("without a list of therapies, what comes from them is not stated", () => {
    for (const path of fromTherapies) {
      expect(facts({})(path)).toEqual({ kind: "not stated", needs: ["therapies"] });
      expect(facts({ therapies: "unknown" })(path)).toEqual({ kind: "not stated", needs: ["therapies"] });
    }
  });
});

describe("waits", () => {
  test("each stage is read from its own entry, each share at its own time", () => {
    for (const stage of stages) {
      const look = facts({
        waits: [
          ...stages.filter((other) => other !== stage).map((other) => waitFigures(other, [1, 2], "days")),
          waitFigures(stage, [10, 20, 30, 60, 200], "days"),
        ],
      });
      expect(look(`derived.median_wait[${stage}]`)).toEqual(exactly(30));
      expect(look(`derived.within_6_weeks_pct[${stage}]`)).toEqual(exactly(60));
      expect(look(`derived.within_18_weeks_pct[${stage}]`)).toEqual(exactly(80));
    }
  });

  test("what is not stated asks for the figure that would state it", () => {
    for (const stage of stages) {
      const look = facts({});
      expect(look(`derived.median_wait[${stage}]`)).toEqual(between(0, ever, `waits[${stage}].median`));
      expect(look(`derived.within_6_weeks_pct[${stage}]`)).toEqual(
        between(0, 100, `waits[${stage}].pct_within_6_weeks`),
      );
      expect(look(`derived.within_18_weeks_pct[${stage}]`)).toEqual(
        between(0, 100, `waits[${stage}].pct_within_18_weeks`),
      );
    }
  });

  test("all figures stated, they are what the waits give", () => {
    fc.assert(
      fc.property(waitAt("referral_to_therapy"), ({ figures, waits }) => {
        const look = facts({ waits: [figures] });
        expect(look("derived.median_wait[referral_to_therapy]")).toEqual(exactly(medianOf(waits)));
        expect(look("derived.within_6_weeks_pct[referral_to_therapy]")).toEqual(exactly(seenWithin(waits, 42)));
        expect(look("derived.within_18_weeks_pct[referral_to_therapy]")).toEqual(exactly(seenWithin(waits, 126)));
      }),
    );
  });
});

describe("kinds of therapy", () => {
  test("two therapies of one kind are one kind", () => {
    expect(read("derived.modalities", { modality: "cbt" }, { modality: "ipt" }, { modality: "cbt" })).toEqual(
      exactly(2),
    );
    expect(read("derived.modalities")).toEqual(exactly(0));
  });

  test("at entry, only those count that can be had from the start", () => {
    const kinds = (...therapies: Therapy[]) => read("derived.modalities_at_entry", ...therapies);
    expect(kinds({ modality: "cbt", offered_at_entry: "yes" }, { modality: "ipt", offered_at_entry: "no" })).toEqual(
      exactly(1),
    );
    expect(kinds()).toEqual(exactly(0));
    expect(kinds({ modality: "cbt", offered_at_entry: "yes" }, { modality: "ipt", offered_at_entry: "yes" })).toEqual(
      exactly(2),
    );
  });

  test("one whose entry is not stated may count or not", () => {
    const kinds = (...therapies: Therapy[]) => read("derived.modalities_at_entry", ...therapies);
    expect(kinds({ modality: "cbt", offered_at_entry: "yes" }, { modality: "ipt" }, { modality: "emdr" })).toEqual(
      between(1, 3, "therapies[b].offered_at_entry", "therapies[c].offered_at_entry"),
    );
    expect(spanOf(kinds({ modality: "cbt", offered_at_entry: "yes" }, { modality: "cbt" }))).toEqual([1, 1]);
    expect(kinds({ modality: "cbt", offered_at_entry: "unknown" })).toEqual(
      between(0, 1, "therapies[a].offered_at_entry"),
    );
  });
});

describe("the longest wait at entry as a multiple of the shortest", () => {
  const ratio = (...therapies: Therapy[]) => read("derived.entry_wait_ratio", ...therapies);
  const entry = (median_wait_weeks: number): Therapy => ({ offered_at_entry: "yes", median_wait_weeks });

  test("it is of the therapies that are offered at entry", () => {
    expect(ratio(entry(6), entry(9), entry(12))).toEqual(exactly(2));
    expect(ratio(entry(6), { offered_at_entry: "no", median_wait_weeks: 30 })).toEqual(exactly(1));
    expect(ratio(entry(6), { offered_at_entry: "no" })).toEqual(exactly(1));
  });

  test("a wait under a week counts as a week", () => {
    expect(ratio(entry(0), entry(3))).toEqual(exactly(3));
    expect(ratio(entry(0.5), entry(0))).toEqual(exactly(1));
  });

  test("with nothing to compare it is 1", () => {
    expect(ratio()).toEqual(exactly(1));
    expect(ratio(entry(8))).toEqual(exactly(1));
  });

  test("a wait that is not stated can only make it more", () => {
    expect(ratio(entry(6), entry(9), { offered_at_entry: "yes" })).toEqual(
      between(1.5, ever, "therapies[c].median_wait_weeks"),
    );
    expect(ratio(entry(6), { offered_at_entry: "yes", median_wait_weeks: "unknown" })).toEqual(
      between(1, ever, "therapies[b].median_wait_weeks"),
    );
  });

  test("a therapy that may be offered at entry can make it as much as its wait does", () => {
    expect(ratio(entry(6), { median_wait_weeks: 24 })).toEqual(between(1, 4, "therapies[b].offered_at_entry"));
    expect(ratio(entry(6), {})).toEqual(
      between(1, ever, "therapies[b].offered_at_entry", "therapies[b].median_wait_weeks"),
    );
  });
});

describe("the share of clients whose therapy is strict and not adapted", () => {
  const share = (...therapies: Therapy[]) => read("derived.strict_protocol_pct", ...therapies);
  const strict = (share_of_clients_pct?: number): Therapy => ({
    adherence: "strict",
    adapt_with_client: "absent",
    ...(share_of_clients_pct === undefined ? {} : { share_of_clients_pct }),
  });
  const guided = (share_of_clients_pct?: number): Therapy => ({ ...strict(share_of_clients_pct), adherence: "guided" });

  test("it adds up the shares of those therapies", () => {
    expect(share(strict(30), guided(50), strict(20))).toEqual(exactly(50));
    expect(share(guided(60), guided(40))).toEqual(exactly(0));
    expect(share(strict(30), guided(20))).toEqual(exactly(30));
  });

  test("a strict therapy that may be adapted with the client is not one of them", () => {
    for (const adapt_with_client of ["routine", "discretionary", "on_request"]) {
      expect(share({ ...strict(70), adapt_with_client }, guided(30))).toEqual(exactly(0));
      expect(share({ share_of_clients_pct: 70, adapt_with_client }, guided(30))).toEqual(exactly(0));
    }
    expect(share({ share_of_clients_pct: 70, adherence: "not_applicable" }, guided(30))).toEqual(exactly(0));
  });

  test("where every therapy is one of them, it is everybody", () => {
    expect(share(strict())).toEqual(exactly(100));
    expect(share(strict(), strict())).toEqual(exactly(100));
    expect(share(strict(40), strict(30))).toEqual(exactly(100));
  });

  test("of no therapies it is nobody", () => {
    expect(spanOf(share())).toEqual([0, 0]);
  });

  test("a share that is not stated is at most what the others leave", () => {
    const left = (fact: Fact, from: number, to: number, ...needs: string[]) => {
      expect(fact).toMatchObject({ kind: "number", from, needs });
      const most = spanOf(fact)?.[1];
      expect(most).toBeGreaterThanOrEqual(to);
      expect(most).toBeLessThanOrEqual(to + 0.5); // shares may come to 100.5 by rounding
    };
    left(share(strict(), guided(70)), 0, 30, "therapies[a].share_of_clients_pct");
    left(share(strict(20), strict(), guided(70)), 20, 30, "therapies[b].share_of_clients_pct");
    left(
      share({}, guided(60)),
      0,
      40,
      "therapies[a].adherence",
      "therapies[a].adapt_with_client",
      "therapies[a].share_of_clients_pct",
    );
    expect(share(strict(20), strict(), guided())).toEqual(between(20, 100, "therapies[b].share_of_clients_pct"));
    expect(share(strict(20), guided())).toEqual(exactly(20));
  });

  test("a therapy that may be one of them may bring its share or not", () => {
    expect(share({ adapt_with_client: "absent", share_of_clients_pct: 25 }, guided(50))).toEqual(
      between(0, 25, "therapies[a].adherence"),
    );
    expect(share({ adherence: "strict", share_of_clients_pct: 25 }, strict(40), guided(5))).toEqual(
      between(40, 65, "therapies[a].adapt_with_client"),
    );
  });

  test("while every therapy may be one of them, it may be everybody", () => {
    expect(share({ share_of_clients_pct: 25, adherence: "strict" })).toEqual(
      between(0, 100, "therapies[a].adapt_with_client"),
    );
    expect(spanOf(share({ share_of_clients_pct: 25 }, strict(40)))).toEqual([40, 100]);
  });

  test("shares that come to a little over 100 by rounding change nothing as one more is stated", () => {
    expect(share(strict(50), guided())).toEqual(exactly(50));
    expect(share(strict(50), guided(50.5))).toEqual(exactly(50));
    const [from = 0, to = 0] = spanOf(share(strict(), guided(50.5))) ?? [];
    expect(from).toBeLessThanOrEqual(50);
    expect(to).toBeGreaterThanOrEqual(50);
  });

  test("the order in which shares are added makes no difference at all", () => {
    const one = share(strict(0.3), strict(0.3), strict(49.4), guided(50));
    const other = share(strict(49.4), strict(0.3), strict(0.3), guided(50));
    expect(spanOf(one)).toEqual(spanOf(other));
  });

  test("tenths of a per cent add up as they do on paper", () => {
    expect(share(strict(49.4), strict(0.3), strict(0.3), guided(50))).toEqual(exactly(50));
    expect(spanOf(share(strict(), guided(33.4), guided(33.4), guided(16.6)))?.[1]).toBeGreaterThanOrEqual(16.6);
  });
});

describe("facts from therapies that are told in part", () => {
  const told = tellings(wholeAnswers(questionsOfWorld, ["therapies"]));

  /** What they are when everything is stated, worked out another way. */
  const truths = (answers: Answers): Readonly<Record<string, number>> => {
    const all = answers["therapies"] as readonly Therapy[];
    const atEntry = all.filter((one) => one["offered_at_entry"] === "yes");
    const waits = atEntry.map((one) => Math.max(1, one["median_wait_weeks"] as number)).toSorted((a, b) => a - b);
    const strict = all.filter((one) => one["adherence"] === "strict" && one["adapt_with_client"] === "absent");
    const everybody = all.length > 0 && strict.length === all.length;
    return {
      "derived.modalities": new Set(all.map((one) => one["modality"])).size,
      "derived.modalities_at_entry": new Set(atEntry.map((one) => one["modality"])).size,
      "derived.entry_wait_ratio": (waits.at(-1) ?? 1) / (waits[0] ?? 1),
      "derived.strict_protocol_pct": everybody
        ? 100
        : Math.min(
            1000,
            strict.reduce((sum, one) => sum + Math.round((one["share_of_clients_pct"] as number) * 10), 0),
          ) / 10,
    };
  };

  test("the bounds hold the truth, and are exact once everything is stated", () => {
    fc.assert(
      fc.property(told, ({ whole, before }) => {
        for (const [path, truth] of Object.entries(truths(whole))) {
          const [low = Number.NEGATIVE_INFINITY, high = ever] = spanOf(facts(before)(path)) ?? [];
          expect(low).toBeLessThanOrEqual(truth);
          expect(high).toBeGreaterThanOrEqual(truth);
          expect(spanOf(facts(whole)(path))).toEqual([truth, truth]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("one more fact never widens the bounds, and what they wait for is not stated", () => {
    fc.assert(
      fc.property(told, ({ before, after }) => {
        for (const path of fromTherapies) {
          const fact = facts(before)(path);
          if (fact.kind !== "number") continue;
          const [low, high] = spanOf(facts(after)(path)) ?? [];
          expect(low).toBeGreaterThanOrEqual(fact.from);
          expect(high).toBeLessThanOrEqual(fact.to);
          expect(fact.from).toBeLessThanOrEqual(fact.to);
          if (fact.from < fact.to) expect(fact.needs.length).toBeGreaterThan(0);
          expect(fact.needs.filter((need) => isStated(before, need))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the order of therapies changes nothing", () => {
    fc.assert(
      fc.property(told, orders, ({ before }, order) => {
        for (const path of fromTherapies) {
          const [one, other] = [facts(before)(path), facts(shuffled(before, order))(path)];
          expect(spanOf(other)).toEqual(spanOf(one));
          expect("needs" in other && asSet(other.needs)).toEqual("needs" in one && asSet(one.needs));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the share that waited more than 90 days", () => {
  const over = (figures: Record<string, number>) =>
    facts({ waits: [{ stage: "referral_to_therapy", unit: "days", ...figures }] })(
      "derived.over_90_days_pct[referral_to_therapy]",
    );

  test("is as stated, or bounded by what else is known of the wait", () => {
    expect(over({ pct_over_90_days: 34 })).toEqual({ kind: "number", from: 34, to: 34, needs: [] });
    expect(over({ longest: 80 })).toEqual({ kind: "number", from: 0, to: 0, needs: [] });
    expect(over({ p90: 90, median: 40 })).toMatchObject({
      from: 0,
      to: 10,
      needs: ["waits[referral_to_therapy].pct_over_90_days"],
    });
    expect(over({ median: 100 })).toMatchObject({ from: 50, to: 100 });
  });
});

describe("contacts before therapy", () => {
  const contacts = (...purposes: (string | undefined)[]) =>
    facts({ assessment: { contacts: purposes.map((purpose, order) => (purpose ? { order, purpose } : { order })) } })(
      "derived.contacts_before_therapy",
    );

  test("a first therapy session is not one of them", () => {
    expect(contacts("screening", "assessment", "first_therapy_session")).toEqual({
      kind: "number",
      from: 2,
      to: 2,
      needs: [],
    });
    expect(contacts()).toEqual({ kind: "number", from: 0, to: 0, needs: [] });
  });

  test("one whose purpose is not stated may be one or not", () => {
    expect(contacts("screening", undefined)).toEqual({
      kind: "number",
      from: 1,
      to: 2,
      needs: ["assessment.contacts[1].purpose"],
    });
    expect(facts({})("derived.contacts_before_therapy")).toEqual({
      kind: "not stated",
      needs: ["assessment.contacts"],
    });
  });
});

describe("the share of therapists trained in repair", () => {
  const at = "workforce.therapists_trained_in_repair";
  const trained = (answers: Record<string, unknown>) =>
    facts({ workforce: { therapists_trained_in_repair: answers } })("derived.trained_in_repair_pct");

  test("is worked out from both counts, or follows from the words of a small team", () => {
    expect(trained({ trained: 6, of: 15 })).toEqual({ kind: "number", from: 40, to: 40, needs: [] });
    expect(trained({ trained: 0 })).toEqual({ kind: "number", from: 0, to: 0, needs: [] });
    expect(trained({ trained: "all" })).toEqual({ kind: "number", from: 100, to: 100, needs: [] });
    expect(trained({ trained: "none" })).toEqual({ kind: "number", from: 0, to: 0, needs: [] });
    expect(trained({ trained: "most" })).toEqual({ kind: "number", from: 51, to: 99, needs: [`${at}.trained`] });
    expect(trained({ trained: "some" })).toEqual({ kind: "number", from: 1, to: 50, needs: [`${at}.trained`] });
  });

  test("any other word leaves it open", () => {
    expect(trained({ trained: "several" })).toEqual({ kind: "number", from: 0, to: 100, needs: [`${at}.trained`] });
  });

  test("a small number bounds it, and half of it stated leaves it open", () => {
    expect(trained({ trained: "<5", of: 20 })).toEqual({
      kind: "number",
      from: 5,
      to: 20,
      needs: [`${at}.trained`, `${at}.of`],
    });
    expect(trained({ trained: 6 })).toEqual({ kind: "not stated", needs: [`${at}.of`] });
    expect(trained({ of: 14 })).toEqual({ kind: "not stated", needs: [`${at}.trained`] });
    expect(trained({})).toEqual({ kind: "not stated", needs: [`${at}.trained`, `${at}.of`] });
    expect(trained({ trained: 6, of: 0 })).toEqual({ kind: "not stated", needs: [`${at}.of`] });
  });
});
