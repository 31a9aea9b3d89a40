/** The draft's buttons: keep, clear, and open what was kept. */
import { button, byId, later, make } from "./dom.ts";
import { clearDraft, type Draft, keepDraft, keptDraft } from "./draft.ts";
import type { Store } from "./store.ts";

/** Takes the draft's part of the page over. */
export function takeDraft(store: Store, files: { name: () => string; open: (draft: Draft) => void }): void {
  const said = byId("draft-said");
  const found = byId("draft-found");
  let kept = false;
  const keep = () => {
    kept = keepDraft({ name: files.name(), text: store.text, answers: store.answers });
    said.textContent = kept
      ? "A draft is kept in this browser, and kept up to date while this page is open."
      : "This browser does not let the page keep a draft.";
    shown();
  };
  const clear = () => {
    clearDraft();
    kept = false;
    found.hidden = true;
    said.textContent = "The draft is cleared. Nothing of it is kept in this browser.";
    shown();
  };
  const keeping = button("Keep a draft", keep);
  const clearing = button("Clear the draft", clear);
  byId("draft").append(keeping, clearing);
  const shown = () => {
    keeping.hidden = kept;
    clearing.hidden = !kept && keptDraft() === undefined;
  };
  const upToDate = later(600, () => {
    if (kept) kept = keepDraft({ name: files.name(), text: store.text, answers: store.answers });
  });
  store.onChange(upToDate);
  shown();

  const draft = keptDraft();
  if (draft === undefined) return;
  found.hidden = false;
  found.replaceChildren(
    make("h3", {}, "A draft is kept in this browser"),
    make(
      "p",
      { class: "buttons" },
      button(draft.name === "" ? "Open the draft" : `Open the draft of ${draft.name}`, () => {
        files.open(draft);
        kept = true;
        found.hidden = true;
        byId("opened").textContent = "The draft is open.";
        shown();
      }),
      button("Clear the draft", clear),
    ),
  );
}
