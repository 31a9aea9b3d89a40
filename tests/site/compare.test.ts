import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { base, sites } from "./build.ts";
import { board, council } from "./compared.ts";
import { fields, saved, type Visits, visits } from "./comparing.ts";
import { invalidIn, pageAt } from "./pages.ts";

let site: Visits;
let based: Visits;
beforeAll(async () => {
  site = await visits(sites.compared);
  based = await visits(sites.based, base);
});
afterAll(async () => {
  await site?.end();
  await based?.end();
});

const group = "/compare/northmoor-health-board-invented/";
const three = ["aldwick/2026", "brackenby/2026", "cairnhope/2026"];
const six = [
  "auchterquill/2025",
  "elderdell/2026",
  "harbour-lane/2024",
  "harbour-lane/2025",
  "hostile/2025",
  "saltmere-marsh/2026-spring",
];
const choosing = (ids: readonly string[]) => `/compare/?${ids.map((id) => `a=${id}`).join("&")}`;
const text = (file: string) => readFileSync(join(sites.compared, file), "utf8");
const assessment = (id: string): Assessment => JSON.parse(text(`services/${id}/assessment.json`));
const squeezed = (html: string) => html.replaceAll(/\s+/g, " ").replaceAll(/> | </g, (part) => part.trim());

describe("comparing, as it is built", () => {
  const { $ } = pageAt(sites.compared, "/compare/");
  const page = pageAt(sites.compared, group);

  it("lists a page for each commissioner that at least two services name, and two for one with seven", () => {
    const listed = $(".groups a")
      .toArray()
      .map((link) => [$(link).text(), $(link).attr("href")]);
    expect(listed).toEqual([
      [board, group],
      [`${council}, part 1 of 2`, "/compare/seven-valleys-council-1-1-invented-part-1-of-2/"],
      [`${council}, part 2 of 2`, "/compare/seven-valleys-council-1-1-invented-part-2-of-2/"],
    ]);
    for (const [, href] of listed) expect(existsSync(join(sites.compared, href ?? "", "index.html"))).toBe(true);
  });

  it("says in each cell where the audit stands, in words and bars, and leads to the finding", () => {
    for (const [column, id] of three.entries()) {
      for (const { criterion, standing, levels } of assessment(id).findings) {
        const cell = page.$(`tr#${criterion} td`).eq(column);
        expect(cell.find("a").attr("href")).toBe(`/services/${id}/#${criterion}`);
        expect(cell.find("svg").length).toBe(1);
        const [only = 0] = levels;
        const settled = ["Works against", "Weak", "Developing", "Good practice"][only];
        expect(cell.find("a").text().trim()).toMatch(
          standing === "settled" ? `${settled}` : /^(Open: .+|Not applicable)$/,
        );
      }
    }
    expect(page.$("#table tr.criterion").length).toBe(assessment("aldwick/2026").findings.length);
  });

  it("says first what to be careful about, and of each audit how it was checked, its period and what is open", () => {
    const words = page.$("main").text().replaceAll(/\s+/g, " ");
    expect(words).toContain("Before you compare. Read along each line");
    expect(words).toContain("Open is not low");
    expect(words).toMatch(/\d exceptions name the commissioner or the contract/);
    const rows = page
      .$("#about tr")
      .toArray()
      .map((row) => page.$(row).text().replaceAll(/\s+/g, " "));
    expect(rows[1]).toMatch(
      /Brackenby.*1 April 2025 to 31 March 2026.*Peer-reviewed.* of \d+ criteria open.*X1: The contract lists/,
    );
  });

  it("adds nothing up, and gives no rank", () => {
    expect(page.$("main").text()).not.toMatch(/\b(of 100|range|total|average|best|worst|at good practice)\b/i);
  });

  it("is valid HTML", async () => {
    expect(await invalidIn([page, pageAt(sites.compared, "/compare/")])).toEqual([]);
  });

  it("has the same as CSV, with the exceptions", () => {
    const rows = page
      .$("#table tr.criterion")
      .toArray()
      .map((row) => [
        page.$(row).find(".code").text(),
        ...page
          .$(row)
          .find("td")
          .toArray()
          .map((cell) => [page.$(cell).find("a").text().trim(), page.$(cell).find(".behind").text()])
          .map(([label, behind]) => (behind ? `${label} (${behind})` : label)),
      ]);
    const [heads, ...lines] = fields(text(`${group}comparison.csv`));
    expect(lines.map(([, code, , ...cells]) => [code, ...cells])).toEqual(rows);
    expect(rows.flat().some((cell) => cell?.includes("(Exception X1)"))).toBe(true);
    expect(heads?.[4]).toBe("Brackenby Talking Therapies (invented), 1 April 2025 to 31 March 2026");
  });

  it("keeps the file of standings lean: one standing a criterion, and a few words of each audit", () => {
    const file = JSON.parse(text("compare/standings.json"));
    expect(file.format).toBe("rapport-standings/1");
    for (const { standings, ...rest } of file.audits) {
      expect(standings.length).toBe(file.criteria.length);
      expect(JSON.stringify(standings).length).toBeLessThan(9 * file.criteria.length);
      expect(JSON.stringify(rest).length).toBeLessThan(2500);
    }
  });

  it("explains itself where there is nothing to compare", () => {
    const empty = pageAt(sites.empty, "/compare/");
    expect(empty.$("main").text()).toMatch(/There are no two audits yet to compare/);
    expect(empty.$("main").text()).toMatch(/No two services here name the same commissioner/);
  });

  it("reads in full without JavaScript: the groups with their tables, and all standings as CSV", async () => {
    const script = { script: false };
    await site.visit(
      choosing(three),
      async (page) => {
        expect(await page.locator("main").innerText()).toMatch(/Choosing audits needs JavaScript/);
        expect(await page.locator("#comparison").isVisible()).toBe(false);
        expect(await page.locator("noscript a").getAttribute("href")).toBe("/compare/standings.csv");
        expect(await page.locator(".groups a").count()).toBe(3);
      },
      script,
    );
    await site.visit(
      group,
      async (page) => {
        expect(await page.locator("#table tr.criterion:visible").count()).toBe(
          assessment("aldwick/2026").findings.length,
        );
        expect(await page.locator("#narrow").isVisible()).toBe(false);
      },
      script,
    );
  });
});

describe("comparing any choice", () => {
  const heads = (page: Page) => page.locator("#table thead th a").allInnerTexts();

  it("draws the same tables and lists as the page that was built for the same audits", async () => {
    const parts = (page: Page) =>
      page.evaluate(() =>
        ["#careful", "#about", "#points", "#table"].map((part) => document.querySelector(part)?.innerHTML ?? ""),
      );
    const builtParts = await site.visit(group, parts, { script: false });
    const drawn = await site.visit(choosing(three.toReversed()), parts);
    expect(drawn.map(squeezed)).toEqual(builtParts.map(squeezed));
  });

  it("is made by ticking audits, stands in the address, and the back button takes the last tick back", async () => {
    await site.visit("/compare/", async (page, complaints) => {
      expect(await page.locator("#chosen").innerText()).toBe("Choose 2 to 6 audits.");
      const audit = (service: string, period: string) =>
        page.getByRole("group", { name: service }).getByRole("checkbox", { name: period });
      await audit("Saltmere Marsh", "2026").check();
      expect(await page.locator("#chosen").innerText()).toBe("Choose at least 1 more.");
      await audit("Harbour Lane", "31 March 2024").check();
      await audit("Harbour Lane", "31 March 2025").check();
      await page.locator("#table thead th").nth(3).waitFor();
      expect(new URL(page.url()).search).toBe("?a=harbour-lane/2025&a=harbour-lane/2024&a=saltmere-marsh/2026-spring");
      expect(await heads(page)).toEqual([
        "Harbour Lane Counselling (invented)",
        "Harbour Lane Counselling (invented)",
        "Saltmere Marsh Talking Therapies (invented)",
      ]);
      expect(await page.locator("#chosen").innerText()).toBe("3 audits stand side by side below, by name.");
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll("#table thead th").length === 3);
      await page.goBack();
      expect(await page.locator("#comparison").isVisible()).toBe(false);
      expect(complaints).toEqual([]);
    });
  });

  it("takes six at most, and says what an address asked for in vain", async () => {
    await site.visit(choosing([...six, "nowhere/2020"]), async (page, complaints) => {
      expect(await page.locator("#table thead th").count()).toBe(7);
      expect(await page.locator("#chosen").innerText()).toMatch(
        /^6 audits stand side by side, the most that fit\..*One audit in the address is not here/,
      );
      await page.locator("summary").click();
      expect(await page.locator("input[name=a]:not(:checked)").first().isDisabled()).toBe(true);
      expect(await page.locator("#table").innerText()).toContain('<script>alert("name")</script> & "Sons" (invented)');
      expect(complaints).toEqual([]);
    });
  });

  it("shows only what differs or may, on any page, in the address and as CSV", async () => {
    for (const path of [group, choosing(three)]) {
      await site.visit(path, async (page) => {
        const all = await page.locator("#table tr.criterion").count();
        expect((await saved(page)).rows).toEqual(fields(text(`${group}comparison.csv`)));
        await page.getByRole("checkbox", { name: "Only where they differ" }).check();
        const rows = await page
          .locator("#table tr.criterion:visible")
          .evaluateAll((lines) =>
            lines.map((line) => [...line.querySelectorAll("td a")].map((cell) => cell.textContent?.trim())),
          );
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThan(all);
        for (const labels of rows) expect(new Set(labels).size > 1 || labels[0]?.startsWith("Open")).toBe(true);
        expect(await page.locator("#rows-shown").innerText()).toBe(`${rows.length} of ${all} criteria shown`);
        expect(page.url()).toMatch(/[?&]only=differences$/);
        const { name, rows: csv } = await saved(page);
        expect(name).toBe("comparison.csv");
        expect(csv.slice(1).map((row) => row.slice(3).map((cell) => cell.replace(/ \(Exception.*/, "")))).toEqual(rows);
        await page.goBack();
        expect(await page.locator("#table tr.criterion:visible").count()).toBe(all);
      });
    }
  });

  it("says so when the standings do not come", async () => {
    await site.visit("/compare/", async (page) => {
      await page.route("**/standings.json", (route) => route.abort());
      for (const box of [0, 1]) await page.locator("input[name=a]").nth(box).check();
      await page.getByText("The standings could not be loaded.").waitFor();
      expect(await page.locator("#comparison").isVisible()).toBe(false);
    });
  });

  it("works under a base path", async () => {
    await based.visit(choosing(["harbour-lane/2025", "auchterquill/2025"]), async (page, complaints) => {
      expect(await page.locator("#diagnostic-gate td a").first().getAttribute("href")).toBe(
        `${base}services/auchterquill/2025/#diagnostic-gate`,
      );
      expect(complaints).toEqual([]);
    });
  });

  it("is one card for each criterion on a phone, naming each service, with nothing beyond the edge", async () => {
    await site.visit(
      choosing(six),
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        const cell = page.locator("#diagnostic-gate td").nth(1);
        expect(await cell.evaluate((element) => getComputedStyle(element, "::before").content)).toContain(
          "Auchterquill",
        );
        expect(
          await page.locator("#table thead").evaluate((head) => head.getBoundingClientRect().width),
        ).toBeLessThanOrEqual(1);
      },
      { width: 375 },
    );
  });

  it("prints six side by side on A4 across, within the page", async () => {
    await site.visit(choosing(six), async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)/g)].map(([, width, height]) => [
        width,
        height,
      ]);
      expect(boxes.length).toBeGreaterThan(2);
      for (const [width, height] of boxes)
        expect([Number(width), Number(height)]).toEqual([expect.closeTo(842, -1), expect.closeTo(595, -1)]);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 1032, height: 700 }); // A4 across without its margins
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1032);
      for (const cell of await page
        .locator("#table td")
        .evaluateAll((cells) => cells.map((one) => one.scrollWidth - one.clientWidth)))
        expect(cell).toBeLessThanOrEqual(0);
      expect(await page.locator("#choose").isVisible()).toBe(false);
    });
  });

  it("has heads that stay in sight, and no accessibility violation, wide and on a phone", async () => {
    for (const [path, width] of [
      [group, 1200],
      [choosing(six), 375],
      ["/compare/", 1200],
    ] as const)
      await site.visit(
        path,
        async (page, complaints) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
          expect(complaints).toEqual([]);
        },
        { width },
      );
    await site.visit(group, async (page) => {
      await page.locator("#table tr.criterion").last().scrollIntoViewIfNeeded();
      expect(
        await page
          .locator("#table thead th")
          .first()
          .evaluate((head) => head.getBoundingClientRect().top),
      ).toBeCloseTo(0, 0);
    });
  });
});
