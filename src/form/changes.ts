/** The answers that an improvement action will change, and what the plan would come to. */
import type { Assessment } from "../core/assess.ts";
import type { Audit } from "../core/audit.ts";
import { expand, find, general } from "../core/facts.ts";
import type { Asked } from "./asked.ts";
import { all, button, make } from "./dom.ts";
import { answerIn, settle, show } from "./field.ts";
import { type Around, factName, factsOf, levelName, projected, smallestChange } from "./judging.ts";
import { pointerOf } from "./pointer.ts";
import type { Store } from "./store.ts";

type Changes = Readonly<Record<string, unknown>>;

/** Fills the field: the changes that are planned, a choice of further ones, and the projection. */
export function changesField(
  question: HTMLElement,
  store: Store,
  questions: ReadonlyMap<string, Asked>,
  around: Around | undefined,
): void {
  const place = question.querySelector(".made");
  if (!place) return;
  const pointer = pointerOf(question.id);
  const action = pointer.replace(/\/will_state$/, "");
  const now = () => (store.get(pointer) ?? {}) as Changes;
  const criterion = () =>
    around?.catalogue.criteria.find((one) => one.criterion.id === store.get(`${action}/criterion`))?.criterion;
  const list = make("div", { class: "changes" });
  const select = make("select", { "aria-label": "An answer that the action will change" });
  const said = make("p", { class: "projection" });

  const put = (changes: Changes) => store.put(pointer, Object.keys(changes).length > 0 ? changes : undefined);
  const without = (path: string) => Object.fromEntries(Object.entries(now()).filter(([one]) => one !== path));
  const fill = () => {
    list.replaceChildren(...Object.entries(now()).map(([path, value], index) => row(path, value, index)));
    choices();
  };
  const row = (path: string, value: unknown, index: number): HTMLElement => {
    const name = around ? factName(path, around.titleOf, store.answers) : path;
    const id = `${question.id}-change-${index}`;
    const field = fieldFor(path, id, name, questions);
    show(field, value);
    field.addEventListener("input", (event) => {
      settle(field, event.target as HTMLInputElement);
      put({ ...now(), [path]: answerIn(field, now()[path]) ?? "unknown" });
    });
    const out = button(
      "Remove",
      () => {
        put(without(path));
        fill();
        select.focus();
      },
      {},
      name,
    );
    return make("div", { class: "change", "data-change": true }, field, out);
  };
  const choices = () => {
    const chosen = criterion();
    const paths = chosen ? [...new Set(factsOf(chosen).flatMap((path) => expand(store.answers, path)))] : [];
    const open = paths.filter(
      (path) =>
        !(path in now()) &&
        !/^(service|audit)\./.test(path) &&
        questions.has(general(path)) &&
        questions.get(general(path))?.kind !== "entries",
    );
    select.replaceChildren(
      make("option", { value: "" }, chosen ? "Add an answer that it will change" : "Choose the criterion first"),
      ...open.map((path) =>
        make("option", { value: path }, around ? factName(path, around.titleOf, store.answers) : path),
      ),
    );
    select.disabled = chosen === undefined;
    suggesting.hidden = chosen === undefined || Object.keys(now()).length > 0;
  };
  select.addEventListener("change", () => {
    const path = select.value;
    if (path === "") return;
    put({ ...now(), [path]: find(store.answers, path)?.value ?? "unknown" });
    fill();
    all(list.lastElementChild as HTMLElement, "input, textarea, select")[0]?.focus();
  });
  let last: { assessment: Assessment; around: Around } | undefined;
  const suggesting = button("Begin with the smallest change that would move it up", () => {
    const finding = last?.assessment.findings.find((one) => one.criterion === criterion()?.id);
    if (!finding || !last) return;
    const change = smallestChange(finding, last.assessment, last.around);
    put(Object.fromEntries(change.map(({ path, to }) => [path, to])));
    if (change.length === 0) said.textContent = "No small change that would move it up was found.";
    fill();
  });

  question.addEventListener("judged", (event) => {
    const {
      audit,
      assessment,
      around: by,
    } = (event as CustomEvent<{ audit: Audit; assessment: Assessment; around: Around }>).detail;
    last = { assessment, around: by };
    if (!question.isConnected) return;
    said.textContent =
      Object.keys(now()).length === 0 ? "" : projection(String(store.get(`${action}/id`) ?? ""), audit, by);
    if (criterion()?.id !== select.dataset["for"]) {
      select.dataset["for"] = criterion()?.id ?? "";
      choices();
    }
  });
  place.replaceChildren(list, make("p", { class: "buttons" }, select, suggesting), said);
  fill();
}

/** What an action would come to, after those that are due before it. */
function projection(id: string, audit: Audit, { catalogue }: Around): string {
  const step = projected(audit, catalogue).find(({ action }) => action === id);
  if (step === undefined) return "Only an action that is planned or started is counted.";
  const named = (levels: readonly (0 | 1 | 2 | 3)[]) =>
    levels.length === 0 ? "not applicable" : levels.map((level) => levelName(level, catalogue.method)).join(" or ");
  const moves = step.moves.map(({ criterion, before, after }) => {
    const placed = catalogue.criteria.find((one) => one.criterion.id === criterion);
    return `${placed?.code ?? criterion} from ${named(before)} to ${named(after)}`;
  });
  const { range } = step;
  const text =
    range === null
      ? ""
      : ` The pathway score would be ${range.low === range.high ? range.low : `${range.low} to ${range.high}`} of 100, with the actions that are due before it.`;
  return `Once it is done: ${moves.length > 0 ? moves.join("; ") : "no criterion moves"}.${text}`;
}

/** A question's own field once more, under another id. */
function fieldFor(path: string, id: string, name: string, questions: ReadonlyMap<string, Asked>): HTMLElement {
  const asked = questions.get(general(path));
  const model = models.get(general(path));
  const field = make("fieldset", {
    class: "question",
    id,
    "data-kind": asked?.kind ?? "text",
    "data-path": general(path),
  });
  field.append(make("legend", {}, name));
  const copy = model?.cloneNode(true) as HTMLElement | undefined;
  if (copy) {
    for (const input of all<HTMLInputElement>(copy, "input, textarea, select")) {
      input.removeAttribute("aria-describedby");
      if (input.id) input.id = `${id}-field`;
      if (input.name) input.name = id;
      if (!/radio|checkbox/.test(input.type)) input.setAttribute("aria-label", name);
    }
    for (const clearing of all(copy, "[data-clear]")) clearing.remove();
    field.append(copy);
  } else field.append(make("input", { type: "text", "aria-label": name }));
  return field;
}

/** The fields of all questions as the page has them at first, by path. */
const models = new Map<string, HTMLElement>();

/** Keeps a copy of every question's field, before the page is filled. */
export function keepModels(form: HTMLElement): void {
  for (const question of all(form, "[data-kind]")) {
    const field = question.querySelector<HTMLElement>(":scope > .options, :scope > .field");
    if (field) models.set(question.dataset["path"] ?? "", field.cloneNode(true) as HTMLElement);
  }
}
