import { describe, expect, it } from "vitest";
import { contrast, enough } from "../../src/core/contrast.ts";

describe("contrast", () => {
  it("is as WCAG has it: black on white 21, the same colour 1, whichever comes first", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#0b5d57", "#0b5d57")).toBe(1);
    expect(contrast("#FFFFFF", "#767676")).toBe(contrast("#767676", "#ffffff"));
  });

  it("tells the lightest grey that may stand on white from the next", () => {
    expect(contrast("#767676", "#ffffff")).toBeGreaterThanOrEqual(enough);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(enough);
  });
});
