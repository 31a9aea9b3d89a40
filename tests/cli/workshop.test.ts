import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clear, openWorkshop } from "../../src/cli/workshop.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";
const at = (name: string) => join(folder, name);
const page = () => readFileSync(at("site/index.html"), "utf8");

/** A workshop beside the site, whose new site has one page that says this. */
function workshopWith(says: string) {
  const workshop = openWorkshop(root, at("site"));
  mkdirSync(workshop.site);
  writeFileSync(join(workshop.site, "index.html"), says);
  return workshop;
}

/** A process that has ended. */
const dead = spawnSync(process.execPath, ["-e", "0"]).pid;

/** Leaves a workshop as a build that was killed leaves it: of a process that has ended, with the last site in it or not. */
function abandoned(last?: string): string {
  const { project } = openWorkshop(root, at("site"));
  const left = join(project, "..");
  const name = basename(left).replace(/-\d+-(\w{6})$/, `-${dead}-$1`);
  renameSync(left, at(name));
  if (last !== undefined) {
    mkdirSync(at(`${name}/last`));
    writeFileSync(at(`${name}/last/index.html`), last);
  }
  return name;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-workshop-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a workshop", () => {
  it("stands beside the output, holds what Astro needs, and leaves nothing when it is closed", () => {
    const { project, close } = openWorkshop(root, at("deep/down/site"));
    expect(readdirSync(at("deep/down"))).toHaveLength(1);
    expect(existsSync(join(project, "src/pages/index.astro"))).toBe(true);
    expect(existsSync(join(project, "../node_modules/astro")) || existsSync(join(project, "node_modules/astro"))).toBe(
      true,
    );
    close();
    close();
    expect(readdirSync(at("deep/down"))).toEqual([]);
  });

  it("swaps its site in, in place of none or of the last one", () => {
    for (const says of ["first", "second"]) {
      const { swap, close } = workshopWith(says);
      swap();
      close();
      expect(page()).toBe(says);
    }
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  it("leaves the last site as it was when it is closed before it swaps", () => {
    const first = workshopWith("first");
    first.swap();
    first.close();
    workshopWith("second").close();
    expect(page()).toBe("first");
  });

  it("does not mind another at the same output", () => {
    const [one, other] = [workshopWith("one"), workshopWith("other")];
    one.swap();
    other.swap();
    one.close();
    expect(page()).toBe("other");
    other.close();
    expect(readdirSync(folder)).toEqual(["site"]);
  });
});

describe("what a killed build left", () => {
  it("is cleared by the next, while that of a running build stays", () => {
    const left = abandoned();
    const { project, close } = openWorkshop(root, at("site"));
    expect(existsSync(at(left))).toBe(false);
    clear(folder);
    expect(existsSync(project)).toBe(true);
    close();
  });

  it("gives the last site back where it was killed in the middle of the swap, and only there", () => {
    abandoned("the last good site");
    clear(folder);
    expect(page()).toBe("the last good site");
    abandoned("an older one");
    clear(folder);
    expect(page()).toBe("the last good site");
    expect(readdirSync(folder)).toEqual(["site"]);
  });

  it("stays for a day where another machine left it, which can't be asked whether it still builds", () => {
    const name = abandoned().replace(/-[0-9a-f]{6}-/, "-000000-");
    renameSync(at(readdirSync(folder)[0] ?? ""), at(name));
    clear(folder);
    expect(readdirSync(folder)).toEqual([name]);
    const old = Date.now() / 1000 - 25 * 60 * 60;
    utimesSync(at(name), old, old);
    clear(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is nothing else: files and folders with other names are left alone", () => {
    const others = [".rapport", ".rapport-site", ".rapport-notes-on-2025", "site"];
    for (const name of others) mkdirSync(at(name));
    clear(folder);
    expect(readdirSync(folder).toSorted()).toEqual(others.toSorted());
  });
});
