import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mark, marker } from "../../src/cli/output.ts";
import { emptied, rapport, root, shell } from "./build.ts";
import { filesOf } from "./pages.ts";

describe("a build with a problem", () => {
  it("prints every problem of every audit, ends with 1, and leaves the last good site as it was", () => {
    const audits = emptied("audits-broken");
    cpSync(join(root, "audits"), audits, { recursive: true });
    const out = emptied("last-good");
    mark(out);
    writeFileSync(join(out, "index.html"), "the last good site");
    const spoil = (file: string, from: string | RegExp, to: string) => {
      const path = join(audits, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    spoil("harbour-lane/2025.yaml", /^preferences:/m, "prefrences:");
    spoil("saltmere-marsh/2026-spring.yaml", /nation: england/, "nation: englund");
    mkdirSync(join(audits, "a..b"));

    const { status, stdout, stderr } = rapport("build", "--audits", audits, "--out", out);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /harbour-lane\/2025\.yaml:\d+:1 "prefrences" is not one of the questions here\n {4}did you mean "preferences"\?/,
    );
    expect(stdout).toMatch(/saltmere-marsh\/2026-spring\.yaml:\d+:\d+ .*"englund"/);
    expect(stdout).toMatch(/a\.\.b:1:1 this can't be a service's folder/);
    expect(stderr).toMatch(/Nothing was built/);
    expect(filesOf(out)).toEqual([marker, "index.html"]);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("the last good site");
  });
});

describe("a build with an id in the guidance that leads nowhere", () => {
  it("says the file, the line and the id, ends with 1, and builds nothing", () => {
    const project = emptied("project-broken");
    for (const part of ["audits", "content", "schemas", "src", "package.json"])
      cpSync(join(root, part), join(project, part), { recursive: true });
    const page = join(project, "content/guidance/beginnings.mdx");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, `${text}\nSee <Cite id="nobody-1900" /> and [nowhere](/guidance/nowhere/).\n`);
    const line = text.split("\n").length + 1;

    for (const command of ["check", "build"]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, "src/cli/main.ts"), command], {
        cwd: project,
        env: shell,
        encoding: "utf8",
      });
      expect(status, stderr).toBe(1);
      expect(stdout).toContain(
        `content/guidance/beginnings.mdx:${line}:5 there is no reference "nobody-1900" in content/references.yaml\n`,
      );
      expect(stdout).toContain(`content/guidance/beginnings.mdx:${line}:45 the link leads to /guidance/nowhere/`);
    }
    expect(filesOf(project).some((file) => file.startsWith("dist/"))).toBe(false);
  });
});
