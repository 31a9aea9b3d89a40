/** Where the answers of a block of YAML stand, by JSON pointer: what an excerpt needs, found by indentation alone. */

/** The first and the last line, counted from 1, of every question and every entry that begins on a line of its own. */
export function placesOf(text) {
  const places = new Map();
  const open = [];
  let last = 0;
  const close = (indent) => {
    while (open.length > 0 && open.at(-1).indent >= indent) places.get(open.pop().pointer).lastLine = last;
  };
  const begin = (indent, step, line) => {
    close(indent);
    const around = open.at(-1);
    const pointer = `${around?.pointer ?? ""}/${step ?? (around ? around.entries++ : 0)}`;
    open.push({ indent, pointer, entries: 0 });
    places.set(pointer, { line, lastLine: line });
  };
  for (const [index, line] of text.split("\n").entries()) {
    const [, spaces, dash, key] = /^( *)(- )?(?:([\w-]+):(?= |$))?/.exec(line);
    if (line.trim() === "" || line[spaces.length] === "#") continue;
    if (dash) begin(spaces.length, undefined, index + 1);
    if (key) begin(spaces.length + (dash ? 2 : 0), key, index + 1);
    last = index + 1;
  }
  close(0);
  return places;
}

/** The place of a pointer, or of what it stands in. */
export function placeAt(places, pointer) {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const place = places.get(at);
    if (place) return place;
  }
}
