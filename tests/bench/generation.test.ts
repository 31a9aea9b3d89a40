/** The benchmark's audits: sound, varied, and the same for the same seed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { readAudits } from "../../src/reading/disk.ts";
import { root, yardstick } from "../core/yardstick.ts";
import { placeAt, placesOf } from "./eleventy/places.js";
import { generate } from "./generation.ts";

const folder = mkdtempSync(join(tmpdir(), "rapport-"));
const textsOf = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => readFileSync(join(folder, name, path), "utf8"));

beforeAll(() => {
  for (const name of ["once", "again"]) generate(60, join(folder, name));
  generate(60, join(folder, "otherwise"), 7);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the benchmark's audits", () => {
  it("are as many as asked for, and each is sound", () => {
    const { audits, problems } = readAudits(join(folder, "once"), root, yardstick);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(audits.length).toBe(60);
    expect(new Set(audits.map(({ audit }) => audit.service.id)).size).toBeLessThan(60);
  });

  it("differ as services do", () => {
    const { audits } = readAudits(join(folder, "once"), root, yardstick);
    const standings = audits.map((audit) =>
      assess(audit, yardstick.catalogue).findings.map(({ levels }) => levels.join()),
    );
    expect(new Set(standings.map((one) => one.join(" "))).size).toBe(60);
    expect(new Set(audits.map(({ audit }) => audit.service.type)).size).toBeGreaterThan(5);
    for (const count of [0, 1, 2])
      expect(
        audits.some(({ audit }) => audit.gates?.length === count),
        `${count} gates`,
      ).toBe(true);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(textsOf("again")).toEqual(textsOf("once"));
    expect(textsOf("otherwise")).not.toEqual(textsOf("once"));
  });

  it("give Eleventy the lines of an answer where Rapport has them, or those of what it stands in", () => {
    const { audits } = readAudits(join(folder, "once"), root, yardstick);
    let held = 0;
    for (const { text, places } of audits) {
      const found = placesOf(text);
      for (const [pointer, { line }] of places) {
        if (pointer === "") continue;
        const place = placeAt(found, pointer);
        if (found.has(pointer)) expect(place?.line, pointer).toBe(line);
        expect(place && place.line <= line && line <= place.lastLine, pointer).toBe(true);
        held += 1;
      }
    }
    expect(held).toBeGreaterThan(5000);
  });
});
