/** A short run of the fuzzing of pages; `npm run fuzz` is the long one. */
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { mark, markup } from "../fuzz/fragments.ts";
import { foreignIn, hostilePages } from "../fuzz/pages.ts";

describe("a site of hostile audits", () => {
  it("has no element, attribute, comment or script that came from one", { timeout: 120_000 }, () => {
    const { count, wrong } = hostilePages(30, 19_610_801);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(150);
  });

  it.each([
    `<p>${markup[0]}</p>`,
    `<p title="${markup[1]}">`,
    `<p title='${markup[2]}'>`,
    `<p title=${markup[3]}>`,
    `<title>${markup[4]}`,
    `<p>${markup[5]}`,
    `<p>${markup[7]}`,
    `<p>${markup[9]}`,
    `<p>${markup[10]}`,
    `<p>${markup[11]}`,
    `<a href="${markup.at(-1)}">${mark}</a>`,
  ])("would be told %s", (html) => {
    expect(foreignIn(load(html))).not.toEqual([]);
  });
});
