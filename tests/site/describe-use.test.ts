/** The form as people use it: by keyboard, on a phone, enlarged, in high contrast, from nothing to a report. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { preview } from "astro";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../src/core/facts.ts";
import { readAudit } from "../../src/reading/audit.ts";
import { readYaml } from "../../src/reading/yaml.ts";
import { yardstick } from "../core/yardstick.ts";
import { launch } from "./browser.ts";
import { rapport, root, sites } from "./build.ts";
import { goTo, openFile, savedText, withForm } from "./describing.ts";
import { pageAt } from "./pages.ts";

let browser: Browser;
let server: { port: number; stop(): Promise<void> };
const steps =
  "start service getting-in gates assessment agreement therapies during endings evidence findings save".split(" ");

beforeAll(async () => {
  browser = await launch();
  server = (await preview({ root, outDir: sites.own, logLevel: "error", server: { port: 0 } })) as typeof server;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Violations on the whole page, or only on the step that is shown and what stands beside it. */
async function violations(page: Page, whole = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (!whole) for (const part of ["[data-step]:not([hidden])", "#steps", "#standing"]) axe.include(part);
  const found = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** An audit with an entry in every list, so that every question is on the page. */
const harbour = join(root, "audits/harbour-lane/2025.yaml");

describe("every step", () => {
  it("has no accessibility violation, empty, filled and with errors, wide and on a phone, and fits", async () => {
    for (const width of [1200, 375])
      await withForm(
        browser,
        server.port,
        async ({ page, complaints }) => {
          for (const step of ["start", "gates", "evidence", "save"]) {
            await goTo(page, step);
            expect([step, "empty", await violations(page, step === "start")]).toEqual([step, "empty", []]);
          }
          await goTo(page, "service");
          await page.locator("#service-therapists_headcount-field").fill("about ten");
          await page.getByRole("button", { name: "Continue" }).click();
          await page.locator(".summary").waitFor();
          expect(["errors", await violations(page)]).toEqual(["errors", []]);

          page.on("dialog", (dialog) => dialog.accept());
          await openFile(page, "2025.yaml", readFileSync(harbour, "utf8"));
          for (const step of steps) {
            await goTo(page, step);
            if (step === "evidence") {
              await page.getByText("Choose the answers it supports").first().click();
              await page
                .locator("#actions-1-will_state")
                .getByRole("button", { name: /smallest change/ })
                .click();
              await page.getByRole("button", { name: "Remove exception 1" }).click();
            }
            if (step === "findings") await page.locator(".finding-line summary").first().click();
            if (step === "save") {
              await page.locator("#check-result p").waitFor();
              await page.getByText("See the file").click();
            }
            // A phone changes how things lie, not what they are: a step of each kind is enough there.
            if (width > 400 || ["gates", "findings", "save"].includes(step))
              expect([step, width, await violations(page)]).toEqual([step, width, []]);
            expect([step, width, await overflow(page)]).toEqual([step, width, 0]);
          }
          expect(complaints).toEqual([]);
        },
        { width },
      );
  }, 480_000);

  it("fits 320 pixels, which is a wide window enlarged four times, and can be used there", async () => {
    await withForm(
      browser,
      server.port,
      async ({ page }) => {
        await openFile(page, "2025.yaml", readFileSync(harbour, "utf8"));
        for (const step of steps) {
          await goTo(page, step);
          expect([step, await overflow(page)]).toEqual([step, 0]);
        }
        await goTo(page, "gates");
        await page.getByRole("button", { name: "Continue" }).click();
        await page.locator("[data-step=step-assessment]").waitFor();
      },
      { width: 320, height: 256 },
    );
  });

  it("shows what is chosen in forced colours", async () => {
    await withForm(
      browser,
      server.port,
      async ({ page }) => {
        await goTo(page, "agreement");
        const option = page.locator("#preferences-asked input[value=routine]");
        const drawn = () => option.evaluate((input) => getComputedStyle(input, "::before").backgroundColor);
        const before = await drawn();
        await option.check();
        const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(await drawn()).not.toBe(before);
        expect(await drawn()).not.toBe(canvas);
      },
      { forcedColors: "active" },
    );
  });
});

describe("by keyboard", () => {
  it("a step is answered and left, the next one's heading has the focus, and going back loses nothing", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      const active = () => page.evaluate(() => document.activeElement?.id);
      await page.getByRole("button", { name: "Start" }).press("Enter");
      await expect.poll(active).toBe("step-service");
      await page.getByRole("link", { name: /^Gates/ }).press("Enter");
      await expect.poll(active).toBe("step-gates");
      await page.locator("#gates_complete input[value=yes]").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#gates_complete input[value=no]").isChecked()).toBe(true);
      await page.getByRole("button", { name: "Continue" }).press("Enter");
      await page.locator("[data-step=step-assessment]").waitFor();
      await expect.poll(active).toBe("step-assessment");
      expect(await page.title()).toMatch(/^Assessment and allocation/);
      await page.goBack();
      await page.locator("[data-step=step-gates]").waitFor();
      expect(await page.locator("#gates_complete input[value=no]").isChecked()).toBe(true);
      await page.getByRole("button", { name: "Back" }).press("Enter");
      await expect.poll(active).toBe("step-getting-in");
    });
  });

  it("errors take the focus, lead to their fields, are said with them, and go when they are mended", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await goTo(page, "service");
      await page.locator("#service-id-field").fill("Quay Street");
      await page.getByRole("button", { name: "Continue" }).press("Enter");
      await page.locator(".summary").waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("summary");
      expect(await page.locator(".summary").innerText()).toMatch(
        /Short name for web addresses.*\n.*Service name: this is needed/s,
      );
      await page.locator(".summary a").first().press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("service-id-field");
      const field = page.locator("#service-id-field");
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.getAttribute("aria-describedby")).toBe("service-id-help service-id-error");
      expect(await page.locator("#service-id-error").innerText()).toContain("use lower-case letters");
      await field.fill("quay-street");
      expect(await page.locator("#service-id-error").count()).toBe(0);
      expect(await field.getAttribute("aria-invalid")).toBe(null);
      await page.getByRole("button", { name: /Go on/ }).press("Enter");
      await page.locator("[data-step=step-getting-in]").waitFor();
    });
  });

  it("what looks like a person is told at the field it stands in", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await goTo(page, "getting-in");
      await page.getByRole("button", { name: "Add a wait" }).click();
      await goTo(page, "evidence");
      await page.locator("#notes-field").fill("Ask jo.bloggs@example.org about the waits");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.locator(".summary").waitFor();
      await page.locator(".summary a").first().click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("notes-field");
      expect(await page.locator("#notes-error").innerText()).toContain("e-mail address");
      expect(await page.locator("#notes-error").innerText()).not.toContain("bloggs");
    });
  });

  it("an empty form can be begun again, after a question where something is not saved", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      const said: string[] = [];
      page.on("dialog", async (dialog) => {
        said.push(dialog.message());
        await dialog.accept();
      });
      expect(await page.getByRole("button", { name: "Begin an empty one" }).count()).toBe(0);
      await goTo(page, "service");
      await page.locator("#service-name-field").fill("Quay Street");
      await goTo(page, "start");
      await page.getByRole("button", { name: "Begin an empty one" }).click();
      expect(said).toEqual([expect.stringContaining("not saved")]);
      await goTo(page, "service");
      expect(await page.locator("#service-name-field").inputValue()).toBe("");
    });
  });

  it("the short way leaves out what it does not ask, and keeps what was answered there", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await goTo(page, "agreement");
      await goTo(page, "during");
      await page.locator("#relationship-review input[value=routine]").check();
      await goTo(page, "start");
      await page.getByText("The short way").click();
      expect(await page.locator("#steps ol li:visible").count()).toBe(8);
      await goTo(page, "during");
      expect(await page.locator("[data-section=relationship]").isVisible()).toBe(false);
      expect(await page.locator("[data-section=attendance]").isVisible()).toBe(true);
      expect(await savedText(page)).toContain("review: routine");
    });
  });
});

it("nothing leaves the machine: the page asks for the site's own files and no others", async () => {
  await withForm(browser, server.port, async ({ page, asked }) => {
    await goTo(page, "service");
    await page.locator("#service-name-field").fill("Quay Street");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.locator(".summary").waitFor();
    await savedText(page);
    await goTo(page, "findings");
    expect(
      asked.filter((one) => !one.startsWith(`GET http://localhost:${server.port}/`) && !/^GET blob:/.test(one)),
    ).toEqual([]);
    expect(asked.some((one) => one.includes("Quay"))).toBe(false);
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });
});

/** Answers a question on the page as a person would. */
async function answer(page: Page, id: string, value: unknown): Promise<void> {
  const question = page.locator(`[id="${id}"]`);
  const kind = await question.getAttribute("data-kind");
  if (kind === "one") await question.locator(`input[value="${value}"]`).check();
  else if (kind === "words")
    for (const word of (value as string[]).length > 0 ? (value as string[]) : [""])
      await question.locator(`input[value="${word}"]`).check();
  else if (kind === "criterion") await question.locator("select").selectOption(String(value));
  else if (kind === "supports") {
    await question.getByText("Choose the answers").click();
    for (const path of value as string[])
      await question
        .locator(".tree > ul > li > label")
        .filter({ hasText: new RegExp(`^${path}$`) })
        .locator("input")
        .check();
  } else await question.locator("input[type=text], input[type=date], textarea").fill([value].flat().join("\n"));
}

it("a service is described from nothing: the file is sound, and its report is built", async () => {
  const waits = [
    {
      stage: "referral_to_first_contact",
      unit: "days",
      median: 21,
      pct_within_6_weeks: 80,
      pct_within_18_weeks: 97,
      n: 210,
    },
  ];
  const gates = [
    {
      name: "Age 18 and over",
      kind: "age",
      effect: "refuses",
      override: "none",
      client_can_decline: "n/a",
      onward_route: "signposting",
    },
  ];
  const described: Answers = {
    service: {
      id: "quay-street",
      name: "Quay Street Counselling (invented)",
      type: "third_sector",
      nation: "wales",
      therapists_headcount: 9,
    },
    audit: {
      period: { from: "2025-04-01", to: "2026-03-31" },
      completed_on: "2026-05-11",
      completed_by_role: "Service manager",
      threshold_profile: "local",
      counts: { referrals: 240 },
    },
    access: { referral_routes: ["self", "gp"], formats: ["in_person"], adjustments_asked: "routine", cost_help: [] },
    waits,
    waiting: { list_status: "open", expected_wait_told: "unknown", lapse_rule: { attempts: 2, consequence: "kept" } },
    gates_complete: "yes",
    gates,
    assessment: {
      contacts: [{ order: 1, purpose: "assessment", mode: "in_person", minutes: 50 }],
      decision_made_by: "jointly",
      topics: { preferences: "routine" },
    },
    preferences: {
      asked: "routine",
      how: ["conversation", "form_questions"],
      therapy_items: ["pace", "challenge"],
      penalty: "none",
    },
    therapies: [
      {
        id: "pce",
        name: "Person-centred counselling",
        modality: "person_centred",
        offered_at_entry: "yes",
        sessions: { max: 20 },
      },
    ],
    feedback: { instruments: ["CORE-10", "GBO"], regular: "discretionary" },
    endings: { notice_sessions: 2, unplanned: { counted: "no" } },
    evidence: [{ id: "E1", kind: "policy_document", title: "Access policy", date: "2025-11-02", supports: ["access"] }],
    actions: [
      { id: "A1", criterion: "feedback-regular", action: "Ask at every review", status: "planned", from_level: 1 },
    ],
    notes: "Described in the browser.",
  };
  const steps = [
    ["service", "audit"],
    ["access", "waits", "waiting"],
    ["gates_complete", "gates"],
    ["assessment"],
    ["preferences"],
    ["therapies"],
    ["feedback"],
    ["endings"],
    ["evidence", "actions", "notes"],
  ];
  await withForm(browser, server.port, async ({ page, complaints }) => {
    const visit = async (value: unknown, id: string): Promise<void> => {
      if (Array.isArray(value) && value.some((one) => typeof one === "object")) {
        for (const [index, one] of value.entries()) {
          await page
            .locator(`[id="${id}"]`)
            .getByRole("button", { name: /^Add an? / })
            .click();
          for (const [name, inner] of Object.entries(one)) await visit(inner, `${id}-${index}-${name}`);
        }
      } else if (typeof value === "object" && value !== null && !Array.isArray(value))
        for (const [name, inner] of Object.entries(value)) await visit(inner, `${id}-${name}`);
      else await answer(page, id, id.endsWith("supports") ? ["Access"] : value);
    };
    await page.getByRole("button", { name: "Start" }).click();
    for (const sections of steps) {
      for (const section of sections) await visit(described[section], section);
      await page.getByRole("button", { name: "Continue" }).click();
      await expect.poll(() => page.locator(".summary").count()).toBe(0);
    }
    await page.locator("[data-step=step-findings]").waitFor();
    const text = await savedText(page);
    expect(await page.locator("#file-name").innerText()).toBe("audits/quay-street/2025-26.yaml");
    expect(readYaml(text, "").value).toEqual({ format: "pathway-facts/1", ...described });
    const { problems } = readAudit(
      text,
      "audits/quay-street/2025-26.yaml",
      yardstick.validators,
      yardstick.around,
      "quay-street",
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await page.locator("#check-result").innerText()).toContain("Nothing is wrong");
    expect(complaints).toEqual([]);

    const folder = join(root, ".rapport", "test", "audits-described");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "quay-street"), { recursive: true });
    writeFileSync(join(folder, "quay-street", "2025-26.yaml"), text);
    const out = join(root, ".rapport", "test", "described");
    rmSync(out, { recursive: true, force: true });
    expect(rapport("build", "--audits", folder, "--out", out).status).toBe(0);
    expect(pageAt(out, "/services/quay-street/2025-26/").$("h1").text()).toContain("Quay Street Counselling");
  });
}, 240_000);
