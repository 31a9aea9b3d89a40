import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAuditFile, readYardstick } from "../../src/reading/disk.ts";
import { largestFile } from "../../src/reading/yaml.ts";
import { minimal, read, root } from "./yardstick.ts";

/** The sentences that a text is told. */
const told = (text: string) => read(text).problems.map(({ message }) => message);

describe("a text that is more than an audit can be", () => {
  it("is refused over 256 KB, and read just below", () => {
    const padding = (bytes: number) => `${minimal}${"#\n".repeat(Math.ceil((bytes - minimal.length) / 2))}`;
    expect(told(padding(largestFile + 2))).toEqual(["the file is larger than 256 KB"]);
    expect(told(padding(largestFile - 2))).toEqual([]);
  });

  it("is measured in bytes, not in letters", () => {
    expect(told(`${minimal}# ${"é".repeat(largestFile / 2)}`)).toEqual(["the file is larger than 256 KB"]);
  });

  it("may end its lines with a carriage return alone, as old Macs did, and is told on the lines that an editor shows", () => {
    const old = `${minimal}asked: routine\n`.replaceAll("\n", "\r");
    expect(read(old).problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [12, 1, '"asked" is not one of the questions here'],
    ]);
    expect(told(minimal.replaceAll("\n", "\r"))).toEqual([]);
  });

  it("may be a bomb of aliases, which are not followed", () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level}: &l${level} [${"*l0, ".repeat(level === 0 ? 0 : 9)}x]`,
    );
    expect(told(`${minimal}${levels.join("\n")}\n`)[0]).toMatch(/ampersand|anchor|alias/);
  });

  it("may hold 100,000 keys in one map", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(told(`${minimal}${keys}\n`)).toEqual(["the file is larger than 256 KB"]);
    const fewer = Array.from({ length: 25_000 }, (_, index) => `k${index}: 1`).join("\n");
    const problems = told(`${minimal}${fewer}\n`);
    expect(problems.length).toBe(101);
    expect(problems.at(-1)).toBe("and 24900 more problems after this one");
  });

  it("may give one key 20,000 times", () => {
    const problems = told(`${minimal}${"notes: x\n".repeat(20_000)}`);
    expect(problems[0]).toBe('"notes" is given twice');
    expect(problems.length).toBe(101);
  });

  it.each([
    ["brackets", "[".repeat(60_000)],
    ["braces", "{".repeat(60_000)],
    ["dashes", "- ".repeat(60_000)],
    ["question marks", "? ".repeat(60_000)],
  ])("may nest %s without end", (_, text) => {
    expect(told(`${minimal}notes: ${text}`).length).toBeGreaterThan(0);
    expect(told(text)).toEqual(["answers are nested too deeply"]);
  });

  it.each([
    "",
    "\0",
    "\u2028",
    "﻿",
    "---",
    "...",
    "!",
    "&",
    "*",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\t",
    "'",
    '"',
    "{",
    "[",
    "]",
    "?",
    ":",
    "-",
    "#",
    "\\",
  ])("may be no more than %j, and is told so", (text) => {
    expect(told(text).length).toBeGreaterThan(0);
  });

  it("is refused before it is read where the file is larger than any audit", () => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-"));
    const { yardstick } = readYardstick(root);
    if (yardstick === undefined) throw new Error("the repository's catalogue can't be read");
    const file = join(folder, "2025.yaml");
    writeFileSync(file, "x".repeat(5_000_000));
    const { audit, problems } = readAuditFile(file, root, yardstick);
    rmSync(folder, { recursive: true });
    expect(audit).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual(["the file is larger than 256 KB"]);
  });
});
