/** Comparing: which audits stand side by side and which rows are shown live in the address. */
import { chosenText, comparison, fewest, most, notLoaded, rowsShown, withNote } from "../report/comparison.ts";
import type { Standings } from "../report/standings.ts";
import { remember } from "./address.ts";
import { draw } from "./comparison-table.ts";
import { savesShown } from "./download.ts";
import { href } from "./links.ts";

const frame = document.querySelector<HTMLElement>("#comparison");
const table = document.querySelector<HTMLTableElement>("#table");
const only = document.querySelector<HTMLInputElement>("#only");
const rowsStatus = document.querySelector<HTMLElement>("#rows-shown");
const save = document.querySelector<HTMLAnchorElement>("#save");
const narrow = document.querySelector<HTMLElement>("#narrow");
const chooser = document.querySelector<HTMLDetailsElement>("#choose");
const chosenStatus = document.querySelector<HTMLElement>("#chosen");

if (frame && table && only && rowsStatus && save && narrow) {
  const boxes = [...(chooser?.querySelectorAll<HTMLInputElement>("input[name=a]") ?? [])];
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  let asked: Promise<Standings> | undefined;
  let latest = 0;

  /** Draws the choice, where this page has one, and hides the rows that are not asked for. */
  const show = async (left = 0) => {
    const turn = ++latest;
    if (chooser && chosenStatus) {
      const ids = chosen();
      for (const box of boxes) box.disabled = !box.checked && ids.length >= most;
      chosenStatus.textContent = chosenText(ids.length, left);
      if (ids.length < fewest) {
        frame.hidden = true;
        return;
      }
      asked ??= load();
      const standings = await asked;
      if (turn !== latest) return;
      draw(comparison(standings, ids));
      frame.hidden = false;
    }
    const rows = [...table.querySelectorAll<HTMLElement>("tr.criterion")];
    for (const row of rows) row.hidden = only.checked && row.dataset["same"] === "yes";
    for (const body of table.tBodies)
      body.hidden = [...body.querySelectorAll<HTMLElement>("tr.criterion")].every((row) => row.hidden);
    rowsStatus.textContent = rowsShown(rows.filter((row) => !row.hidden).length, rows.length);
  };
  const safely = (left = 0) =>
    show(left).catch(() => {
      frame.hidden = true;
      asked = undefined;
      if (chosenStatus) chosenStatus.textContent = notLoaded;
    });
  const readAddress = () => {
    const address = new URLSearchParams(location.search);
    only.checked = address.get("only") === "differences";
    const ids = [...new Set(address.getAll("a"))];
    const known = ids.filter((id) => boxes.some(({ value }) => value === id)).slice(0, most);
    for (const box of boxes) box.checked = known.includes(box.value);
    if (chooser) chooser.open = known.length < fewest;
    safely(chooser ? ids.length - known.length : 0);
  };

  narrow.hidden = false;
  if (chooser) chooser.hidden = false;
  for (const control of [only, ...boxes])
    control.addEventListener("change", () => {
      remember([...chosen().map((id) => ["a", id] as const), ["only", only.checked ? "differences" : ""]]);
      safely();
    });
  addEventListener("popstate", readAddress);
  savesShown(save, () => shownCells(table));
  readAddress();
}

async function load(): Promise<Standings> {
  const answer = await fetch(href("/compare/standings.json"));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** The table as it is shown, read from the page: the heads, then every row that is not hidden. */
function shownCells(table: HTMLTableElement): string[][] {
  const text = (within: Element, selector: string) => within.querySelector(selector)?.textContent?.trim() ?? "";
  const columns = [...table.querySelectorAll("thead th:not(:first-child)")];
  return [
    ["Theme", "Code", "Criterion", ...columns.map((head) => `${text(head, "a")}, ${text(head, ".when")}`)],
    ...[...table.tBodies].flatMap((body) =>
      [...body.querySelectorAll<HTMLElement>("tr.criterion:not([hidden])")].map((row) => [
        text(body, ".theme"),
        text(row, ".code"),
        text(row, "th a"),
        ...[...row.querySelectorAll("td")].map((cell) => withNote(text(cell, "a"), text(cell, ".behind"))),
      ]),
    ),
  ];
}
