/** The parts of the resource as the guidance is ordered by them, in our own words. */

/** A part, or a group of sections inside one, with the section it stands for where it is numbered. */
export interface PartText {
  readonly section: string;
  readonly title: string;
  readonly says: string;
}

/** The parts by their number: 0 is what stands before them, 7 the summary. */
export const parts: readonly PartText[] = [
  { section: "", title: "The resource and this guidance", says: "" },
  { section: "1", title: "The landscape today", says: "" },
  { section: "2", title: "What research can and can't say", says: "" },
  { section: "3", title: "The relationship", says: "" },
  { section: "4", title: "What all therapies share", says: "" },
  {
    section: "5",
    title: "The ingredients",
    says: "What goes into therapy that works, one ingredient at a time.",
  },
  {
    section: "6",
    title: "From the first meeting to the last",
    says: "Once the ingredients have been found and described, they can be seen at work in each stretch of a therapy.",
  },
  { section: "", title: "What it comes to", says: "" },
];

/** Groups of sections inside a part. */
export const groups: readonly PartText[] = [
  { section: "5.1", title: "What therapists bring", says: "" },
  { section: "5.2", title: "What clients bring", says: "" },
];

/** A part's name in a list: "Part 5, the ingredients". */
export function partName(part: number): string {
  const { section = "", title = "" } = parts[part] ?? {};
  return section === "" ? title : `Part ${section}. ${title}`;
}

/** The part that a section belongs to. */
export function partOf(section: string): number {
  const first = Number(section[0]);
  return Number.isNaN(first) ? (/^s/.test(section) ? 7 : 0) : first;
}
