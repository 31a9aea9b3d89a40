/** Draws a comparison into the page's frame, from parts that Astro rendered: text goes in as text only. */
import type { Points } from "../report/apart.ts";
import type { ComparedAudit, ComparisonCell, ComparisonRow, ComparisonView } from "../report/comparison.ts";
import { href } from "./links.ts";

/** Puts the view where the page for a group has it. */
export function draw(view: ComparisonView): void {
  put("#careful", view.careful);
  fill("#about", view.audits.map(about));
  fill("#points", [view.furthest, ...view.contract].map(points));
  const table = one<HTMLTableElement>(document, "#table");
  put("#table caption", view.caption);
  const [corner] = one(table, "thead tr").children;
  fill("#table thead tr", [...(corner ? [corner] : []), ...view.audits.map(columnHead)]);
  for (const body of [...table.tBodies]) body.remove();
  table.append(...view.themes.map(({ title, rows }) => theme(title, rows, view.audits.length)));
}

function about(audit: ComparedAudit): Element {
  const row = part("#part-audit");
  const link = one<HTMLAnchorElement>(row, "a");
  link.href = href(audit.href);
  link.textContent = audit.name;
  one(row, ".when").textContent = audit.period;
  const { people, fundedBy, assurance, standards, open } = audit;
  for (const [index, text] of [people, fundedBy, assurance, standards, open].entries())
    one(row, `td:nth-of-type(${index + 1})`).textContent = text;
  one(row, "ul").replaceChildren(...audit.exceptions.map((text) => element("li", text)));
  return row;
}

function points({ title, says, points: list, after }: Points): Element {
  const section = part("#part-points");
  one(section, "h2").textContent = title;
  one(section, "p").textContent = says;
  one(section, "ul").replaceChildren(
    ...list.map(({ anchor, link, text }) => {
      const item = element("li", "");
      const to = element("a", link);
      to.href = `#${anchor}`;
      item.append(to, ": ", element("span", text));
      return item;
    }),
  );
  one(section, ".after").textContent = after;
  return section;
}

function columnHead({ name, period, href: report }: ComparedAudit): Element {
  const head = element("th", "");
  head.scope = "col";
  const link = element("a", name);
  link.href = href(report);
  const when = element("span", period);
  when.className = "when";
  head.append(link, " ", when);
  return head;
}

function theme(title: string, rows: readonly ComparisonRow[], columns: number): Element {
  const body = document.createElement("tbody");
  const head = element("th", title);
  head.scope = "rowgroup";
  head.colSpan = columns + 1;
  const line = element("tr", "");
  line.className = "theme";
  line.append(head);
  body.append(line, ...rows.map(criterion));
  return body;
}

function criterion(row: ComparisonRow): Element {
  const line = part<HTMLElement>("#part-row");
  line.id = row.id;
  if (row.same) line.dataset["same"] = "yes";
  one(line, ".code").textContent = row.code;
  const link = one<HTMLAnchorElement>(line, "a");
  link.href = href(row.href);
  link.textContent = row.title;
  line.append(...row.cells.map(cell));
  return line;
}

/** The parts for cells stand in the order of the levels, then open, then not applicable. */
function cell({ of, level, label, note, href: finding }: ComparisonCell): Element {
  const open = label.startsWith("Open") ? 4 : 5;
  const filled = part<HTMLElement>("#part-cells", level ?? open);
  filled.dataset["label"] = of;
  one<HTMLAnchorElement>(filled, "a").href = href(finding);
  one(filled, ".standing > span").textContent = label;
  const behind = one(filled, ".behind");
  if (note === "") behind.remove();
  else behind.textContent = note;
  return filled;
}

/** A copy of one of the elements in a template. */
function part<T extends Element = Element>(template: string, index = 0): T {
  const { content } = one<HTMLTemplateElement>(document, template);
  const found = content.children[index];
  if (found === undefined) throw new Error(`${template} has no part ${index}`);
  return document.importNode(found, true) as T;
}

function one<T extends Element = Element>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

function put(selector: string, text: string): void {
  one(document, selector).textContent = text;
}

function fill(selector: string, children: readonly Element[]): void {
  one(document, selector).replaceChildren(...children);
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
