import { describe, expect, it } from "vitest";
import { counts, grade, median } from "../../src/cli/readability.ts";

describe("a text", () => {
  it("has sentences, words and syllables", () => {
    expect(counts(["The cat sat on the mat."])).toEqual({ sentences: 1, words: 6, syllables: 6 });
    expect(counts(["It works. Does it? Therapy helps."])).toEqual({ sentences: 3, words: 6, syllables: 8 });
  });

  it("ends a sentence with each block, and neither at a citation nor inside a section's number", () => {
    expect(counts(["ask early", "ask again"]).sentences).toBe(2);
    expect(counts(["Swift et al. Found it in 5.2.1 and elsewhere."]).sentences).toBe(1);
  });

  it("counts no numbers and no marks as words", () => {
    expect(counts(["In 2019, 30 per cent (5.2.1) did."])).toMatchObject({ words: 4 });
    expect(counts(["..."])).toEqual({ sentences: 0, words: 0, syllables: 0 });
  });
});

describe("a grade", () => {
  it("is as the formula has it", () => {
    expect(grade({ sentences: 1, words: 6, syllables: 6 })).toBeCloseTo(-1.45, 2);
    expect(grade({ sentences: 1, words: 20, syllables: 30 })).toBeCloseTo(9.91, 2);
    expect(grade({ sentences: 0, words: 0, syllables: 0 })).toBe(0);
  });

  it("has a median", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
