/** The search page's behaviour: the query and its filter live in the address, results come from Pagefind. */

interface Result {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

type Filters = { kind?: "Report"; not?: { kind: "Report" } };

interface Pagefind {
  options(settings: { baseUrl: string }): Promise<void>;
  search(query: string, settings: { filters: Filters }): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

export {};

const most = 40;

/** What each choice narrows to. Pagefind knows reports; criteria and guidance are the rest. */
const filters: Readonly<Record<string, Filters>> = {
  reports: { kind: "Report" },
  guidance: { not: { kind: "Report" } },
};

const form = document.querySelector<HTMLFormElement>("#search");
const query = document.querySelector<HTMLInputElement>("#query");
const status = document.querySelector<HTMLElement>("#status");
const list = document.querySelector<HTMLElement>("#results");
const everything = document.querySelector<HTMLElement>("#everything");

if (form && query && status && list && everything) {
  const pagefind = load(form);
  const asked = new URLSearchParams(location.search);
  query.value = asked.get("q") ?? "";
  for (const radio of kinds(form)) radio.checked = radio.value === (asked.get("kind") ?? "");
  form.hidden = false;

  let latest = 0;
  const run = async () => {
    const turn = ++latest;
    const text = query.value.trim();
    const kind = kinds(form).find((radio) => radio.checked)?.value ?? "";
    remember(text, kind);
    everything.hidden = text !== "";
    if (text === "") return show([], "");
    const found = await (await pagefind).search(text, { filters: filters[kind] ?? {} });
    const results = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
    if (turn !== latest) return;
    const total = found?.results.length ?? 0;
    const shown = total > most ? `, the first ${most} shown` : "";
    show(
      results,
      total === 0
        ? `Nothing found for “${text}”.`
        : `${total} ${total === 1 ? "page" : "pages"} found for “${text}”${shown}.`,
    );
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
  if (query.value === "") query.focus();
  else safely();
}

async function load(form: HTMLFormElement): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${form.dataset["bundle"]}pagefind.js`);
  await pagefind.options({ baseUrl: form.dataset["base"] ?? "/" });
  return pagefind;
}

function kinds(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name=kind]")];
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
