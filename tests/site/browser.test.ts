import AxeBuilder from "@axe-core/playwright";
import { preview } from "astro";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueOfProject } from "../core/yardstick.ts";
import { launch } from "./browser.ts";
import { base, root, sites } from "./build.ts";

interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

let browser: Browser;
let own: Server;
let based: Server;
let hostile: Server;

/** One page of every kind. */
const kinds = [
  "/",
  "/services/",
  "/services/?type=third_sector&sort=period",
  "/services/harbour-lane/",
  "/services/harbour-lane/2024/",
  "/services/harbour-lane/2025/",
  "/services/saltmere-marsh/2026-spring/",
  "/services/saltmere-marsh/2026-spring/full/",
  "/services/saltmere-marsh/2026-spring/summary/",
  "/services/saltmere-marsh/2026-spring/brief/",
  "/compare/",
  "/compare/?a=harbour-lane/2024&a=harbour-lane/2025",
  "/criteria/",
  "/criteria/wait-first-contact/",
  "/criteria/diagnostic-gate/",
  "/guidance/",
  "/guidance/client-preferences/",
  "/guidance/beginnings/",
  "/guidance/booklet/",
  "/glossary/",
  "/method/",
  "/references/",
  "/search/?q=wait",
  "/404.html",
];

beforeAll(async () => {
  const serve = (outDir: string, under = "/"): Promise<Server> =>
    preview({ root, outDir, base: under, logLevel: "error", server: { port: 0 } }) as Promise<Server>;
  browser = await launch();
  own = await serve(sites.own);
  based = await serve(sites.based, base);
  hostile = await serve(sites.hostile);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([own?.stop(), based?.stop(), hostile?.stop()]);
});

/** Opens an address, notes what the browser complains of, and gives both to the test. */
async function visit<T>(
  address: string,
  look: (page: Page, complaints: string[]) => Promise<T>,
  options: { width?: number; script?: boolean } = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1200, height: 900 },
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", async (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("http://localhost") && !/^(data|blob):/.test(request.url()))
      complaints.push(`asked ${request.url()}`);
  });
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    return await look(page, complaints);
  } finally {
    await context.close();
  }
}

const at = ({ port }: Server, path: string) => `http://localhost:${port}${path}`;

describe("in a real browser", () => {
  it.each(kinds)(
    "%s has no accessibility violation (WCAG 2.2 AA), wide and on a phone, and nothing to complain of",
    async (path) => {
      for (const width of [1200, 375]) {
        const { violations, complaints, overflow } = await visit(
          at(own, path),
          async (page, complaints) => ({
            complaints: complaints.filter((one) => !(path === "/404.html" && one.includes("404"))),
            overflow: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            violations: (
              await new AxeBuilder({ page })
                .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
                .analyze()
            ).violations,
          }),
          { width },
        );
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
        ).toEqual([]);
        expect(complaints).toEqual([]);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    },
    180_000, // the booklet is long
  );

  it("the first key press offers to skip to the content", async () => {
    await visit(at(own, "/method/"), async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
      expect(await page.locator(".skip").isVisible()).toBe(true);
    });
  });

  it("a report reads in full without JavaScript", async () => {
    await visit(
      at(own, "/services/harbour-lane/2025/full/"),
      async (page) => {
        expect(await page.locator("article.finding").count()).toBe(catalogueOfProject.criteria.length);
        expect(await page.locator("#diagnostic-gate").innerText()).toContain(
          "A label or a score does not by itself decide who gets in",
        );
      },
      { script: false },
    );
  });

  it("a full report prints on A4, with the numbers behind each finding opened and no navigation", async () => {
    await visit(at(own, "/services/harbour-lane/2025/full/"), async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav[aria-label=Main]").isVisible()).toBe(false);
      expect(await page.locator("details li").first().isVisible()).toBe(true);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(2);
      expect(pages).toBeLessThan(catalogueOfProject.criteria.length * 1.3);
    });
  });

  it.each([
    ["/guidance/beginnings/", 3, 14],
    ["/guidance/booklet/", 10, 200],
  ])("%s prints on A4 by itself, without navigation, with its references", async (path, least, most) => {
    await visit(at(own, path), async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const hidden of ["nav[aria-label=Main]", "nav.turn", "aside nav", ".back"])
        for (const one of await page.locator(hidden).all()) expect(await one.isVisible()).toBe(false);
      expect(await page.getByText("Norcross, J. C., Lambert, M. J. (Eds.) (2019).").first().isVisible()).toBe(true);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(least);
      expect(pages).toBeLessThanOrEqual(most);
    });
  });

  it("a term opens its definition by keyboard, at the foot of the window, and leads back to its place", async () => {
    for (const width of [1200, 375]) {
      await visit(
        at(own, "/guidance/relationship/"),
        async (page) => {
          const term = page.locator("a.term").last();
          await term.scrollIntoViewIfNeeded();
          const id = (await term.getAttribute("href"))?.slice(1) ?? "";
          const before = await page.evaluate(() => scrollY);
          await term.press("Enter");
          const sheet = page.locator(`[id="${id}"]`);
          const box = await sheet.boundingBox();
          expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(900);
          expect(await page.evaluate(() => scrollY)).toBe(before);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id }) => id)).toEqual([]);

          await page.keyboard.press("Tab");
          await page.keyboard.press("Tab");
          expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Back to the text");
          await page.keyboard.press("Enter");
          expect(await page.evaluate(() => document.activeElement?.id)).toBe(id.replace("word-", "use-"));
          expect(await sheet.evaluate((element) => getComputedStyle(element).position)).toBe("static");
        },
        { width },
      );
    }
  });

  it("markup in an audit runs nowhere", async () => {
    for (const path of ["/", "/services/", "/services/hostile/2025/", "/search/?q=alert"]) {
      await visit(at(hostile, path), async (page, complaints) => {
        await page.waitForTimeout(200);
        expect(complaints).toEqual([]);
      });
    }
  });
});

describe("search", () => {
  it("finds a report, a criterion and guidance, and keeps query and filter in the address", async () => {
    await visit(at(own, "/search/"), async (page, complaints) => {
      await page.getByRole("searchbox").fill("preferences");
      await page.getByRole("status").filter({ hasText: "found for" }).waitFor();
      const found = await page
        .locator("#results a")
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      expect(found).toContain("/criteria/preferences-therapy/");
      expect(found).toContain("/guidance/client-preferences/");
      expect(found.some((path) => path.startsWith("/services/"))).toBe(true);

      const place = page.getByLabel("Look in");
      await place.selectOption({ label: "Criteria and guidance" });
      await page.waitForURL(/kind=guidance/);
      await page.waitForFunction(() => {
        const tags = [...document.querySelectorAll("#results .tag")].map((tag) => tag.textContent);
        return tags.length > 0 && tags.every((tag) => tag !== "Report");
      });
      await place.selectOption({ label: "Reports" });
      await page.waitForFunction(() => {
        const tags = [...document.querySelectorAll("#results .tag")].map((tag) => tag.textContent);
        return tags.length > 0 && tags.every((tag) => tag === "Report");
      });
      expect(page.url()).toMatch(/\?q=preferences&kind=reports$/);
      expect(complaints).toEqual([]);
    });
  });

  it.each(["part-5", "theme-preferences"])("narrows to %s, with words and without", async (kind) => {
    for (const query of ["preferences", ""]) {
      await visit(at(own, `/search/?q=${query}&kind=${kind}`), async (page) => {
        await page
          .getByRole("status")
          .filter({ hasText: /\d pages? found/ })
          .waitFor();
        const found = await page
          .locator("#results a")
          .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
        expect(found).toContain("/criteria/preferences-therapy/");
        expect(found).toContain("/guidance/client-preferences/");
        expect(found).not.toContain("/criteria/wait-first-contact/");
        expect(found.filter((path) => path.startsWith("/services/"))).toEqual([]);
      });
    }
  });

  it("works under a base path, and its results open", async () => {
    await visit(at(based, `${base}search/?q=harbour`), async (page, complaints) => {
      await page.locator("#results a").first().click();
      await page.waitForLoadState();
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${base}services/harbour-lane/`));
      expect(await page.locator("h1").innerText()).toMatch(/^Harbour Lane/);
      expect(complaints).toEqual([]);
    });
  });

  it("says so when nothing is found, and lists everything by name without JavaScript", async () => {
    await visit(at(own, "/search/?q=zzzzqx"), async (page) => {
      await page.getByRole("status").filter({ hasText: "Nothing found" }).waitFor();
    });
    await visit(
      at(own, "/search/"),
      async (page) => {
        expect(await page.locator("#everything").innerText()).toMatch(/Searching needs JavaScript.*Harbour Lane/s);
        expect(await page.locator("#search").isVisible()).toBe(false);
      },
      { script: false },
    );
  });
});
