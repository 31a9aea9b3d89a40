import { describe, expect, it } from "vitest";
import { readProject } from "../../src/reading/disk.ts";
import { type Handed, hand, handed } from "../../src/reading/handed.ts";
import { root } from "./yardstick.ts";

const given: Handed = {
  root,
  audits: `${root}/audits`,
  from: root,
  drafts: true,
  kept: ["a/b"],
  settings: { title: "T" },
};

describe("what the command line hands to the pages", () => {
  it("is what they take, the project itself and not a copy", () => {
    const environment = {};
    const project = readProject(root);
    hand({ ...given, project }, environment);
    const taken = handed(environment, "elsewhere");
    expect(taken).toEqual({ ...given, project });
    expect(taken.project).toBe(project);
  });

  it("holds no project of before", () => {
    const environment = {};
    hand({ ...given, project: readProject(root) }, environment);
    hand(given, environment);
    expect(handed(environment, "elsewhere")).toEqual(given);
  });

  it("is a project's own folders where nothing was handed over", () => {
    expect(handed({}, "/p")).toEqual({
      root: "/p",
      audits: "/p/audits",
      from: "/p",
      drafts: false,
      kept: [],
      settings: {},
    });
  });
});
