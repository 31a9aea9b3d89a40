/**
 * Tables as CSV for spreadsheets: RFC 4180 (commas, double quotes, CRLF after every row) in UTF-8 with a
 * byte order mark, without which Excel takes it for something else.
 */

/** A cell: text, or a number that stays one. */
export type Cell = string | number;

/** Rows of cells as one text. Numbers are finite; all rows should be as long as the first. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(",")}\r\n`).join("")}`;
}

/**
 * What a spreadsheet would take for a formula, or for the way to one: = + - @, tab, carriage return and line
 * feed (OWASP, "CSV Injection"), NUL (OWASP ASVS 5, 1.2.10), and the full-width forms of the first four (ours).
 * Apostrophes before it count as well, so that the one that is added can be told from the text's own.
 */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text with an apostrophe before it where it could be taken for a formula. */
function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function written(cell: Cell): string {
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new Error(`${cell} is no number for a table`);
    return String(cell);
  }
  const text = guarded(cell);
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
