/** The table of services as CSV, all of it. */
import { csv } from "../../report/csv.ts";
import { library } from "../../site/library.ts";

export async function GET(): Promise<Response> {
  const { directory } = await library();
  return new Response(csv([directory.heads, ...directory.rows.map(({ cells }) => cells)]), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
}
