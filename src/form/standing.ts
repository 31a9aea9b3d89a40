/** Where the service stands, beside the questions: the figures, the range, and what would settle most. */
import type { Assessment } from "../core/assess.ts";
import { elementOf } from "./asked.ts";
import { all, byId, later, make } from "./dom.ts";
import { type Around, headline, openFacts, rangeSays, rangeText } from "./judging.ts";

/** How many answers are named that would settle most. */
const mostNamed = 4;

/** The panel is filled for each assessment; `go` brings a question into view. */
export function panel(go: (element: HTMLElement) => void) {
  const aside = byId("standing");
  const status = byId("standing-said");
  let last = "";
  let saying = "";
  const say = later(2500, () => {
    if (saying !== status.textContent) status.textContent = saying;
  });

  return (assessment: Assessment, around: Around) => {
    const { tally, range, audit } = assessment;
    const { figure, says } = headline(tally);
    const text = range === null ? "no range yet" : rangeText(range);
    byId("standing-figure").textContent = figure;
    byId("standing-says").textContent = says;
    byId("standing-short").textContent = text;
    const missing = openFacts(assessment, around);
    byId("standing-range").textContent =
      range === null ? "" : `Pathway score ${text}. ${rangeSays(range, missing.length)}`;
    draw(aside, assessment, text);
    byId("settle").replaceChildren(
      ...missing.slice(0, mostNamed).flatMap(({ path, title, criteria, points }) => {
        const element = elementOf(audit as never, path);
        if (!element) return [];
        const follow = (event: Event) => {
          event.preventDefault();
          const now = elementOf(audit as never, path);
          if (now) go(now);
        };
        const link = make("a", { href: `#${element.id}`, onclick: follow }, title);
        const decides = `${points}; for ${criteria.map(({ code }) => code).join(", ")}`;
        return [make("li", {}, link, make("small", {}, decides))];
      }),
    );
    byId("settle-title").hidden = missing.length === 0;
    const now = `${figure} ${says}. ${text}`;
    if (last !== "" && now !== last) {
      saying = `Where it stands now: ${now}.`;
      say();
    }
    last = now;
  };
}

function draw(aside: HTMLElement, { tally, range }: Assessment, label: string): void {
  const svg = aside.querySelector(".range");
  svg?.setAttribute("aria-label", label);
  svg?.querySelector(".hatched")?.setAttribute("width", `${range?.high ?? 0}%`);
  svg?.querySelector(".solid")?.setAttribute("width", `${range?.low ?? 0}%`);
  const middle = aside.querySelector(".scale span:nth-child(2)");
  if (middle) middle.textContent = label;
  const applying = tally.of - tally.notApplicable;
  const numbers = [...tally.levels.toReversed(), tally.open, tally.notApplicable];
  for (const [index, item] of all(aside, ".counts > li").entries()) {
    const number = numbers[index] ?? 0;
    const shown = item.querySelector(".number");
    if (shown) shown.textContent = String(number);
    item
      .querySelector("svg[width='100%'] rect")
      ?.setAttribute("width", `${applying === 0 ? 0 : (number / applying) * 100}%`);
  }
}
