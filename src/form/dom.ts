/** Elements of the page. Text is always set as text, never as markup. */

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** Makes an element; `onclick` and the like are listeners, true is an attribute without a value. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** A button; `about` is said to those who listen and don't see what it stands beside. */
export function button(
  text: string,
  onclick: (event: Event) => void,
  attributes: Attributes = {},
  about = "",
): HTMLButtonElement {
  const hidden = about === "" ? [] : [make("span", { class: "hidden" }, ` ${about}`)];
  return make("button", { type: "button", class: "button", onclick, ...attributes }, text, ...hidden);
}

/** All elements inside that a selector finds. */
export function all<E extends HTMLElement = HTMLElement>(inside: ParentNode, selector: string): E[] {
  return [...inside.querySelectorAll<E>(selector)];
}

/** The element with an id; it is part of the page, so that without it the page is not ours. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as E;
}

/** A later call takes the place of one that still waits. */
export function later(milliseconds: number, act: () => void): () => void {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(act, milliseconds);
  };
}
