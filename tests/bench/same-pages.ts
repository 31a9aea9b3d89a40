/** Holds the two sites against each other: the same pages, to the letter, and of about as many bytes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { sizesOf } from "./contestants.ts";

/** No kind of page may be smaller or larger by more than this. */
const apart = 0.25;

/** What Rapport builds besides, and how much of all its bytes that is, in per cent. */
export function besides(rapport: string, eleventy: string): { files: number; percent: number } {
  const all = sizesOf(rapport);
  const own = all.filter(([name]) => !existsSync(join(eleventy, name)));
  const bytes = (files: typeof all) => files.reduce((sum, [, size]) => sum + size, 0);
  return { files: own.length, percent: Math.round((bytes(own) / bytes(all)) * 100) };
}

/** So many pages of each kind are held against each other letter by letter. */
const read = 5;

/**
 * Throws where a page of Eleventy's is not Rapport's too, where one of those that are read says anything else,
 * or where the pages of one kind differ by too many bytes.
 */
export function holdSame(rapport: string, eleventy: string): void {
  const kinds = new Map<string, { ours: number; theirs: number; pages: number }>();
  for (const [name] of sizesOf(eleventy)) {
    const kind = name
      .replace(/service-\d+/, "SERVICE")
      .replace(/\d{4}\//, "PERIOD/")
      .replace(/^compare\/.+\//, "compare/GROUP/");
    const sum = kinds.get(kind) ?? { ours: 0, theirs: 0, pages: 0 };
    if (
      name.endsWith(".html") &&
      ++sum.pages <= read &&
      lettersOf(join(rapport, name)) !== lettersOf(join(eleventy, name))
    )
      throw new Error(`${name} does not say the same by Rapport and by Eleventy`);
    sum.ours += lengthOf(join(rapport, name));
    sum.theirs += lengthOf(join(eleventy, name));
    kinds.set(kind, sum);
  }
  for (const [kind, { ours, theirs }] of kinds) {
    if (ours === 0 || Math.abs(theirs / ours - 1) > apart)
      throw new Error(`${kind} is not the same page: ${ours} bytes by Rapport, ${theirs} by Eleventy`);
  }
}

/** What a page says, without its spaces, the parts for scripts, and what is for browsers without them. */
function lettersOf(file: string): string {
  if (!existsSync(file)) return "";
  const $ = load(readFileSync(file, "utf8"));
  $("template, noscript").remove();
  return $("main").text().replaceAll(/\s+/g, "");
}

/** Without the attributes by which Astro tells the styles of its components apart. */
function lengthOf(file: string): number {
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, "utf8");
  return file.endsWith(".html") ? text.replaceAll(/ data-astro-cid-\w+(="[^"]*")?/g, "").length : text.length;
}
