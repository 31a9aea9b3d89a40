import { expect, test } from "vitest";
import { listed } from "../../src/core/listed.ts";

test("a list has commas, and a word before its last", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b"])).toBe("a and b");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(listed(["a", "b", "c"], "or")).toBe("a, b or c");
});
