/** The references as BibTeX. */
import { bibtex } from "../report/bibtex.ts";
import { library } from "../site/library.ts";

export async function GET(): Promise<Response> {
  const { around } = await library();
  return new Response(bibtex([...around.references.values()]));
}
