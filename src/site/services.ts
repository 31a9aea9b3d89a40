/** The table of services: narrowed and put in order by choices that live in the address. */
import { fewest, most } from "../report/comparison.ts";
import type { Cell } from "../report/csv.ts";
import {
  type Asked,
  compareThese,
  fits,
  type Keys,
  meets,
  ordered,
  servicesShown,
  strangeAddress,
} from "../report/narrowing.ts";
import { query, remember } from "./address.ts";
import { savesShown } from "./download.ts";

interface Row {
  readonly element: HTMLTableSectionElement;
  readonly keys: Keys;
  readonly cells: readonly Cell[];
}

const table = document.querySelector<HTMLTableElement>("#services");
const choices = document.querySelector<HTMLElement>("#choices");
const status = document.querySelector<HTMLElement>("#shown");
const save = document.querySelector<HTMLAnchorElement>("#save");
const compare = document.querySelector<HTMLAnchorElement>("#compare");

if (table && choices && status && save && compare) {
  const rows = [...table.tBodies].map(
    (element): Row => ({
      element,
      keys: JSON.parse(element.dataset["keys"] ?? ""),
      cells: JSON.parse(element.dataset["cells"] ?? ""),
    }),
  );
  const selects = [...choices.querySelectorAll("select")];
  let shown = rows;

  const show = (strange = false) => {
    const asked = Object.fromEntries(selects.map(({ name, value }) => [name, value])) as Asked;
    shown = ordered(rows, asked.sort).filter(({ keys }) => fits(keys, asked));
    for (const { element } of rows) element.hidden = true;
    for (const { element } of shown) {
      element.hidden = false;
      table.append(element);
      for (const standing of element.querySelectorAll<HTMLElement>("[data-standing]"))
        standing.classList.toggle(
          "asked",
          (asked.level !== "" || asked.theme !== "") && meets(standing.dataset["standing"] ?? "", asked),
        );
    }
    for (const head of table.querySelectorAll<HTMLElement>("th[data-order]")) {
      if (head.dataset["order"] !== asked.sort) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", asked.sort === "period" ? "descending" : "ascending");
    }
    const narrowed = selects.filter(({ name, value }) => name !== "sort" && value !== "").map(inWords);
    status.textContent = `${servicesShown(shown.length, rows.length, narrowed)}.${strange ? ` ${strangeAddress}` : ""}`;
    compare.hidden = shown.length < fewest || shown.length > most;
    compare.textContent = compareThese(shown.length);
    compare.search = query(shown.map(({ element }) => ["a", element.dataset["audit"] ?? ""]));
  };
  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    let strange = false;
    for (const select of selects) {
      const value = asked.get(select.name) ?? "";
      const known = [...select.options].some((option) => option.value === value);
      select.value = known ? value : "";
      strange ||= !known;
    }
    show(strange);
  };

  choices.hidden = false;
  choices.addEventListener("change", () => {
    remember(selects.map(({ name, value }) => [name, value]));
    show();
  });
  choices.querySelector("button")?.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    remember([]);
    show();
  });
  addEventListener("popstate", readAddress);
  savesShown(save, () => [JSON.parse(table.dataset["heads"] ?? ""), ...shown.map(({ cells }) => cells)]);
  readAddress();
}

/** "Nation: Wales". */
function inWords(select: HTMLSelectElement): string {
  return `${select.labels[0]?.textContent}: ${select.selectedOptions[0]?.textContent}`;
}
