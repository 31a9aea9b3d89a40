import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptied, rapport, rapportIn, root, sites } from "./build.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1] ?? "");
const commands = blocks("sh")
  .flatMap((block) => block.trim().split(/\n|&&/))
  .map((command) => command.trim());
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the README", () => {
  it("names only commands that there are", () => {
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) {
      if (command === "npm ci") continue;
      if (/^(npx rapport|npm install --no-save) /.test(command)) continue; // tests/package runs these
      const script = /^npm (?:run )?([a-z]+)/.exec(command)?.[1] ?? "";
      expect(Object.keys(scripts), command).toContain(script);
    }
  });

  it.each(commands.filter((command) => command.startsWith("npm run rapport -- ")))("`%s` runs clean", (command) => {
    const words = command.slice("npm run rapport -- ".length).split(" ");
    // What `npm run build` writes into dist stands elsewhere for the tests, and what `new` writes does too.
    if (words[0] === "new") words.push("--out", join(emptied("readme-new"), "2026.yaml"));
    const { status, stdout } = rapport(...words.map((word) => word.replace(/^dist\b/, sites.own)));
    expect(status).toBe(0);
    expect(stdout).not.toBe("");
  });

  it("shows an audit that is sound, and whose finding is as the text says of what is left out", () => {
    const [yaml = ""] = blocks("yaml");
    const folder = join(emptied("readme"), "quay-street");
    mkdirSync(folder);
    const file = join(folder, "2026.yaml");
    writeFileSync(file, yaml);
    const { status, stdout } = rapport("score", file, "--format", "json");
    expect(status).toBe(0);
    const { findings } = JSON.parse(stdout);
    const at = (id: string) => findings.find((finding: { criterion: string }) => finding.criterion === id);
    expect(at("preferences-therapy").levels).toEqual([2]);
    expect(at("wait-first-contact")).toMatchObject({ standing: "open", levels: [0, 1, 2, 3] });
  });

  it("shows settings that are sound", () => {
    const [, yaml = ""] = blocks("yaml");
    const folder = emptied("readme-settings");
    writeFileSync(join(folder, "rapport.yaml"), yaml);
    writeFileSync(join(folder, "logo.svg"), "<svg/>");
    expect(yaml).toMatch(/^search_engines: /m);
    expect(rapportIn(folder, "check")).toMatchObject({ status: 0, stdout: "" });
  });

  it("names only files and folders that there are", () => {
    const paths = [
      ...readme.matchAll(/^ {4}([a-z./]+)/gm),
      ...readme.matchAll(/`((?:src|tests|content|audits|schemas)\/[\w./-]+)`/g),
    ].map((match) => match[1] ?? "");
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
    expect(existsSync(join(root, ".github/report.png"))).toBe(true);
  });
});
