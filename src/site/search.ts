/** The search page's behaviour: the query and its filter live in the address, results come from Pagefind. */

interface Result {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

type Filters = { kind?: "Report"; not?: { kind: "Report" } };

interface Pagefind {
  options(settings: { baseUrl: string }): Promise<void>;
  search(
    query: string | null,
    settings: { filters: Filters },
  ): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

export {};

const most = 40;

/**
 * What a choice narrows to. Pagefind knows reports, and criteria and guidance as the rest (it writes more than
 * one filter in random order); parts and themes stand in what each of the rest carries, which are not many.
 */
function filterOf(kind: string): Filters {
  if (kind === "") return {};
  return kind === "reports" ? { kind: "Report" } : { not: { kind: "Report" } };
}

/** Whether a result belongs to the part or the theme that is chosen. */
function belongs({ meta }: Result, kind: string): boolean {
  const [, list = "", id = ""] = /^(part|theme)-(.+)$/.exec(kind) ?? [];
  return list === "" || (meta[`${list}s`] ?? "").split(" ").includes(id);
}

const form = document.querySelector<HTMLFormElement>("#search");
const query = document.querySelector<HTMLInputElement>("#query");
const select = document.querySelector<HTMLSelectElement>("#kind");
const status = document.querySelector<HTMLElement>("#status");
const list = document.querySelector<HTMLElement>("#results");
const everything = document.querySelector<HTMLElement>("#everything");

if (form && query && select && status && list && everything) {
  const pagefind = load(form);
  const asked = new URLSearchParams(location.search);
  query.value = asked.get("q") ?? "";
  select.value = asked.get("kind") ?? "";
  if (select.selectedIndex < 0) select.value = "";
  form.hidden = false;

  let latest = 0;
  const run = async () => {
    const turn = ++latest;
    const text = query.value.trim();
    const kind = select.value;
    const narrowed = /^(part|theme)-/.test(kind);
    remember(text, kind);
    everything.hidden = text !== "" || narrowed;
    if (text === "" && !narrowed) return show([], "");
    const found = await (await pagefind).search(text || null, { filters: filterOf(kind) });
    const all = (found?.results ?? []).slice(0, narrowed ? undefined : most);
    const results = (await Promise.all(all.map((result) => result.data()))).filter((one) => belongs(one, kind));
    if (turn !== latest) return;
    const total = narrowed ? results.length : (found?.results.length ?? 0);
    show(results.slice(0, most), summary(total, text, select.selectedOptions[0]?.text ?? ""));
  };
  const show = (results: readonly Result[], says: string) => {
    status.textContent = says;
    list.replaceChildren(...results.map(item));
  };
  const safely = () => {
    run().catch(() => {
      status.textContent = "The search index could not be loaded. Everything is listed by name below.";
      everything.hidden = false;
    });
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(safely, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    safely();
  });
  if (query.value === "" && select.value === "") query.focus();
  else safely();
}

async function load(form: HTMLFormElement): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${form.dataset["bundle"]}pagefind.js`);
  await pagefind.options({ baseUrl: form.dataset["base"] ?? "/" });
  return pagefind;
}

/** How many were found, of what and where. */
function summary(total: number, text: string, place: string): string {
  const what = text === "" ? `in “${place}”` : `for “${text}”`;
  if (total === 0) return `Nothing found ${what}.`;
  return `${total} ${total === 1 ? "page" : "pages"} found ${what}${total > most ? `, the first ${most} shown` : ""}.`;
}

function remember(text: string, kind: string): void {
  const asked = new URLSearchParams();
  if (text !== "") asked.set("q", text);
  if (kind !== "") asked.set("kind", kind);
  const search = asked.toString();
  history.replaceState(null, "", search === "" ? location.pathname : `?${search}`);
}

/** One result. Only the excerpt holds markup, `<mark>` from Pagefind, and it is rebuilt from its text. */
function item({ url, excerpt, meta }: Result): HTMLElement {
  const element = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta["title"] ?? url;
  const kind = document.createElement("span");
  kind.className = "tag";
  kind.textContent = meta["kind"] ?? "Guidance";
  const text = document.createElement("p");
  text.append(...marked(excerpt));
  element.append(link, " ", kind, text);
  return element;
}

function marked(excerpt: string): (string | Node)[] {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  return [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent ?? "";
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}
