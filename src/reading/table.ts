/** Tables that spreadsheets write: CSV with commas, semicolons or tabs, quoted after RFC 4180. */

/** The rows of a table, each cell as text, without the mark at the beginning and without empty rows. */
export function rowsOf(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, "");
  const separator = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(unguarded(cell));
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one.trim() !== "")) rows.push(row);
    row = [];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain.charAt(at);
    if (quoted && character === '"' && plain.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (quoted) cell += character;
    else if (character === separator) endCell();
    else if (character === "\n") endRow();
    else if (character !== "\r") cell += character;
  }
  endRow();
  return rows;
}

/** Which of the usual marks the first line has most of. */
function separatorOf(text: string): string {
  const [first = ""] = text.split("\n");
  const times = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].toSorted((a, b) => times(b) - times(a))[0] ?? ",";
}

/** Text without the apostrophe that was put before it so that a spreadsheet does not take it for a formula. */
function unguarded(text: string): string {
  return /^'+[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? text.slice(1) : text;
}
