/** The paths of the questions that a schema asks, for checking paths that people write. */
import type { AnySchemaObject } from "ajv/dist/2020.js";

interface Node {
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** One question: its path with `[]` for an entry of a list, and the words it can be answered with. */
export interface Question {
  readonly path: string;
  readonly title: string;
  readonly words: readonly string[];
  /** Whether it is a list, of words or of records. */
  readonly list: boolean;
}

/** Every question of a schema by path: `waits`, `waits[]`, `waits[].median`. */
export function questions(schema: AnySchemaObject): ReadonlyMap<string, Question> {
  const definitions = (schema["$defs"] ?? {}) as Readonly<Record<string, Node>>;
  const found = new Map<string, Question>();
  const visit = (given: Node, path: string) => {
    const node = { ...definitions[given.$ref?.split("/").at(-1) ?? ""], ...given };
    const words = (node.items?.enum ?? node.enum ?? []).filter((word) => typeof word === "string");
    const title = String((node as AnySchemaObject)["title"] ?? "");
    if (path !== "") found.set(path, { path, title, words, list: node.items !== undefined });
    for (const [key, child] of Object.entries(node.properties ?? {}))
      visit(child, path === "" ? key : `${path}.${key}`);
    if (node.items) visit(node.items, `${path}[]`);
  };
  visit(schema as Node, "");
  return found;
}
