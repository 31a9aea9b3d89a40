/** How the commands are found, described and given what they take. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { given } from "../../src/cli/arguments.ts";
import { auditCommands } from "../../src/cli/commands/audits.ts";
import { criteriaCommands } from "../../src/cli/commands/criteria.ts";
import { commands } from "../../src/cli/commands.ts";
import { usage } from "../../src/cli/help.ts";
import { shell } from "../site/build.ts";
import { ran, root } from "./ran.ts";

const audit = "audits/harbour-lane/2025.yaml";

describe("rapport", () => {
  it("says how it is used, as a result where that was asked and as talk where it was not", async () => {
    const asked = await ran(["--help"]);
    expect(asked).toMatchObject({ status: 0, stderr: "" });
    expect(asked.stdout).toMatch(/rapport check .*rapport score FILE.*Exit codes: 0 clean/s);
    expect(await ran(["help"])).toEqual(asked);
    expect(await ran([])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("rapport score FILE"),
    });
  });

  it.each([
    [["chekc"], 'There is no command "chekc"; did you mean "check"?'],
    [["sing"], 'There is no command "sing".'],
    [["help", "scor"], 'There is no command "scor"; did you mean "score"?'],
    [["score"], "score takes one file"],
    [["score", audit, audit], "score takes one file"],
    [["score", audit, "--fromat", "json"], "score has no option --fromat; did you mean --format?"],
    [["score", audit, "--format", "xml"], "--format is text or json"],
    [["score", audit, "--format"], "--format needs a value: text or json"],
    [["build", "--out="], "--out needs a value: DIR"],
    [["build", "--out", "--site", "https://example.org"], "--out needs a value: DIR"],
    [["catalogue", "--audits", "audits"], "catalogue has no option --audits"],
    [["check", "-f"], "check has no option -f"],
    [["check", "--__proto__"], "check has no option --__proto__"],
    [["catalogue", "G1"], "catalogue takes no files"],
    [["explain"], "explain takes a criterion and a file"],
    [["diff", audit], "diff takes two files, the older one first"],
    [["diff", audit, audit, audit], "diff takes two files, the older one first"],
    [["verify"], "verify takes a folder, or an assessment and its audit"],
    [["build", "--site", "here"], "--site is the whole address of the site, such as https://example.org/audits/"],
  ])("tells wrong use, what was meant and how it is written: %j", async (args, says) => {
    const { status, stdout, stderr } = await ran(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.split("\n")[0]).toBe(says);
  });

  it("tells after wrong use of a command how that one is written", async () => {
    expect((await ran(["score"])).stderr).toBe(
      "score takes one file\n\nrapport score FILE [--format FORMAT] [--criteria DIR]\nrapport score --help tells more.\n",
    );
  });

  it("ends with 3 and says that it is our fault where it fails itself", () => {
    const part = mkdtempSync(join(tmpdir(), "rapport-part-"));
    cpSync(join(root, "src/cli"), join(part, "src/cli"), { recursive: true });
    writeFileSync(join(part, "package.json"), '{"type": "module"}');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(part, "src/cli/main.ts"), "check"], {
      cwd: part,
      encoding: "utf8",
    });
    rmSync(part, { recursive: true });
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^Something went wrong in Rapport itself; it is not your file\.\n/);
  });

  it("prints no colour into a pipe, nor where NO_COLOR forbids it or FORCE_COLOR is 0", () => {
    const check = (env: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, ["src/cli/main.ts", "check", "tests/bad/alias.yaml"], {
        cwd: root,
        env: { ...shell, ...env },
        encoding: "utf8",
      }).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    const coloured = /\u001b\[/;
    expect(check({})).not.toMatch(coloured);
    expect(check({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toMatch(coloured);
    expect(check({ FORCE_COLOR: "0" })).not.toMatch(coloured);
  });
});

describe.each(commands.map((command) => [command.name, command] as const))("rapport %s", (name, command) => {
  it("has a help of its own, with its options and an example", async () => {
    const { status, stdout, stderr } = await ran([name, "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.startsWith(`${usage(command)}\n\n`)).toBe(true);
    for (const option of Object.keys(command.options)) expect(stdout).toContain(`  --${option}`);
    for (const [example] of command.examples) expect(stdout).toContain(`  rapport ${example}\n`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(await ran(["help", name])).toEqual({ status, stdout, stderr });
  });

  it.each(command.examples)("takes what its example says: %s", (example) => {
    const [first, ...rest] = example.split(" ");
    expect(first).toBe(name);
    expect(given(command, rest, () => undefined)).toBeTypeOf("object");
  });
});

/** Examples of the commands that neither build, nor serve, nor need what is built; `check` of everything and `new` have tests. */
const examples = [...auditCommands, ...criteriaCommands]
  .flatMap(({ examples }) => examples.map(([run]) => run))
  .filter((run) => run !== "check" && !run.startsWith("new "));

it.each(examples)("the example `rapport %s` runs clean", async (example) => {
  const { status, stdout } = await ran(example.split(" "));
  expect(status, stdout).toBe(0);
});
