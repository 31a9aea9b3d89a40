import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { base, sites } from "./build.ts";
import { filesOf, invalidIn, pageAt, pagesOf } from "./pages.ts";

const own = pagesOf(sites.own);

describe("every page", () => {
  it("is there: home, services, reports, criteria, guidance, glossary, method, references, search", () => {
    const paths = own.map(({ path }) => path);
    for (const path of [
      "/",
      "/services/",
      "/services/harbour-lane/",
      "/services/harbour-lane/2025/",
      "/services/harbour-lane/2025/summary/",
      "/services/harbour-lane/2025/brief/",
      "/compare/",
      "/criteria/",
      "/criteria/diagnostic-gate/",
      "/guidance/",
      "/guidance/beginnings/",
      "/guidance/booklet/",
      "/glossary/",
      "/method/",
      "/references/",
      "/search/",
      "/404.html",
    ]) {
      expect(paths).toContain(path);
    }
  });

  it("is valid HTML", async () => {
    expect(await invalidIn(own)).toEqual([]);
  });

  it("has one first heading, a title, a language, and no heading that skips a level", () => {
    for (const { path, $ } of own) {
      expect($("h1").length, path).toBe(1);
      expect($("title").text(), path).toMatch(/Rapport$/);
      expect($("html").attr("lang"), path).toBe("en-GB");
      const levels = $("h1, h2, h3, h4")
        .toArray()
        .map((heading) => Number(heading.tagName.slice(1)));
      for (const [index, level] of levels.entries())
        expect(level, `${path} heading ${index + 1}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    }
  });

  it("carries a strict Content Security Policy and nothing that it would refuse", () => {
    for (const { path, $ } of own) {
      const policy = $("meta[http-equiv='Content-Security-Policy']").attr("content") ?? "";
      expect(policy, path).toMatch(/^default-src 'none'/);
      expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect($("[style], style").length, path).toBe(0);
      expect($("script:not([src])").length, path).toBe(0);
      const handlers = $("*")
        .toArray()
        .flatMap((element) => Object.keys((element as { attribs?: object }).attribs ?? {}))
        .filter((name) => name.startsWith("on"));
      expect(handlers, path).toEqual([]);
    }
  });

  it("asks nothing of a third party", () => {
    for (const { path, $ } of own) {
      const asked = $("link[href], script[src], img[src], source[src], iframe[src], form[action]")
        .toArray()
        .map((element) => $(element).attr("href") ?? $(element).attr("src") ?? $(element).attr("action") ?? "");
      expect(
        asked.filter((address) => /^([a-z]+:)?\/\//i.test(address)),
        path,
      ).toEqual([]);
    }
  });

  it("says that Rapport is independent of BACP, and never that BACP endorses it", () => {
    for (const { path, $ } of own)
      expect($("footer").text(), path).toMatch(/independent of BACP and not endorsed by it/);
  });

  it("needs no script to be read, search apart; a script only adds to tables, and fills the form in", () => {
    for (const { path, $ } of own)
      expect($("script").length, path).toBe(
        /^\/(search\/|describe\/|services\/|compare\/([^/]+\/)?)$/.test(path) ? 1 : 0,
      );
  });
});

describe("links", () => {
  it.each([
    ["at the root", sites.own, "/"],
    ["under a base path", sites.based, base],
  ])("lead somewhere, fragments included, %s", (_, site, under) => {
    const pages = pagesOf(site);
    const ids = new Map(
      pages.map(({ path, $ }) => [
        path,
        new Set(
          $("[id]")
            .toArray()
            .map((element) => $(element).attr("id")),
        ),
      ]),
    );
    const dead: string[] = [];
    for (const { path, $ } of pages) {
      for (const element of $("a[href], link[href], script[src]").toArray()) {
        const address = $(element).attr("href") ?? $(element).attr("src") ?? "";
        if (/^https?:/.test(address)) continue;
        const { pathname, hash } = new URL(address, `http://site${under.slice(0, -1)}${path}`);
        const inside = pathname.startsWith(under) ? `/${pathname.slice(under.length)}` : undefined;
        const found = inside !== undefined && (ids.has(inside) || existsSync(join(site, inside)));
        const anchored = hash === "" || ids.get(inside ?? "")?.has(decodeURIComponent(hash.slice(1)));
        if (!found || !anchored) dead.push(`${path}: ${address}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe("a site without audits", () => {
  it("explains itself", () => {
    expect(pageAt(sites.empty, "/services/").$("main").text()).toMatch(
      /There are no audits yet.*audits\/harbour-lane\/2025\.yaml/s,
    );
    expect(pageAt(sites.empty, "/").$("main").text()).toMatch(/There are no audits yet/);
    expect(pageAt(sites.empty, "/criteria/diagnostic-gate/").$("main").text()).toMatch(
      /No service has been audited yet/,
    );
  });
});

describe("the same input", () => {
  it("gives the same bytes", () => {
    const files = filesOf(sites.own);
    expect(filesOf(sites.again)).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(join(sites.own, file)).equals(readFileSync(join(sites.again, file))),
    );
    expect(differing).toEqual([]);
  });

  it("leaves nothing in the site but pages, their files and the search index", () => {
    const files = filesOf(sites.own);
    expect(files.filter((file) => file.startsWith("."))).toEqual([".rapport-reports.json", ".rapport-site"]);
    const kinds = new Set(
      files
        .filter((file) => !file.startsWith("pagefind/") && !file.startsWith("."))
        .map((file) => file.split(".").at(-1)),
    );
    expect([...kinds].toSorted()).toEqual(["bib", "css", "csv", "html", "js", "json", "ris", "svg", "woff2", "yaml"]);
    expect(files).not.toContain("search-records.json");
  });
});
