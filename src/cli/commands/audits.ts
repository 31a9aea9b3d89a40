/** The commands that are given audits. */
import { type Command, textOrJson } from "../command.ts";

export const auditCommands: readonly Command[] = [
  {
    name: "check",
    takes: "[PATH ...]",
    count: [0, Number.POSITIVE_INFINITY, "files and folders"],
    summary: "say everything that is wrong, with its line and what would be right",
    about: [
      "Checks audits: files, the folder of a service, or a folder of services. Without a path it",
      "checks everything: all audits in audits/, and in Rapport's own folder the criteria with their",
      "ladders and the guidance.",
    ],
    options: {},
    examples: [
      ["check", "check everything"],
      ["check audits/harbour-lane", "check the audits of one service, and what they give away together"],
    ],
    run: async ({ names }, around) => (await import("../check.ts")).check(names, around),
  },
  {
    name: "score",
    takes: "FILE",
    count: [1, 1, "one file"],
    summary: "say where one audit stands on every criterion",
    about: ["Prints the counts by level, the range, and each finding with the facts that would settle it."],
    options: { format: textOrJson },
    examples: [
      ["score audits/harbour-lane/2025.yaml", "print where it stands"],
      ["score audits/harbour-lane/2025.yaml --format json", "print the whole assessment for a program"],
    ],
    run: async ({ names: [file = ""], values }, around) =>
      (await import("../score.ts")).score(file, values["format"] === "json", around),
  },
  {
    name: "explain",
    takes: "CRITERION [FILE]",
    count: [1, 2, "a criterion and a file"],
    summary: "say a criterion's steps in words; for an audit, what each comes to",
    about: [
      "A criterion is named by its id or its code. With an audit it also prints the facts that",
      "count, and the smallest change of facts that would move the finding up.",
    ],
    options: {},
    examples: [
      ["explain preferences-therapy", "print the steps"],
      ["explain preferences-therapy audits/harbour-lane/2025.yaml", "print where an audit stands on them, and why"],
    ],
    run: async ({ names: [criterion = "", file] }, around) =>
      (await import("../explanation.ts")).explain(criterion, file, around),
  },
  {
    name: "diff",
    takes: "OLD NEW",
    count: [2, 2, "two files, the older one first"],
    summary: "say what moved between two audits of one service, and why",
    about: ["Both are judged by today's criteria; where the report of then is kept, by those of then too."],
    options: { format: textOrJson },
    examples: [
      ["diff audits/harbour-lane/2024.yaml audits/harbour-lane/2025.yaml", "print what moved since the year before"],
    ],
    run: async ({ names: [old = "", own = ""], values }, around) =>
      (await import("../difference.ts")).diff([old, own], values["format"] === "json", around),
  },
];
