/** Lists of entries (gates, waits, therapies and the like): added, taken out and put back, moved up and down. */
import type { Answers } from "../core/facts.ts";
import { all, button, make } from "./dom.ts";
import { withAnswer } from "./pointer.ts";
import { referring } from "./references.ts";
import type { Store } from "./store.ts";

/** What fills an entry that has been put on the page. */
export type Fill = (entry: HTMLElement) => void;

interface Removed {
  readonly entry: unknown;
  readonly index: number;
  readonly before: Answers;
  readonly after: Answers;
}

/** The label of a new entry, where its list has labels: E1, E2. */
const labels: Readonly<Record<string, string>> = {
  evidence: "E",
  exceptions: "X",
  actions: "A",
  samples: "S",
  therapies: "T",
};

/** What references to entries stand in. */
const referring_ = ["evidence", "exceptions", "actions"];

/** Takes a list over: the entry that was printed becomes the model of all. */
export function entries(root: HTMLElement, store: Store, fill: Fill): { render(): void } {
  const list = root.querySelector<HTMLElement>("[data-list]") as HTMLElement;
  const model = list.querySelector<HTMLElement>(".entry") as HTMLElement;
  model.remove();
  const path = root.dataset["path"] ?? "";
  const pointer = `/${path.replaceAll(".", "/")}`;
  const name = root.dataset["entryName"] ?? "Entry";
  const lower = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  const said = make("p", { class: "said", role: "status" });
  const adding = button(`Add ${/^[aeio]/.test(lower) ? "an" : "a"} ${lower}`, () => add());
  const none = make("input", { type: "checkbox", onchange: () => store.put(pointer, none.checked ? [] : undefined) });
  const noneLabel = make("label", { class: "option" }, none, make("span", {}, `There is none`));
  root.append(said, make("div", { class: "adding" }, adding, noneLabel));

  const now = (): readonly unknown[] => {
    const value = store.get(pointer);
    return Array.isArray(value) ? value : [];
  };

  const render = () => {
    const value = store.get(pointer);
    none.checked = Array.isArray(value) && value.length === 0;
    noneLabel.hidden = now().length > 0;
    list.replaceChildren(...now().map((_, index) => entry(index)));
  };

  const entry = (index: number): HTMLElement => {
    const element = model.cloneNode(true) as HTMLElement;
    const from = `${root.id}-0`;
    const to = `${root.id}-${index}`;
    for (const part of [element, ...all(element, "*")])
      for (const attribute of ["id", "for", "name", "aria-describedby", "aria-labelledby"]) {
        const value = part.getAttribute(attribute);
        if (value?.startsWith(from)) part.setAttribute(attribute, value.replaceAll(from, to));
      }
    const called = `${lower} ${index + 1}`;
    const up = button("Move up", () => move(index, index - 1), {}, called);
    const down = button("Move down", () => move(index, index + 1), {}, called);
    up.disabled = index === 0;
    down.disabled = index === now().length - 1;
    const out = button("Remove", () => remove(index), {}, called);
    element.append(make("div", { class: "moving" }, ...(now().length > 1 ? [up, down] : []), out));
    fill(element);
    title(element, index);
    return element;
  };

  const title = (element: HTMLElement, index: number) => {
    const legend = element.querySelector(":scope > legend");
    if (legend) legend.textContent = `${name} ${index + 1}${nameOf(now()[index], element)}`;
  };

  const add = () => {
    said.replaceChildren();
    const index = now().length;
    store.replace(withAnswer(store.answers, pointer, [...now(), fresh(root.dataset["entries"] ?? "", now())]));
    render();
    focusOn(list.children[index]);
  };

  const move = (from: number, to: number) => {
    const entries = now().toSpliced(from, 1).toSpliced(to, 0, now()[from]);
    const places = (index: number) => (index === from ? to : index === to ? from : index);
    store.moveFaulty(pointer, places);
    store.replace(referring(withAnswer(store.answers, pointer, ordered(entries)), path, places));
    render();
    const control = to < from ? "Move up" : "Move down";
    const moved = all<HTMLButtonElement>(list.children[to] as HTMLElement, ".moving button");
    (
      moved.find((one) => one.textContent?.startsWith(control) && !one.disabled) ?? moved.find((one) => !one.disabled)
    )?.focus();
    said.textContent = `${name} ${from + 1} is now ${lower} ${to + 1}.`;
  };

  const remove = (index: number) => {
    const before = store.answers;
    const left = ordered(now().toSpliced(index, 1));
    const places = (at: number) => (at === index ? undefined : at > index ? at - 1 : at);
    const removed = { entry: now()[index], index, before };
    store.moveFaulty(pointer, places);
    store.replace(referring(withAnswer(before, pointer, left.length > 0 ? left : undefined), path, places));
    const undo = button("Undo", () => putBack({ ...removed, after }), {}, `and put ${lower} ${index + 1} back`);
    const after = store.answers;
    render();
    said.replaceChildren(`${name} ${index + 1} is taken out. `, undo);
    undo.focus();
  };

  const putBack = ({ entry: one, index, before, after }: Removed) => {
    const places = (at: number) => (at >= index ? at + 1 : at);
    store.moveFaulty(pointer, places);
    const all = ordered(now().toSpliced(index, 0, one));
    let next = referring(withAnswer(store.answers, pointer, all), path, places);
    for (const section of referring_)
      if (store.answers[section] === after[section] && section !== path && before[section] !== undefined)
        next = { ...next, [section]: before[section] };
    store.replace(next);
    said.textContent = `${name} ${index + 1} is back.`;
    render();
    focusOn(list.children[Math.min(index, list.children.length - 1)]);
  };

  root.addEventListener("input", (event) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>(".entry");
    if (element) setTimeout(() => title(element, [...list.children].indexOf(element)));
  });
  return { render };
}

function focusOn(entry: Element | undefined): void {
  entry?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

/** What tells an entry from the others, after its number. */
function nameOf(entry: unknown, element: HTMLElement): string {
  const { name, title, what, action, reason, stage, purpose } = (entry ?? {}) as Record<string, unknown>;
  const own = name ?? title ?? what ?? action ?? reason;
  if (typeof own === "string") return `: ${own.length > 60 ? `${own.slice(0, 58)}…` : own}`;
  const word = stage ?? purpose;
  const option = element.querySelector<HTMLInputElement>(`input[value="${CSS.escape(String(word))}"]`);
  return option?.nextElementSibling ? `: ${option.nextElementSibling.firstChild?.textContent?.trim()}` : "";
}

function fresh(list: string, others: readonly unknown[]): Readonly<Record<string, unknown>> {
  if (list === "contacts") return { order: others.length + 1 };
  const letter = labels[list];
  if (letter === undefined) return {};
  const taken = new Set(others.map((one) => (one as { id?: unknown } | null)?.id));
  let number = others.length + 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return { id: `${letter}${number}` };
}

/** Entries that say their place in the order say the new one. */
function ordered(entries: readonly unknown[]): unknown[] {
  const placed = entries.every((one) => typeof (one as { order?: unknown } | null)?.order === "number");
  return entries.map((one, index) => (placed && entries.length > 0 ? { ...(one as object), order: index + 1 } : one));
}
