import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { anchorOf } from "../../src/core/guidance.ts";
import { readGuidanceFiles, readYardstick } from "../../src/reading/disk.ts";
import { readMdx } from "../../src/reading/mdx.ts";
import { chapter } from "../../src/site/booklet.ts";
import { base, root, sites } from "./build.ts";
import { type BuiltPage, pageAt } from "./pages.ts";

const { yardstick } = readYardstick(root);
const { guidance } = yardstick ? readGuidanceFiles(root, yardstick) : {};
if (yardstick === undefined || guidance === undefined) throw new Error("the guidance can't be read");

const built = guidance.pages.map((page) => ({ ...page, ...pageAt(sites.own, `/guidance/${page.id}/`) }));
const byId = ($: BuiltPage["$"], id: string) => $(`[id="${id}"]`);
const taken = (id: string) => readMdx(readFileSync(join(root, `content/guidance/${id}.mdx`), "utf8"), id);
const flat = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("a page of the guidance", () => {
  it("has an anchor for each section that it renders; its title, where that is one", () => {
    for (const { id, head, $ } of built) {
      for (const section of head.sections) expect(byId($, anchorOf(section)).length, `${id}: ${section}`).toBe(1);
      expect($("h1").attr("id"), id).toBe(head.sections.length === 1 ? anchorOf(head.sections[0] ?? "") : undefined);
    }
  });

  it("has headings at the anchors that links are checked against before it is built", () => {
    for (const { id, $ } of built) {
      const { headings } = taken(id);
      const drawn = $(".prose > :is(h2, h3, h4)")
        .toArray()
        .map((heading) => $(heading).attr("id"));
      expect(drawn, id).toEqual(headings.map(({ slug }) => slug));
    }
  });

  it("has its contents, what it renders, how long it takes, and the pages before and after it", () => {
    for (const [index, { id, $ }] of built.entries()) {
      const { headings } = taken(id);
      const contents = $("aside nav a").toArray();
      expect(
        contents.map((link) => flat($(link).text())),
        id,
      ).toEqual(headings.filter(({ depth }) => depth === 2).map(({ text }) => text));
      expect($("main").text(), id).toMatch(/Renders .* of the resource in our own words; about \d+ minutes? to read/s);
      expect($("nav.turn a[rel=prev]").attr("href"), id).toBe(index === 0 ? undefined : built[index - 1]?.path);
      expect($("nav.turn a[rel=next]").attr("href"), id).toBe(built[index + 1]?.path);
    }
  });

  it("has beside it the criteria that rest on it", () => {
    for (const { id, head, $ } of built) {
      const resting = yardstick.catalogue.criteria.filter(({ criterion }) =>
        criterion.basis.sections.some((section) => head.sections.includes(section)),
      );
      const links = new Set(
        $("aside > ul a")
          .toArray()
          .map((link) => $(link).attr("href")),
      );
      expect([...links].toSorted(), id).toEqual(
        resting.map(({ criterion }) => `/criteria/${criterion.id}/`).toSorted(),
      );
    }
  });

  it("has the definition of each of its terms at hand, and a way back", () => {
    for (const { id, uses, $ } of built) {
      for (const { id: term } of uses.filter(({ component }) => component === "Term")) {
        const link = byId($, `use-${term}`);
        expect(link.attr("href"), id).toBe(`#word-${term}`);
        const definition = guidance.glossary.find((one) => one.id === term)?.definition ?? "?";
        expect(flat(byId($, link.attr("aria-describedby") ?? "").text()), id).toBe(flat(definition));
        expect(byId($, `word-${term}`).find(`a[href="#use-${term}"]`).length, id).toBe(1);
      }
    }
  });

  it("draws a criterion with its four steps, and a case with a verdict for each criterion", () => {
    for (const { id, uses, $ } of built) {
      const named = (component: string) => uses.filter((use) => use.component === component);
      expect($("figure .ladder li").length, id).toBe(named("Criterion").length * 4);
      const cases = guidance.cases.filter((one) => named("Case").some((use) => use.id === one.id));
      const stands = cases.flatMap(({ services }) => services.flatMap((service) => service.stands));
      expect($(".case .verdict").length, id).toBe(stands.length);
      for (const { because } of stands) expect(flat($(".case").text()), id).toContain(flat(because));
      const notes = taken(id).components.filter(({ text }) => text === "Contested");
      expect($("[role=note]").length, id).toBe(notes.length);
    }
  });

  it("ends with what it cites", () => {
    for (const { id, uses, $ } of built) {
      const cited = new Set(uses.filter(({ component }) => component === "Cite").map((use) => use.id));
      expect($("#cited ~ ul.plain").first().children("li").length, id).toBe(cited.size);
    }
  });
});

describe("the booklet", () => {
  const { $ } = pageAt(sites.own, "/guidance/booklet/");

  it("holds every page in order, with all that it says", () => {
    expect(
      $("article > h3")
        .toArray()
        .map((heading) => $(heading).text()),
    ).toEqual(built.map(({ head }) => head.title));
    for (const { id, $: page } of built) {
      const said = page(".prose > p, .prose > ul, .prose > ol")
        .toArray()
        .map((part) => flat(page(part).text()));
      const chapterText = flat($(`article[aria-labelledby="${id}"]`).text());
      for (const text of said) expect(chapterText, id).toContain(text);
    }
  });

  it("has no id twice, and leads to what it holds without leaving it", () => {
    const ids = $("[id]")
      .toArray()
      .map((element) => $(element).attr("id"));
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    const away = $("article a")
      .toArray()
      .map((link) => $(link).attr("href") ?? "");
    expect(away.filter((address) => /^\/(guidance\/[a-z]|references\/#|glossary\/#)/.test(address))).toEqual([]);
  });

  it("is the same under a base path, addresses apart", () => {
    const main = (site: string) => pageAt(site, "/guidance/booklet/").$("main").html();
    expect(main(sites.based)?.replaceAll(base, "/")).toBe(main(sites.own));
  });

  it("is not searched, since its pages are", () => {
    const folder = join(sites.own, "pagefind", "fragment");
    const fragments = readdirSync(folder).map((file) => gunzipSync(readFileSync(join(folder, file))).toString());
    expect(fragments.some((text) => text.includes('"/guidance/booklet/"'))).toBe(false);
    for (const { path } of built) expect(fragments.filter((text) => text.includes(`"url":"${path}"`))).toHaveLength(1);
  });
});

describe("a chapter", () => {
  it("has ids of its own, headings two steps lower, and links inside the booklet", () => {
    const html =
      '<h2 id="a">A</h2><a href="#a">1</a><a href="/x/guidance/two/#3-1">2</a><a href="/x/guidance/two/">3</a>' +
      '<a class="t" href="#word-gate" aria-describedby="word-gate-says">4</a><a href="/x/references/#ng-2019">5</a>' +
      '<a href="/x/criteria/b/">6</a><a href="https://example.org/#a">7</a>';
    expect(chapter(html, "one", "/x")).toBe(
      '<h4 id="one-a">A</h4><a href="#one-a">1</a><a href="#two-3-1">2</a><a href="#two">3</a>' +
        '<a class="t" href="#word-gate" aria-describedby="word-gate-says">4</a><a href="#reference-ng-2019">5</a>' +
        '<a href="/x/criteria/b/">6</a><a href="https://example.org/#a">7</a>',
    );
  });
});

describe("the references", () => {
  const { $ } = pageAt(sites.own, "/references/");

  it("lead to every page that cites them, and every page leads back", () => {
    for (const { id, uses, path } of built) {
      for (const { id: reference } of uses.filter(({ component }) => component === "Cite"))
        expect(byId($, reference).find(`a[href="${path}"]`).length, `${id}: ${reference}`).toBe(1);
    }
    for (const { criterion } of yardstick.catalogue.criteria) {
      for (const reference of criterion.cites)
        expect(byId($, reference).find(`a[href="/criteria/${criterion.id}/"]`).length, reference).toBeGreaterThan(0);
    }
  });

  it("can be taken away as CSL-JSON, BibTeX and RIS, each with all of them", () => {
    const file = (name: string) => readFileSync(join(sites.own, name), "utf8");
    const count = yardstick.references.length;
    expect(JSON.parse(file("references.csl.json"))).toHaveLength(count);
    expect(file("references.bib").match(/^@/gm)).toHaveLength(count);
    expect(file("references.ris").match(/^TY {2}- /gm)).toHaveLength(count);
    for (const name of ["references.csl.json", "references.bib", "references.ris"])
      expect($(`a[href="/${name}"]`).length).toBe(1);
  });
});

describe("the glossary", () => {
  it("has every term, and leads to pages that explain or use it", () => {
    const { $ } = pageAt(sites.own, "/glossary/");
    for (const { id, definition } of guidance.glossary) {
      expect(flat(byId($, id).text())).toContain(flat(definition));
      for (const { path, uses } of built)
        if (uses.some((use) => use.component === "Term" && use.id === id))
          expect(byId($, id).find(`a[href="${path}"]`).length, id).toBe(1);
    }
  });
});
