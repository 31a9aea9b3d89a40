/** The tables' buttons: facts and waits out, and either of them in. */
import type { Asked } from "./asked.ts";
import { download, pick } from "./disk.ts";
import { button, byId, make } from "./dom.ts";
import type { Store } from "./store.ts";
import { factRows, waitRows, withRows } from "./tables.ts";

/** Takes the tables' part of the page over. */
export function takeTables(store: Store, questions: ReadonlyMap<string, Asked>, name: () => string): void {
  const said = byId("table-said");
  const file = (what: string) =>
    `${name()
      .replace(/\.ya?ml$/, "")
      .replaceAll("/", "-")}-${what}.csv`;
  const out = (what: string, rows: typeof factRows) => async () => {
    const { csv } = await import("./reader.ts");
    download(csv(rows(store.answers, questions)), file(what), "text/csv");
    said.textContent = `${file(what)} is among your downloads.`;
  };
  byId("tables").append(
    button("All questions (CSV)", out("questions", factRows)),
    button("Waits (CSV)", out("waits", waitRows)),
    button("Read a table in", async () => {
      const picked = await pick(".csv,.tsv,.txt,text/csv");
      if (picked === undefined) return;
      const { rowsOf } = await import("./reader.ts");
      const { answers, problems, taken } = withRows(store.answers, rowsOf(picked.text), questions);
      store.replace(answers, true);
      said.textContent = `${taken} ${taken === 1 ? "answer was" : "answers were"} read from ${picked.name}.${problems.length > 0 ? " Some lines could not be read:" : ""}`;
      byId("table-problems").replaceChildren(
        ...(problems.length === 0
          ? []
          : [make("ul", {}, ...problems.map(({ row, says }) => make("li", {}, make("b", {}, `Line ${row}: `), says)))]),
      );
    }),
  );
}
