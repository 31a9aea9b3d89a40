/** Text for BibTeX files. */

/** Characters that mean something to TeX by the names it has for them; other marks take a backslash. */
const named: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // With a backslash a brace would still be counted where BibTeX looks for the end of a value.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/** Text as TeX prints it, on one line. */
export function escaped(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return line.replaceAll(/[\\{}~^<>$&#%_]/g, (sign) => named[sign] ?? `\\${sign}`);
}
