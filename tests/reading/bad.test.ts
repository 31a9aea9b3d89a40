import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { line, problemsOf, root } from "./yardstick.ts";

const folder = join(root, "tests", "bad");
const files = readdirSync(folder).toSorted();

/** The problems that a file's first comment lines say it must give. */
function expected(text: string): string[] {
  return text.split("\n").flatMap((one) => /^# (\d+:\d+ .*)$/.exec(one)?.[1] ?? []);
}

describe("a broken audit", () => {
  it("is there for every slip that is known", () => {
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(files)("%s gives just the problems that it says", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const wanted = expected(text);
    expect(wanted.length).toBeGreaterThan(0);
    expect(problemsOf(text).map(line)).toEqual(wanted);
  });

  it.each(files)("%s is told in plain text", (file) => {
    for (const { message, hint = "" } of problemsOf(readFileSync(join(folder, file), "utf8"))) {
      expect(message + hint).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(message).not.toMatch(/\.$/);
    }
  });
});
