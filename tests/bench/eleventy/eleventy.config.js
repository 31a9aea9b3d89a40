/** Eleventy's settings for the benchmark. RAPPORT_AUDITS and RAPPORT_OUT say from where and where to. */
import { exceptionHead } from "../../../src/report/finding.ts";
import { rowsShown } from "../../../src/report/comparison.ts";
import { capital, shortly } from "../../../src/report/wording.ts";

export default function configure(eleventy) {
  eleventy.setQuietMode(true);
  eleventy.setUseGitIgnore(false);
  eleventy.addFilter("capital", capital);
  eleventy.addFilter("exceptionHead", exceptionHead);
  eleventy.addFilter("rowsShown", ({ themes }) => {
    const { length } = themes.flatMap(({ rows }) => rows);
    return rowsShown(length, length);
  });
  eleventy.addFilter("says", (all) => all.map(({ says }) => says));
  eleventy.addFilter("titles", (all) => all.map(({ title }) => title));
  eleventy.addFilter("shortly", shortly);
  eleventy.addFilter("json", (value) => JSON.stringify(value));
  return { dir: { input: "pages", output: process.env.RAPPORT_OUT }, htmlTemplateEngine: "njk" };
}
