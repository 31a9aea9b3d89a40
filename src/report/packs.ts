/** What can be taken away from a report. */

/** One pack: what it is, for whom, and its page below the report. */
export interface Pack {
  readonly what: string;
  readonly says: string;
  readonly page: string;
}

/** The three packs in the order they are offered. */
export const packs: readonly Pack[] = [
  {
    what: "Two-page summary",
    says: "For a board or a commissioner: what stands out, the plan, and what is not stated, on two pages of A4.",
    page: "summary/",
  },
  {
    what: "Evidence brief",
    says: "For a practitioner who wants to question a rule: each finding with its lines, its documents and its limits.",
    page: "brief/",
  },
  {
    what: "Full report",
    says: "Everything on one page: each finding with its facts, lines, evidence, numbers and sources, and what changed.",
    page: "full/",
  },
];
