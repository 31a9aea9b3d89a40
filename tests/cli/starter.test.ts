/** `new`: what it writes passes the check as it is, and with every example uncommented. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "../../src/reading/audit.ts";
import { readYardstick } from "../../src/reading/disk.ts";
import { starter } from "../../src/reading/starter.ts";
import { ran, root } from "./ran.ts";

const { yardstick } = readYardstick(root);
if (yardstick === undefined) throw new Error("the repository's criteria are not sound");
const { validators, around, questions } = yardstick;
const types = questions.get("service.type")?.words ?? [];
const year = { from: "2025-04-01", to: "2026-03-31" };
const text = (type: string, today = "2026-05-11") =>
  starter(validators.audit.schema as object, { id: "quay-street", name: "Quay Street", type, period: year, today });
const uncommented = (said: string) => said.replaceAll(/^( *)# /gm, "$1");
const read = (said: string) => readAudit(said, "2026.yaml", validators, around);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-new-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(types)("a starter for %s", (type) => {
  it("has no problem as it is, and is a draft", () => {
    const { audit, problems } = read(text(type));
    expect(problems).toEqual([]);
    expect(audit?.service.type).toBe(type);
    expect(audit?.audit.status).toBe("draft");
  });

  it("has no problem with every example uncommented", () => {
    expect(read(uncommented(text(type))).problems).toEqual([]);
  });
});

describe("a starter", () => {
  const said = text("third_sector");

  it("has every question of the schema, in its order, and answers none twice", () => {
    const { audit } = read(uncommented(said));
    const paths = (value: unknown, path: string): string[] =>
      typeof value !== "object" || value === null
        ? [path]
        : Array.isArray(value)
          ? [path, ...value.flatMap((one) => paths(one, `${path}[]`))]
          : [path, ...Object.entries(value).flatMap(([key, one]) => paths(one, path === "" ? key : `${path}.${key}`))];
    const answered = paths(audit, "").filter((path) => path !== "" && questions.has(path));
    // Answered by `unknown` from the start, a list has no entry.
    const asked = [...questions.keys()].filter((path) => !path.endsWith("[]"));
    expect([...new Set(answered)].filter((path) => !path.endsWith("[]"))).toEqual(asked);
  });

  it("says of each question what it is called and which words answer it", () => {
    for (const { path, title, words } of questions.values()) {
      if (path.endsWith("[]")) continue;
      expect(said.replaceAll(/\n[# ]+/g, " "), path).toContain(`${title}. `);
      for (const word of words) expect(said, path).toContain(word);
    }
  });

  it("answers only its head and, in each group, one question with unknown", () => {
    const live = said.split("\n").filter((line) => /^ *[a-z_]+: \S/.test(line));
    const head = live.filter((line) => !line.endsWith(": unknown"));
    expect(head).toEqual([
      "format: pathway-facts/1",
      "  id: quay-street",
      "  name: Quay Street",
      "  type: third_sector",
      "  nation: england",
      "    from: 2025-04-01",
      "    to: 2026-03-31",
      "  completed_by_role: Service manager",
      "  completed_on: 2026-05-11",
      "  status: draft",
      "  threshold_profile: none",
    ]);
  });

  it("keeps to lines that a screen holds, with no space at their end", () => {
    for (const line of said.split("\n")) {
      expect(line.length, line).toBeLessThanOrEqual(130);
      expect(line).not.toMatch(/\s$/);
    }
  });

  it("has no problem with any one question of a group uncommented", () => {
    const lines = said.split("\n");
    const alone = lines.flatMap((line, index) => (/^ +# [a-z_]+: \S/.test(line) ? [index] : []));
    expect(alone.length).toBeGreaterThan(80);
    for (const index of alone) {
      const one = lines.with(index, uncommented(lines[index] ?? "")).join("\n");
      expect(read(one).problems, lines[index]).toEqual([]);
    }
  });

  it("stands on the last day of February too", () => {
    expect(read(uncommented(text("school", "2028-02-29"))).problems).toEqual([]);
  });
});

describe("rapport new", () => {
  it("writes a file that passes the check, and says where", async () => {
    const file = join(folder, "audits", "quay-street", "2026.yaml");
    const { status, stdout, stderr } = await ran(["new", "Quay Street", "--type", "school", "--out", file]);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `${file}\n`,
      stderr: `Answer what you know in it, then: rapport check ${file}\n`,
    });
    const [hint = ""] = readFileSync(file, "utf8").split("\n");
    const schema = /^# yaml-language-server: \$schema=(.+)$/.exec(hint)?.[1] ?? "";
    expect(existsSync(resolve(file, "..", schema))).toBe(true);
    expect(await ran(["check", file])).toEqual({
      status: 0,
      stdout: "",
      stderr: "1 sound audit: no problems, no warnings.\n",
    });
  });

  it("takes a name or an id, and makes the other of it", async () => {
    const said = async (name: string) => {
      const file = join(folder, "named.yaml");
      rmSync(file, { force: true });
      expect(await ran(["new", name, "--out", file])).toMatchObject({ status: 0 });
      return readFileSync(file, "utf8").match(/^ {2}(?:id|name|type): .*$/gm);
    };
    expect(await said("quay-street")).toEqual(["  id: quay-street", "  name: Quay Street", "  type: other"]);
    expect(await said("Siân's Café: a service")).toEqual([
      "  id: sian-s-cafe-a-service",
      '  name: "Siân\'s Café: a service"',
      "  type: other",
    ]);
  });

  it("overwrites nothing", async () => {
    const file = join(folder, "mine.yaml");
    writeFileSync(file, "mine");
    expect(await ran(["new", "quay-street", "--out", file])).toEqual({
      status: 2,
      stdout: "",
      stderr: `${file} is there already, and was left as it is; name another file with --out.\n`,
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it.each([
    [["new"], "new takes the name of one service, in quotation marks where it has spaces"],
    [["new", "Quay", "Street"], "new takes the name of one service, in quotation marks where it has spaces"],
    [
      ["new", "a", "--type", "third-sectr"],
      /^--type is nhs_talking_therapies, .* or other; did you mean third_sector\?$/,
    ],
    [["new", "a", "--out", "a.txt"], "--out is a file whose name ends in .yaml."],
    [["new", "a", "--out", "README.md/a.yaml"], "README.md/a.yaml can't be written; name another file with --out."],
  ])("tells wrong use: %j", async (args, says) => {
    const { status, stderr } = await ran(args);
    expect(status).toBe(2);
    expect(stderr.split("\n")[0]).toMatch(says);
  });

  it("writes nothing for a service whose name tells of a person", async () => {
    const file = join(folder, "person.yaml");
    mkdirSync(folder, { recursive: true });
    const { status, stderr } = await ran(["new", "Mrs Smith's clinic", "--out", file]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /a person's name stands here[\s\S]*Nothing was written: the service can't have this name\.\n$/,
    );
    expect(existsSync(file)).toBe(false);
  });
});
