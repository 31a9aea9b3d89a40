/** Every finding as it stands, by theme; opened, it is explained as on the report. */
import type { Assessment, Finding } from "../core/assess.ts";
import { elementOf } from "./asked.ts";
import { byId, make } from "./dom.ts";
import { type Around, explained, smallestChange, standingText } from "./judging.ts";

/** A level as four bars, or the frame of what is open or does not apply; drawn beside the counts already. */
export function glyph({ standing, levels }: Pick<Finding, "standing" | "levels">): Node {
  const name = standing === "settled" ? `glyph-${levels[0]}` : standing === "open" ? "glyph-open" : "glyph-none";
  const drawn = byId(name).cloneNode(true) as Element;
  drawn.removeAttribute("id");
  return drawn;
}

/** Shows the findings of an assessment; `go` brings a question into view. */
export function showFindings(assessment: Assessment, around: Around, go: (element: HTMLElement) => void): void {
  const root = byId("all-findings");
  const open = new Set([...root.querySelectorAll("details[open]")].map((one) => one.id));
  root.replaceChildren(
    ...assessment.themes.flatMap(({ id, title, range }) => {
      const own = assessment.findings.filter(({ theme }) => theme === id);
      if (own.length === 0) return [];
      const says =
        range === null
          ? "Not applicable"
          : `${range.low === range.high ? range.low : `${range.low} to ${range.high}`} of 100`;
      return [
        make("h3", {}, title, " ", make("small", {}, says)),
        ...own.map((finding) => shown(finding, assessment, around, go, open)),
      ];
    }),
  );
}

function shown(
  finding: Finding,
  assessment: Assessment,
  around: Around,
  go: (element: HTMLElement) => void,
  open: ReadonlySet<string>,
): HTMLElement {
  const label = standingText(finding, around.catalogue.method);
  const body = make("div", { class: "body" });
  const details = make(
    "details",
    { class: "finding-line", id: `finding-${finding.criterion}` },
    make(
      "summary",
      {},
      glyph(finding),
      make("span", {}, `${finding.code} ${finding.title}`),
      make("span", { class: "label" }, label),
    ),
    body,
  );
  const fill = () => {
    if (details.open && body.childElementCount === 0) body.append(...explanation(finding, assessment, around, go));
  };
  details.addEventListener("toggle", fill);
  details.open = open.has(details.id);
  return details;
}

function explanation(
  finding: Finding,
  assessment: Assessment,
  around: Around,
  go: (element: HTMLElement) => void,
): Node[] {
  const { says, ladder, stated, support, gaps, moveUp, why } = explained(finding, assessment, around);
  const site = byId("form").dataset["site"] ?? "/";
  const list = (title: string, items: readonly (Node | string)[]) =>
    items.length === 0 ? [] : [make("h4", {}, title), make("ul", {}, ...items.map((one) => make("li", {}, one)))];
  const link = (path: string, text: string) => {
    const element = elementOf(assessment.audit as never, path);
    if (!element) return text;
    const follow = (event: Event) => {
      event.preventDefault();
      go(element);
    };
    return make("a", { href: `#${element.id}`, onclick: follow }, text);
  };
  const steps = ladder.map(({ name, step, here }, level) =>
    make(
      "li",
      { class: `rung level-${level} ${here}` },
      make("b", {}, name),
      make("span", {}, step),
      ...(here === "no" ? [] : [make("em", {}, here === "here" ? "It stands here" : "Still possible")]),
    ),
  );
  const better = finding.levels.length > 0 && finding.levels.at(0) !== 3;
  const change = make("div", { role: "status" });
  // The search may take a second: what is known already is shown first.
  if (better)
    setTimeout(() => {
      const changes = smallestChange(finding, assessment, around).map((one) => link(one.path, one.says));
      change.replaceChildren(...list("The smallest change that would move it up", changes));
    }, 50);
  return [
    ...says.map((one) => make("p", {}, one)),
    ...(finding.standing === "not applicable" ? [] : [make("ol", { class: "rungs" }, ...steps)]),
    ...list(
      "Rests on",
      stated.map((one) => `${one.of}: ${one.says}`),
    ),
    ...(finding.standing === "not applicable" ? [] : [make("p", { class: "note" }, support)]),
    ...list(
      "Not stated; would settle it",
      gaps.map(({ path, title }) => link(path, title)),
    ),
    ...(better ? [change] : []),
    ...(better ? [make("p", {}, make("b", {}, "To move up: "), moveUp)] : []),
    make("p", { class: "note" }, make("b", {}, "Why the steps are where they are: "), why),
    make(
      "p",
      { class: "note" },
      make(
        "a",
        { href: `${site}criteria/${finding.criterion}/`, target: "_blank", rel: "noopener" },
        "The criterion in full, with examples (opens in a new tab)",
      ),
    ),
  ];
}
