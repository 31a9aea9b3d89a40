/** All audits side by side as CSV, for those who compare in a spreadsheet. */
import { comparison, comparisonCells } from "../../report/comparison.ts";
import { csv } from "../../report/csv.ts";
import { library } from "../../site/library.ts";

export async function GET(): Promise<Response> {
  const { standings } = await library();
  const all = standings.audits.map(({ id }) => id);
  return new Response(csv(comparisonCells(comparison(standings, all))), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
}
