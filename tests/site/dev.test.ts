import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftNotice } from "../../src/report/draft.ts";
import { launch } from "./browser.ts";
import { emptied, root, shell } from "./build.ts";
import { writeDrafts } from "./drafts.ts";

let server: ChildProcess;
let address = "";
let said = "";
const audits = emptied("audits-dev");
writeDrafts(root, audits);
const file = join(audits, "harbour-lane", "2025.yaml");
writeFileSync(file, readFileSync(file, "utf8").replace(/^( +)asked: on_request/m, "$1asked: discretionary"));

beforeAll(async () => {
  server = spawn(process.execPath, ["src/cli/main.ts", "dev", "--audits", audits], {
    cwd: root,
    env: { ...shell, NO_COLOR: "1" },
  });
  address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.on("exit", () => reject(new Error(said)));
  });
});

afterAll(() => {
  server?.kill();
});

/** The report's page, once it says what is hoped for; what it said last where it never does. */
async function report(hoped: RegExp): Promise<string> {
  let html = "";
  for (let attempt = 0; attempt < 100 && !hoped.test(html); attempt += 1) {
    html = await (await fetch(`${address}/services/harbour-lane/2025/`)).text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return html;
}

describe("npm run dev", () => {
  it("shows a saved fact, says what is wrong with a broken one, and recovers when it is mended", async () => {
    const good = readFileSync(file, "utf8");
    const range = (html: string) => /Range (\d+)/.exec(html)?.[1];
    const before = range(await report(/Range \d+/));

    writeFileSync(
      file,
      good
        .replace("asked: discretionary", "asked: absent")
        .replace(/^( +)(when|how|therapy_items|therapist_items): .*$/gm, "$1$2: []"),
    );
    expect(range(await report(new RegExp(`Range (?!${before} )\\d+`)))).not.toBe(before);

    writeFileSync(file, good.replace("preferences:", "prefrences:"));
    await report(/<title>Error/);
    expect(said).toMatch(/"prefrences" is not one of the questions here\n {4}did you mean "preferences"\?/);

    writeFileSync(file, good);
    expect(range(await report(new RegExp(`Range ${before} `)))).toBe(before);
  });
});

describe("a draft in npm run dev", () => {
  const at = async (path: string) => load(await (await fetch(`${address}${path}`)).text());

  it("says DRAFT plainly on its report, before all else on the page", async () => {
    for (const path of ["/services/harbour-lane/2026/", "/services/zebrawood/2026/"]) {
      const $ = await at(path);
      expect($("main .draft").text()).toBe(`${draftNotice.mark} ${draftNotice.says}`);
      expect($("main h1").prevAll(".draft").length).toBe(1);
      expect($("title").text()).toMatch(/\(draft\) · Rapport$/);
    }
  });

  it("is called a draft where it is listed", async () => {
    for (const path of ["/services/", "/services/harbour-lane/", "/criteria/wait-first-contact/", "/compare/"])
      expect((await at(path))("main").text(), path).toMatch(/31 March 2026 \(draft\)/);
  });

  it("leaves finished reports and all other pages unmarked", async () => {
    for (const path of ["/services/harbour-lane/2025/", "/services/harbour-lane/", "/services/", "/method/"])
      expect((await at(path))(".draft, .draft-sheet").length, path).toBe(0);
  });

  it("has its mark on every sheet of paper, and the notice on the first", async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(`${address}/services/harbour-lane/2026/`);
      const shown = () => page.locator(".draft-sheet").isVisible();
      expect(await shown()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await shown()).toBe(true);
      expect(await page.locator(".draft").isVisible()).toBe(true);
      // What is fixed is printed on every sheet.
      expect(await page.locator(".draft-sheet").evaluate((mark) => getComputedStyle(mark).position)).toBe("fixed");
    } finally {
      await browser.close();
    }
  });
});
