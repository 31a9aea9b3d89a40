import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerTo } from "../../src/cli/respond.ts";

let folder = "";
let site = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-respond-"));
  site = join(folder, "site");
  mkdirSync(join(site, "services"), { recursive: true });
  for (const file of ["index.html", "404.html", "services/index.html", "services/a b.csv", "x.woff2"])
    writeFileSync(join(site, file), file);
  writeFileSync(join(folder, "secret.txt"), "not of the site");
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (url: string, base = "/", method = "GET") => answerTo(method, url, site, base);
const file = (path: string) => join(site, path);

describe("a request to the built site", () => {
  it("gets a page for the address of its folder, and a file by its name", () => {
    expect(at("/")).toMatchObject({ status: 200, file: file("index.html") });
    expect(at("/services/?sort=name#x")).toMatchObject({ status: 200, file: file("services/index.html") });
    expect(at("/services/a%20b.csv")).toMatchObject({
      status: 200,
      headers: { "Content-Type": "text/csv; charset=utf-8" },
    });
    expect(at("/x.woff2").headers).toEqual({ "Content-Type": "font/woff2" });
  });

  it("is sent on where a stroke is missing, and to the path that the site was built for", () => {
    expect(at("/services")).toEqual({ status: 301, headers: { Location: "/services/" } });
    expect(at("/", "/a/b/")).toEqual({ status: 302, headers: { Location: "/a/b/" } });
    expect(at("/a/b/services/", "/a/b/")).toMatchObject({ status: 200, file: file("services/index.html") });
    expect(at("/a/b/", "/a/b")).toMatchObject({ status: 200, file: file("index.html") });
  });

  it("gets the site's own page where there is nothing, also outside the path that it was built for", () => {
    for (const [url, base] of [
      ["/nowhere/"],
      ["/services/", "/a/"],
      ["/%00"],
      ["/%"],
      ["/services/index.html/"],
    ] as const)
      expect(at(url, base), url).toMatchObject({ status: 404, file: file("404.html") });
  });

  it("never leaves the site", () => {
    for (const url of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/services/..%2f..%2fsecret.txt",
      "//etc/hosts",
      "/..%5csecret.txt",
    ])
      expect(at(url).file, url).toBe(file("404.html"));
  });

  it("may only ask", () => {
    expect(at("/", "/", "POST")).toEqual({ status: 405, headers: { Allow: "GET, HEAD" } });
    expect(at("/", "/", "HEAD").status).toBe(200);
  });
});
