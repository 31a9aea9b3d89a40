import { preview } from "astro";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs } from "../../src/report/packs.ts";
import { launch } from "./browser.ts";
import { root, sites } from "./build.ts";
import { filesOf, pageAt } from "./pages.ts";

const own = "/services/saltmere-marsh/2026-spring/";
const pagesNamed = (site: string, name: string) =>
  filesOf(site).flatMap((file) =>
    file.startsWith("services/") && file.endsWith(`/${name}/index.html`) ? [`/${file.replace("index.html", "")}`] : [],
  );

let browser: Browser;
const servers: { readonly port: number; stop(): Promise<void> }[] = [];
const ports = new Map<string, number>();

beforeAll(async () => {
  browser = await launch();
  for (const outDir of [sites.own, sites.hostile]) {
    const server = (await preview({ root, outDir, base: "/", logLevel: "error", server: { port: 0 } })) as never;
    servers.push(server);
    ports.set(outDir, (server as { port: number }).port);
  }
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.stop()));
});

/** Opens a page and gives it to the test. */
async function open<T>(site: string, path: string, look: (page: Page) => Promise<T>, script = true): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, javaScriptEnabled: script });
  const page = await context.newPage();
  try {
    await page.goto(`http://localhost:${ports.get(site)}${path}`, { waitUntil: "networkidle" });
    return await look(page);
  } finally {
    await context.close();
  }
}

/** A page as a PDF, in Latin-1 so that its objects can be read. */
async function print(page: Page): Promise<string> {
  return (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString("latin1");
}

function pageCount(pdf: string): number {
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** For each heading of these words the object of the page that it is on, and how far from its foot, in points. */
function starts(pdf: string, words = "What the ?service states"): { readonly page: string; readonly height: number }[] {
  const heading = new RegExp(`/Title \\(${words}\\)\\s*/Dest \\[(\\d+) 0 R /XYZ [\\d.]+ ([\\d.]+)`, "g");
  return [...pdf.matchAll(heading)].map(([, page = "", height]) => ({ page, height: Number(height) }));
}

const millimetre = 96 / 25.4;

describe("the summary", () => {
  it.each([
    ["as the repository has it", sites.own],
    ["with the longest and the barest audit, and with markup in one", sites.hostile],
  ])("is exactly two pages of A4, and the second begins with what matters most, %s", async (_, site) => {
    const paths = pagesNamed(site, "summary");
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      const pdf = await open(site, path, print);
      expect(pageCount(pdf), path).toBe(2);
      const [first, second] = ["What stands out", "What matters most"].map((words) => starts(pdf, words)[0]);
      expect(second?.page, path).not.toBe(first?.page);
      expect(second?.height, path).toBeGreaterThan(750);
      expect(pdf, path).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    }
  });

  it("says what it left out, however much there is", () => {
    const text = pageAt(sites.hostile, "/services/longest/2025/summary/").$("main").text();
    expect(text).toMatch(/X1 .*And \d+ more, in the full report\./s);
    expect(text).toMatch(/The plan in brief.*And \d+ more, in the full report\./s);
  });

  it("carries its own frame on paper: what it rests on, its limits, its citation, its independence", async () => {
    await open(sites.own, `${own}summary/`, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const hidden of ["nav[aria-label=Main]", ".crumbs", "body > footer"])
        expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
      for (const id of [
        "stands-out",
        "audited",
        "profile",
        "coverage",
        "limits",
        "findings",
        "exceptions",
        "plan",
        "cite",
      ])
        expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
      expect(await page.locator(".pack-cite").innerText()).toMatch(/sha256 [0-9a-f]{64}.*independent of BACP/s);
    });
  });

  it("names each level in words beside every colour", () => {
    const { $ } = pageAt(sites.own, `${own}summary/`);
    for (const row of $(".themes tbody tr").toArray())
      expect($(row).find("td").eq(1).text()).toMatch(/^\d+ (works against|weak|developing|good practice|open|not app)/);
    for (const item of $("#findings ~ ol li").toArray())
      expect($(item).find(".standing").text()).toMatch(/Works against|Weak|Developing|Open/);
  });
});

describe("the evidence brief", () => {
  it("starts each sheet at the top of its own page, and prints all where none is ticked", async () => {
    const { pdf, sheets } = await open(sites.own, `${own}brief/`, async (page) => ({
      pdf: await print(page),
      sheets: await page.locator("article.evidence").count(),
    }));
    const begun = starts(pdf);
    expect(begun).toHaveLength(sheets);
    expect(new Set(begun.map(({ page }) => page)).size).toBe(sheets);
    for (const { height } of begun) expect(height).toBeGreaterThan(700);
    expect(pageCount(pdf)).toBeLessThan(sheets * 3);
  });

  it("prints only the sheets that are ticked, without JavaScript, and no empty page", async () => {
    await open(
      sites.own,
      `${own}brief/`,
      async (page) => {
        const tick = async (id: string) => page.locator(`#${id}`).getByLabel("Print this one").check();
        await tick("wait-internal");
        const one = await print(page);
        expect(starts(one)).toHaveLength(1);
        expect(pageCount(one)).toBeLessThanOrEqual(3);
        await tick("diagnostic-gate");
        const two = await print(page);
        expect(starts(two)).toHaveLength(2);
        expect(new Set(starts(two).map(({ page: on }) => on)).size).toBe(2);
        await page.emulateMedia({ media: "print" });
        const shown = await page.locator("article.evidence:visible").evaluateAll((all) => all.map(({ id }) => id));
        expect(shown.toSorted()).toEqual(["diagnostic-gate", "wait-internal"]);
        expect(await page.locator(".choose").first().isVisible()).toBe(false);
      },
      false,
    );
  });

  it("opens at the finding that a link names, from the report", async () => {
    await open(sites.own, own, async (page) => {
      await page.locator("#diagnostic-gate").getByText("Use this as evidence").click();
      await page.waitForLoadState();
      expect(new URL(page.url()).pathname).toBe(`${own}brief/`);
      expect(new URL(page.url()).hash).toBe("#diagnostic-gate");
      const top = await page.locator("#diagnostic-gate").evaluate((sheet) => sheet.getBoundingClientRect().top);
      expect(Math.abs(top)).toBeLessThan(60);
    });
  });

  it("shows the lines, the document, the basis, whom to put it to and what it does not show", () => {
    const sheet = pageAt(sites.own, `${own}brief/`).$("#diagnostic-gate");
    const text = sheet.text().replaceAll(/\s+/g, " ");
    for (const part of ["The lines in the file", "What that rests on", "What the guidance says", "What kind of basis"])
      expect(text).toContain(part);
    expect(text).toContain("This is what the service states of itself.");
    expect(text).toMatch(/Contested\. .*What binds the service.*X1 .*Whom to put it to.*agreed exception X1/);
    expect(text).toMatch(/The principles.*justice.*beneficence.*What it does not show.*Cite and check/);
    expect(sheet.find("a[href*='/guidance/coping-styles/']").length).toBeGreaterThan(0);
  });
});

describe("the report", () => {
  it("offers the three packs, and each finding that applies as evidence", () => {
    const { $ } = pageAt(sites.own, own);
    const offered = $("ul[aria-label='To take away'] li");
    expect(offered.length).toBe(packs.length);
    expect(
      offered
        .find("a")
        .toArray()
        .map((link) => $(link).attr("href")),
    ).toEqual([`${own}summary/`, `${own}brief/`, `${own}full/`]);
    const page = pageAt(sites.own, `${own}full/`).$;
    for (const article of page("article.finding").toArray()) {
      const applies = !page(article).find("header").text().includes("Not applicable");
      const links = page(article).find(`a[href='../brief/#${page(article).attr("id")}']`);
      expect(links.length).toBe(applies ? 1 : 0);
    }
  });

  it("holds title, lede and summary on its first page, cuts no block of a finding, and repeats the heads of tables", async () => {
    await open(sites.own, `${own}full/`, async (page) => {
      await page.setViewportSize({ width: Math.round(180 * millimetre), height: 900 });
      await page.emulateMedia({ media: "print" });
      const bottom = await page.locator(".profile").evaluate((box) => box.getBoundingClientRect().bottom + scrollY);
      expect(bottom).toBeLessThan(267 * millimetre);
      const style = (selector: string, name: string) =>
        page
          .locator(selector)
          .evaluateAll((all, key) => all.map((one) => getComputedStyle(one).getPropertyValue(key)), name);
      for (const block of ["main", "rests"])
        expect(new Set(await style(`article.finding > .${block}`, "break-inside"))).toEqual(new Set(["avoid"]));
      expect(new Set(await style("table thead", "display"))).toEqual(new Set(["table-header-group"]));
    });
    await open(sites.own, own, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("ul[aria-label='To take away']").isVisible()).toBe(false);
    });
  });

  it("prints the address of evidence that has one, and its own", async () => {
    await open(sites.own, `${own}full/`, async (page) => {
      await page.emulateMedia({ media: "print" });
      const after = await page
        .locator("a.outside")
        .evaluateAll((all) =>
          all.map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content]),
        );
      expect(after.length).toBeGreaterThan(0);
      for (const [address, printed] of after) expect(printed).toContain(address);
      expect(await page.locator("#cite ~ .panel .address").innerText()).toContain(own);
    });
  });
});
