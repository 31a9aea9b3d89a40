/** Reads and writes an audit's YAML with the floor that the command line reads with. Loaded when it is first needed. */
import type { AnySchemaObject } from "ajv/dist/2020.js";
import type { Assessment } from "../core/assess.ts";
import type { Audit } from "../core/audit.ts";
import type { Catalogue } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import { inOrder, type Problem } from "../core/problem.ts";
import { readAudit } from "../reading/audit.ts";
import { check } from "../reading/check.ts";
import { leanValidator } from "../reading/lean.ts";
import { planProblems } from "../reading/plan.ts";
import { questions } from "../reading/questions.ts";
import { orderOf, rewritten } from "../reading/rewrite.ts";
import { readYaml } from "../reading/yaml.ts";
import { judge } from "./judging.ts";

export { rowsOf } from "../reading/table.ts";
export { csv } from "../report/csv.ts";

/** A text as it was read: its answers, where it could be, everything wrong with it, and which answers are no answers. */
export interface Opened {
  readonly answers?: Answers;
  readonly problems: readonly Problem[];
  readonly faulty: readonly string[];
}

export interface Reader {
  open(text: string, file: string): Opened;
  /** What is wrong with a text, as `rapport check` would say it. */
  check(text: string, file: string): readonly Problem[];
  /** The text with these answers. */
  save(text: string, answers: Answers): string;
  /** Where a sound audit stands, as `rapport score` says it. */
  judge(audit: Audit): Assessment;
}

/** Makes a reader from the schema and the catalogue. */
export function readerOf(schema: AnySchemaObject, catalogue: Catalogue): Reader {
  const validate = leanValidator(schema);
  const asked = questions(schema);
  const order = orderOf(asked);
  const { suppression } = catalogue.method;
  const around = {
    questions: asked,
    criteria: catalogue.criteria.map(({ criterion }) => criterion.id),
    suppressBelow: suppression.below,
    smallestBase: suppression.smallest_base,
  };
  const read = (text: string, file: string) => readAudit(text, file, { audit: validate }, around);
  return {
    open(text, file) {
      const { problems, places } = read(text, file);
      if (places.size === 0) return { problems, faulty: [] };
      const { value } = readYaml(text, file);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return { problems, faulty: [] };
      const faulty = check(value, places, validate, file).map(({ pointer }) => pointer);
      return { answers: value as Answers, problems, faulty };
    },
    check(text, file) {
      const { audit, places, problems } = read(text, file);
      if (audit === undefined) return problems.map((problem) => placed(problem, text));
      return inOrder([...problems, ...planProblems(judge(audit, catalogue), { shown: file, places })]);
    },
    judge: (audit) => judge(audit, catalogue),
    save: (text, answers) => rewritten(text, answers, order),
  };
}

/** A problem that was found in the text before the answers were read, with the answer on its line. */
function placed(problem: Problem, text: string): Problem {
  if (problem.pointer !== "") return problem;
  const on = [...readYaml(text, "").places].filter(
    ([, { value, lastLine }]) => value.line <= problem.line && problem.line <= lastLine,
  );
  const [pointer = ""] = on.toSorted(([a], [b]) => b.split("/").length - a.split("/").length)[0] ?? [];
  return { ...problem, pointer };
}
