/** What is wrong with a file, put in order and into words on the page, and what the file is called. */
import type { Answers } from "../core/facts.ts";
import type { Problem } from "../core/problem.ts";
import { make } from "./dom.ts";
import type { Told } from "./errors.ts";

/** Answers with the groups that no audit goes without, so that what is missing in them is told one by one. */
export function withHead(answers: Answers): Answers {
  const audit = { period: {}, ...(answers["audit"] as object | undefined) };
  return { service: {}, ...answers, audit };
}

/** Problems in the order of the questions that they are about; those about none come last. */
export function inPageOrder(told: readonly Told[]): Told[] {
  const follows = (a: Element, b: Element) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return told.toSorted((a, b) => {
    if (a.element === b.element) return 0;
    if (a.element === null || b.element === null) return a.element === null ? 1 : -1;
    return follows(a.element, b.element);
  });
}

/** Problems of a text with their lines. */
export function linesOf(problems: readonly Problem[]): Node[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ line, message, hint, severity }) =>
    make(
      "li",
      {},
      make("b", {}, `Line ${line}: `),
      `${severity === "warning" ? "please look: " : ""}${message}${hint ? `; ${hint}` : ""}`,
    ),
  );
  return [make("ul", {}, ...items)];
}

export function problemItem({ element, says, line, severity }: Told, go: (element: HTMLElement) => void): HTMLElement {
  const text = `${severity === "warning" ? "Please look: " : ""}${says}`;
  if (!element) return make("li", {}, `Line ${line}: ${text}`);
  const follow = (event: Event) => {
    event.preventDefault();
    go(element);
  };
  return make(
    "li",
    {},
    make("a", { href: `#${element.id}`, onclick: follow }, text),
    line > 0 ? ` (line ${line})` : "",
  );
}

/** Where an audit belongs: service/period.yaml, the period by its years. */
export function nameOf({ service, audit }: Answers): string {
  const id = (service as { id?: string } | undefined)?.id ?? "your-service";
  const { from = "", to = "" } = (audit as { period?: { from?: string; to?: string } } | undefined)?.period ?? {};
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const period = first === "" ? "period" : first === last || last === "" ? first : `${first}-${last.slice(2)}`;
  return `${/^[a-z0-9-]+$/.test(id) ? id : "your-service"}/${period}.yaml`;
}
