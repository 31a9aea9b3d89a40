import { expect, test } from "vitest";
import { slugs } from "../../src/report/slug.ts";
import { fc } from "../core/seed.ts";

const only = (name: string) => slugs([name]).get(name);

test.for([
  ["Northmoor Health Board (invented)", "northmoor-health-board-invented"],
  ["Bwrdd Iechyd Dŵr y Felin", "bwrdd-iechyd-dwr-y-felin"],
  ["  Grant (60 %) & donations ", "grant-60-donations"],
  ["../../etc", "etc"],
  ["慈善", "other"],
] as const)("%s is %s", ([name, slug]) => {
  expect(only(name)).toBe(slug);
});

test("a long name ends with a whole word", () => {
  const slug = only("The board of all the boards of the counties and the towns and the islands of the north");
  expect(slug).toBe("the-board-of-all-the-boards-of-the-counties-and-the-towns");
  expect(only("a".repeat(99))).toBe("a".repeat(60));
});

test("names that differ have addresses that differ, and every address is letters, numbers and hyphens", () => {
  const names = fc.array(fc.string({ unit: fc.constantFrom(..."aA1-. é") }), { maxLength: 12 });
  fc.assert(
    fc.property(names, (all) => {
      const found = slugs(all);
      expect(new Set(found.values()).size).toBe(new Set(all).size);
      for (const slug of found.values()) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
