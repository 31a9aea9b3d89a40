import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedAudits, root, shell } from "./build.ts";

let server: ChildProcess;
let address = "";
let said = "";
const audits = changedAudits();
const file = join(audits, "harbour-lane", "2025.yaml");

beforeAll(async () => {
  server = spawn(process.execPath, ["src/cli/main.ts", "dev"], {
    cwd: root,
    env: { ...shell, RAPPORT_AUDITS: audits, NO_COLOR: "1" },
  });
  address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.on("exit", () => reject(new Error(said)));
  });
});

afterAll(() => {
  server?.kill();
});

/** The report's page, once it says what is hoped for; what it said last where it never does. */
async function report(hoped: RegExp): Promise<string> {
  let html = "";
  for (let attempt = 0; attempt < 100 && !hoped.test(html); attempt += 1) {
    html = await (await fetch(`${address}/services/harbour-lane/2025/`)).text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return html;
}

describe("npm run dev", () => {
  it("shows a saved fact, says what is wrong with a broken one, and recovers when it is mended", async () => {
    const good = readFileSync(file, "utf8");
    const range = (html: string) => /Range (\d+)/.exec(html)?.[1];
    const before = range(await report(/Range \d+/));

    writeFileSync(
      file,
      good
        .replace("asked: discretionary", "asked: absent")
        .replace(/^( +)(when|how|therapy_items|therapist_items): .*$/gm, "$1$2: []"),
    );
    expect(range(await report(new RegExp(`Range (?!${before} )\\d+`)))).not.toBe(before);

    writeFileSync(file, good.replace("preferences:", "prefrences:"));
    await report(/<title>Error/);
    expect(said).toMatch(/"prefrences" is not one of the questions here\n {4}did you mean "preferences"\?/);

    writeFileSync(file, good);
    expect(range(await report(new RegExp(`Range ${before} `)))).toBe(before);
  });
});
