/** The references as RIS. */
import { ris } from "../report/ris.ts";
import { library } from "../site/library.ts";

export async function GET(): Promise<Response> {
  const { around } = await library();
  return new Response(ris([...around.references.values()]));
}
