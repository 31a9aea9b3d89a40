/** The catalogue as the form judges with it. */
import { leanCatalogue } from "../../site/describe.ts";

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(await leanCatalogue()), { headers: { "Content-Type": "application/json" } });
}
