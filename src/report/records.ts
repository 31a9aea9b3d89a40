/** What the search index holds of reports and criteria: lean records, a few hundred words each. */
import type { Assessment } from "../core/assess.ts";
import type { Around } from "./around.ts";
import type { CriterionView } from "./criterion.ts";
import { partOf } from "./parts.ts";
import type { ReportHead } from "./service.ts";
import { standingText } from "./wording.ts";

/** One record: where it leads, what is searched, what is shown, and what it can be narrowed by. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: {
    readonly title: string;
    readonly kind: string;
    readonly says: string;
    /** Numbers of the parts of the resource, and ids of the themes, that it belongs to, with spaces between. */
    readonly parts?: string;
    readonly themes?: string;
  };
  /** Reports can be told from the rest. One filter with one value: Pagefind writes more of them in random order. */
  readonly filters: { readonly kind?: readonly ["Report"] };
}

/** A report: its service, its period and the sentence of each finding. */
export function reportRecord(
  report: ReportHead,
  { findings, audit: { service } }: Assessment,
  { catalogue: { method } }: Around,
): SearchRecord {
  const names = [service.region ?? "", service.client_group ?? "", service.commissioner ?? ""];
  const sentences = findings.map((one) => `${one.title}. ${standingText(one, method)}. ${one.says.join(" ")}`);
  return {
    url: report.href,
    content: [report.service, report.type, report.period, report.lede, ...report.about, ...names, ...sentences].join(
      "\n",
    ),
    meta: { title: `${report.service}, ${report.period}`, kind: "Report", says: report.lede },
    filters: { kind: ["Report"] },
  };
}

/** A criterion: what it claims, its ladder and its limits. */
export function criterionRecord({ href, code, title, theme, themeId, criterion }: CriterionView): SearchRecord {
  const { claim, why, move_up, find_out, limits, levels, basis } = criterion;
  const parts = [...new Set(basis.sections.map(partOf))].join(" ");
  return {
    url: href,
    content: [title, theme, claim, why, ...levels.map(({ says }) => says), move_up, find_out, limits].join("\n"),
    meta: { title: `${code} ${title}`, kind: "Criterion", says: claim, parts, themes: themeId },
    filters: {},
  };
}
