/** preview and watch, as somebody runs them in a folder with nothing but audits. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { base, main, rapportIn, root, shell, sites } from "./build.ts";

let folder = "";
let child: ChildProcess | undefined;
let said = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-watch-"));
  cpSync(join(root, "audits/harbour-lane"), at("audits/harbour-lane"), { recursive: true });
});
afterEach(() => {
  child?.kill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: readonly string[]): void {
  said = "";
  child = spawn(process.execPath, [main, ...args], { cwd: folder, env: shell });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
}

/** Waits until it has said what is hoped for so many times. */
async function hears(hoped: RegExp, times = 1): Promise<string> {
  for (;;) {
    const found = [...said.matchAll(new RegExp(hoped, "g"))];
    if (found.length >= times) return found.at(-1)?.[0] ?? "";
    if (child?.exitCode !== null) throw new Error(`it ended: ${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

describe("rapport preview", () => {
  it("shows a built site from anywhere, under the path it was built for", async () => {
    start("preview", "--out", sites.based, "--port", "45321");
    const address = await hears(/http:\/\/localhost:\d+\S*/);
    expect(address).toMatch(new RegExp(`^http://localhost:4532\\d${base}$`));
    const answer = await fetch(`${address}services/`);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toBe(readFileSync(join(sites.based, "services/index.html"), "utf8"));
    expect((await fetch(`${address}nowhere/`)).status).toBe(404);
  });

  it("says how to get a site where there is none", () => {
    expect(rapportIn(folder, "preview", "--out", "site")).toMatchObject({
      status: 1,
      stderr: "There is no site in site yet. Build it first: rapport build --out site\n",
    });
    expect(rapportIn(folder, "preview", "--port", "http")).toMatchObject({ status: 2 });
  });
});

describe("rapport watch", { timeout: 180_000 }, () => {
  it("builds at once and after each save, and keeps the last good site while there is a problem", async () => {
    const page = () => readFileSync(at("site/services/harbour-lane/2025/index.html"), "utf8");
    const file = at("audits/harbour-lane/2025.yaml");
    const good = readFileSync(file, "utf8");
    start("watch", "--out", "site");
    await hears(/Watching audits and rapport\.yaml\./);
    expect(page()).toContain("Harbour Lane");

    writeFileSync(file, good.replace(/^( +name: )Harbour Lane.*/m, "$1Harbour Street (invented)"));
    await hears(/Built 3 reports into site/, 2);
    expect(page()).toContain("Harbour Street");

    writeFileSync(file, good.replace(/^preferences:/m, "prefrences:"));
    await hears(/The last site in site is as it was/);
    expect(said).toMatch(/2025\.yaml:\d+:1 "prefrences" is not one of the questions here/);
    expect(page()).toContain("Harbour Street");

    writeFileSync(file, good);
    writeFileSync(at("rapport.yaml"), "title: Ours\n");
    await hears(/Built 3 reports into site/, 3);
    expect(page()).toContain("<title>Harbour Lane");
    expect(page()).toContain("Ours</title>");
  });

  it("ends where it is used wrongly", () => {
    expect(rapportIn(folder, "watch", "--out", ".")).toMatchObject({ status: 2 });
  });
});
