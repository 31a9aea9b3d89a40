/** Makes a link to a CSV file save what is shown instead of what was built. */
import { type Cell, csv } from "../report/csv.ts";

/** Saves these rows, asked for when the link is followed, under the name that the link gives. */
export function savesShown(link: HTMLAnchorElement, rows: () => readonly (readonly Cell[])[]): void {
  link.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([csv(rows())], { type: "text/csv;charset=utf-8" }));
    link.href = address;
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
}
