/** The commands that are given audits. */
import { type Command, ownCriteria, textOrJson } from "../command.ts";

export const auditCommands: readonly Command[] = [
  {
    name: "new",
    takes: "SERVICE",
    count: [1, 1, "the name of one service, in quotation marks where it has spaces"],
    summary: "write the first file of an audit, with every question as a comment",
    about: [
      "The file passes `check` as it is, as a draft. Each question says what it asks and which words",
      "answer it, with an example to uncomment. A file that is there already is left as it is.",
    ],
    options: {
      type: { value: "TYPE", says: "the kind of service, such as third_sector; other where it is left out" },
      out: { value: "FILE", says: "the file; audits/SERVICE/YEAR.yaml where it is left out" },
      site: { value: "DIR", says: "lay a whole folder down there: audits, settings, and a workflow that publishes" },
    },
    examples: [
      [
        "new quay-street --type third_sector",
        "write a draft of quay-street's audit, for the last whole year from April",
      ],
      ["new quay-street --site our-audits", "begin a folder for a site of one's own, with that draft in it"],
    ],
    run: async ({ names: [name = ""], values: { type = "other", out, site } }, around) =>
      site === undefined
        ? (await import("../starter.ts")).start(name, type, out, around)
        : (await import("../folder.ts")).begin(site, name, type, out, around),
  },
  {
    name: "check",
    takes: "[PATH ...]",
    count: [0, Number.POSITIVE_INFINITY, "files and folders"],
    summary: "say everything that is wrong, with its line and what would be right",
    about: [
      "Checks audits: files, the folder of a service, or a folder of services. Without a path it",
      "checks everything: all audits in audits/, and in Rapport's own folder the criteria with their",
      "ladders and the guidance.",
      "",
      "--fix mends only what can mean nothing else: a question one letter off, a date such as",
      "31/12/2025, yes and no in capitals or as true and false. It says each change, keeps every",
      "other sign of the file, and checks the file again.",
      "",
      "json is an array of problems, as schemas/problems.schema.json has it. github shows each beside",
      "its line, sarif (2.1.0) is for code scanning, junit has one test case a file.",
    ],
    options: {
      format: {
        value: "FORMAT",
        words: ["text", "json", "github", "sarif", "junit"],
        says: "how the problems are written; text where it is left out",
      },
      criteria: ownCriteria,
      fix: { says: "mend plain slips in the files first" },
    },
    examples: [
      ["check", "check everything"],
      ["check audits --format github", "write the problems of all audits as annotations of a GitHub workflow"],
      ["check audits/harbour-lane", "check the audits of one service, and what they give away together"],
    ],
    run: async ({ names, values: { format = "text" }, switches }, around) => {
      const [{ check }, { formats }] = await Promise.all([import("../check.ts"), import("../formats.ts")]);
      const written = await formats[format]?.();
      if (written === undefined) throw new Error(`There is no format ${format}`);
      return check(names, { format: written, fix: switches.has("fix") }, around);
    },
  },
  {
    name: "score",
    takes: "FILE",
    count: [1, 1, "one file"],
    summary: "say where one audit stands on every criterion",
    about: ["Prints the counts by level, the range, and each finding with the facts that would settle it."],
    options: { format: textOrJson, criteria: ownCriteria },
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
    options: { criteria: ownCriteria },
    examples: [
      ["explain preferences-therapy", "print the steps"],
      ["explain preferences-therapy audits/harbour-lane/2025.yaml", "print where an audit stands on them, and why"],
    ],
    run: async ({ names: [criterion = "", file] }, around) =>
      (await import("../explanation.ts")).explain(criterion, file, around),
  },
  {
    name: "plan",
    takes: "FILE",
    count: [1, 1, "one file"],
    summary: "say what would move an audit most",
    about: [
      "For each finding that could stand higher: the smallest change of facts, every level that it",
      "would leave possible, what else it moves, and the range after it. Most first.",
    ],
    options: { format: textOrJson, criteria: ownCriteria },
    examples: [
      ["plan audits/harbour-lane/2025.yaml", "print what would move most"],
      ["plan audits/harbour-lane/2025.yaml --format json", "print it for a program"],
    ],
    run: async ({ names: [file = ""], values }, around) =>
      (await import("../plan.ts")).plan(file, values["format"] === "json", around),
  },
  {
    name: "diff",
    takes: "OLD NEW",
    count: [2, 2, "two files, the older one first"],
    summary: "say what moved between two audits of one service, and why",
    about: ["Both are judged by today's criteria; where the report of then is kept, by those of then too."],
    options: { format: textOrJson, criteria: ownCriteria },
    examples: [
      ["diff audits/harbour-lane/2024.yaml audits/harbour-lane/2025.yaml", "print what moved since the year before"],
    ],
    run: async ({ names: [old = "", own = ""], values }, around) =>
      (await import("../difference.ts")).diff([old, own], values["format"] === "json", around),
  },
];
