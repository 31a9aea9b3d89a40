import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Ran, rapportIn, root, shell } from "../site/build.ts";
import { filesOf } from "../site/pages.ts";

let folder = "";
let begun: Ran;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-folder-"));
  begun = rapportIn(folder, "new", "quay-street", "--site", "ours");
});
afterAll(() => rmSync(folder, { recursive: true }));

const action = parse(readFileSync(join(root, "action.yml"), "utf8"));

describe("a folder for a site of one's own", () => {
  it("has a first audit, settings, a README and a workflow, and passes the check as it is", () => {
    expect(begun, begun.stderr).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^ours\/audits\/quay-street\/\d{4}\.yaml\n$/),
      stderr: "Read README.md in ours for what comes next.\n",
    });
    expect(filesOf(at("ours"))).toEqual([
      ".github/workflows/pages.yml",
      "README.md",
      expect.stringMatching(/^audits\/quay-street\/\d{4}\.yaml$/),
      "rapport.yaml",
    ]);
    expect(rapportIn(at("ours"), "check")).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^1 sound audit/),
    });
  });

  it("has settings that are sound with every example taken in", () => {
    const file = at("ours/rapport.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(/^# (\w+: )/gm, "$1"));
    writeFileSync(at("ours/logo.svg"), "<svg/>");
    expect(rapportIn(at("ours"), "check")).toMatchObject({ status: 0 });
    expect(readFileSync(file, "utf8")).toMatch(/^colours: /m);
    writeFileSync(file, text);
  });

  it("is not laid over what is there, nor begun where the audit can't be", () => {
    mkdirSync(at("full"));
    writeFileSync(at("full/mine.txt"), "x");
    expect(rapportIn(folder, "new", "quay-street", "--site", "full")).toMatchObject({
      status: 2,
      stderr: "full is not empty: name a new folder.\n",
    });
    expect(rapportIn(folder, "new", "quay-street", "--site", "none", "--type", "thrid_sector").stderr).toMatch(
      /third_sector/,
    );
    expect(rapportIn(folder, "new", "quay-street", "--site", "none", "--out", "a.yaml").status).toBe(2);
    expect(existsSync(at("none"))).toBe(false);
  });

  it("has a workflow that gives the action only what it takes", () => {
    const { jobs } = parse(readFileSync(at("ours/.github/workflows/pages.yml"), "utf8"));
    const step = jobs.build.steps.find(({ uses = "" }) => uses.startsWith("OWNER/rapport@"));
    for (const name of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(name);
    expect(jobs.publish.needs).toBe("build");
  });
});

describe("the GitHub Action", () => {
  /** Runs the action's own scripts as GitHub would, save that of the installation. */
  function acted(inputs: Readonly<Record<string, string>>) {
    const given = {
      ...Object.fromEntries(
        Object.entries(action.inputs).map(([name, input]) => [name, (input as { default: string }).default]),
      ),
      ...inputs,
    };
    const filled = (text: string) =>
      text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, name: string) =>
        name === "github.action_path" ? root : (given[name.replace("inputs.", "")] ?? ""),
      );
    const steps = action.runs.steps.filter(({ run }: { run: string }) => run !== "npm ci");
    let stdout = "";
    for (const { run, env } of steps) {
      const own = Object.fromEntries(
        Object.entries(env as Record<string, string>).map(([name, value]) => [name, filled(value)]),
      );
      expect(run).not.toContain("${{"); // what is given reaches a script through its environment only
      const ended = spawnSync("bash", ["-eo", "pipefail", "-c", run], {
        cwd: at("ours"),
        env: { ...shell, ...own },
        encoding: "utf8",
      });
      stdout += ended.stdout;
      if (ended.status !== 0) return { status: ended.status, stdout };
    }
    return { status: 0, stdout };
  }

  it("checks and builds", () => {
    expect(acted({ site: "https://example.org/ours/" })).toMatchObject({ status: 0 });
    expect(readFileSync(at("ours/site/index.html"), "utf8")).toContain('href="/ours/services/"');
  });

  it("marks a problem on its line, and builds nothing", () => {
    const [file = ""] = filesOf(at("ours/audits"));
    const path = at(`ours/audits/${file}`);
    const text = readFileSync(path, "utf8");
    rmSync(at("ours/site"), { recursive: true, force: true });
    writeFileSync(path, text.replace(/^audit:/m, "adit:"));
    const { status, stdout } = acted({});
    writeFileSync(path, text);
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^::error file=audits/${file},line=\\d+,col=1[^\n]*::.*adit`, "m"));
    expect(existsSync(at("ours/site"))).toBe(false);
  });

  it("has a commit of its own code for what it runs, and needs no one else's action", () => {
    expect(action.runs.using).toBe("composite");
    for (const step of action.runs.steps) expect(step.uses).toBeUndefined();
  });
});
