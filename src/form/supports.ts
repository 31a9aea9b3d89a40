/** The answers that a piece of evidence supports, ticked in the tree of all questions. */
import { find, general } from "../core/facts.ts";
import type { Asked } from "./asked.ts";
import { make } from "./dom.ts";
import { pointerOf } from "./pointer.ts";
import type { Store } from "./store.ts";

/** Sections that no evidence is asked for. */
const apart = new Set(["evidence", "exceptions", "actions", "notes", "audit"]);

type Questions = ReadonlyMap<string, Asked>;

/** Fills the field: what is ticked, in words, and the tree to tick in. */
export function supportsField(question: HTMLElement, store: Store, questions: Questions): void {
  const place = question.querySelector(".made");
  if (!place) return;
  const pointer = pointerOf(question.id);
  const now = (): string[] => {
    const value = store.get(pointer);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const standsAt = (path: string) => find(store.answers, path)?.pointer ?? path;
  const ticked = (path: string) => now().find((one) => one === path || standsAt(one) === standsAt(path));
  const chosen = make("ul", { class: "chosen" });
  const summary = make("summary", {}, "Choose the answers it supports");
  const tree = make("div", { class: "tree" });
  const details = make("details", {}, summary, tree);

  const say = () => {
    chosen.replaceChildren(
      ...now().map((path) => {
        const out = make(
          "button",
          { type: "button", class: "clear", onclick: () => put(now().filter((one) => one !== path)) },
          "Remove",
          make("span", { class: "hidden" }, ` ${nameOf(path, store, questions)}`),
        );
        return make("li", {}, nameOf(path, store, questions), " ", out);
      }),
    );
    chosen.hidden = now().length === 0;
  };
  const put = (paths: readonly string[]) => {
    store.put(pointer, paths.length > 0 ? paths : undefined);
    say();
    mark();
  };
  const boxes = new Map<string, HTMLInputElement>();
  const mark = () => {
    for (const [path, box] of boxes) {
      const above = [...boxes.keys()].some(
        (other) => other !== path && isWithin(path, other) && ticked(other) !== undefined,
      );
      box.checked = above || ticked(path) !== undefined;
      box.disabled = above;
    }
  };
  const branch = (path: string, depth: number): HTMLElement => {
    const asked = questions.get(general(path));
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      const others = now().filter((one) => one !== ticked(path) && !(box.checked && isWithin(one, path)));
      put(box.checked ? [...others, path] : others);
    });
    boxes.set(path, box);
    const label = make("label", { class: "option" }, box, make("span", {}, nameOf(path, store, questions, true)));
    const below = belowOf(path, asked, store);
    if (below.length === 0) return make("li", {}, label);
    const inner = make("ul", {});
    const more = make(
      "details",
      {},
      make("summary", {}, make("span", { class: "hidden" }, `${asked?.title}: `), "each by itself"),
      inner,
    );
    more.addEventListener("toggle", () => {
      if (inner.childElementCount > 0) return;
      inner.append(...below.map((one) => branch(one, depth + 1)));
      mark();
    });
    return make("li", {}, label, more);
  };
  details.addEventListener("toggle", () => {
    if (tree.childElementCount > 0) return;
    const sections = [...questions.keys()].filter((path) => /^\w+$/.test(path) && !apart.has(path));
    tree.append(make("ul", {}, ...sections.map((path) => branch(path, 0))));
    mark();
  });
  place.replaceChildren(chosen, details);
  say();
}

/** The paths one step below: the questions of a group, or the entries of a list. */
function belowOf(path: string, asked: Asked | undefined, store: Store): string[] {
  if (asked?.kind === "group") return asked.names.map((name) => `${path}.${name}`);
  if (asked?.kind !== "entries") return [];
  const entries = find(store.answers, path)?.value;
  return Array.isArray(entries) ? [...entries.keys()].map((index) => `${path}[${index}]`) : [];
}

function nameOf(path: string, { answers }: Store, questions: Questions, last = false): string {
  const asked = questions.get(general(path));
  if (asked === undefined) return path;
  const entry = /\[([^\]]+)\]$/.exec(path)?.[1];
  if (entry !== undefined) {
    const { name, title, stage, purpose } = (find(answers, path)?.value ?? {}) as Record<string, unknown>;
    const own = name ?? title ?? stage ?? purpose;
    const number = /^\d+$/.test(entry) ? String(Number(entry) + 1) : entry;
    return `${asked.title} ${number}${own === undefined ? "" : `: ${String(own).replaceAll("_", " ")}`}`;
  }
  const above = path.replace(/\.?[^.]*$/, "");
  if (last || above === "") return asked.title;
  return `${nameOf(above, { answers } as Store, questions)}: ${asked.title}`;
}

/** Whether a path lies inside another. */
function isWithin(path: string, other: string): boolean {
  return path !== other && (path.startsWith(`${other}.`) || path.startsWith(`${other}[`));
}
