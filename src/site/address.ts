/** The address keeps what was chosen, so that it can be shared and the back button undoes a choice. */

/** What an address says of each name, in its order. */
export type Chosen = readonly (readonly [name: string, value: string])[];

/** An address's query; what is empty is left out, and the stroke in an audit's id stays as it is. */
export function query(chosen: Chosen): string {
  const asked = new URLSearchParams(chosen.filter(([, value]) => value !== "").map(([name, value]) => [name, value]));
  return asked.size === 0 ? "" : `?${asked.toString().replaceAll("%2F", "/")}`;
}

/** Writes what was chosen into the address, as a step that the back button takes back. */
export function remember(chosen: Chosen): void {
  const search = query(chosen);
  if (search !== location.search) history.pushState(null, "", `${location.pathname}${search}`);
}
