/**
 * Facts: what an audit states, looked up by path.
 *
 * A path is a field's place in the YAML, with list entries in brackets by their key:
 * `preferences.asked`, `waits[referral_to_first_contact].n`, `therapies[cbt].extension`, `gates[0]`.
 * Paths that begin with `derived.` name the few facts that take arithmetic (derived.ts).
 */

/** The answers of an audit: the checked YAML as a plain value. */
export type Answers = Readonly<Record<string, unknown>>;

/**
 * What is known of a fact. `needs` holds the paths whose statement would tell more; it is empty when
 * all is told. A number is a span: exact when `from` equals `to`, wider when only bounds are known
 * ("<5" is 1 to 4). Records are given as the paths of the list's entries.
 */
export type Fact =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "number"; readonly from: number; readonly to: number; readonly needs: readonly string[] }
  | { readonly kind: "words"; readonly words: readonly string[]; readonly needs: readonly string[] }
  | { readonly kind: "records"; readonly paths: readonly string[]; readonly needs: readonly string[] }
  | { readonly kind: "not stated"; readonly needs: readonly string[] };

/** A number, or the bounds known of it. */
export type Span = Extract<Fact, { kind: "number" }>;

/** A fact that can only be a number: known within bounds, or not stated. */
export type Figure = Span | Extract<Fact, { kind: "not stated" }>;

/** Looks a fact up by its path. */
export type Look = (path: string) => Fact;

/** Where a stated value stands: its value and the JSON pointer to it. */
export interface Found {
  readonly value: unknown;
  readonly pointer: string;
}

/** The field that tells the entries of a list apart, where there is one; else their position. */
const keys: Readonly<Record<string, string>> = {
  waits: "stage",
  therapies: "id",
  samples: "id",
  evidence: "id",
  exceptions: "id",
  actions: "id",
};

/**
 * Lists are complete as stated, save these: gates until the question beside them says yes, and waits
 * never, since a stage that nobody measures is simply left out.
 */
const completeness: Readonly<Record<string, string>> = { gates: "gates_complete", waits: "waits" };

/** Looks up stated facts only; derived.ts adds the derived ones. */
export function stated(answers: Answers): Look {
  return (path) => {
    const value = statedAt(answers, path);
    if (typeof value === "number") return { kind: "number", from: value, to: value, needs: [] };
    if (typeof value === "string") return word(value, path);
    if (Array.isArray(value)) return list(answers, value, path);
    return { kind: "not stated", needs: [path] };
  };
}

/** The same look-up seen from inside one entry of a list: `kind` reads `gates[0].kind`. */
export function inside(look: Look, entry: string): Look {
  return (path) => {
    const fact = look(`${entry}.${path}`);
    if (fact.kind !== "records") return fact;
    return { ...fact, paths: fact.paths.map((inner) => inner.slice(entry.length + 1)) };
  };
}

/** The value at a path and its JSON pointer; undefined where nothing stands there. */
export function find(answers: Answers, path: string): Found | undefined {
  let pointer = "";
  const value = walk(answers, path, (name) => {
    pointer += `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  });
  return value === undefined ? undefined : { value, pointer };
}

/** What stands at a path; undefined where nothing does. */
export function statedAt(answers: Answers, path: string): unknown {
  return walk(answers, path);
}

function walk(answers: Answers, path: string, passed?: (name: string | number) => void): unknown {
  let value: unknown = answers;
  let list = "";
  for (const step of steps(path)) {
    const name: string | number = Array.isArray(value) ? position(value, list, step) : step;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string | number, unknown>)[name];
    passed?.(name);
    list = step;
  }
  return value;
}

/** Paths taken apart, each once: criteria ask the same few hundred of every audit. */
const taken = new Map<string, readonly string[]>();

/** The steps of a path: `waits[referral_to_therapy].n` has three. */
export function steps(path: string): readonly string[] {
  let own = taken.get(path);
  if (own === undefined) {
    own = path.match(/[^.[\]]+/g) ?? [];
    taken.set(path, own);
  }
  return own;
}

/** A path as the questions have it: `waits[referral_to_therapy].n` is `waits[].n`. */
export function general(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, "[]");
}

/** The path of each entry of a list. */
export function entries(path: string, items: readonly unknown[]): string[] {
  const field = keyField(path);
  return items.map((item, index) => {
    const name = keyOf(item, field);
    return `${path}[${typeof name === "string" ? name : index}]`;
  });
}

/** Whether the entries of the list at a path are told apart by a field, and not by their position. */
export function isKeyed(path: string): boolean {
  return keyField(path) !== undefined;
}

/**
 * A path with `[]` for an entry as the paths of all entries, or of the list itself where it has none.
 * Whether the list is complete belongs to it where that is a question of its own.
 */
export function expand(answers: Answers, path: string): string[] {
  const [list = path, field] = path.split("[].");
  const asked = completeness[list];
  const also = asked === undefined ? [] : [asked];
  const value = field === undefined ? undefined : find(answers, list)?.value;
  if (!Array.isArray(value) || value.length === 0) return [...also, list];
  return [...also, ...entries(list, value).map((entry) => `${entry}.${field}`)];
}

/** Whether a fact is this word. */
export function isWord(fact: Fact, word: string): boolean {
  return fact.kind === "word" && fact.word === word;
}

/** What a fact needs while it is not stated at all. */
export function unstated(fact: Fact): readonly string[] {
  return fact.kind === "not stated" ? fact.needs : [];
}

/** A sum as it is on paper: 49.4 and 0.3 and 0.3 are 50. */
export function onPaper(sum: number): number {
  return Math.round(sum * 1000) / 1000;
}

function position(items: readonly unknown[], list: string, step: string): number {
  const field = keyField(list);
  const index = items.findIndex((item) => keyOf(item, field) === step);
  return index >= 0 ? index : Number(step);
}

/** What tells an entry of a list apart from the others; undefined where nothing does. */
function keyOf(entry: unknown, field: string | undefined): unknown {
  return field === undefined ? undefined : (entry as Record<string, unknown>)[field];
}

function keyField(list: string): string | undefined {
  return keys[list.slice(list.lastIndexOf(".") + 1)];
}

function word(value: string, path: string): Fact {
  if (value === "unknown") return { kind: "not stated", needs: [path] };
  const small = /^<(\d+)$/.exec(value);
  if (small) return { kind: "number", from: 1, to: Number(small[1]) - 1, needs: [path] };
  return { kind: "word", word: value };
}

function list(answers: Answers, value: readonly unknown[], path: string): Fact {
  const asked = completeness[path];
  const needs = asked === undefined || answers[asked] === "yes" ? [] : [asked];
  const words = value.filter((item) => typeof item === "string");
  if (value.length > 0 && words.length === value.length) return { kind: "words", words, needs };
  return { kind: "records", paths: entries(path, value), needs };
}
