/** The form in a real browser: opened, filled in, saved. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { sites } from "./build.ts";

/** A page with the form on it, and what the browser complained of or asked for meanwhile. */
export interface Described {
  readonly page: Page;
  readonly complaints: string[];
  readonly asked: string[];
}

/** Opens the form. Pickers that belong to the system are switched off, so that files go through the page. */
export async function withForm<T>(
  browser: Browser,
  port: number,
  use: (form: Described) => Promise<T>,
  options: {
    width?: number;
    height?: number;
    script?: boolean;
    forcedColors?: "active";
    /** Whether the page may save through the system's own dialog, as a test stands in for it. */
    pickers?: boolean;
    path?: string;
  } = {},
): Promise<T> {
  const { width = 1200, height = 900, script = true, forcedColors, pickers = false, path = "/describe/" } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: script,
    acceptDownloads: true,
    ...(forcedColors ? { forcedColors } : {}),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.addInitScript((kept) => {
    Object.assign(window, { showOpenFilePicker: undefined, ...(kept ? {} : { showSaveFilePicker: undefined }) });
  }, pickers);
  try {
    await page.goto(`http://localhost:${port}${path}`);
    if (script) await page.locator("#standing[data-ready]").waitFor();
    return await use({ page, complaints, asked });
  } finally {
    await context.close();
  }
}

/** Goes to a step by its link. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = id;
  }, `step-${step}`);
  await page.locator(`[data-step=step-${step}]`).waitFor();
}

/** Opens a file in the form. */
export async function openFile(page: Page, name: string, text: string): Promise<void> {
  await goTo(page, "start");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
  await page.waitForFunction(() => /is open|could not/.test(document.querySelector("#opened")?.textContent ?? ""));
}

/** What a button downloads, as text. */
export async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString("utf8") };
}

/** The file as the form saves it. */
export async function savedText(page: Page): Promise<string> {
  await goTo(page, "save");
  await page.locator("#check-result p").waitFor();
  return (await downloaded(page, "Download")).text;
}

/** The address of the script that reads and writes YAML, which the page loads when it needs it. */
export function readerScript(): string {
  const file = readdirSync(join(sites.own, "_astro")).find((name) => /^reader\..*\.js$/.test(name));
  if (file === undefined) throw new Error("the site has no reader script");
  return `/_astro/${file}`;
}
