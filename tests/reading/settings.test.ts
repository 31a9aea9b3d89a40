import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { problemText } from "../../src/core/problem.ts";
import { readYardstick } from "../../src/reading/disk.ts";
import { backgrounds, readSettings } from "../../src/reading/settings.ts";
import { logoName, readSiteSettings } from "../../src/reading/settings-file.ts";
import { root } from "./yardstick.ts";

const { yardstick } = readYardstick(root);
if (yardstick === undefined) throw new Error("the catalogue can't be read");
const { validators } = yardstick;
const told = (text: string) => readSettings({ file: "rapport.yaml", text }, validators).problems.map(problemText);

describe("settings", () => {
  it("may say all there is to say", () => {
    const text = `title: How people reach counselling
organisation: Northfield Counselling Partnership (invented)
address: https://example.org/audits/
logo: pictures/logo.svg
colours: {links: "#0b5d57", headings: "#1d2421"}
search_engines: noindex
`;
    expect(told(text)).toEqual([]);
    expect(readSettings({ file: "rapport.yaml", text }, validators).settings).toMatchObject({
      search_engines: "noindex",
    });
  });

  it("say where they are wrong, and what would be right", () => {
    expect(told("titel: Ours\n")).toEqual([
      'rapport.yaml:1:1 "titel" is not one of the questions here\n    did you mean "title"?',
    ]);
    expect(told("title: Ours\nsearch_engines: no\n")[0]).toMatch(
      /^rapport\.yaml:2:17 search_engines: .*\n {4}answer index or noindex$/,
    );
    expect(told("logo: ../logo.svg\n")[0]).toMatch(/^rapport\.yaml:1:7 logo: expected a logo, found "\.\.\/logo\.svg"/);
    expect(told("address: example.org\n")[0]).toMatch(/^rapport\.yaml:1:10 address: expected a web address/);
    for (const address of [
      "https://example.org/?a",
      "https://me:x@example.org/",
      "ftp://example.org/",
      "https://example.org/#a",
    ])
      expect(told(`address: ${address}\n`)[0], address).toMatch(
        /^rapport\.yaml:1:10 address: .* is not the address of a site\n/,
      );
  });

  it("need colours that can be read on every background of the pages", () => {
    expect(told('colours:\n  links: "#d8b365"\n')).toEqual([
      "rapport.yaml:2:10 colours.links: #d8b365 has a contrast of 1.7 to 1 with the pages' background, and text needs 4.5\n    choose a darker shade",
    ]);
    expect(told("colours:\n  links: #0b5d57\n")).toEqual([
      'rapport.yaml:2:10 colours.links: there is no answer here\n    put the colour in quotation marks: "#0b5d57"',
    ]);
    expect(told('colours: {headings: "teal"}\n')[0]).toMatch(/expected a colour of headings, found "teal"/);
  });

  it("are held against the backgrounds that the pages have", () => {
    const css = readFileSync(join(root, "src/styles/base.css"), "utf8");
    const full = (colour: string) => (colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, "$&$&") : colour);
    const named = ["paper", "card", "shade"].map((name) =>
      full(new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)?.[1] ?? ""),
    );
    expect(named).toEqual(backgrounds);
  });
});

describe("the settings' file", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);
  const read = (...folders: string[]) => readSiteSettings(folders, folder, validators);
  const problems = () => read(folder).problems.map(problemText);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rapport-settings-"));
    mkdirSync(at("below"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("may be missing, and is taken from the first folder that has it", () => {
    expect(read(folder)).toEqual({ settings: {}, problems: [] });
    writeFileSync(at("rapport.yaml"), "title: Above\n");
    expect(read(at("below"), folder).settings.title).toBe("Above");
    writeFileSync(at("below/rapport.yaml"), "title: Below\n");
    expect(read(at("below"), folder)).toMatchObject({ settings: { title: "Below" }, file: at("below/rapport.yaml") });
  });

  it("names a logo that is there, stays in its folder, and is no larger than it may be", () => {
    writeFileSync(at("rapport.yaml"), "logo: below/logo.png\n");
    expect(problems()).toEqual([
      "rapport.yaml:1:7 logo: there is no such file\n    put it beside rapport.yaml, or take the line out",
    ]);
    writeFileSync(at("below/logo.png"), "a picture");
    expect(read(folder)).toMatchObject({ logo: at("below/logo.png"), problems: [] });
    expect(logoName(at("below/logo.png"))).toBe("logo.png");
    truncateSync(at("below/logo.png"), 257 * 1024);
    expect(problems()[0]).toMatch(/larger than 256 KB/);
    rmSync(at("below/logo.png"));
    symlinkSync("/etc/hosts", at("below/logo.png"));
    expect(problems()[0]).toMatch(/a link that leads out of the folder is not followed/);
  });
});
