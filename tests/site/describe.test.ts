import { globSync, readFileSync } from "node:fs";
import { preview } from "astro";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/core/assess.ts";
import type { Audit } from "../../src/core/audit.ts";
import { readAudit } from "../../src/reading/audit.ts";
import { wholeAnswers } from "../core/arbitrary.ts";
import { fc } from "../core/seed.ts";
import { yardstick } from "../core/yardstick.ts";
import { launch } from "./browser.ts";
import { base, root, sites } from "./build.ts";
import { downloaded, goTo, openFile, readerScript, savedText, withForm } from "./describing.ts";
import { invalidIn, pageAt } from "./pages.ts";

let browser: Browser;
let server: { port: number; stop(): Promise<void> };
const audits = globSync("audits/*/*.yaml", { cwd: root }).toSorted();
const textOf = (file: string) => readFileSync(`${root}/${file}`, "utf8");
const harbour = textOf("audits/harbour-lane/2025.yaml");

beforeAll(async () => {
  browser = await launch();
  server = (await preview({ root, outDir: sites.own, logLevel: "error", server: { port: 0 } })) as typeof server;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Findings without what differs by the file they come from. */
const verdicts = ({ findings, themes, tally, range }: ReturnType<typeof assess>) =>
  JSON.stringify({ findings, themes, tally, range });

describe("without JavaScript", () => {
  it("it lists every question of the schema once, with its answers, and is valid HTML", async () => {
    const page = pageAt(sites.own, "/describe/");
    const paths = page
      .$("[data-path]")
      .toArray()
      .map((one) => page.$(one).attr("data-path"));
    const asked = [...yardstick.questions.keys()].filter((path) => path !== "format" && !path.endsWith("[]"));
    expect(paths.toSorted()).toEqual(asked.toSorted());
    for (const question of yardstick.questions.values()) {
      if (question.path.endsWith("[]") || question.words.length === 0 || question.path === "format") continue;
      const values = page
        .$(`[data-path="${question.path}"] > .options input`)
        .toArray()
        .map((one) => page.$(one).attr("value"));
      expect([question.path, values.filter((one) => one !== "")]).toEqual([
        question.path,
        question.list ? [...question.words, "unknown"] : expect.arrayContaining([...question.words]),
      ]);
    }
    expect(await invalidIn([page])).toEqual([]);
  });

  it("it is read in full, and prints", async () => {
    await withForm(
      browser,
      server.port,
      async ({ page, complaints }) => {
        expect(await page.locator("[data-path='preferences.asked']").isVisible()).toBe(true);
        expect(await page.locator("noscript p").isVisible()).toBe(true);
        expect(await page.getByRole("button").count()).toBe(0);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThan(40);
        expect(complaints).toEqual([]);
      },
      { script: false },
    );
  });
});

describe("the standing", () => {
  it("is that of the core in Node, on every audit and on a thousand generated ones", async () => {
    const read = audits.map((file) => {
      const { audit } = readAudit(textOf(file), file, yardstick.validators, yardstick.around);
      return { file, text: textOf(file), audit: audit as Audit };
    });
    const generated = fc.sample(wholeAnswers(), { numRuns: 1000, seed: 7 }) as unknown as Audit[];
    await withForm(browser, server.port, async ({ page, complaints }) => {
      // As text, since the test runner would put its own import in place of the browser's.
      const judged = (await page.evaluate(`(async () => {
        const { readerOf } = await import("${readerScript()}");
        const json = (path) => fetch(path).then((one) => one.json());
        const reader = readerOf(await json("/schemas/audit.schema.json"), await json("/describe/catalogue.json"));
        const opened = ${JSON.stringify(read.map(({ text }) => text))}.map((text) => reader.open(text, "a.yaml").answers);
        return [...opened, ...${JSON.stringify(generated)}].map((one) => {
          const { findings, themes, tally, range } = reader.judge(one);
          return JSON.stringify({ findings, themes, tally, range });
        });
      })()`)) as string[];
      const all = [...read.map(({ audit }) => audit), ...generated];
      expect(judged).toHaveLength(all.length);
      for (const [index, audit] of all.entries())
        expect(judged[index]).toBe(verdicts(assess({ id: "", file: "", sha256: "", audit }, yardstick.catalogue)));
      expect(complaints).toEqual([]);
    });
  }, 240_000);

  it("changes as answers are given, names what would settle most, and leads to it", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await expect.poll(() => page.locator("#standing-figure").innerText()).toBe("0 of 34");
      const first = page.locator("#settle a").first();
      const title = await first.innerText();
      await first.click();
      expect(
        await page.evaluate(() => document.activeElement?.closest("[data-title]")?.getAttribute("data-title")),
      ).toBe(title);
      await goTo(page, "agreement");
      const question = page.locator("#preferences-penalty");
      await question.getByText("Not allowed").click();
      await expect.poll(() => page.locator("#standing-says").innerText()).toContain("work");
      await expect.poll(() => page.locator("#standing .counts li").nth(3).innerText()).not.toMatch(/\b0\b/);
      await question.getByRole("button", { name: /Clear/ }).click();
      await expect.poll(() => page.locator("#standing .counts li").nth(3).innerText()).toMatch(/\b0\b/);
    });
  });

  it("is explained finding by finding, with the change that would move it and a way to the answer", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await openFile(page, "2025.yaml", harbour);
      await goTo(page, "findings");
      const finding = page.locator("#finding-preferences-therapy");
      await finding.locator("summary").click();
      await expect.poll(() => finding.innerText()).toContain("The smallest change that would move it up");
      expect(await finding.innerText()).toContain("It stands here");
      await finding
        .getByRole("link", { name: /Question about preferences/ })
        .first()
        .click();
      expect(await page.evaluate(() => document.activeElement?.closest("[data-kind]")?.id)).toBe("preferences-asked");
    });
  });
});

describe("a file", () => {
  it("is opened and saved as it was, or with one line changed, its comments kept", async () => {
    await withForm(browser, server.port, async ({ page, complaints }) => {
      for (const file of audits) {
        const text = textOf(file);
        page.once("dialog", (dialog) => dialog.accept());
        await openFile(page, file.split("/").at(-1) ?? "", text);
        expect(await savedText(page), file).toBe(text);
        await goTo(page, "during");
        const question = page.locator("#relationship-concern_route_told_at");
        const now = await question
          .locator("input:checked")
          .getAttribute("value", { timeout: 2000 })
          .catch(() => undefined);
        const other = now === "never" ? "on_request" : "never";
        await question.locator(`input[value=${other}]`).check();
        const saved = (await savedText(page)).split("\n");
        const before = text.split("\n");
        const differing = saved.filter((line, index) => line !== before[index]);
        if (saved.length === before.length) expect([file, differing.length]).toEqual([file, 1]);
        else expect([file, saved.length - before.length]).toEqual([file, 1]);
        expect(saved.join("\n").match(/#/g)).toEqual(text.match(/#/g));
      }
      expect(complaints).toEqual([]);
    });
  }, 240_000);

  it("keeps what it does not know, and says what is wrong with the line", async () => {
    const odd = harbour.replace("  asked: on_request", "  asked: sometimes\n  colour: blue # ours");
    await withForm(browser, server.port, async ({ page }) => {
      await openFile(page, "odd.yaml", odd);
      expect(await page.locator("#open-problems").innerText()).toMatch(
        /Line 99: .*"sometimes" is not one of the answers/,
      );
      expect(await page.locator("#open-problems").innerText()).toContain('"colour" is not one of the questions here');
      await goTo(page, "service");
      await page.locator("#service-region-field").fill("South West");
      expect(await savedText(page)).toBe(odd.replace("region: North West", "region: South West"));
      expect(await page.locator("#check-result").innerText()).toContain("2 answers need another look");
    });
  });

  it("that can't be read is not opened, and nothing is lost", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await goTo(page, "service");
      await page.locator("#service-name-field").fill("Ours");
      page.on("dialog", (dialog) => dialog.accept());
      await openFile(page, "broken.yaml", "service: {name: x\n");
      expect(await page.locator("#opened").innerText()).toContain("could not be opened");
      expect(await page.locator("#open-problems").innerText()).toContain("Line 1");
      expect(await page.locator("#service-name-field").inputValue()).toBe("Ours");
    });
  });

  it("of last year begins next year's: a year later, a draft, without its figures", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Next year’s from last year’s" }).click();
      await (await chooser).setFiles(`${root}/audits/harbour-lane/2025.yaml`);
      await expect
        .poll(() => page.locator("#opened").innerText())
        .toContain("begins as a draft called harbour-lane/2025-26.yaml");
      const text = await savedText(page);
      expect(text).toContain("period: {from: 2025-04-01, to: 2026-03-31}");
      expect(text).toContain("status: draft");
      expect(text).not.toMatch(/median: 19|completed_on|referrals: 812/);
      expect(text).toContain("# few of us work evenings, and we say so");
      const lines = new Set(text.split("\n"));
      expect(harbour.split("\n").filter((line) => !lines.has(line)).length).toBeLessThan(30);
    });
  });
});

describe("lists", () => {
  it("add, take out, undo and change places by buttons, and what names an entry follows it", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await openFile(page, "2025.yaml", harbour);
      await goTo(page, "gates");
      const legends = () => page.locator("#gates .entry > legend").allInnerTexts();
      const before = await legends();
      expect(before).toEqual([
        "Gate 1: CORE-10 sent before the assessment call",
        "Gate 2: Current contact with secondary mental health team",
      ]);
      await page.getByRole("button", { name: "Move up gate 2" }).press("Enter");
      expect(await legends()).toEqual([
        "Gate 1: Current contact with secondary mental health team",
        "Gate 2: CORE-10 sent before the assessment call",
      ]);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Move down gate 1");
      expect(await page.locator("#gates .said").innerText()).toContain("Gate 2 is now gate 1.");
      expect(await savedText(page)).toContain('applies_to: "gates[0]"');

      await goTo(page, "gates");
      await page.getByRole("button", { name: "Remove gate 1" }).press("Enter");
      expect(await legends()).toHaveLength(1);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo and put gate 1 back");
      await page.keyboard.press("Enter");
      expect(await legends()).toHaveLength(2);
      await page.getByRole("button", { name: "Move down gate 1" }).press("Enter");
      expect(await savedText(page)).toBe(harbour);

      await goTo(page, "gates");
      await page.getByRole("button", { name: "Add a gate" }).press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("gates-2-name-field");
      await page.keyboard.type("Panel on Fridays");
      await expect.poll(legends).toContain("Gate 3: Panel on Fridays");
    });
  });

  it("of evidence tick the answers it supports from a tree", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await openFile(page, "2025.yaml", harbour);
      await goTo(page, "evidence");
      const supports = page.locator("#evidence-0-supports");
      expect(await supports.locator(".chosen li").allInnerTexts()).toEqual([
        expect.stringContaining("Waiting times"),
        expect.stringContaining("Missed sessions"),
        expect.stringContaining("Endings: Unplanned endings"),
        expect.stringContaining("Preferences: Preferences met"),
      ]);
      await supports.getByText("Choose the answers it supports").click();
      await supports.getByRole("checkbox", { name: "Governance" }).check();
      const preferences = supports
        .locator(".tree > ul > li")
        .filter({ has: page.getByRole("checkbox", { name: "Preferences", exact: true }) });
      await preferences.locator("summary").click();
      await preferences.getByRole("checkbox", { name: "Question about preferences" }).check();
      expect(await preferences.getByRole("checkbox", { name: "Preferences met" }).isChecked()).toBe(true);
      expect(await savedText(page)).toContain(
        "supports: [waits, attendance, endings.unplanned, preferences.met, governance, preferences.asked]",
      );
    });
  });

  it("of actions say which answers they will change, and show what that comes to", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      await openFile(page, "2025.yaml", harbour);
      await goTo(page, "evidence");
      const changes = page.locator("#actions-1-will_state");
      await changes.getByRole("button", { name: /smallest change/ }).click();
      await expect
        .poll(() => changes.locator(".projection").innerText())
        .toMatch(/^Once it is done: P1 from Weak to Developing.*The pathway score would be/);
      expect(await savedText(page)).toContain("will_state: {preferences.asked: routine}");
      await goTo(page, "evidence");
      await changes.getByRole("button", { name: /^Remove/ }).click();
      await changes.locator("select").selectOption({ label: "Preferences about therapy" });
      await changes.locator(".change").getByText("Pace").click();
      expect(await savedText(page)).toContain("will_state: {preferences.therapy_items: [time_of_day, format, pace]}");
    });
  });
});

describe("tables", () => {
  it("take every answer out and in again without loss, and leave what a blank cell is about", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      for (const file of ["audits/harbour-lane/2025.yaml", "audits/penalarch/2026.yaml"]) {
        page.once("dialog", (dialog) => dialog.accept());
        await openFile(page, "audit.yaml", textOf(file));
        await goTo(page, "save");
        const facts = await downloaded(page, "All questions (CSV)");
        const waits = await downloaded(page, "Waits (CSV)");
        await page.reload();
        await page.locator("#standing[data-ready]").waitFor();
        await goTo(page, "save");
        for (const { name, text } of [facts, waits]) {
          const chooser = page.waitForEvent("filechooser");
          await page.getByRole("button", { name: "Read a table in" }).click();
          await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
          await expect.poll(() => page.locator("#table-said").innerText()).toContain(`read from ${name}`);
          expect(await page.locator("#table-problems").innerText()).toBe("");
        }
        const { audit } = readAudit(await savedText(page), file, yardstick.validators, yardstick.around);
        expect(audit).toEqual(readAudit(textOf(file), file, yardstick.validators, yardstick.around).audit);
      }
    });
  });
});

describe("a draft", () => {
  it("is kept only when asked for, is found again, and can be cleared", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      page.on("dialog", (dialog) => dialog.accept());
      await goTo(page, "service");
      await page.locator("#service-name-field").fill("Quay Street");
      const kept = () => page.evaluate(() => ({ ...localStorage }));
      expect(await kept()).toEqual({});
      await goTo(page, "save");
      await page.getByRole("button", { name: "Keep a draft" }).click();
      expect(Object.keys(await kept())).toEqual(["rapport-draft"]);
      await page.reload();
      await goTo(page, "start");
      await page.getByRole("button", { name: "Open the draft" }).click();
      await goTo(page, "service");
      expect(await page.locator("#service-name-field").inputValue()).toBe("Quay Street");
      await goTo(page, "save");
      await page.getByRole("button", { name: "Clear the draft" }).click();
      expect(await kept()).toEqual({});
    });
  });

  it("is not needed to be warned before unsaved answers are left", async () => {
    await withForm(browser, server.port, async ({ page }) => {
      const asked: string[] = [];
      page.on("dialog", async (dialog) => {
        asked.push(dialog.type());
        await dialog.accept();
      });
      await page.reload();
      expect(asked).toEqual([]);
      await goTo(page, "service");
      await page.locator("#service-name-field").pressSequentially("Quay");
      await page.reload();
      expect(asked).toEqual(["beforeunload"]);
    });
  });
});

describe("where a browser writes files itself", () => {
  it("saving writes to the file that was opened, and then there is nothing unsaved", async () => {
    await withForm(
      browser,
      server.port,
      async ({ page }) => {
        await page.evaluate((text) => {
          const written: string[] = [];
          const handle = {
            name: "2025.yaml",
            getFile: async () => new File([text], "2025.yaml"),
            createWritable: async () => ({ write: async (one: string) => written.push(one), close: async () => {} }),
          };
          Object.assign(window, { written, showOpenFilePicker: async () => [handle] });
        }, harbour);
        await page.getByRole("button", { name: "Open a file" }).click();
        await expect.poll(() => page.locator("#opened").innerText()).toContain("2025.yaml is open");
        await goTo(page, "during");
        await page.locator("#attendance-first_miss input[value=personal_contact]").check();
        await expect.poll(() => page.locator("#file-state").innerText()).toBe("2025.yaml: not saved yet");
        await goTo(page, "save");
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await expect.poll(() => page.locator("#saved").innerText()).toBe("Saved as 2025.yaml.");
        expect(await page.evaluate(() => (window as unknown as { written: string[] }).written)).toEqual([
          harbour.replace("first_miss: letter", "first_miss: personal_contact"),
        ]);
        expect(await page.locator("#file-state").innerText()).toBe("2025.yaml: saved");
      },
      { pickers: true },
    );
  });
});

it("markup in a file is text everywhere", async () => {
  const mark = "<img src=x onerror=alert(1)>";
  const hostile = harbour
    .replace("name: CORE-10 sent before the assessment call", `name: ${JSON.stringify(mark)}`)
    .replace("asked: on_request", `${JSON.stringify(mark)}: 1\n  asked: ${JSON.stringify(mark)}`)
    .replace("title: Case-management system extract", `title: ${JSON.stringify(mark)}`);
  await withForm(browser, server.port, async ({ page, complaints }) => {
    page.on("dialog", () => complaints.push("dialog"));
    await openFile(page, `${mark}.yaml`, hostile);
    for (const step of ["gates", "evidence", "findings", "save"]) {
      await goTo(page, step);
      for (const summary of await page.locator(".finding-line summary:visible, .made summary:visible").all())
        await summary.click();
    }
    await page.locator("#check-result p").waitFor();
    await page.getByText("See the file").click();
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

it("it works under the path of a site that stands elsewhere", async () => {
  const based = (await preview({
    root,
    outDir: sites.based,
    base,
    logLevel: "error",
    server: { port: 0 },
  })) as typeof server;
  try {
    await withForm(
      browser,
      based.port,
      async ({ page, complaints }) => {
        await goTo(page, "save");
        await expect.poll(() => page.locator("#check-result").innerText()).toContain("Service name: this is needed");
        await goTo(page, "findings");
        const criterion = page.locator("#finding-diagnostic-gate");
        await criterion.locator("summary").click();
        expect(await criterion.getByRole("link", { name: /in full/ }).getAttribute("href")).toBe(
          `${base}criteria/diagnostic-gate/`,
        );
        expect(complaints).toEqual([]);
      },
      { path: `${base}describe/` },
    );
  } finally {
    await based.stop();
  }
});
