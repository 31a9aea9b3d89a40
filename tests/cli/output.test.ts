import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mark, refusal, truePath } from "../../src/cli/output.ts";

let folder = "";
const at = (name: string) => join(folder, name);
/** What is said of a path, without the way out that follows it. */
const told = (path: string) =>
  refusal(path.startsWith("/") ? path : at(path), path, { cwd: folder, read: [["the audits", at("audits")]] })?.replace(
    /: choose a folder of its own.*/,
    "",
  );

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), "rapport-output-"));
  mkdirSync(at("audits"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a site may be written", () => {
  it("to a folder that is not there yet, that is empty, or that Rapport built", () => {
    mkdirSync(at("empty"));
    mkdirSync(at("built"));
    writeFileSync(at("built/index.html"), "a site");
    mark(at("built"));
    for (const path of ["site", "some/where/site", "empty", "built", "audits-site"])
      expect(told(path), path).toBe(undefined);
  });

  it("through a link to such a folder", () => {
    mkdirSync(at("elsewhere"));
    symlinkSync(at("elsewhere"), at("site"));
    expect(told("site")).toBe(undefined);
    expect(told("site/below")).toBe(undefined);
  });
});

describe("a site may not be written", () => {
  it("over what it is made from, around it or into it", () => {
    const made = "which the site is made from";
    expect(told("audits")).toBe(`--out audits is or holds the audits, ${made}`);
    expect(told("audits/site")).toBe(`--out audits/site lies in the audits, ${made}`);
    expect(told("audits/../audits/a/b")).toBe(`--out audits/../audits/a/b lies in the audits, ${made}`);
    const around = { cwd: tmpdir(), read: [["the audits", at("x/audits")]] as const };
    mkdirSync(at("x/audits"), { recursive: true });
    expect(refusal(at("x"), "x", around)).toMatch(/^--out x is or holds the audits/);
  });

  it("over the folder one is in, over one's home, over the disk, or above any of them", () => {
    expect(told(".")).toBe("--out . is or holds the folder you are in");
    expect(told("..")).toBe("--out .. is or holds the folder you are in");
    expect(told("/")).toBe("--out / is or holds the folder you are in");
    expect(told(homedir())).toBe(`--out ${homedir()} is or holds your home folder`);
    expect(told(dirname(homedir()))).toMatch(/ is or holds (your home folder|the folder you are in)$/);
  });

  it("to any of these through a link", () => {
    symlinkSync(at("audits"), at("link"));
    symlinkSync(folder, at("here"));
    symlinkSync(homedir(), at("home"));
    expect(told("link")).toBe("--out link is or holds the audits, which the site is made from");
    expect(told("link/site")).toBe("--out link/site lies in the audits, which the site is made from");
    expect(told("here")).toBe("--out here is or holds the folder you are in");
    expect(told("here/audits/x")).toBe("--out here/audits/x lies in the audits, which the site is made from");
    expect(told("home")).toBe("--out home is or holds your home folder");
  });

  it("where the audits are a link to what it would replace", () => {
    mkdirSync(at("real"));
    mark(at("real"));
    rmSync(at("audits"), { recursive: true });
    symlinkSync(at("real"), at("audits"));
    expect(told("real")).toBe("--out real is or holds the audits, which the site is made from");
  });

  it("to a link that leads nowhere, to a file, or among packages or a repository's own files", () => {
    symlinkSync(at("gone"), at("nowhere"));
    writeFileSync(at("file"), "x");
    expect(told("nowhere")).toBe("--out nowhere is a link that leads nowhere: name the folder itself");
    expect(told("nowhere/site")).toMatch(/leads nowhere/);
    expect(told("file")).toBe("--out file is a file: name a folder");
    expect(told("node_modules/x")).toBe(
      "--out node_modules/x lies in a folder node_modules, which is not yours to fill",
    );
    expect(told(".git/site")).toBe("--out .git/site lies in a folder .git, which is not yours to fill");
  });

  it("over files that Rapport did not build, of which it names some and says how to get on", () => {
    mkdirSync(at("photos"));
    for (const name of ["d.jpg", "b.jpg", "c.jpg", "a.jpg"]) writeFileSync(at(`photos/${name}`), "x");
    expect(refusal(at("photos"), "photos", { cwd: folder, read: [] })).toBe(
      "--out photos has files in it that Rapport did not build (a.jpg, b.jpg, c.jpg), and a build replaces the whole folder: choose a new folder; or, if it is an old site of yours, delete it first",
    );
  });
});

describe("a true path", () => {
  it("follows each link, and keeps what does not exist as it was named", () => {
    mkdirSync(at("real"));
    symlinkSync(at("real"), at("link"));
    expect(truePath(at("link/a/b"))).toBe(at("real/a/b"));
    expect(truePath(at("a/b"))).toBe(at("a/b"));
  });
});
