/** Names as they stand in addresses. */

/** The longest a name may be in an address. */
const longest = 60;

/** An address for each name, unlike all others: lower-case letters, numbers and hyphens. */
export function slugs(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const name of new Set(names)) {
    const plain = slug(name);
    let free = plain;
    for (let number = 2; taken.has(free); number += 1) free = `${plain}-${number}`;
    taken.add(free);
    found.set(name, free);
  }
  return found;
}

/** One name as it stands in an address; "other" where it has no letter or digit that can. */
export function slug(name: string): string {
  const letters = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== "");
  let text = (words[0] ?? "").slice(0, longest);
  for (const word of words.slice(1)) {
    if (`${text}-${word}`.length > longest) break;
    text = `${text}-${word}`;
  }
  return text === "" ? "other" : text;
}
