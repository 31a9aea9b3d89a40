/** The kinds of file that have a schema, each with the name of its type in core/types. */
export const kinds = [
  ["audit", "Audit"],
  ["criterion", "Criterion"],
  ["method", "Method"],
  ["references", "References"],
  ["glossary", "Glossary"],
  ["case", "Case"],
  ["guidance", "Guidance"],
  ["settings", "Settings"],
] as const;

/** A kind of file: the name of its schema without .schema.json. */
export type Kind = (typeof kinds)[number][0];
