/** Problems for people: the place and the sentence, the line with a mark under the column, and what would be right. */
import { styleText } from "node:util";
import type { Problem } from "../../core/problem.ts";
import { visible } from "../visible.ts";
import type { Found } from "./format.ts";
import { widthOf } from "./width.ts";

/** Each problem on a few lines, in the order given. */
export function text({ problems, lineOf, colour }: Found): string {
  const style = (name: Style, said: string) => (colour ? styleText(name, said, { validateStream: false }) : said);
  // A line that holds somebody's data is not repeated, whatever else is wrong with it.
  const hidden = new Set(problems.filter(({ rule }) => rule === "personal-data").map(placeText));
  return problems
    .map((problem) => {
      const { file, line, column, severity, message, hint } = problem;
      const source = hidden.has(placeText(problem)) ? undefined : lineOf(file, line);
      const tint = severity === "error" ? "red" : "yellow";
      const kind = severity === "warning" ? style(tint, "warning: ") : "";
      const frame = source === undefined || source.trim() === "" ? [] : frameOf(source, line, column);
      return [
        `${style("bold", visible(`${file}:${line}:${column}`))} ${kind}${visible(message)}`,
        ...frame.map((row, index) => (index === 0 ? style("dim", row) : style(tint, row))),
        ...(hint ? [`    ${visible(hint)}`] : []),
      ].join("\n");
    })
    .join("\n");
}

type Style = "bold" | "dim" | "red" | "yellow";

function placeText({ file, line }: Problem): string {
  return `${file}:${line}`;
}

/** No more signs of a line than these are shown before the column, and after it. */
const before = 60;
const after = 40;

/** The line with its number, and a caret under the column. */
function frameOf(source: string, line: number, column: number): string[] {
  const at = Math.min(Math.max(0, column - 1), source.length);
  const from = at > before ? at - before : 0;
  const to = Math.min(source.length, at + after);
  const shown = (text: string) => visible(text.replaceAll("\t", "    "));
  const start = `${from > 0 ? "…" : ""}${shown(source.slice(from, at))}`;
  const gutter = `    ${line} | `;
  return [
    `${gutter}${start}${shown(source.slice(at, to).trimEnd())}${to < source.length ? "…" : ""}`,
    `${" ".repeat(gutter.length - 2)}| ${" ".repeat(widthOf(start))}^`,
  ];
}
