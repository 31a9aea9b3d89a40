import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptied, rapport, root } from "./build.ts";
import { filesOf } from "./pages.ts";

describe("a build with a problem", () => {
  it("prints every problem of every audit, ends with 1, and leaves the last good site as it was", () => {
    const audits = emptied("audits-broken");
    cpSync(join(root, "audits"), audits, { recursive: true });
    const out = emptied("last-good");
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
    expect(filesOf(out)).toEqual(["index.html"]);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("the last good site");
  });
});
