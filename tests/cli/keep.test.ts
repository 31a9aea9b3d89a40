import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOf, keep, keepFile, madeFrom, standing } from "../../src/cli/keep.ts";
import type { AuditFile } from "../../src/reading/disk.ts";

let folder = "";
const at = (...names: string[]) => join(folder, ...names);
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-keep-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Said {
  readonly sha256?: string;
  readonly name?: string;
  readonly commissioner?: string;
  readonly status?: "draft";
  readonly published?: unknown;
}

/** An audit as far as it matters here. */
function file(id: string, { sha256 = "1", name = "A", commissioner, status, published }: Said = {}): AuditFile {
  const service = { id: id.split("/")[0], name, commissioner };
  return { id, sha256, audit: { service, audit: { status } }, published } as unknown as AuditFile;
}

const files = [
  file("lane/2024"),
  file("lane/2025", { commissioner: "Vale" }),
  file("marsh/2025", { commissioner: "Vale" }),
  file("quay/2025", { commissioner: "Port" }),
];
const before = madeFrom(files, "all");

/** The ids of the reports that are made of something else once one file is replaced. */
function moved(id: string, said: Said): string[] {
  const after = madeFrom(
    files.map((one) => (one.id === id ? file(id, said) : one)),
    "all",
  );
  return [...after].flatMap(([own, from]) => (before.get(own) === from ? [] : [own]));
}

describe("what a report is made of", () => {
  test("is its own service's audits, whichever of them changes", () => {
    expect(moved("lane/2024", { sha256: "2" })).toEqual(["lane/2024", "lane/2025"]);
    expect(moved("lane/2024", { published: { findings: [] } })).toEqual(["lane/2024", "lane/2025"]);
    expect(moved("quay/2025", { sha256: "2", commissioner: "Port" })).toEqual(["quay/2025"]);
  });

  test("is who else names its commissioner, and by what name", () => {
    expect(moved("marsh/2025", { name: "B", commissioner: "Vale" })).toEqual(["lane/2025", "marsh/2025"]);
    expect(moved("quay/2025", { commissioner: "Vale" })).toEqual([...before.keys()]);
  });

  test("is everything that all pages are made of", () => {
    const after = madeFrom(files, "other");
    for (const [id, from] of before) expect(after.get(id)).not.toBe(from);
  });

  test("is nothing for a draft, which has no pages", () => {
    expect([...madeFrom([file("lane/2024", { status: "draft" })], "all").keys()]).toEqual([]);
  });
});

describe("the hash of files", () => {
  test("tells other bytes, another name and another place from the same", () => {
    write("src/a.ts", "one");
    write("src/b/c.ts", "two");
    const was = hashOf(folder, ["src", "package.json"]);
    expect(hashOf(folder, ["src", "package.json"])).toBe(was);
    write("package.json", "{}");
    const more = hashOf(folder, ["src", "package.json"]);
    expect(more).not.toBe(was);
    write("src/a.ts", "two");
    write("src/b/c.ts", "one");
    expect(hashOf(folder, ["src", "package.json"])).not.toBe(more);
  });
});

describe("a report that still stands", () => {
  const now = new Map([
    ["lane/2025", "x"],
    ["quay/2025", "y"],
  ]);
  const built = () => {
    for (const id of now.keys())
      for (const page of ["index.html", "full/index.html"]) write(`last/services/${id}/${page}`, `${id} ${page}`);
    keep(at("none"), at("last"), [], now);
  };

  test("is one made of the same, with all its files", () => {
    built();
    expect(standing(at("last"), now)).toEqual([...now.keys()]);
    expect(standing(at("last"), new Map([...now, ["lane/2025", "z"]]))).toEqual(["quay/2025"]);
    rmSync(at("last/services/lane/2025/full"), { recursive: true });
    expect(standing(at("last"), now)).toEqual(["quay/2025"]);
    write("last/services/quay/2025/index.html", "somebody wrote here");
    expect(standing(at("last"), now)).toEqual([]);
  });

  test("is none where nothing was noted, or something that can't be read", () => {
    expect(standing(at("nowhere"), now)).toEqual([]);
    built();
    for (const text of ["", "[]", "null", '{"lane/2025": 4}', "no note of ours"]) {
      write(`last/${keepFile}`, text);
      expect(standing(at("last"), now), text).toEqual([]);
    }
  });

  test("is taken over as it is, and outlives the last site", () => {
    built();
    write("new/services/quay/2025/index.html", "made anew");
    keep(at("last"), at("new"), ["lane/2025"], now);
    const page = ["services", "lane", "2025", "full", "index.html"];
    expect(statSync(at("new", ...page)).ino).toBe(statSync(at("last", ...page)).ino);
    rmSync(at("last"), { recursive: true });
    expect(readFileSync(at("new", ...page), "utf8")).toBe("lane/2025 full/index.html");
    expect(standing(at("new"), now)).toEqual([...now.keys()]);
    expect(existsSync(at("new/services/quay/2025/full"))).toBe(false);
  });
});
