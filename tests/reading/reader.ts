/**
 * A reader of a published audit who works out whatever can be worked out, by trying every number there
 * could be. Written apart from the check, so that the one can be held against the other.
 */

type Entry = Readonly<Record<string, unknown>>;

/** Numbers of people that a published audit leaves possible for one group. */
export interface Group {
  readonly of: string;
  readonly possible: readonly number[];
}

/** What a reader can say of every group of people that is stated, is the rest of one, or lies between two. */
export function worksOut(audit: Entry, below: number): Group[] {
  const at = (...path: string[]) => path.reduce<unknown>((value, step) => (value as Entry | undefined)?.[step], audit);
  const list = (...path: string[]) => (at(...path) ?? []) as readonly Entry[];
  const started = at("audit", "counts", "started_therapy");
  const pairs: [string, unknown, unknown][] = [
    ...list("audit", "samples").map(({ n, of }): [string, unknown, unknown] => ["sample", n, of]),
    ...list("evidence").map(({ n, of }): [string, unknown, unknown] => ["evidence", n, of]),
    ["preferences", at("preferences", "met", "met"), at("preferences", "met", "stated")],
    ["endings", at("endings", "unplanned", "n"), at("endings", "unplanned", "of")],
    ["endings and their total", at("endings", "unplanned", "n"), at("audit", "counts", "endings")],
    ["two totals of endings", at("endings", "unplanned", "of"), at("audit", "counts", "endings")],
    ["referrals not met", at("audit", "counts", "first_contacts"), at("audit", "counts", "referrals")],
    ["met and not begun", started, at("audit", "counts", "first_contacts")],
    ["referred and not begun", started, at("audit", "counts", "referrals")],
    [
      "trained",
      ...(["trained", "of"].map((name) => at("workforce", "therapists_trained_in_repair", name)) as [unknown, unknown]),
    ],
  ];
  return [
    ...pairs.flatMap(([name, part, whole]) => fromPair(name, part, whole, below)),
    ...list("waits").flatMap((wait) => fromWait(wait, at("audit", "counts") as Entry | undefined)),
    ...fromTherapies(list("therapies"), started),
    ...list("evidence").flatMap((survey) => fromSurvey(survey, below)),
  ];
}

/** Whether a group is certain to be small, or, where it is said to be small, is told to the last person. */
export function isTold({ possible }: Group, below: number): boolean {
  if (possible.length === 0 || !possible.every((people) => people > 0 && people < below)) return false;
  return possible.length < below - 1;
}

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, people) => people);

/** The decimals that a percentage is written with. */
const decimals = (percent: number) => String(percent).split(".")[1]?.length ?? 0;

/** Every number of people that would be printed as this percentage of so many. */
function asPrinted(percent: number, people: number): number[] {
  return upTo(people).filter((some) => isPrinted(some, people, percent));
}

/** Whether some of so many people are printed as this percentage. */
function isPrinted(some: number, people: number, percent: number): boolean {
  const unit = 10 ** -decimals(percent);
  return Math.abs((some * 100) / people - percent) <= unit / 2 + 1e-9;
}

function fromPair(name: string, part: unknown, whole: unknown, below: number): Group[] {
  const said = [part, whole].flatMap((count): Group[] =>
    typeof count === "number"
      ? [{ of: name, possible: [count] }]
      : String(count).startsWith("<")
        ? [{ of: name, possible: upTo(below - 1).slice(1) }]
        : [],
  );
  if (typeof part !== "number" || typeof whole !== "number") return said;
  return [...said, { of: `the rest of ${name}`, possible: [whole - part] }];
}

function fromWait(wait: Entry, counts: Entry | undefined): Group[] {
  const total = counts?.[wait["stage"] === "referral_to_first_contact" ? "first_contacts" : "started_therapy"];
  const people = typeof wait["n"] === "number" ? wait["n"] : wait["n"] === undefined ? total : undefined;
  if (typeof people !== "number") return [];
  const stage = String(wait["stage"]);
  const within = ["pct_within_6_weeks", "pct_over_90_days", "pct_within_18_weeks"].flatMap((name) => {
    const percent = wait[name];
    if (typeof percent !== "number") return [];
    const some = asPrinted(percent, people);
    return [{ name, seen: name === "pct_over_90_days" ? some.map((one) => people - one) : some }];
  });
  const ends = [{ name: "nobody", seen: [0] }, ...within, { name: "everybody", seen: [people] }];
  const between = ends.flatMap((early, index) =>
    ends.slice(index + 1).map((late): Group => {
      const gaps = late.seen.flatMap((one) => early.seen.map((other) => one - other)).filter((gap) => gap >= 0);
      return { of: `${stage}: from ${early.name} to ${late.name}`, possible: [...new Set(gaps)] };
    }),
  );
  const missing = typeof total === "number" && typeof wait["n"] === "number" ? [total - people] : [];
  return [
    { of: stage, possible: typeof wait["n"] === "number" ? [people] : [] },
    { of: `${stage}: not counted`, possible: missing },
    ...between,
  ];
}

function fromTherapies(therapies: readonly Entry[], started: unknown): Group[] {
  const shares = therapies.map((one) => one["share_of_clients_pct"]).filter((share) => typeof share === "number");
  if (typeof started !== "number" || shares.length === 0) return [];
  const some = shares.map((share) => asPrinted(share, started));
  if (some.some((possible) => possible.length === 0)) return [];
  const least = started - some.reduce((sum, possible) => sum + (possible.at(-1) ?? 0), 0);
  const most = started - some.reduce((sum, possible) => sum + (possible[0] ?? 0), 0);
  return [
    ...some.map((possible): Group => ({ of: "a therapy", possible })),
    ...some.map((possible): Group => ({ of: "all but a therapy", possible: possible.map((one) => started - one) })),
    { of: "no therapy that is listed", possible: upTo(Math.max(most, 0)).filter((people) => people >= least) },
  ];
}

function fromSurvey({ n, of, response_rate_pct: rate }: Entry, below: number): Group[] {
  if (typeof rate !== "number") return [];
  if (typeof of === "number") {
    const marked = String(n).startsWith("<");
    const possible = asPrinted(rate, of).filter((some) => !marked || (some > 0 && some < below));
    if (typeof n === "number") return [];
    return [
      { of: "who answered", possible },
      { of: "who did not", possible: possible.map((some) => of - some) },
    ];
  }
  if (typeof n !== "number" || n === 0) return [];
  const asked = upTo(2000)
    .slice(n)
    .filter((all) => isPrinted(n, all, rate));
  return [{ of: "who did not answer", possible: asked.map((all) => all - n) }];
}
