/** The references as CSL-JSON. */
import { cslItems } from "../report/csl.ts";
import { library } from "../site/library.ts";

export async function GET(): Promise<Response> {
  const { around } = await library();
  return new Response(`${JSON.stringify(cslItems([...around.references.values()]), null, 2)}\n`);
}
