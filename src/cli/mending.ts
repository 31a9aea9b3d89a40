/** Mends plain slips in the files that were checked, and checks them again. */
import { resolve } from "node:path";
import type { Audits } from "../reading/disk.ts";
import { mendedText } from "../reading/mending.ts";
import type { Surroundings } from "./command.ts";
import { rewrite } from "./rewriting.ts";
import { visible } from "./visible.ts";

/** A slip can hide others: what stands under a misspelt question is checked once that is spelt right. */
const mostRounds = 5;

/** What is read once nothing can be mended any more. Says each change with its place, and why a file is left as it is. */
export function mended(read: () => Audits, { cwd, talk }: Surroundings): Audits {
  const left = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const found = read();
    const slips = Map.groupBy(
      found.problems.filter(({ mend, file }) => mend !== undefined && !left.has(file)),
      ({ file }) => file,
    );
    for (const [file, problems] of slips) {
      const { says, mended } = rewrite(resolve(cwd, file), (text) => mendedText(text, problems));
      if (says !== undefined) talk(`${visible(file)} is left as it is: ${says}.`);
      if (mended.length === 0) left.add(file);
      for (const { line, column, from, to } of mended)
        talk(visible(`${file}:${line}:${column} mended: "${from}" is now ${to}`));
    }
    if ([...slips.keys()].every((file) => left.has(file))) return found;
  }
  return read();
}
