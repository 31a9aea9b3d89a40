/** How much script the form takes: its size, and how long it works on a machine four times as slow as this one. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launch } from "../site/browser.ts";

/** One figure, with what it should stay under where something was promised. */
export interface Figure {
  readonly what: string;
  readonly figure: number;
  readonly unit: "KB" | "ms";
  readonly aim?: number;
}

const slowdown = 4;
const runs = 5;

/** Measures the form of a built site. */
export async function formFigures(site: string): Promise<Figure[]> {
  const server = await serve(site);
  const browser = await launch();
  try {
    const { port } = server.address() as AddressInfo;
    const times: Awaited<ReturnType<typeof timed>>[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await timed(browser, `http://localhost:${port}/describe/`));
    const median = (name: "load" | "answer" | "check") =>
      times.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
    return [
      ...sizes(site),
      { what: `form: script until it is ready, ${slowdown}x slowdown`, figure: median("load"), unit: "ms" },
      {
        what: `form: script of the first answer and its standing, ${slowdown}x slowdown`,
        figure: median("answer"),
        unit: "ms",
        aim: 100,
      },
      {
        what: `form: script of the first check of a step, YAML reader included, ${slowdown}x slowdown`,
        figure: median("check"),
        unit: "ms",
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** What the page loads at once, and what it loads when a file is first opened, checked or saved. */
function sizes(site: string): Figure[] {
  const folder = join(site, "_astro");
  const html = readFileSync(join(site, "describe/index.html"), "utf8");
  const begun = [...html.matchAll(/_astro\/([^"]+\.js)"/g)].map(([, file = ""]) => file);
  const now = reached(folder, begun);
  const reader = readdirSync(folder).filter((file) => /^reader\..*\.js$/.test(file));
  const later = [...reached(folder, reader)].filter((file) => !now.has(file));
  return [
    { what: "form: JavaScript of the page, gzipped", figure: gzipped(folder, now), unit: "KB", aim: 60 },
    {
      what: "form: the YAML reader and its checks, loaded when first needed, gzipped",
      figure: gzipped(folder, later),
      unit: "KB",
    },
    { what: "form: the catalogue as JSON, gzipped", figure: size(join(site, "describe/catalogue.json")), unit: "KB" },
    { what: "form: the page, gzipped", figure: size(join(site, "describe/index.html")), unit: "KB" },
  ];
}

/** Scripts and those that they import, other than when they are needed. */
function reached(folder: string, files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(folder, file), "utf8");
    reached(
      folder,
      [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, other = ""]) => other),
      found,
    );
  }
  return found;
}

function gzipped(folder: string, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + size(join(folder, file)), 0);
}

function size(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1024;
}

/** Milliseconds of script, on a fresh page with nothing kept. */
async function timed(browser: Browser, address: string): Promise<{ load: number; answer: number; check: number }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
  };
  await page.goto(address);
  await page.locator("#standing[data-ready]").waitFor();
  const load = await script();
  await page.evaluate(() => {
    location.hash = "step-agreement";
  });
  await page.locator("[data-step=step-agreement]").waitFor();
  // A person's click, without what the measuring itself would add.
  const field = page.locator("#preferences-penalty input[value=none]");
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  await page.waitForTimeout(600);
  const before = await script();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
  await page.waitForTimeout(1200);
  const answer = (await script()) - before;
  if (!(await field.isChecked())) throw new Error("the answer to be measured was not given");
  const start = await script();
  const button = await page.locator("[data-step=step-agreement] .turning .main").elementHandle();
  await button?.evaluate((element) => (element as HTMLElement).click());
  await page.locator("[data-step=step-therapies]").waitFor({ timeout: 20_000 });
  await page.waitForTimeout(600);
  const check = (await script()) - start;
  await context.close();
  return { load, answer, check };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

function serve(site: string): Promise<Server> {
  return new Promise((done) => {
    const server = createServer(({ url = "/" }, response) => {
      const path = join(site, new URL(url, "http://localhost").pathname);
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
      if (!existsSync(file)) response.writeHead(404).end();
      else response.writeHead(200, { "Content-Type": types[extname(file)] ?? "" }).end(readFileSync(file));
    });
    server.listen(0, () => done(server));
  });
}
