import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ran, root } from "./ran.ts";

const audit = "audits/harbour-lane/2025.yaml";

describe("rapport check", () => {
  it("ends with 0 where there are no errors, and counts what it read as talk", async () => {
    expect(await ran(["check"])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^12 sound audits: no problems, \d warnings?\.\n$/),
    });
    expect((await ran(["check", audit])).stderr).toMatch(/^1 sound audit/);
    expect((await ran(["check", "audits/harbour-lane"])).stderr).toMatch(/^3 sound audits/);
    expect((await ran(["check", "audits"])).stderr).toMatch(/^12 sound audits/);
  });

  it("prints each problem with file, line and column, and ends with 1", async () => {
    const { status, stdout, stderr } = await ran([
      "check",
      "tests/bad/median-over-longest.yaml",
      "tests/bad/alias.yaml",
      "nowhere.yaml",
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "tests/bad/median-over-longest.yaml:14:54 waits[referral_to_therapy].median: 11 is more than longest (9)\n",
    );
    expect(stdout).toMatch(/^tests\/bad\/alias\.yaml:\d+:\d+ .*\n {4}/m);
    expect(stdout).toContain("nowhere.yaml:1:1 there is no such file\n");
    expect(stderr).toMatch(/^no sound audits: 3 problems, no warnings\.\n$/);
  });
});

describe("an audit that holds what a terminal obeys", () => {
  // Sound as it is: a name may hold any sign.
  const folder = mkdtempSync(join(tmpdir(), "rapport-"));
  const hostile = join(folder, "hostile.yaml");
  const text = readFileSync(join(root, audit), "utf8");
  writeFileSync(hostile, text.replace(/^ {2}name: .*$/m, '  name: "Quiet \\e[31mHarbour\\u202e\\ud800\\r\\x9b"'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["score", hostile],
    ["score", hostile, "--format", "json"],
    ["plan", hostile],
    ["plan", hostile, "--format", "json"],
    ["diff", hostile, hostile],
    ["diff", hostile, hostile, "--format", "json"],
    ["explain", "G5", hostile],
  ])("is printed with those signs written out: %s", async (...args) => {
    const { status, stdout, stderr } = await ran(args);
    expect(status, stderr).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Cf}|\p{Cs}/u);
  });
});

describe("rapport check of several audits", () => {
  it("tells what two of them give away together, naming both, and nothing where one file is given twice", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rapport-"));
    const text = readFileSync(join(root, audit), "utf8");
    const [year, part] = [join(folder, "year.yaml"), join(folder, "part.yaml")];
    writeFileSync(year, text);
    writeFileSync(part, text.replace("to: 2025-03-31}", "to: 2025-02-28}").replace("referrals: 812", "referrals: 809"));
    const both = await ran(["check", year, part]);
    const twice = await ran(["check", year, year]);
    rmSync(folder, { recursive: true });
    expect(both.status).toBe(1);
    expect(both.stdout).toContain(`${part}:25:23 audit.counts.referrals: taken from the number in ${year}, `);
    expect(twice.status).toBe(0);
  });
});

describe("rapport score", () => {
  it("prints the profile and the range before anything else", async () => {
    const { status, stdout } = await ran(["score", audit]);
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "Harbour Lane Counselling (invented), 1 April 2024 to 31 March 2025",
      expect.stringMatching(
        /^Good practice \d+ · Developing \d+ · Weak \d+ · Works against \d+ · Open \d+ · Not applicable \d+ · of \d+ criteria$/,
      ),
      expect.stringMatching(/^Range \d+( to \d+)? of 100: /),
    ]);
  });

  it("prints the whole assessment as JSON, warnings apart", async () => {
    const { status, stdout, stderr } = await ran(["score", audit, "--format", "json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: "rapport-assessment/1", id: "harbour-lane/2025", file: audit });
    expect(stderr).toMatch(/warning: evidence E2/);
  });

  it("scores nothing where the audit has errors", async () => {
    expect(await ran(["score", "tests/bad/alias.yaml"])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Nothing was scored: 1 problem/),
    });
  });
});

describe("rapport diff", () => {
  const old = "audits/harbour-lane/2024.yaml";

  it("prints what moved between two audits, criterion by criterion, with the facts that changed", async () => {
    const { status, stdout, stderr } = await ran(["diff", old, audit]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Harbour Lane Counselling \(invented\)\nSince the audit of April 2023 to March 2024: /);
    expect(stdout).toMatch(/\n\nMoved up\n {2}[A-Z]\d /);
    expect(stdout).toMatch(
      /\n {5}as published then: Developing; then, by today's criteria: \w+[^\n]*; now: [^\n]*\n {5}- /,
    );
    expect(stdout).toContain(
      "Referral to first contact, median wait: 38 days among 548 people, now 19 days among 640 people\n",
    );
    expect(stdout).toMatch(/\n\nWhat the criteria changed\n {2}The report of then was made under /);
    expect(stdout).toMatch(/\n {2}Range over all themes\n {5}April 2023 to March 2024: \d+/);
  });

  it("prints the comparison as JSON", async () => {
    const { status, stdout } = await ran(["diff", old, audit, "--format", "json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: "rapport-comparison/1",
      before: { id: "harbour-lane/2024" },
      after: { id: "harbour-lane/2025" },
      criteria: { version: "0.1.0" },
    });
  });

  it("says so where nothing moved, where the later audit is named first, and where these are two services", async () => {
    expect((await ran(["diff", audit, audit])).stdout).toContain("2025 no criterion is known to have moved.\n");
    expect(await ran(["diff", audit, old])).toMatchObject({
      status: 0,
      stderr: "The audit that is named first is the later of the two.\n",
    });
    expect(await ran(["diff", audit, "audits/auchterquill/2025.yaml"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "These are audits of two services; diff compares two audits of one\n",
    });
  });

  it("takes two files and a format that there is", async () => {
    expect(await ran(["diff", old, audit, audit])).toMatchObject({ status: 2, stdout: "" });
    expect((await ran(["diff", old, audit, "--format", "xml"])).stderr).toMatch(/^--format is text or json/);
  });

  it("compares nothing where either audit has errors", async () => {
    expect(await ran(["diff", "tests/bad/alias.yaml", audit])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Nothing was compared: 1 problem/),
    });
  });
});

describe("rapport explain", () => {
  it("prints a ladder by the criterion's id or code, without verdicts", async () => {
    const { status, stdout } = await ran(["explain", "preferences-therapy"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^P\d preferences-therapy: /);
    expect(stdout).toMatch(/Cost of stating a preference is not_allowed or longer_wait_undisclosed/);
    expect(stdout).not.toMatch(/Stands at|smallest change/);
    expect((await ran(["explain", stdout.slice(0, 2).toLowerCase()])).stdout).toBe(stdout);
  });

  it("says for an audit what each step comes to, and the smallest change that moves it up", async () => {
    const { stdout } = await ran(["explain", "preferences-therapy", audit]);
    expect(stdout).toMatch(/Stands at: Weak\n/);
    expect(stdout).toMatch(/^ {2}preferences\.asked: on_request$/m);
    expect(stdout).toMatch(/^ {2}no {4}Developing: /m);
    expect(stdout).toMatch(
      /The smallest change that moves it up\n {2}preferences\.asked: routine \(now on_request\)\n$/,
    );
  });

  it("proposes the nearest criterion where there is none of that name", async () => {
    expect(await ran(["explain", "diagnostic-gates"])).toMatchObject({
      status: 2,
      stderr: 'There is no criterion "diagnostic-gates"; did you mean "diagnostic-gate"?\n',
    });
  });
});

describe("rapport catalogue", () => {
  it("prints a row for each criterion, with the status of each number", async () => {
    const { status, stdout } = await ran(["catalogue"]);
    const rows = stdout.split("\n").filter((line) => /^\| [A-Z]\d/.test(line));
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Catalogue \\d+\\.\\d+\\.\\d+: ${rows.length} criteria`));
    expect(rows.find((row) => row.includes("wait-first-contact"))).toMatch(
      /0 1 2 3 and \d open \| soon 42 days \(verified\)/,
    );
  });
});

describe("rapport guidance", () => {
  it("prints a row for each page, in order, and the median grade", async () => {
    const { status, stdout } = await ran(["guidance"]);
    expect(status).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toBe("| page | sections | words | minutes | Flesch-Kincaid grade |");
    expect(lines.at(-1)).toMatch(/^Median grade \d+\.\d over \d+ pages$/);
    expect(stdout).toMatch(/^\| client-preferences \| 5\.2\.1 \| \d+ \| \d \| \d+\.\d \|$/m);
    expect(stdout.indexOf("| client-preferences |")).toBeLessThan(stdout.indexOf("| beginnings |"));
  });
});
