/** Building from a folder that has nothing but audits, and what is left when a build is stopped. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marker } from "../../src/cli/output.ts";
import { base, main, type Ran, rapportIn, root, shell, siteAddress, sites } from "./build.ts";
import { filesOf, pageAt } from "./pages.ts";

let folder = "";
const at = (name: string) => join(folder, name);
let built: Ran;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-outside-"));
  cpSync(join(root, "audits"), at("audits"), { recursive: true });
  // A shell may have variables that Vite would take for its own.
  Object.assign(shell, { BASE_URL: "/elsewhere/", SITE: "https://example.com", DEV: "1" });
  built = rapportIn(folder, "build", "--audits", "./audits", "--out", "./site", "--site", siteAddress);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in the folder, hidden files too. */
const there = () => readdirSync(folder).toSorted();

/** Starts a build into the site that is there, and says how it ended. */
function started(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, "build", "--out", "site", ...args], {
    cwd: folder,
    env: shell,
    stdio: "ignore",
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on("exit", (code, signal) => resolve({ code, signal })),
  );
  return { child, ended };
}

/** Numbers from 0 to 1, the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("a build in a folder that has nothing but audits", () => {
  it("ends well, and touches nothing but its output", () => {
    expect(built, built.stderr).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("Built 12 reports into ./site.\n"),
    });
    expect(there()).toEqual(["audits", "site"]);
    expect(built.stdout).toMatch(/^audits\/copperbeck\/2025-26\.yaml:\d+:\d+ warning: /);
  });

  it("gives byte for byte the site that the repository gives of the same audits", () => {
    expect(filesOf(at("site"))).toEqual(filesOf(sites.based));
    for (const file of filesOf(sites.based))
      expect(readFileSync(join(folder, "site", file)).equals(readFileSync(join(sites.based, file))), file).toBe(true);
  });

  it("tells in no file where the audits lay", () => {
    for (const file of filesOf(at("site")).filter((path) => /\.(html|json|csv|bib|ris|yaml|js|css)$/.test(path)))
      expect(readFileSync(join(folder, "site", file), "utf8"), file).not.toMatch(
        /\/rapport-outside-|\/tmp\/|\/home\/|\.rapport-site-/,
      );
    const { file } = JSON.parse(readFileSync(at("site/services/harbour-lane/2025/assessment.json"), "utf8"));
    expect(file).toBe("audits/harbour-lane/2025.yaml");
  });

  it("stands under its base path", () => {
    const { $ } = pageAt(at("site"), "/services/");
    expect($("header a.name").attr("href")).toBe(base);
  });

  it("says what a report says elsewhere: score gives the same assessment, and verify finds it the same", () => {
    const { stdout } = rapportIn(folder, "score", "audits/harbour-lane/2025.yaml", "--format", "json");
    expect(stdout).toBe(readFileSync(at("site/services/harbour-lane/2025/assessment.json"), "utf8"));
    expect(rapportIn(folder, "verify", "site/services/harbour-lane/2025").status).toBe(0);
    expect(rapportIn(folder, "check")).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^12 sound audits: /),
    });
  });

  it("refuses to write over what is not its own, and builds nothing", () => {
    mkdirSync(at("photos"));
    writeFileSync(at("photos/a.jpg"), "x");
    for (const out of [".", "audits", "audits/site", "photos"])
      expect(rapportIn(folder, "build", "--out", out)).toMatchObject({
        status: 2,
        stdout: "",
        stderr: expect.stringMatching(/^Nothing was built\. --out .* choose a /),
      });
    expect(rapportIn(folder, "build", "--audits", "audit", "--out", "new")).toMatchObject({
      status: 2,
      stderr: "Nothing was built. There is no folder audit: name the folder with the audits with --audits DIR.\n",
    });
    expect(readdirSync(at("photos"))).toEqual(["a.jpg"]);
    rmSync(at("photos"), { recursive: true });
    expect(there()).toEqual(["audits", "site"]);
  });
});

describe("a build that is stopped", { timeout: 300_000 }, () => {
  const files = () => filesOf(at("site"));
  let whole: string[] = [];
  beforeAll(() => {
    whole = files();
  });

  it("leaves the last good site whole at whatever moment it is killed", async () => {
    const random = seeded(6);
    const start = performance.now();
    await started("--site", siteAddress).ended;
    const length = performance.now() - start;
    for (let kill = 0; kill < 4; kill += 1) {
      const { child, ended } = started("--site", siteAddress);
      setTimeout(() => child.kill("SIGKILL"), random() * length);
      await ended;
      // What a kill between the two renames of a swap would take away, the next command puts back.
      expect(files()).toEqual(whole);
      expect(readFileSync(at(`site/${marker}`), "utf8")).toMatch(/^Rapport built this folder/);
    }
  });

  it("clears away at once what it began where Ctrl-C stops it", async () => {
    const { child, ended } = started();
    const working = () => there().filter((name) => name.includes(`-${child.pid}-`));
    while (working().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(working()).toEqual([]);
    expect(files()).toEqual(whole);
  });

  it.runIf(process.platform === "linux")("leaves it whole where the disk takes no more, and says so", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `ulimit -f 40; exec "${process.execPath}" "${main}" build --out site`],
      {
        cwd: folder,
        env: shell,
        encoding: "utf8",
      },
    );
    expect(status, stderr).toBe(3);
    expect(stderr).toMatch(/^The site could not be written: a file would be larger than is allowed/);
    expect(files()).toEqual(whole);
  });

  it("does not hurt another one that runs at the same time, and clears what killed ones left", async () => {
    const ends = await Promise.all([started("--site", siteAddress).ended, started("--site", siteAddress).ended]);
    for (const end of ends) expect(end).toEqual({ code: 0, signal: null });
    expect(files()).toEqual(whole);
    expect(there()).toEqual(["audits", "site"]);
  });
});
