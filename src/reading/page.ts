/** One page's text to a checked page, or to its problems. */
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { ComponentName, GuidancePage, PageHead } from "../core/guidance.ts";
import type { Problem } from "../core/problem.ts";
import type { Source } from "./catalogue.ts";
import { check } from "./check.ts";
import { type Mdx, readMdx } from "./mdx.ts";
import { problemAt } from "./told.ts";

/** A page with what its file was taken apart into. */
export interface ReadPage {
  readonly file: string;
  readonly page: GuidancePage;
  readonly mdx: Mdx;
}

/** A page's id, which is its address: its file's name. */
export function idOf({ file }: Pick<Source, "file">): string {
  return file.replace(/^.*\//, "").replace(/\.mdx$/, "");
}

/** Reads one page by itself: that it has a head, and that the schema finds nothing wrong with it. */
export function readPage(
  { text, file }: Source,
  validate: ValidateFunction,
): {
  found?: ReadPage;
  problems: readonly Problem[];
} {
  const mdx = readMdx(text, file);
  const { value, places, problems } = mdx.head;
  if (!/^---\r?\n/.test(text)) {
    const message = "the page has no head";
    return {
      problems: [
        problemAt(file, { line: 1, column: 1 }, message, "begin with a line of three dashes, as the other pages do"),
      ],
    };
  }
  const wrong = problems.length > 0 ? problems : check(value, places, validate, file);
  if (wrong.length > 0) return { problems: wrong };
  const uses = mdx.components.flatMap(({ text: name, id }) =>
    id === undefined ? [] : [{ component: name as ComponentName, id }],
  );
  return {
    found: { file, mdx, page: { id: idOf({ file }), head: value as PageHead, uses, prose: mdx.prose } },
    problems: [],
  };
}
