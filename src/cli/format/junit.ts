/** Problems as JUnit XML, which build servers read: one test case a file, which fails where it has errors. */
import type { Problem } from "../../core/problem.ts";
import { countOf } from "../print.ts";
import { visible } from "../visible.ts";
import type { Found } from "./format.ts";

/** One test suite over all files, sound ones too. */
export function junit({ problems, files }: Found): string {
  const cases = files.map((file) => {
    const own = problems.filter((problem) => problem.file === file);
    const errors = own.filter(({ severity }) => severity === "error");
    return { file, errors, warnings: own.filter((problem) => !errors.includes(problem)) };
  });
  const failures = cases.filter(({ errors }) => errors.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rapport" ${counts}>`,
    `  <testsuite name="rapport check" ${counts} skipped="0">`,
    ...cases.flatMap(({ file, errors, warnings }) => [
      `    <testcase classname="rapport.check" name="${escaped(file)}" file="${escaped(file)}">`,
      ...(errors.length > 0
        ? [`      <failure message="${countOf(errors.length, "problem")}" type="error">${listed(errors)}</failure>`]
        : []),
      ...(warnings.length > 0 ? [`      <system-out>${listed(warnings)}</system-out>`] : []),
      "    </testcase>",
    ]),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function listed(problems: readonly Problem[]): string {
  return escaped(
    problems
      .map(({ line, column, message, hint }) => `${line}:${column} ${message}${hint ? ` (${hint})` : ""}`)
      .join("\n"),
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** Text as XML 1.0 can hold it: what it can't is shown as `\u{1b}`. */
function escaped(text: string): string {
  return visible(text, "\t\n\r").replaceAll(/[&<>"\n\r\t]/g, (sign) => entities[sign] ?? sign);
}
