/**
 * A page of the guidance taken apart: its head, what it names by id, its links, headings and prose.
 *
 * It is no parser of MDX: Astro has one. It reads what our pages may hold (prose, lists, links and a few
 * components that name an id), so that a wrong id is told with its line before anything is built.
 */
import { readYaml, type Yaml } from "./yaml.ts";

/** Something found on a page, with its place counted from 1. */
export interface Found {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A component: its name is the text; the id is undefined where it gives none. */
export interface FoundComponent extends Found {
  readonly id: string | undefined;
}

/** A heading with the id that Astro gives it. */
export interface FoundHeading extends Found {
  readonly depth: number;
  readonly slug: string;
}

/** A page's parts. */
export interface Mdx {
  readonly head: Yaml;
  readonly components: readonly FoundComponent[];
  readonly links: readonly Found[];
  readonly headings: readonly FoundHeading[];
  readonly prose: readonly string[];
}

/** Takes a page apart. `file` is only for the problems' sake. */
export function readMdx(text: string, file: string): Mdx {
  const [whole = "", head = ""] = /^---\r?\n([\s\S]*?\n)---[^\S\n]*(?:\n|$)/.exec(text) ?? [];
  const body = blank(text, whole.length);
  return {
    head: readYaml(`\n${head}`, file),
    components: found(body, /<([A-Z]\w*)([^<>]*)>/g).map((one) => ({
      ...one,
      id: /\bid="([^"]*)"/.exec(one.rest)?.[1],
    })),
    links: found(body, /(?<=\]\()([^)\s]*)/g),
    headings: headingsIn(body),
    prose: proseIn(body),
  };
}

/** The text with its head, its comments and its code blanked out, every character at its old place. */
function blank(text: string, head: number): string {
  const spaces = (part: string) => part.replaceAll(/[^\n]/g, " ");
  return (spaces(text.slice(0, head)) + text.slice(head))
    .replaceAll(/^```[\s\S]*?^```/gm, spaces)
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, spaces);
}

/** Every match of a pattern: its first group, where that stands, and its second group. */
function found(text: string, pattern: RegExp): (Found & { readonly rest: string })[] {
  return [...text.matchAll(pattern)].map((match) => {
    const before = text.slice(0, match.index).split("\n");
    return {
      text: match[1] ?? "",
      rest: match[2] ?? "",
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
    };
  });
}

function headingsIn(body: string): FoundHeading[] {
  const times = new Map<string, number>();
  return found(body, /^(#{1,6}) +(.*)$/gm).map(({ text: marks, rest, line, column }) => {
    const text = plain(rest);
    const slug = slugOf(text);
    const before = times.get(slug) ?? 0;
    times.set(slug, before + 1);
    return { text: text.trim(), depth: marks.length, slug: before === 0 ? slug : `${slug}-${before}`, line, column };
  });
}

/** The id of a heading as github-slugger makes it, which Astro uses. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "")
    .replaceAll(" ", "-");
}

/** Paragraphs and list entries, each on its own; headings and what a component draws are left out. */
function proseIn(body: string): string[] {
  return body
    .replaceAll(/^#{1,6} .*$/gm, "\n")
    .replaceAll(/^\s*(?:[-*]|\d+\.)\s+/gm, "\n\n")
    .split(/\n\s*\n/)
    .map((block) => plain(block).replaceAll(/\s+/g, " ").trim())
    .filter((block) => /\p{L}/u.test(block));
}

/** Text without components, emphasis and addresses; brackets that held only citations go with them. */
function plain(text: string): string {
  return text
    .replaceAll(/<[A-Z/][^<>]*>/g, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\*\*|__|`/g, "")
    .replaceAll(/(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, "")
    .replaceAll(/ ?\([^\p{L}\p{N}()]*\)/gu, "");
}
