/** The commands about the site and what it publishes. */
import { type Command, ownCriteria, textOrJson } from "../command.ts";

const buildOptions: Command["options"] = {
  audits: { value: "DIR", says: "the folder with the audits; audits where it is left out" },
  out: { value: "DIR", says: "the folder that the site is written to; dist where it is left out" },
  site: { value: "ADDRESS", says: "the address where it will stand, so that citations can name it" },
  criteria: ownCriteria,
  base: { value: "/PATH/", says: "the path that it will stand under, where that is not in the address" },
  fresh: { says: "make every report anew, also those that nothing has changed for" },
};

export const siteCommands: readonly Command[] = [
  {
    name: "verify",
    takes: "FOLDER | ASSESSMENT AUDIT",
    count: [1, 2, "a folder, or an assessment and its audit"],
    summary: "work a published report out again, and say what differs",
    about: [
      "Takes the assessment.json and the audit.yaml that stand beside a report, or the folder that",
      "holds both. Ends with 0 where the report is the same, with 1 where it is not.",
    ],
    options: { format: textOrJson, criteria: ownCriteria },
    examples: [["verify dist/services/harbour-lane/2025", "hold a report of the built site against its audit"]],
    run: async ({ names, values }, around) =>
      (await import("../verification.ts")).verify(names, values["format"] === "json", around),
  },
  {
    name: "build",
    takes: "",
    count: [0, 0, "no files; name folders with --audits and --out"],
    summary: "check everything, then build the site",
    about: ["A problem in any file stops the build, and leaves the last good site as it was."],
    options: buildOptions,
    examples: [
      ["build", "build audits/ into dist/"],
      ["build --site https://example.org/audits/", "build for the address where it will stand"],
    ],
    run: async ({ values: { audits = "audits", out = "dist", site, base }, switches }, around) =>
      (await import("../build.ts")).build({ audits, out, site, base, fresh: switches.has("fresh") }, around),
  },
  {
    name: "dev",
    takes: "",
    count: [0, 0, "no files"],
    summary: "show the site while you work on it",
    about: ["Shows each saved file at once, drafts among them. Runs until it is stopped with Ctrl-C."],
    options: {
      audits: { value: "DIR", says: "the folder with the audits; audits where it is left out" },
      criteria: ownCriteria,
    },
    examples: [["dev", "show the site as it is now"]],
    run: async ({ values: { audits = "audits" } }, around) => (await import("../dev.ts")).dev(audits, around),
  },
  {
    name: "preview",
    takes: "",
    count: [0, 0, "no files; name the folder of the site with --out"],
    summary: "show the built site",
    about: [
      "Shows the site that build wrote, to this machine only, under the path it was built for.",
      "Runs until it is stopped with Ctrl-C.",
    ],
    options: {
      out: { value: "DIR", says: "the folder of the site; dist where it is left out" },
      port: { value: "NUMBER", says: "the port, or the first to try; 4321 where it is left out" },
    },
    examples: [
      ["preview", "show the site in dist/"],
      ["preview --out site", "show the site in site/"],
    ],
    run: async ({ values: { out = "dist", port = "4321" } }, around) => {
      if (/^[1-9]\d{1,4}$/.test(port) && Number(port) < 65_526)
        return (await import("../serve.ts")).preview(out, Number(port), around);
      around.talk("--port is a number from 10 to 65525");
      return 2;
    },
  },
  {
    name: "watch",
    takes: "",
    count: [0, 0, "no files; name folders with --audits and --out"],
    summary: "build the site again whenever an audit is saved",
    about: [
      "Builds at once, then after each change of the audits or of rapport.yaml. A problem is told, and",
      "leaves the last good site as it was. Show it beside with preview. Runs until Ctrl-C stops it.",
    ],
    options: buildOptions,
    examples: [["watch --out site", "keep site/ as the audits have it"]],
    run: async ({ values: { audits = "audits", out = "dist", site, base }, switches }, around) =>
      (await import("../watch.ts")).watch({ audits, out, site, base, fresh: switches.has("fresh") }, around),
  },
];
