/**
 * What kind of thing is wrong. Programs sort problems by it, so a name stays what it is.
 * `content` is whatever is wrong in criteria, references and guidance.
 */
export type Rule =
  | "file"
  | "syntax"
  | "unknown-question"
  | "missing-answer"
  | "unknown-answer"
  | "contradiction"
  | "small-number"
  | "personal-data"
  | "evidence"
  | "plan"
  | "content";

/** What to write instead of what stands at a problem's place, where nothing else can be meant. */
export interface Mend {
  readonly from: string;
  readonly to: string;
}

/** What is wrong in a file that a person wrote, and where. Our own faults throw instead. */
export interface Problem {
  /** The file's path as the person knows it, e.g. audits/harbour-lane/2025.yaml. */
  readonly file: string;
  /** JSON pointer to the value, "" for the whole file. */
  readonly pointer: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** An error stops the build; a warning is printed and the report is still made. */
  readonly severity: "error" | "warning";
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What would be right, where that is known. */
  readonly hint?: string;
  /** `content` where it is left out. */
  readonly rule?: Rule;
  readonly mend?: Mend;
}

/** Problems in reading order: by file, then line, then column. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

/** A problem on one line, or two where there is a hint: file:line:column, then the sentence. */
export function problemText({ file, line, column, severity, message, hint }: Problem): string {
  const kind = severity === "warning" ? "warning: " : "";
  return `${file}:${line}:${column} ${kind}${message}${hint ? `\n    ${hint}` : ""}`;
}

/** Orders text by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
