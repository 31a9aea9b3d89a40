import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compactYaml } from "../../src/site/yaml.ts";
import { catalogueOfProject } from "../core/yardstick.ts";

describe("facts as YAML", () => {
  test("put lists of words and short records on one line", () => {
    const facts = {
      preferences: { asked: "routine", how: ["conversation", "form_questions"] },
      gates: [
        { name: "A form", kind: "opt_in" },
        { name: "A longer name that says what happens at this gate, and more", kind: "risk", effect: "informs" },
      ],
    };
    expect(compactYaml(facts)).toBe(
      [
        "preferences:",
        "  asked: routine",
        "  how: [conversation, form_questions]",
        "gates:",
        "  - {name: A form, kind: opt_in}",
        "  - name: A longer name that says what happens at this gate, and more",
        "    kind: risk",
        "    effect: informs",
      ].join("\n"),
    );
  });

  test("read back as what they were, in every example of the catalogue", () => {
    for (const { criterion } of catalogueOfProject.criteria)
      for (const { facts } of criterion.examples) expect(parse(compactYaml(facts))).toEqual(facts);
  });
});
