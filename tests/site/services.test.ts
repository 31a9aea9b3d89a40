import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "../../src/core/assess.ts";
import { sites } from "./build.ts";
import { board, council } from "./compared.ts";
import { fields, saved, type Visits, visits } from "./comparing.ts";
import { invalidIn, pageAt } from "./pages.ts";

let site: Visits;
beforeAll(async () => {
  site = await visits(sites.compared);
});
afterAll(() => site?.end());

const built = pageAt(sites.compared, "/services/");
const static_ = fields(readFileSync(join(sites.compared, "services", "services.csv"), "utf8"));
const assessments = static_
  .slice(1)
  .map(
    (row): Assessment =>
      JSON.parse(readFileSync(join(sites.compared, "services", row[4] ?? "", "assessment.json"), "utf8")),
  );
const names = assessments.map(({ audit }) => audit.service.name);

/** The names of the rows that are shown, in their order. */
const shown = (page: Page) =>
  page.locator("#services tbody:visible th").evaluateAll((heads) => heads.map((head) => head.textContent?.trim()));
const status = (page: Page) => page.locator("#shown").innerText();

const levels = ["Works against", "Weak", "Developing", "Good practice"];

/** A theme and a level that some services have a settled finding at, and some have not. */
const { theme, level, having } = (assessments[0]?.themes ?? [])
  .flatMap((theme) =>
    levels.map((level, number) => ({
      theme,
      level,
      having: assessments
        .filter(({ themes }) => themes.some(({ id, tally }) => id === theme.id && tally.levels[number as 0] > 0))
        .map(({ audit }) => audit.service.name),
    })),
  )
  .find(({ having }) => having.length > 1 && having.length < names.length) ?? {
  theme: { id: "", title: "" },
  level: "",
  having: [],
};

describe("the table of services, as it is built", () => {
  it("has every service by name with its newest audit, headline, and counts by theme in words", () => {
    const rows = built.$("#services tbody").toArray();
    expect(rows.map((row) => built.$(row).find("th").text().trim())).toEqual(names);
    expect(names).toEqual(names.toSorted());
    for (const [index, row] of rows.entries()) {
      const { id, tally, themes } = assessments[index] as Assessment;
      const text = built.$(row).text().replaceAll(/\s+/g, " ");
      expect(built.$(row).find("td a").attr("href")).toBe(`/services/${id}/`);
      expect(text).toContain(`${tally.levels[3]} of ${tally.of - tally.notApplicable} criteria at good practice`);
      const against = themes.reduce((sum, theme) => sum + theme.tally.levels[0], 0);
      expect([...text.matchAll(/(\d+) Works against/g)].reduce((sum, [, number]) => sum + Number(number), 0)).toBe(
        against,
      );
    }
  });

  it("is valid HTML, and reads in full without JavaScript, with no choices that would do nothing", async () => {
    expect(await invalidIn([built])).toEqual([]);
    await site.visit(
      "/services/?theme=endings&level=works-against",
      async (page) => {
        expect(await shown(page)).toEqual(names);
        expect(await page.locator("#choices").isVisible()).toBe(false);
        expect(await page.locator("#save").getAttribute("href")).toBe("/services/services.csv");
      },
      { script: false },
    );
  });

  it("gives no spreadsheet a formula", () => {
    expect(static_.flat().filter((field) => /^[=+@]/.test(field))).toEqual([]);
    expect(static_.length).toBe(names.length + 1);
  });
});

describe("narrowing the table", () => {
  it("by theme and level keeps the services with such a finding, says how many, and writes the address", async () => {
    await site.visit("/services/", async (page, complaints) => {
      expect(await status(page)).toBe(`All ${names.length} services shown.`);
      await page.getByLabel("With a criterion at").selectOption(level);
      await page.getByLabel("In theme").selectOption(theme.title);
      expect(await shown(page)).toEqual(having);
      expect(new URL(page.url()).search).toBe(`?level=${level.toLowerCase().replace(" ", "-")}&theme=${theme.id}`);
      expect(await status(page)).toBe(
        `${having.length} of ${names.length} services shown (With a criterion at: ${level}; In theme: ${theme.title}).`,
      );
      expect(await page.locator(".asked:visible").count()).toBe(having.length);
      expect(complaints).toEqual([]);
    });
  });

  it("hides the rest on a phone too", async () => {
    await site.visit(
      "/services/?nation=scotland",
      async (page) => {
        expect(await shown(page)).toEqual(["Auchterquill Counselling (invented)"]);
        expect(await page.locator("#services tbody:visible .theme").first().isVisible()).toBe(true);
      },
      { width: 375 },
    );
  });

  it("can be shared by its address, and the back button takes each choice back", async () => {
    await site.visit("/services/?commissioner=northmoor-health-board-invented", async (page) => {
      const three = await shown(page);
      expect(three.length).toBe(3);
      expect(await page.getByLabel("Funded by").locator("option:checked").innerText()).toBe(board);
      await page.getByLabel("Kind").selectOption("Charity or community organisation");
      expect((await shown(page)).length).toBe(2);
      await page.getByLabel("In the order of").selectOption("Period, newest first");
      await page.goBack();
      expect(new URL(page.url()).search).toBe("?type=third_sector&commissioner=northmoor-health-board-invented");
      await page.goBack();
      expect(await shown(page)).toEqual(three);
      expect(await page.getByLabel("Kind").inputValue()).toBe("");
      await page.goForward();
      expect((await shown(page)).length).toBe(2);
    });
  });

  it("by what no service is leaves none, and “Show all” brings all back", async () => {
    await site.visit("/services/?type=private_sole&commissioner=northmoor-health-board-invented", async (page) => {
      expect(await shown(page)).toEqual([]);
      expect(await status(page)).toMatch(/^None of \d+ services shown/);
      await page.getByRole("button", { name: "Show all" }).click();
      expect(await shown(page)).toEqual(names);
      expect(new URL(page.url()).search).toBe("");
    });
  });

  it("says so where an address asks for what is not there", async () => {
    await site.visit("/services/?nation=atlantis", async (page) => {
      expect(await status(page)).toBe(
        `All ${names.length} services shown. The address asks for something that this table does not have; that part was left out.`,
      );
    });
  });

  it("puts the newest period first where that is asked for, and says so to those who listen", async () => {
    await site.visit("/services/?sort=period", async (page) => {
      const ends = new Map(assessments.map(({ audit }) => [audit.service.name, audit.audit.period.to]));
      const order = (await shown(page)).map((name) => ends.get(name ?? ""));
      expect(order).toEqual(order.toSorted().toReversed());
      expect(await page.locator("th[aria-sort]").innerText()).toBe("Newest audit");
    });
  });

  it("is saved as CSV with exactly the rows that are shown, in their order", async () => {
    await site.visit("/services/?commissioner=northmoor-health-board-invented&sort=period", async (page) => {
      const { name, rows } = await saved(page);
      expect(name).toBe("services.csv");
      expect(rows[0]).toEqual(static_[0]);
      expect(rows.slice(1).map(([service]) => service)).toEqual(await shown(page));
      for (const row of rows) expect(static_).toContainEqual(row);
      await page.getByRole("button", { name: "Show all" }).click();
      expect((await saved(page)).rows).toEqual(static_);
    });
  });

  it("leads to comparing what is shown, where that is two to six", async () => {
    await site.visit("/services/?commissioner=northmoor-health-board-invented", async (page) => {
      await page.getByRole("link", { name: "Compare these 3 side by side" }).click();
      await page.locator("#table tbody").first().waitFor();
      expect(new URL(page.url()).search).toBe("?a=aldwick/2026&a=brackenby/2026&a=cairnhope/2026");
    });
    await site.visit("/services/", async (page) => {
      expect(await page.locator("#compare").isVisible()).toBe(false);
      await page.getByLabel("Funded by").selectOption(council);
      expect((await shown(page)).length).toBe(7);
      expect(await page.locator("#compare").isVisible()).toBe(false);
    });
  });

  it("has no accessibility violation, wide and on a phone, and no text runs from it", async () => {
    for (const width of [1200, 375])
      await site.visit(
        "/services/?theme=getting-in",
        async (page, complaints) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          expect(complaints).toEqual([]);
        },
        { width },
      );
  });
});
