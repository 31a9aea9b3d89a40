import { preview } from "astro";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { widthOf } from "../../src/report/pathway/label.ts";
import { launch } from "./browser.ts";
import { root, sites } from "./build.ts";
import { pageAt } from "./pages.ts";

const reports = [
  "/services/harbour-lane/2024/full/",
  "/services/saltmere-marsh/2026-spring/full/",
  "/services/auchterquill/2025/full/",
];

describe("the way in on a page", () => {
  it("is a drawing with a name, a list and a table that say the same", () => {
    for (const path of reports) {
      const { $ } = pageAt(sites.own, path);
      expect($(".pathway svg.way").attr("role"), path).toBe("img");
      expect($(".pathway svg.way").attr("aria-label"), path).toMatch(
        /^Drawing of the way in: referral, .* and ending\./,
      );
      const names = $(".pathway .steps b")
        .toArray()
        .map((name) => $(name).text());
      const rows = $(".pathway table tbody th")
        .toArray()
        .map((name) => $(name).text());
      expect(rows.length, path).toBeGreaterThan(5);
      expect(names, path).toEqual(rows);
      expect($(".pathway table caption").length, path).toBe(1);
    }
  });

  it("says beside the drawing whose reading the order of gates is, and whether they are all", () => {
    const notes = pageAt(sites.own, "/services/harbour-lane/2024/").$(".pathway .note").text();
    expect(notes).toContain("Where the gates stand is Rapport’s reading of their kind");
    expect(notes).toContain("this list of gates is not complete");
  });

  it("shows markup in an audit as text, in the drawing, the list and the table", () => {
    const { $ } = pageAt(sites.hostile, "/services/hostile/2025/full/");
    const name = '<svg onload=alert("gate")>';
    const drawn = $(".way tspan")
      .toArray()
      .map((line) => $(line).text())
      .join(" ");
    expect(drawn).toContain(name);
    expect($(".pathway .steps").text()).toContain(name);
    expect($(".pathway table").text()).toContain(name);
    expect($(".pathway [onload]").length).toBe(0);
  });
});

describe("the way in, in a real browser", () => {
  let browser: Browser;
  let server: { readonly port: number; stop(): Promise<void> };

  beforeAll(async () => {
    browser = await launch();
    server = (await preview({ root, outDir: sites.own, logLevel: "error", server: { port: 0 } })) as typeof server;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open<T>(
    path: string,
    width: number,
    look: (page: Page) => Promise<T>,
    prepare: (page: Page) => Promise<void> = async () => {},
  ): Promise<T> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    try {
      await prepare(page);
      await page.goto(`http://localhost:${server.port}${path}`);
      await page.evaluate(() => document.fonts.ready);
      return await look(page);
    } finally {
      await page.close();
    }
  }

  it.each(reports)("%s: with another typeface no label lies on another either", async (path) => {
    const meeting = await open(path, 1200, labelsThatMeet, async (page) => {
      await page.route("**/*.woff2", (route) => route.abort());
    });
    expect(meeting).toEqual([]);
  });

  it.each(reports)("%s: no line is longer than it was measured, and no label lies on another", async (path) => {
    const { lines, meeting } = await open(path, 1200, async (page) => ({
      meeting: await labelsThatMeet(page),
      lines: await page.locator(".way tspan").evaluateAll((all) =>
        (all as SVGTSpanElement[]).map((line) => ({
          text: line.textContent ?? "",
          bold: line.classList.contains("bold"),
          length: line.getComputedTextLength(),
        })),
      ),
    }));
    expect(lines.length).toBeGreaterThan(20);
    for (const { text, bold, length } of lines) {
      expect(length, text).toBeLessThanOrEqual(widthOf(text, bold));
      expect(length, text).toBeGreaterThan(0.8 * widthOf(text, bold));
    }
    expect(meeting).toEqual([]);
  });

  it("is drawn where there is room, stands as a list on a phone, and is drawn on paper without the table", async () => {
    /** The list is there for those who listen even where the drawing is seen. */
    const shown = (page: Page) =>
      Promise.all(
        [".way", ".steps", "details"].map((part) =>
          page.locator(`.pathway ${part}`).evaluate((one) => one.getBoundingClientRect().width > 1),
        ),
      );
    const path = "/services/harbour-lane/2025/full/";
    expect(await open(path, 1200, shown)).toEqual([true, false, true]);
    expect(await open(path, 375, shown)).toEqual([false, true, false]);
    const printed = await open(path, 680, async (page) => {
      await page.emulateMedia({ media: "print" });
      return shown(page);
    });
    expect(printed).toEqual([true, false, false]);
  });
});

/** Pairs of labels in the drawing that lie on each other, as the browser sets them. */
function labelsThatMeet(page: Page): Promise<string[]> {
  return page.locator(".way text").evaluateAll((all) => {
    const labels = (all as SVGTextElement[]).map((text) => ({ name: text.textContent ?? "", box: text.getBBox() }));
    const meet = (a: DOMRect, b: DOMRect) =>
      a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    return labels.flatMap((one, index) =>
      labels.slice(index + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.name} | ${other.name}`] : [])),
    );
  });
}
