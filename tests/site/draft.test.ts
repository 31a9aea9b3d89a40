import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { emptied, rapport, root } from "./build.ts";
import { drafts, onlyInDrafts, writeDrafts } from "./drafts.ts";
import { filesOf, pageAt } from "./pages.ts";

const audits = emptied("audits-unfinished");
const site = emptied("finished");
let built: ReturnType<typeof rapport>;

beforeAll(() => {
  writeDrafts(root, audits);
  built = rapport("build", "--audits", audits, "--out", site);
});

/** The files of the site that have these words in them, those of the search index unpacked. */
function filesWith(words: string): string[] {
  return filesOf(site).filter((file) => {
    const bytes = readFileSync(join(site, file));
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (packed ? gunzipSync(bytes) : bytes).toString("utf8");
    return text.toLowerCase().includes(words.toLowerCase());
  });
}

describe("a build with drafts among the audits", () => {
  it("ends well, and names them on stderr", () => {
    expect(built.status).toBe(0);
    expect(built.stderr).toContain(`Built 2 reports into ${site}.`);
    const named = drafts.map((id) => join(".rapport/test/audits-unfinished", `${id}.yaml`)).join(", ");
    expect(built.stderr).toContain(`Left out, as drafts: ${named}.`);
    expect(built.stdout).not.toMatch(/draft/i);
  });

  it("has no page and no download for them", () => {
    const paths = filesOf(site);
    expect(paths.some((path) => path.startsWith("services/harbour-lane/2025/"))).toBe(true);
    for (const id of drafts) expect(paths.filter((path) => path.includes(id))).toEqual([]);
  });

  it("has nothing of them in any file: lists, criteria, comparisons, downloads or search", () => {
    expect(filesWith(onlyInDrafts)).toEqual([]);
    for (const id of drafts) expect(filesWith(id)).toEqual([]);
    // The search is a search: what is finished is found, in the index too.
    const found = filesWith("Harbour Lane Counselling");
    for (const place of [/^services\/index\.html$/, /^criteria\/.+index\.html$/, /^compare\//, /^pagefind\/fragment\//])
      expect(found.some((file) => place.test(file))).toBe(true);
  });

  it("takes a service's name and newest audit from what is finished", () => {
    expect(pageAt(site, "/services/harbour-lane/").$("h1").text()).toBe("Harbour Lane Counselling (invented)");
    expect(pageAt(site, "/services/harbour-lane/").$("main").text()).not.toContain("2026");
  });

  it("marks no page as a draft", () => {
    for (const file of filesOf(site).filter((path) => path.endsWith(".html")))
      expect(readFileSync(join(site, file), "utf8")).not.toMatch(/class="draft"|DRAFT|\(draft\)/);
  });
});

describe("a draft", () => {
  const file = join(audits, "zebrawood", "2026.yaml");

  it("is checked like any other audit, and a problem in it stops a build like any other", () => {
    const text = readFileSync(file, "utf8");
    const spoilt = emptied("audits-spoilt-draft");
    writeDrafts(root, spoilt);
    expect(rapport("check", spoilt).status).toBe(0);
    const [, line = ""] = /^( {2}counts: .*)$/m.exec(text) ?? [];
    expect(line).not.toBe("");
    const draft = join(spoilt, "zebrawood", "2026.yaml");
    writeFileSync(draft, text.replace(line, "  counts: {referrals: 3}"));
    for (const command of [
      ["check", spoilt],
      ["build", "--audits", spoilt, "--out", emptied("spoilt")],
    ]) {
      const { status, stdout } = rapport(...command);
      expect(status).toBe(1);
      expect(stdout).toMatch(/zebrawood\/2026\.yaml:\d+:\d+ audit\.counts\.referrals: a small number/);
    }
  });

  it("is scored in the terminal, where it is called a draft", () => {
    expect(rapport("score", file).stdout).toMatch(/^Zebrawood Counselling \(invented\), .* \(draft\)\n/);
  });
});
