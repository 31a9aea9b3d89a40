/** The commands about the criteria and the guidance. */
import { type Command, ownCriteria } from "../command.ts";

export const criteriaCommands: readonly Command[] = [
  {
    name: "catalogue",
    takes: "",
    count: [0, 0, "no files"],
    summary: "print all criteria in a table",
    about: ["Says of each criterion how many facts it asks, what its examples reach, and where its numbers come from."],
    options: { criteria: ownCriteria },
    examples: [["catalogue", "print the table"]],
    run: async (_, around) => (await import("../catalogue.ts")).catalogueTable(around),
  },
  {
    name: "guidance",
    takes: "",
    count: [0, 0, "no files"],
    summary: "print all guidance pages in a table, with how hard each is to read",
    about: ["The grade is that of Flesch and Kincaid: years of schooling in the United States."],
    options: {},
    examples: [["guidance", "print the table"]],
    run: async (_, around) => (await import("../guidance.ts")).guidanceTable(around),
  },
];
