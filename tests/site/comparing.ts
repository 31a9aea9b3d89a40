/** What the tests of comparing share: a browser on the compared site, and CSV read back. */
import { readFileSync } from "node:fs";
import { preview } from "astro";
import type { Browser, Page } from "playwright-core";
import { launch } from "./browser.ts";
import { root } from "./build.ts";

/** A site that is served, and a browser to visit it with. */
export interface Visits {
  /** Opens a path, hands over the page and what the browser complains of, and closes it. */
  visit<T>(
    path: string,
    look: (page: Page, complaints: readonly string[]) => Promise<T>,
    options?: { readonly width?: number; readonly script?: boolean },
  ): Promise<T>;
  end(): Promise<void>;
}

/** Serves a built site under a path. */
export async function visits(outDir: string, base = "/"): Promise<Visits> {
  const browser: Browser = await launch();
  const server = await preview({ root, outDir, base, logLevel: "error", server: { port: 0 } });
  return {
    async visit(path, look, { width = 1200, script = true } = {}) {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ viewport, javaScriptEnabled: script, acceptDownloads: true });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (/error|warning/.test(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("dialog", async (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        await dialog.dismiss();
      });
      try {
        await page.goto(`http://localhost:${server.port}${base.slice(0, -1)}${path}`, { waitUntil: "networkidle" });
        return await look(page, complaints);
      } finally {
        await context.close();
      }
    },
    async end() {
      await browser.close();
      await server.stop();
    },
  };
}

/** What the page's link to CSV saves, as rows of fields, and the name of the file. */
export async function saved(page: Page): Promise<{ name: string; rows: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  return { name: download.suggestedFilename(), rows: fields(readFileSync(await download.path(), "utf8")) };
}

/** CSV as rows of fields, without its byte order mark. */
export function fields(text: string): string[][] {
  const found = text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of found) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
