import { cpSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptied, rapport, root } from "./build.ts";
import { filesOf } from "./pages.ts";

it("a build that takes reports over from the last site comes to the same bytes as one that makes all anew", () => {
  const audits = emptied("audits-kept");
  for (const service of ["harbour-lane", "auchterquill"])
    cpSync(join(root, "audits", service), join(audits, service), { recursive: true });
  const site = join(emptied("kept"), "site");
  const build = (...more: string[]) => {
    const { status, stderr } = rapport("build", "--audits", audits, "--out", site, ...more);
    expect(status, stderr).toBe(0);
    return new Map(filesOf(site).map((file) => [file, readFileSync(join(site, file), "latin1")]));
  };
  const inode = (id: string) => statSync(join(site, "services", id, "index.html")).ino;

  build();
  const [lane, quill] = [inode("harbour-lane/2026"), inode("auchterquill/2025")];
  const file = join(audits, "harbour-lane", "2025.yaml");
  writeFileSync(
    file,
    `${readFileSync(file, "utf8")}
# a remark
`,
  );
  const again = build();
  expect(inode("auchterquill/2025")).toBe(quill);
  expect(inode("harbour-lane/2026")).not.toBe(lane);

  const fresh = build("--fresh");
  expect(inode("auchterquill/2025")).not.toBe(quill);
  expect([...again.keys()]).toEqual([...fresh.keys()]);
  for (const [name, bytes] of fresh) expect(again.get(name) === bytes, name).toBe(true);
}, 120_000);
