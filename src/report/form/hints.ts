/** The help text of a question, taken apart: what is said of the question, and what of each of its answers. */

/** A description split up; answers that it says nothing of are left out. */
export interface Hints {
  readonly says: string;
  readonly words: ReadonlyMap<string, string>;
}

/** What only a reader of YAML needs to be told: on a form, the field itself says it. */
const onlyInYaml =
  /,? written year-month-day|An empty list means [^.]*\.|Leave out a stage that you have no figures for\./g;

/**
 * Splits a schema's description such as "Who decides. panel: a meeting; client or jointly: together. More." at
 * the words it explains. What comes after the last explanation is said of the question.
 */
export function hints(description: string, words: readonly string[]): Hints {
  const plain = description.replaceAll(onlyInYaml, "").trim();
  const name = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
  if (name === "") return { says: plain, words: new Map() };
  const explained = new RegExp(`(?:^|[.;] )((?:${name})(?:(?:, | and | or )(?:${name}))*): ([^.;]*)`, "g");
  const found = [...plain.matchAll(explained)];
  const said = found.flatMap(([, named = "", says = ""]) =>
    named.split(/, | and | or /).map((word) => [word, says.trim()] as const),
  );
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return { says: plain, words: new Map() };
  const before = plain.slice(0, first.index).replace(/\.$/, "");
  const after = plain.slice(last.index + last[0].length).replace(/^\.\s*/, "");
  const sentences = [before === "" ? "" : `${before}.`, after].filter((part) => part !== "");
  return { says: sentences.join(" "), words: new Map(said) };
}
