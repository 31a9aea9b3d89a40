/** `check --fix`: what it mends, what it leaves, and that it keeps every other byte. */
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readYaml } from "../../src/reading/yaml.ts";
import { ran, root } from "./ran.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-fix-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = `# A comment that stays: yes/no, 31/12/2025
format: pathway-facts/1
service: {id: quay-street, name: Quay Street (invented), type: third_sector, nation: england}
audit:
  period: {from: 2025-04-01, to: 2026-03-31}
  completed_on: 2026-05-11
  completed_by_role: Service manager
  threshold_profile: local
`;

/** Mends an audit's text; gives the text that is left and what was said. */
async function fixed(text: string | Uint8Array, name = "2026.yaml") {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { status, stdout, stderr } = await ran(["check", file, "--fix"]);
  const said = stderr.replaceAll(`${file}:`, "").replaceAll(file, name);
  return { status, stdout, said, text: readFileSync(file, "utf8"), file };
}

describe("rapport check --fix", () => {
  it("mends what can mean nothing else, says each change with its place, and checks the file again", async () => {
    const { status, stdout, said, text } = await fixed(
      `${head.replace("2026-05-11", "31/05/2026 # day first")}prefrences:\n  asked: routine\nfeedback: {completers_only: "Yes"}\n`,
    );
    expect(said).toBe(
      [
        '6:17 mended: "31/05/2026" is now 2026-05-31',
        '9:1 mended: "prefrences" is now preferences',
        '11:29 mended: "Yes" is now yes',
        "1 sound audit: no problems, no warnings.",
        "",
      ].join("\n"),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(text).toBe(
      `${head.replace("2026-05-11", "2026-05-31 # day first")}preferences:\n  asked: routine\nfeedback: {completers_only: yes}\n`,
    );
  });

  it.each([
    ["a date that could have the month first", head.replace("2026-05-11", "05/06/2026")],
    ["a date with the month first", head.replace("2026-05-11", "05/31/2026")],
    ["a date with a short year", head.replace("2026-05-11", "31/05/26")],
    ["a day that there is not", head.replace("2026-05-11", "31/06/2026")],
    ["a question that two are as near to", `${head}therapies: [{id: a, modality: cbt, name: A, sessions: {mx: 5}}]\n`],
    ["a question that is there already", `${head}preferences: {asked: routine}\nprefrences: {asked: absent}\n`],
    ["two questions that would be the same", `${head}prefrences: {asked: routine}\npreferencess: {asked: absent}\n`],
    ["a question two letters off", `${head}prefrencs: {asked: routine}\n`],
    ["an answer that is misspelt", `${head}preferences: {asked: rutine}\n`],
    ["a number in words", `${head}preferences: {asked: yes}\n`],
    ["a person's name", `${head}notes: Mrs Smith said Yes\nprefrences: {asked: routine}\n`],
    ["broken syntax", `${head}prefrences: [\n`],
    ["a question that is no plain word", `${head}"prefrence\\x73": {asked: routine}\n`],
  ])("leaves %s as it is, and tells it", async (_, text) => {
    const after = await fixed(text);
    expect(after.text).toBe(text);
    expect(after.said).not.toContain("mended");
    expect(after.status).toBe(1);
    expect(after.stdout).not.toBe("");
  });

  it("mends what comes to light once a question is spelt right", async () => {
    const { said, text } = await fixed(`${head}fedback: {decline_alowed: 'No', completers_only: TRUE}\n`);
    expect(text).toBe(`${head}feedback: {decline_allowed: no, completers_only: TRUE}\n`);
    expect(said.split("\n").slice(0, 3)).toEqual([
      '9:1 mended: "fedback" is now feedback',
      '9:12 mended: "decline_alowed" is now decline_allowed',
      '9:29 mended: "No" is now no',
    ]);
  });

  it("keeps line endings, a byte order mark, spaces and quotation marks elsewhere", async () => {
    const given = `\ufeff${head.replace("2026-05-11", "'31.05.2026'  ")}"preferences":  {asked: routine , }   \n\n\n`;
    const windows = given.replaceAll("\n", "\r\n");
    const { status, text } = await fixed(windows);
    expect(text).toBe(windows.replace("'31.05.2026'", "2026-05-31"));
    expect(status).toBe(0);
  });

  it("tells in one sentence why it leaves a file that it can't write", async () => {
    const broken = `${head}prefrences: {asked: routine}\n`;
    const { file } = await fixed(head, "read-only.yaml");
    writeFileSync(file, broken);
    chmodSync(file, 0o444);
    const { status, stderr } = await ran(["check", file, "--fix"]);
    expect(stderr).toBe(`${file} is left as it is: it is read-only.\nno sound audits: 1 problem, no warnings.\n`);
    expect(status).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(broken);

    const odd = Buffer.concat([Buffer.from(`${broken}# `), Buffer.from([0xe9]), Buffer.from("\n")]);
    const latin = await fixed(odd);
    expect(latin.said).toMatch(/^2026\.yaml is left as it is: some of its letters are not UTF-8\.\n/);
    expect(readFileSync(latin.file).equals(odd)).toBe(true);
  });

  it("leaves no file of its own behind, keeps who may read it, and follows a link", async () => {
    const { file } = await fixed(head, "real.yaml");
    writeFileSync(file, `${head}prefrences: {asked: routine}\n`);
    chmodSync(file, 0o640);
    const link = join(folder, "link.yaml");
    symlinkSync(file, link);
    expect((await ran(["check", link, "--fix"])).status).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(lstatSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(file, "utf8")).toContain("\npreferences: ");
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("says nothing of mending where there is nothing to mend, and touches no file", async () => {
    const before = lstatSync(join(root, "audits/auchterquill/2025.yaml"));
    const { stderr } = await ran(["check", "audits/auchterquill", "--fix"]);
    expect(stderr).toBe("1 sound audit: no problems, no warnings.\n");
    expect(lstatSync(join(root, "audits/auchterquill/2025.yaml")).ino).toBe(before.ino);
  });

  it("changes no other answer, and adds no problem, whatever slips are in a sound audit", async () => {
    const sound = readFileSync(join(root, "audits/auchterquill/2025.yaml"), "utf8").replace(/^# yaml.*\n/, "");
    const keys = [...sound.matchAll(/^( *)([a-z_]{4,}):/gm)].map(({ index, 1: indent = "", 2: key = "" }) => ({
      at: index + indent.length,
      key,
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        fc.nat(),
        fc.constantFrom("x", ""),
        async ({ at, key }, where, letter) => {
          const spot = where % key.length;
          const slipped = `${key.slice(0, spot)}${letter}${key.slice(spot + 1)}`;
          const slip = sound.slice(0, at) + slipped + sound.slice(at + key.length);
          const { text } = await fixed(slip);
          if (text !== slip) expect(readYaml(text, "").value).toEqual(readYaml(sound, "").value);
        },
      ),
      { numRuns: 20 },
    );
  });
});
