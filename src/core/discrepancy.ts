/** Where two values that should be the same are not. */

/** One place at which two plain values differ; undefined where one of them has nothing. */
export interface Discrepancy {
  /** "" for the whole; else fields and entries as fact paths have them: `facts[gates_complete].value`. */
  readonly path: string;
  readonly says: unknown;
  readonly gives: unknown;
}

/**
 * Every place at which what is said differs from what is given, both plain JSON, in the order of the
 * second. Entries of a list are told apart by their key, where both lists have one; lists of words and
 * numbers differ as a whole. Law: there is no difference exactly where both are the same.
 */
export function discrepancies(says: unknown, gives: unknown, path = ""): Discrepancy[] {
  if (isRecord(says) && isRecord(gives)) return inRecords(says, gives, path);
  if (Array.isArray(says) && Array.isArray(gives)) return inLists(says, gives, path);
  return says === gives ? [] : [{ path, says, gives }];
}

function inRecords(says: Entry, gives: Entry, path: string): Discrepancy[] {
  const names = new Set([...Object.keys(gives), ...Object.keys(says)]);
  return [...names].flatMap((name) =>
    discrepancies(own(says, name), own(gives, name), path === "" ? name : `${path}.${name}`),
  );
}

function inLists(says: readonly unknown[], gives: readonly unknown[], path: string): Discrepancy[] {
  if (![...gives, ...says].every(isRecord)) {
    const same = says.length === gives.length && gives.every((one, at) => discrepancies(says[at], one).length === 0);
    return same ? [] : [{ path, says, gives }];
  }
  const key = keys.find((name) => [says, gives].every((list) => tellsApart(list as readonly Entry[], name)));
  const names = (list: readonly unknown[]) =>
    list.map((entry, index) => (key === undefined ? String(index) : String((entry as Entry)[key])));
  const [said, given] = [names(says), names(gives)];
  const found = [...new Set([...given, ...said])].flatMap((name) =>
    discrepancies(says[said.indexOf(name)], gives[given.indexOf(name)], `${path}[${name}]`),
  );
  const reordered = given.some((name, index) => said[index] !== name);
  return found.length === 0 && reordered ? [{ path, says: said, gives: given }] : found;
}

type Entry = Readonly<Record<string, unknown>>;

/** The fields by which entries are told apart: of findings and facts, and of the lists of an audit. */
const keys = ["criterion", "path", "stage", "id"];

function tellsApart(list: readonly Entry[], key: string): boolean {
  const names = list.map((entry) => own(entry, key));
  return names.every((name) => typeof name === "string") && new Set(names).size === names.length;
}

function own(record: Entry, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
