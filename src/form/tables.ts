/** Answers as tables to send round, and tables back into answers. */
import type { Answers } from "../core/facts.ts";
import { general, steps } from "../core/facts.ts";
import type { Cell } from "../report/csv.ts";
import type { Asked } from "./asked.ts";
import { at, withAnswer } from "./pointer.ts";

type Questions = ReadonlyMap<string, Asked>;

/** A row that could not be read, counted from 1 with the heading. */
export interface RowProblem {
  readonly row: number;
  readonly says: string;
}

const heading = ["path", "question", "answer", "answers you can give"];

/** Every question with its answer, those of entries by their place: gates[0].name. */
export function factRows(answers: Answers, questions: Questions): Cell[][] {
  const rows: Cell[][] = [heading];
  const visit = (path: string, pointer: string) => {
    const asked = questions.get(general(path));
    if (asked === undefined || path === "format") return;
    const value = at(answers, pointer);
    if (asked.kind === "entries") {
      if (!Array.isArray(value) || value.length === 0) {
        rows.push([path, asked.title, Array.isArray(value) ? "none" : "", `none, or an entry for each: ${path}[0]`]);
        return;
      }
      for (const index of value.keys())
        for (const name of asked.names) visit(`${path}[${index}].${name}`, `${pointer}/${index}/${name}`);
    } else if (asked.kind === "group") for (const name of asked.names) visit(`${path}.${name}`, `${pointer}/${name}`);
    else rows.push([path, asked.title, cellOf(value), choices(asked)]);
  };
  for (const path of questions.keys()) if (!/[.[]/.test(path)) visit(path, `/${path}`);
  return rows;
}

/** One row for each stage of waiting. */
export function waitRows(answers: Answers, questions: Questions): Cell[][] {
  const names = questions.get("waits")?.names ?? [];
  const waits = Array.isArray(answers["waits"]) ? answers["waits"] : [];
  const stages = questions.get("waits[].stage")?.words ?? [];
  const stated = waits.map((wait) => (wait as Record<string, unknown>)["stage"]);
  const missing = stages.filter((stage) => !stated.includes(stage)).map((stage) => ({ stage }));
  return [
    [...names],
    ...[...waits, ...missing].map((wait) => names.map((name) => cellOf((wait as Record<string, unknown>)[name]))),
  ];
}

/** Answers with what a table says; an empty cell changes nothing. */
export function withRows(
  answers: Answers,
  rows: readonly (readonly string[])[],
  questions: Questions,
): { answers: Answers; problems: readonly RowProblem[]; taken: number } {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.trim()));
  const names = head.map((name) => name.toLowerCase());
  const problems: RowProblem[] = [];
  let next = answers;
  let taken = 0;
  const take = (path: string, pointer: string, cell: string, row: number) => {
    if (cell === "") return;
    const asked = questions.get(general(path));
    const value = asked && saidIn(cell, asked);
    if (asked === undefined || value === undefined)
      problems.push({
        row,
        says: asked ? `“${cell}” is not an answer to ${path}: ${choices(asked)}` : `there is no question “${path}”`,
      });
    else {
      next = withAnswer(next, pointer, value);
      taken += 1;
    }
  };
  if (names.includes("stage")) {
    for (const [index, row] of body.entries()) {
      const stage = row[names.indexOf("stage")] ?? "";
      const filled = row.filter((cell) => cell !== "").length > 1;
      if (!filled) continue;
      const waits = Array.isArray(next["waits"]) ? next["waits"] : [];
      const found = waits.findIndex((wait) => (wait as Record<string, unknown>)["stage"] === stage);
      const place = found < 0 ? waits.length : found;
      if (found < 0) next = { ...next, waits: [...waits, {}] };
      for (const [column, name] of names.entries())
        take(`waits[${place}].${name}`, `/waits/${place}/${name}`, row[column] ?? "", index + 2);
    }
    return { answers: next, problems, taken };
  }
  const [path, answer] = [names.indexOf("path"), names.indexOf("answer")];
  if (path < 0 || answer < 0)
    return {
      answers,
      problems: [{ row: 1, says: "the first line must name the columns path and answer, or stage" }],
      taken: 0,
    };
  for (const [index, row] of body.entries()) {
    const where = row[path] ?? "";
    const entry = /^(.*)\[(\d+)\]/.exec(where);
    const list = entry && at(next, `/${steps(entry[1] ?? "").join("/")}`);
    if (entry && (row[answer] ?? "") !== "" && (!Array.isArray(list) || list.length <= Number(entry[2]))) {
      const before = Array.isArray(list) ? list : [];
      if (Number(entry[2]) > before.length) {
        problems.push({ row: index + 2, says: `${where} leaves out an entry before it` });
        continue;
      }
      next = withAnswer(next, `/${steps(entry[1] ?? "").join("/")}`, [...before, {}]);
    }
    take(where, `/${steps(where).join("/")}`, row[answer] ?? "", index + 2);
  }
  return { answers: next, problems, taken };
}

function choices({ kind, words, labels, title }: Asked): string {
  if (kind === "words" || kind === "one") {
    const each = words.map((word) => (labels.get(word) ? `${word} (${labels.get(word)})` : word));
    return kind === "words"
      ? `any of these, with a semicolon between them: ${each.join("; ")}; or none`
      : each.join("; ");
  }
  const said: Partial<Record<Asked["kind"], string>> = {
    number: "a number, or unknown",
    date: "a date: year-month-day",
    lines: "words of your own, with a semicolon between them; or none",
    supports: "paths of answers, with a semicolon between them",
  };
  return said[kind] ?? (title === "" ? "" : "in your own words");
}

/** A value as a cell; a list has a semicolon between its words, and none is an empty one. */
function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(wordIn).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function wordIn(word: unknown): string {
  const text = String(word);
  return /[;"]|^\s|\s$|^none$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The value that a cell says; undefined where it is no answer to the question. */
function saidIn(cell: string, { kind, words, labels, path }: Asked): unknown {
  const word = (text: string) =>
    words.find((one) => one === text || labels.get(one)?.toLowerCase() === text.toLowerCase());
  if (cell === "unknown" || /^not known$/i.test(cell)) return "unknown";
  switch (kind) {
    case "one":
      return /_level$/.test(path) ? (/^[0-3]$/.test(cell) ? Number(cell) : undefined) : word(cell);
    case "entries":
      return cell === "none" ? [] : undefined;
    case "words":
    case "lines":
    case "supports": {
      if (cell === "none") return [];
      const parts = [...cell.matchAll(/\s*("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].flatMap(([, part = ""]) => {
        const text = part.trim();
        return text === "" ? [] : [text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text];
      });
      const read = kind === "words" ? parts.map(word) : parts;
      return read.includes(undefined) ? undefined : read;
    }
    case "number":
      return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    case "changes":
      return cell.startsWith("{") ? JSON.parse(cell) : undefined;
    default:
      return kind === "group" ? undefined : cell;
  }
}
