/** The schemas of what a reader downloads, as they are: of an audit, and of an assessment, which holds one. */
import assessment from "../../../schemas/assessment.schema.json?raw";
import audit from "../../../schemas/audit.schema.json?raw";

export function getStaticPaths() {
  return Object.entries({ assessment, audit }).map(([schema, text]) => ({ params: { schema }, props: { text } }));
}

export function GET({ props: { text } }: { props: { text: string } }): Response {
  return new Response(text, { headers: { "Content-Type": "application/schema+json; charset=utf-8" } });
}
