/**
 * A real browser for the tests: CHROME_PATH or a system Chrome where there is one, else the Chromium
 * that comes in an npm package. Where there is neither, it throws, so that the tests fail and say so.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The sandbox needs rights that a container or root has not; the tests open only our own pages. */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--disable-background-networking",
];

/** Starts the browser, headless. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: flags });
}

async function executable(): Promise<string> {
  const own = process.env["CHROME_PATH"] ?? installed.find((path) => existsSync(path));
  if (own !== undefined) return own;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "No browser was found for the tests: install Chrome, or set CHROME_PATH to a Chromium-based browser.",
    );
  }
  // The package brings the libraries it needs (nss) only where it takes itself to be in a bare container.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
