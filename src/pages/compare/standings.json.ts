/** One standing a criterion for every audit, for putting any of them side by side. */
import { library } from "../../site/library.ts";

export async function GET(): Promise<Response> {
  const { standings } = await library();
  return new Response(JSON.stringify(standings), { headers: { "Content-Type": "application/json" } });
}
