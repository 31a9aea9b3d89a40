/** The form: takes the page over, fills it from the answers and the answers from it. */
import type { Catalogue } from "../core/catalogue.ts";
import { questionsOn } from "./asked.ts";
import { keepModels } from "./changes.ts";
import { all, byId, later, make } from "./dom.ts";
import { entries } from "./entries.ts";
import { clearErrors, unmark } from "./errors.ts";
import { answerIn, clear, isFitting, settle, show } from "./field.ts";
import { takeFiles } from "./files.ts";
import { showFindings } from "./findings.ts";
import { aroundOf, judge, judgeable } from "./judging.ts";
import { pointerOf } from "./pointer.ts";
import { makers } from "./special.ts";
import { panel } from "./standing.ts";
import { takeSteps } from "./steps.ts";
import { createStore } from "./store.ts";

/** Where steps and standing lie above the questions instead of beside them. */
const narrow = "(max-width: 62rem)";

const form = document.querySelector<HTMLElement>("#form");
if (form)
  start(form).catch((error: unknown) => {
    const says = "Part of the form could not be loaded: load the page again. What you have written is still here.";
    form.before(make("p", { class: "panel", role: "alert" }, says));
    throw error;
  });

async function start(form: HTMLElement): Promise<void> {
  const store = createStore();
  const questions = questionsOn(form);
  const fetched = fetch(form.dataset["catalogue"] ?? "").then((response) => response.json() as Promise<Catalogue>);
  document.documentElement.classList.add("filling");

  keepModels(form);
  const special = makers(store, form, questions);
  const fill = (within: HTMLElement) => {
    for (const question of all(within, "[data-kind]"))
      if (!special.fill(question)) show(question, store.get(pointerOf(question.id)));
  };
  const lists = all(form, "[data-entries]").map((root) => entries(root, store, fill));
  const fillAll = () => {
    fill(form);
    for (const list of lists) list.render();
  };

  form.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    const question = field.closest<HTMLElement>("[data-kind]");
    if (!question || special.owns(field)) return;
    settle(question, field);
    const pointer = pointerOf(question.id);
    const value = answerIn(question, store.get(pointer));
    if (isFitting(question, value)) store.faulty.delete(pointer);
    else store.faulty.add(pointer);
    store.put(pointer, value);
    unmark(question);
  });
  form.addEventListener("click", (event) => {
    const clearing = (event.target as HTMLElement).closest("[data-clear]");
    const question = clearing?.closest<HTMLElement>("[data-kind]");
    if (!question) return;
    clear(question);
    store.put(pointerOf(question.id), undefined);
    question.querySelector("input")?.focus();
  });

  const files = takeFiles(store, form, {
    questions,
    catalogue: fetched,
    go: (element) => steps.showElement(element),
    showStep: (id) => steps.show(id),
  });
  const refresh = { now: () => {} };
  const steps = takeSteps(
    form,
    (step) => files.mayLeave(step),
    (step) => {
      refresh.now();
      if (matchMedia(narrow).matches) byId("steps").querySelector("details")?.removeAttribute("open");
      if (step === "step-save") files.show();
    },
  );
  for (const hidden of all(form, "#steps [hidden], #standing")) hidden.hidden = false;
  const width = matchMedia(narrow);
  const fold = () => {
    for (const details of all<HTMLDetailsElement>(form, "#steps > details, #standing > details"))
      details.open = !width.matches;
  };
  width.addEventListener("change", fold);
  fold();
  store.onChange((whole) => {
    if (whole) {
      for (const panel of all(form, "[data-step]")) clearErrors(panel);
      fillAll();
    }
  });
  fillAll();

  const catalogue = await fetched;
  const around = aroundOf(catalogue, questions);
  const showStanding = panel((element) => steps.showElement(element));
  refresh.now = () => {
    const audit = judgeable(store.answers, store.faulty);
    const assessment = judge(audit, catalogue);
    showStanding(assessment, around);
    if (steps.current === "step-findings") showFindings(assessment, around, (element) => steps.showElement(element));
    special.refresh(audit, assessment, around);
    count(form, store.get);
  };
  store.onChange(later(150, () => refresh.now()));
  special.ready(around);
  refresh.now();
  byId("standing").dataset["ready"] = "";
}

/** How many questions of each step are answered, beside its name. */
function count(form: HTMLElement, get: (pointer: string) => unknown): void {
  for (const panel of all(form, "[data-step]")) {
    const asked = all(panel, "[data-kind], [data-entries]").filter((one) => !one.closest(".entry"));
    const link = form.querySelector(`#steps a[href="#${panel.dataset["step"]}"]`);
    if (asked.length === 0 || !link) continue;
    const answered = asked.filter(({ id }) => get(pointerOf(id)) !== undefined).length;
    const shown = link.querySelector("small") ?? link.appendChild(document.createElement("small"));
    shown.textContent = answered === 0 ? "" : ` ${answered} of ${asked.length}`;
  }
}
