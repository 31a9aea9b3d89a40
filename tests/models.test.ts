/**
 * The criteria ask nothing that only one kind of therapy or service could give: four invented services, as
 * unlike as services are, stand at good practice wherever a criterion applies to them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../src/core/assess.ts";
import { readAudit } from "../src/reading/audit.ts";
import { catalogueOfProject, root, yardstick } from "./core/yardstick.ts";

const folder = `${root}tests/models/`;
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

test("there are a CBT service, a person-centred charity, a sole practitioner and a school", () => {
  expect(files).toEqual(["cbt-service.yaml", "person-centred-charity.yaml", "school.yaml", "sole-practitioner.yaml"]);
});

describe.for(files)("%s", (file) => {
  const { audit, problems } = readAudit(
    readFileSync(folder + file, "utf8"),
    file,
    yardstick.validators,
    yardstick.around,
  );

  test("has no problem", () => {
    expect(problems).toEqual([]);
  });

  test("stands at good practice wherever a criterion applies", () => {
    if (audit === undefined) throw new Error(`${file} could not be read`);
    const { findings } = assess({ id: file, file, sha256: "", audit }, catalogueOfProject);
    const applying = findings.filter(({ standing }) => standing !== "not applicable");
    expect(
      applying.filter(({ levels }) => levels.join() !== "3").map(({ criterion, levels }) => [criterion, levels]),
    ).toEqual([]);
    expect(applying.length).toBeGreaterThanOrEqual(catalogueOfProject.criteria.length - 1);
  });
});
