/** How well one colour reads on another, after WCAG 2.2 (W3C, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */

/** What text needs at least by success criterion 1.4.3, level AA. */
export const enough = 4.5;

/** The contrast ratio of two colours written as #rrggbb: from 1, no difference, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
