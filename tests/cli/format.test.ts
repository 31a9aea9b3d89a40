/** What `check` writes, in every format, also where a file or a message is hostile. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Found } from "../../src/cli/format/format.ts";
import { github } from "../../src/cli/format/github.ts";
import { json } from "../../src/cli/format/json.ts";
import { junit } from "../../src/cli/format/junit.ts";
import { rules } from "../../src/cli/format/rules.ts";
import { sarif } from "../../src/cli/format/sarif.ts";
import { text } from "../../src/cli/format/text.ts";
import { widthOf } from "../../src/cli/format/width.ts";
import type { Problem } from "../../src/core/problem.ts";
import { ran, root } from "./ran.ts";

const bad = "tests/bad/median-over-longest.yaml";
const hostile = `"<b>&amp;]]>\u0000\u001b[31m\u202e\ud800%0A::stop-commands::x\r\n::error::y\u2028'`;

function problem(more: Partial<Problem>): Problem {
  return { file: "audits/a/2025.yaml", pointer: "", line: 1, column: 1, severity: "error", message: "wrong", ...more };
}

function found(problems: readonly Problem[], lines: readonly string[] = []): Found {
  const files = [...new Set(problems.map(({ file }) => file))];
  return { problems, files, lineOf: (_, line) => lines[line - 1], colour: false };
}

/** Anything that a reader of the format could obey, or that can't be written in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Cf}|\p{Cs}/u;

const anyText = fc.string({ unit: "binary", maxLength: 40 });
const anyProblem = fc.record({
  file: anyText,
  pointer: anyText,
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.integer({ min: 1, max: 50 }),
  severity: fc.constantFrom("error", "warning"),
  message: fc.oneof(anyText, fc.constant(hostile)),
  hint: anyText,
});

describe("problems as text", () => {
  const shown = (line: string, column: number) =>
    text(found([problem({ column })], [line]))
      .split("\n")
      .slice(1);

  it("show the line, and a caret under the column", () => {
    expect(shown("  asked: routin", 10)).toEqual(["    1 |   asked: routin", "      |          ^"]);
  });

  it("set the caret right after tabs, wide signs, emoji and combining marks", () => {
    expect(shown("\tx", 2)).toEqual(["    1 |     x", "      |     ^"]);
    expect(shown("漢字: x", 5)).toEqual(["    1 | 漢字: x", "      |       ^"]);
    expect(shown("e\u0301: x", 5)).toEqual(["    1 | e\u0301: x", "      |    ^"]);
    expect(widthOf("🙂")).toBe(2);
  });

  it("show control characters as they are written, and count them", () => {
    expect(shown("a\u001b[2Jb", 6)).toEqual(["    1 | a\\u{1b}[2Jb", "      |           ^"]);
  });

  it("show a window of a long line", () => {
    const [line = "", caret = ""] = shown(`${"a".repeat(200)}X${"b".repeat(200)}`, 201);
    expect(line).toBe(`    1 | …${"a".repeat(60)}X${"b".repeat(39)}…`);
    expect(caret.indexOf("^")).toBe(line.indexOf("X"));
  });

  it("stay in the line where the column is past its end, and do without a line that is gone", () => {
    expect(shown("ab", 9)).toEqual(["    1 | ab", "      |   ^"]);
    expect(text(found([problem({ line: 7, hint: "mend it" })]))).toBe("audits/a/2025.yaml:7:1 wrong\n    mend it");
  });

  it("never repeat a line that tells of a person, whatever else is wrong with it", () => {
    const both = [problem({ rule: "personal-data" }), problem({ message: "also wrong" })];
    expect(text(found(both, ["name: somebody"]))).not.toContain("somebody");
  });

  it("have colour only where it is asked for, and say the same without", async () => {
    const plain = await ran(["check", bad]);
    const coloured = await ran(["check", bad], true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    const colours = /\u001b\[\d+m/g;
    expect(plain.stdout).not.toMatch(colours);
    expect(coloured.stdout).toMatch(colours);
    expect(coloured.stdout.replaceAll(colours, "")).toBe(plain.stdout);
    expect(plain.stdout).toBe(
      [
        `${bad}:14:54 waits[referral_to_therapy].median: 11 is more than longest (9)`,
        "    14 |   - {stage: referral_to_therapy, unit: days, median: 11, longest: 9}",
        "       |                                                      ^",
        "",
      ].join("\n"),
    );
  });
});

describe("problems as annotations of GitHub", () => {
  it("are one line each, with the escapes that GitHub undoes", () => {
    expect(github(found([problem({ file: "a:b,c%.yaml", message: "50% of\r\nthem", hint: "say: which" })]))).toBe(
      "::error file=a%3Ab%2Cc%25.yaml,line=1,col=1::50%25 of%0D%0Athem%0Asay: which",
    );
  });

  it("have a warning for a warning", () => {
    expect(github(found([problem({ severity: "warning" })]))).toMatch(/^::warning file=/);
  });
});

/** XML as a strict reader takes it: cheerio's parser for XML, after the signs that XML 1.0 forbids. */
function xml(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  expect(text.replaceAll(/&(?:amp|lt|gt|quot|#9|#10|#13);/g, "")).not.toContain("&");
  return load(text, { xml: true });
}

describe("problems as JUnit XML", () => {
  it("are a test case for each file, sound ones too, which fails where there is an error", async () => {
    const { status, stdout } = await ran(["check", bad, "audits/harbour-lane/2025.yaml", "--format", "junit"]);
    const $ = xml(stdout);
    expect(status).toBe(1);
    expect($("testsuite").attr()).toMatchObject({ tests: "2", failures: "1", errors: "0" });
    expect(
      $("testcase")
        .toArray()
        .map((one) => $(one).attr("name")),
    ).toEqual(["audits/harbour-lane/2025.yaml", bad]);
    expect($("failure").parent().attr("name")).toBe(bad);
    expect($("failure").text()).toContain("14:54 waits[referral_to_therapy].median: 11 is more than longest (9)");
    expect($("system-out").text()).toMatch(/evidence E2/);
  });

  it("say what the messages say", () => {
    const $ = xml(junit(found([problem({ message: 'a <b> & "c" ]]> d' })])));
    expect($("failure").text()).toBe('1:1 a <b> & "c" ]]> d');
  });
});

describe("problems as JSON", () => {
  it("are as their schema has them, in each rule", async () => {
    const schema = JSON.parse(readFileSync(join(root, "schemas/problems.schema.json"), "utf8"));
    const valid = new Ajv2020({ strict: true }).compile(schema);
    const { stdout } = await ran(["check", "tests/bad", "--format", "json"]);
    const problems = JSON.parse(stdout);
    expect(valid(problems), JSON.stringify(valid.errors)).toBe(true);
    expect(problems.length).toBeGreaterThan(100);
    expect(schema.items.properties.rule.enum).toEqual(Object.keys(rules));
    expect(valid([{ ...problems[0], rule: "other" }])).toBe(false);
  });

  it("are an array with the same keys in each", async () => {
    const { status, stdout, stderr } = await ran(["check", bad, "--format", "json"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "no sound audits: 1 problem, no warnings.\n" });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: bad,
        line: 14,
        column: 54,
        pointer: "/waits/0/median",
        severity: "error",
        rule: "contradiction",
        message: "waits[referral_to_therapy].median: 11 is more than longest (9)",
        hint: "",
      },
    ]);
    expect((await ran(["check", "audits/auchterquill", "--format", "json"])).stdout).toBe("[]\n");
  });
});

describe("a hostile audit", () => {
  const files = [
    "escape-codes-in-a-path",
    "escape-codes-in-a-question",
    "escape-codes-in-an-answer",
    "script-in-a-key",
  ];
  const paths = files.map((file) => join("tests/bad", `${file}.yaml`));

  it.each(["text", "json", "github", "sarif", "junit"])(
    "writes nothing that a terminal obeys as %s",
    async (format) => {
      const { status, stdout } = await ran(["check", ...paths, "--format", format]);
      expect(status).toBe(1);
      expect(stdout).not.toMatch(obeyed);
      if (format === "junit") expect(xml(stdout)("failure").length).toBe(files.length);
    },
  );

  it("breaks no format, whatever its messages, hints and names hold", () => {
    fc.assert(
      fc.property(
        fc.array(anyProblem as fc.Arbitrary<Problem>, { minLength: 1, maxLength: 3 }),
        anyText,
        (problems, line) => {
          const all = found(
            problems,
            Array.from({ length: 9 }, () => line),
          );
          for (const written of [text(all), json(all), github(all), sarif(all), junit(all)])
            expect(written).not.toMatch(obeyed);
          expect(JSON.parse(json(all))).toHaveLength(problems.length);
          expect(JSON.parse(sarif(all)).runs[0].results).toHaveLength(problems.length);
          const commands = github(all).split("\n");
          expect(commands).toHaveLength(problems.length);
          for (const command of commands) expect(command).toMatch(/^::(?:error|warning) file=[^:,]*,line=\d,col=\d+::/);
          expect(xml(junit(all))("testcase").length).toBe(all.files.length);
        },
      ),
    );
  });
});
