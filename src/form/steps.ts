/** The steps: one is shown at a time, the address says which, and going back never loses an answer. */
import { all, button, byId, make } from "./dom.ts";

export interface Steps {
  /** The steps in their order on the way that is chosen, as ids. */
  readonly way: readonly string[];
  readonly current: string;
  show(id: string): void;
  /** Shows the step that an element is on, and brings the element into view with the focus on it. */
  showElement(element: HTMLElement): void;
  setShort(short: boolean): void;
}

/** Takes the steps over. `leaving` says whether a step may be left by "Continue". */
export function takeSteps(
  form: HTMLElement,
  leaving: (step: string) => Promise<boolean>,
  shown: (step: string) => void,
): Steps {
  const panels = all(form, "[data-step]");
  const title = document.title;
  let short = false;
  let current = "";
  const on = ({ dataset }: HTMLElement) => !short || dataset["short"] !== "false";
  const way = () => panels.filter(on).map(({ dataset }) => dataset["step"] ?? "");

  const display = (id: string, focus: boolean) => {
    const known = way().includes(id) ? id : (way()[0] ?? "");
    current = known;
    for (const panel of panels) panel.hidden = panel.dataset["step"] !== known;
    for (const section of all(form, "[data-section]")) section.hidden = !on(section);
    for (const only of all(document, "[data-only]")) only.hidden = only.dataset["only"] !== known;
    for (const item of all(form, "#steps li")) item.hidden = !on(item);
    for (const link of all<HTMLAnchorElement>(form, "#steps a")) {
      if (link.hash === `#${known}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const heading = document.getElementById(known);
    const name = heading?.lastChild?.textContent?.trim() ?? "";
    document.title = known === way()[0] ? title : `${name} · ${title}`;
    number();
    shown(known);
    if (!focus) return;
    window.scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  };

  /** Steps are counted on the way that is chosen. */
  const number = () => {
    const counted = panels.filter((panel) => on(panel) && panel.querySelector(":scope > h2 .count"));
    for (const [index, panel] of counted.entries()) {
      const count = panel.querySelector(":scope > h2 .count");
      if (count) count.textContent = `Step ${index + 1} of ${counted.length}`;
    }
  };

  const follow = (focus = true) => {
    const id = decodeURIComponent(location.hash.slice(1));
    const element = id === "" ? null : document.getElementById(id);
    const panel = element?.closest<HTMLElement>("[data-step]");
    if (!element || !panel || panel.dataset["step"] === id) display(id, focus);
    else steps.showElement(element);
  };

  const steps: Steps = {
    get way() {
      return way();
    },
    get current() {
      return current;
    },
    show(id) {
      if (location.hash === `#${id}`) display(id, true);
      else location.hash = id;
    },
    showElement(element) {
      const panel = element.closest<HTMLElement>("[data-step]");
      if (panel && panel.dataset["step"] !== current) {
        if (short && !on(panel)) steps.setShort(false);
        history.pushState(null, "", `#${panel.dataset["step"]}`);
        display(panel.dataset["step"] ?? "", false);
      }
      if (element.closest<HTMLElement>("[data-section]")?.hidden) steps.setShort(false);
      const field = element.matches("input, select, textarea, button")
        ? element
        : element.querySelector<HTMLElement>("input, select, textarea, button");
      element.scrollIntoView({ block: "center" });
      field?.focus({ preventScroll: true });
    },
    setShort(value) {
      short = value;
      for (const radio of all<HTMLInputElement>(form, "input[name=way]"))
        radio.checked = (radio.value === "short") === value;
      if (current !== "") display(current, false);
    },
  };

  for (const panel of panels) {
    const id = panel.dataset["step"] ?? "";
    const next = () => way()[way().indexOf(id) + 1];
    const before = () => way()[way().indexOf(id) - 1];
    const go = button("Continue", async () => {
      go.setAttribute("aria-busy", "true");
      const may = await leaving(id);
      go.removeAttribute("aria-busy");
      const to = next();
      if (may && to) steps.show(to);
    });
    go.classList.add("main");
    if (id === "step-start") go.textContent = "Start";
    const back = button("Back", () => steps.show(before() ?? ""));
    const last = id === panels.at(-1)?.dataset["step"];
    panel.append(make("p", { class: "turning" }, ...(last ? [] : [go]), ...(id === "step-start" ? [] : [back])));
  }
  byId("steps").addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest("a");
    if (link && link.hash === location.hash) display(link.hash.slice(1), true);
  });
  addEventListener("hashchange", () => follow());
  for (const radio of all<HTMLInputElement>(form, "input[name=way]"))
    radio.addEventListener("change", () => steps.setShort(radio.value === "short"));
  follow(false);
  return steps;
}
