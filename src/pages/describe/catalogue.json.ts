/** The catalogue as the form judges with it. */
import { leanCatalogue } from "../../site/describe.ts";

export function GET(): Response {
  return new Response(JSON.stringify(leanCatalogue()), { headers: { "Content-Type": "application/json" } });
}
