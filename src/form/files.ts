/** Opening, checking and saving: the texts behind the answers. */
import type { Catalogue } from "../core/catalogue.ts";
import type { Answers } from "../core/facts.ts";
import type { Asked } from "./asked.ts";
import { download, type Handle, type Picked, pick, write, writesFiles } from "./disk.ts";
import { all, button, byId, make } from "./dom.ts";
import { takeDraft } from "./drafting.ts";
import { clearErrors, showErrors, type Told, toldOf } from "./errors.ts";
import type { Reader } from "./reader.ts";
import { nothing, type Store } from "./store.ts";
import { takeTables } from "./tabling.ts";
import { inPageOrder, linesOf, nameOf, problemItem, withHead } from "./telling.ts";
import { nextYear } from "./year.ts";

export interface Files {
  /** Whether a step may be left: its answers are checked, and what is wrong is shown. */
  mayLeave(step: string): Promise<boolean>;
  /** Shows what "Check and save" has to show. */
  show(): Promise<void>;
}

interface Page {
  readonly questions: ReadonlyMap<string, Asked>;
  readonly catalogue: Promise<Catalogue>;
  readonly go: (element: HTMLElement) => void;
  readonly showStep: (id: string) => void;
}

/** Takes over everything that has to do with files. */
export function takeFiles(store: Store, form: HTMLElement, page: Page): Files {
  let handle: Handle | undefined;
  let opened = "";
  let reading: Promise<Reader> | undefined;
  const reader = () => {
    reading ??= Promise.all([
      import("./reader.ts"),
      fetch(form.dataset["schema"] ?? "").then((response) => response.json()),
      page.catalogue,
    ]).then(([{ readerOf }, schema, catalogue]) => readerOf(schema, catalogue));
    return reading;
  };
  const name = () => opened || nameOf(store.answers);
  const textNow = async () => (await reader()).save(store.text, store.answers);
  const checked = async (): Promise<Told[]> => {
    const { save, check } = await reader();
    const text = save(store.text, withHead(store.answers));
    const inPlace = text === save(store.text, store.answers);
    const told = check(text, name()).map(toldOf);
    return inPageOrder(inPlace ? told : told.map((one) => ({ ...one, line: 0 })));
  };

  const take = (answers: Answers, { name: file, handle: own, text }: Picked, faulty: readonly string[]) => {
    handle = own;
    opened = file;
    store.open(text, answers);
    for (const pointer of faulty) store.faulty.add(pointer);
    store.replace(answers);
  };

  const open = async (picked: Picked | undefined): Promise<boolean> => {
    if (picked === undefined) return false;
    if (store.unsaved() && !confirm("Opening another file leaves what you have not saved. Open it all the same?"))
      return false;
    const { answers, problems, faulty } = (await reader()).open(picked.text, picked.name);
    byId("open-problems").replaceChildren(...linesOf(problems));
    if (answers === undefined) {
      byId("opened").textContent = `${picked.name} could not be opened. Nothing in it was changed.`;
      return false;
    }
    take(answers, picked, faulty);
    const wrong = problems.filter(({ severity }) => severity === "error").length;
    const told =
      wrong === 0
        ? ""
        : ` ${wrong === 1 ? "One thing in it needs" : `${wrong} things in it need`} another look: see below.`;
    byId("opened").textContent = `${picked.name} is open.${told}`;
    state();
    return true;
  };

  const state = () => {
    const shown = byId("file-state");
    shown.hidden = false;
    anew.hidden = store.answers === nothing;
    const unsaved = store.unsaved();
    shown.textContent = opened === "" && !unsaved ? "" : `${name()}: ${unsaved ? "not saved yet" : "saved"}`;
  };

  byId("opening").append(
    button("Open a file", async () => {
      await open(await pick(".yaml,.yml,text/yaml"));
    }),
    button("Next year’s from last year’s", async () => {
      if (!(await open(await pick(".yaml,.yml,text/yaml")))) return;
      handle = undefined;
      opened = "";
      store.replace(nextYear(store.answers), true);
      byId("opened").textContent = `It begins as a draft called ${name()}. The figures of the old period are left out.`;
      state();
    }),
  );

  const anew = button("Begin an empty one", () => {
    if (store.unsaved() && !confirm("This takes out what you have not saved. Begin an empty one all the same?")) return;
    handle = undefined;
    opened = "";
    byId("open-problems").replaceChildren();
    store.open("", nothing);
    byId("opened").textContent = "The form is empty.";
    state();
  });
  anew.hidden = true;
  byId("opening").append(anew);

  const saved = (text: string, says: string) => {
    store.text = text;
    store.saved = store.answers;
    byId("saved").textContent = says;
    state();
  };
  const saving = async (to: (text: string) => Promise<string | undefined> | string) => {
    try {
      const text = await textNow();
      const says = await to(text);
      if (says !== undefined) saved(text, says);
      await files.show();
    } catch (error) {
      byId("saved").textContent = `It could not be saved: ${error instanceof Error ? error.message : error}`;
    }
  };
  const short = () => name().split("/").at(-1) ?? "audit.yaml";
  const writing = button("Save", () =>
    saving(async (text) => {
      const to = await write(text, short(), handle);
      if (to === undefined) return undefined;
      handle = to;
      return `Saved as ${to.name}.`;
    }),
  );
  const downloading = button("Download", () =>
    saving((text) => {
      download(text, short(), "application/yaml");
      return `${short()} is among your downloads.`;
    }),
  );
  (writesFiles ? writing : downloading).classList.add("main");
  byId("saving").append(
    ...(writesFiles ? [writing] : []),
    downloading,
    button("Copy", async () => {
      const done = await navigator.clipboard.writeText(await textNow()).then(
        () => true,
        () => false, // the browser does not let the page
      );
      byId("saved").textContent = done
        ? "The file’s text is on the clipboard. It is not saved by that."
        : "This browser does not let the page copy. Download the file instead.";
    }),
  );

  addEventListener("beforeunload", (event) => {
    if (store.unsaved()) event.preventDefault();
  });
  store.onChange(() => state());

  const files: Files = {
    async mayLeave(step) {
      const panel = form.querySelector<HTMLElement>(`[data-step="${step}"]`);
      const sections = panel ? all(panel, "[data-section]").filter(({ hidden }) => !hidden) : [];
      if (!panel || sections.length === 0) return true;
      const told = (await checked()).filter(
        ({ element, severity }) => severity === "error" && element && sections.some((one) => one.contains(element)),
      );
      showErrors(panel, told, page.go, ...onwards(panel, page.showStep));
      return told.length === 0;
    },
    async show() {
      byId("file-name").textContent = opened || `audits/${name()}`;
      const [text, told] = await Promise.all([textNow(), checked()]);
      const errors = told.filter(({ severity }) => severity === "error");
      byId("check-result").replaceChildren(
        make(
          "p",
          {},
          errors.length > 0
            ? `${errors.length === 1 ? "One answer needs" : `${errors.length} answers need`} another look before a report can be built. You can save all the same.`
            : "Nothing is wrong: a report can be built from this.",
        ),
        ...(told.length === 0 ? [] : [make("ul", {}, ...told.map((one) => problemItem(one, page.go)))]),
      );
      const before = new Set(store.text.split("\n"));
      byId("preview").replaceChildren(
        make(
          "ol",
          {},
          ...text
            .trimEnd()
            .split("\n")
            .map((line) => make("li", before.has(line) || store.text === "" ? {} : { class: "changed" }, line || " ")),
        ),
      );
    },
  };
  takeTables(store, page.questions, name);
  takeDraft(store, {
    name: () => opened,
    open: ({ name: file, text, answers }) => {
      take(answers, { name: file, text }, []);
      store.saved = {}; // no file has it
      state();
    },
  });
  return files;
}

/** A way on for who wants to come back to the errors later. */
function onwards(panel: HTMLElement, showStep: (id: string) => void): Node[] {
  const steps = all(panel.parentElement ?? panel, "[data-step]").filter(({ dataset }) => dataset["short"] !== "false");
  const next = steps[steps.indexOf(panel) + 1]?.dataset["step"];
  if (next === undefined) return [];
  const go = button("Go on, and come back to this later", () => {
    clearErrors(panel);
    showStep(next);
  });
  return [make("p", {}, go)];
}
