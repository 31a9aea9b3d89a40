/**
 * The package as users have it: packed, laid into node_modules of a folder that has nothing but audits, read-only,
 * and run by somebody who may not write there. Its packages are those of the lock, linked instead of installed.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { root, shell } from "../site/build.ts";
import { filesOf } from "../site/pages.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const { bin, scripts, ...manifest } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const audit = "audits/harbour-lane/2025.yaml";

/** Root may write anywhere: then somebody runs it who is nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rapport-package-")));
  execFileSync(process.execPath, ["src/tools/bundle.ts"], { cwd: root });
  // Without its scripts, which would make again what other tests are reading; they are held against these steps below.
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root, stdio: "ignore" });
  const installed = at("node_modules/rapport");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", at(`rapport-${manifest.version}.tgz`), "-C", installed, "--strip-components=1"]);
  rmSync(at(`rapport-${manifest.version}.tgz`));
  for (const name of readdirSync(join(root, "node_modules")).filter((one) => !one.startsWith(".")))
    symlinkSync(join(root, "node_modules", name), at(`node_modules/${name}`), "junction");
  cpSync(join(root, "audits"), at("audits"), { recursive: true });
  execFileSync("chmod", ["-R", "a-w,a+rX", at("node_modules/rapport")]);
  if (nobody.uid) for (const path of [folder, at("audits")]) chownSync(path, nobody.uid, nobody.gid);
}, 120_000);

afterAll(() => {
  execFileSync("chmod", ["-R", "u+w", at("node_modules/rapport")]);
  rmSync(folder, { recursive: true });
});

/** A Node of the machine that is too old for Rapport, where there is one. */
const old = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((part) => join(part, "node"))
  .find((path) => /^v(1\d|20|21)\./.test(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? ""));

/** Runs the package's command as its user would. */
function rapport(...args: readonly string[]) {
  return rapportWith(process.execPath, ...args);
}

function rapportWith(node: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(node, [at(`node_modules/rapport/${bin.rapport}`), ...args], {
    cwd: folder,
    env: { ...shell, HOME: folder, TMPDIR: folder },
    encoding: "utf8",
    ...nobody,
  });
  return { status, stdout, stderr };
}

describe("the package", () => {
  it("is made by the steps that this test takes, and is not published by mistake", () => {
    expect(scripts.prepare).toBe("node src/tools/generate.ts");
    expect(scripts.prepack).toBe("node src/tools/bundle.ts");
    // No licence is given yet, and the name belongs to others in the registry.
    expect(manifest.private).toBe(true);
  });

  it("holds no tests, no audits, no tools and no command line that Node would refuse", () => {
    const files = filesOf(at("node_modules/rapport"));
    expect(files.filter((file) => /^(tests|audits|src\/(cli|tools))\//.test(file))).toEqual([]);
    expect(files).toContain("src/reading/made/validators.js");
    expect(files).toContain("src/pages/index.astro");
    expect(files).toContain("schemas/audit.schema.json");
  });

  it("builds the site from a folder with nothing but audits, as somebody who may not write to the package", () => {
    const { status, stderr } = rapport("build", "--audits", "./audits", "--out", "./site", "--base", "/ours/");
    expect(status, stderr).toBe(0);
    expect(stderr).toBe("Built 12 reports into ./site.\n");
    expect(readFileSync(at("site/index.html"), "utf8")).toContain('href="/ours/services/"');
    expect(
      readdirSync(folder)
        .filter((name) => !name.startsWith("node-compile-cache"))
        .toSorted(),
    ).toEqual(["audits", "node_modules", "site"]);
  });

  /** Every command that ends by itself. */
  const runs: Readonly<Record<string, readonly string[]>> = {
    check: [],
    score: [audit],
    explain: ["preferences-therapy", audit],
    plan: [audit],
    diff: ["audits/harbour-lane/2024.yaml", audit],
    catalogue: [],
    guidance: [],
    verify: ["site/services/harbour-lane/2025"],
    new: ["quay-street"],
  };

  it.each(Object.entries(runs))("runs %s", (command, args) => {
    const { status, stdout, stderr } = rapport(command, ...args);
    expect(status, stderr).toBe(0);
    expect(stdout + stderr).not.toBe("");
  });

  it.runIf(old)("starts the Node that came with it where the machine's own is too old", () => {
    expect(rapportWith(old ?? "", "score", audit)).toEqual(rapport("score", audit));
    expect(rapportWith(old ?? "", "score")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^score takes/) });
  });

  it("shows the site while an audit is written", async () => {
    const child = spawn(process.execPath, [at(`node_modules/rapport/${bin.rapport}`), "dev"], {
      cwd: folder,
      env: { ...shell, HOME: folder, TMPDIR: folder, NO_COLOR: "1" },
      ...nobody,
    });
    let said = "";
    const address = await new Promise<string>((found, failed) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => {
          said += chunk;
          const [local] = /http:\/\/localhost:\d+/.exec(said) ?? [];
          if (local) found(local);
        });
      child.on("exit", () => failed(new Error(said)));
    });
    const page = await (await fetch(`${address}/services/harbour-lane/2025/`)).text();
    expect(page).toContain("<h1");
    expect(page).toContain("Harbour Lane");
    const ended = once(child, "exit");
    child.kill("SIGINT");
    await ended;
    expect(readdirSync(folder).filter((name) => name.startsWith(".rapport-"))).toEqual([]);
  });

  // In the README's order: what is built is shown. The last two run until they are stopped; tests/site/watch.test.ts runs them.
  const readme = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^npx rapport (.*)$/gm)].map(
    ([, run = ""]) => run,
  );
  it.each(readme.filter((run) => !/^(preview|watch)/.test(run)))("runs `npx rapport %s` of the README", (run) => {
    expect(readme.length).toBeGreaterThan(4);
    const { status, stderr } = rapport(...run.split(" "));
    expect(status, stderr).toBe(0);
  });

  it("is named in the README as it is packed", () => {
    expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`./rapport-${manifest.version}.tgz`);
  });

  it("tells of every command how it is used", () => {
    const { stdout } = rapport("--help");
    for (const { name } of commands) expect(stdout).toContain(`rapport ${name}`);
    expect(Object.keys(runs).toSorted()).toEqual(
      commands
        .map(({ name }) => name)
        .filter((name) => !["build", "dev", "preview", "watch"].includes(name))
        .toSorted(),
    );
  });
});
