/** Questions that are answered from what else is there: what evidence supports, what an action changes. */
import type { Assessment } from "../core/assess.ts";
import type { Audit } from "../core/audit.ts";
import type { Asked } from "./asked.ts";
import { changesField } from "./changes.ts";
import { all } from "./dom.ts";
import type { Around } from "./judging.ts";
import type { Store } from "./store.ts";
import { supportsField } from "./supports.ts";

export interface Special {
  /** Fills a question's field, if it is one of these. */
  fill(question: HTMLElement): boolean;
  /** Whether a field belongs to one of these, which look after it themselves. */
  owns(field: HTMLElement): boolean;
  /** Shows what changes with the assessment. */
  refresh(audit: Audit, assessment: Assessment, around: Around): void;
  ready(around: Around): void;
}

/** Takes them over. */
export function makers(store: Store, form: HTMLElement, questions: ReadonlyMap<string, Asked>): Special {
  let around: Around | undefined;
  const refills: Record<string, (question: HTMLElement) => void> = {
    supports: (question) => supportsField(question, store, questions),
    changes: (question) => changesField(question, store, questions, around),
  };
  return {
    fill(question) {
      if (question.closest("[data-change]")) return true;
      const refill = refills[question.dataset["kind"] ?? ""];
      refill?.(question);
      return refill !== undefined;
    },
    owns: (field) => field.closest(".made") !== null,
    refresh(audit, assessment, now) {
      for (const question of all(form, "[data-kind=changes]"))
        question.dispatchEvent(new CustomEvent("judged", { detail: { audit, assessment, around: now } }));
    },
    ready(now) {
      around = now;
      for (const question of all(form, "[data-kind=changes]")) refills["changes"]?.(question);
    },
  };
}
