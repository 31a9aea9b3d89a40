/** The guidance as a table: what each page renders, how long it is and how hard to read. */
import type { GuidancePage } from "../core/guidance.ts";
import { problemText } from "../core/problem.ts";
import { readGuidanceFiles, readYardstick } from "../reading/disk.ts";
import { minutes, wordsOn } from "../report/guidance.ts";
import type { ExitCode, Surroundings } from "./command.ts";
import { countOf } from "./print.ts";
import { counts, grade, median } from "./readability.ts";

/** Prints a row for each page, then the median grade. */
export function guidanceTable({ root, out, talk }: Surroundings): ExitCode {
  const { yardstick, problems: ofYardstick } = readYardstick(root);
  const { guidance, problems } = yardstick ? readGuidanceFiles(root, yardstick) : { problems: ofYardstick };
  for (const problem of problems) out(problemText(problem));
  if (guidance === undefined) {
    talk(`The guidance can't be read: ${countOf(problems.length, "problem")}.`);
    return 1;
  }
  out(guidanceText(guidance.pages));
  return 0;
}

/** The table as Markdown, and the median grade below it. */
export function guidanceText(pages: readonly GuidancePage[]): string {
  const grades = pages.map(({ prose }) => grade(counts(prose)));
  const rows = pages.map((page, index) => [
    page.id,
    page.head.sections.join(", "),
    String(wordsOn(page)),
    String(minutes(wordsOn(page))),
    (grades[index] ?? 0).toFixed(1),
  ]);
  const table = [
    ["page", "sections", "words", "minutes", "Flesch-Kincaid grade"],
    ["---", "---", "---:", "---:", "---:"],
    ...rows,
  ];
  const lines = table.map((row) => `| ${row.join(" | ")} |`);
  return [...lines, "", `Median grade ${median(grades).toFixed(1)} over ${countOf(pages.length, "page")}`].join("\n");
}
