/** The schemas at addresses that stay. Where it is known where the site stands, each is named by the address it is at. */
import { address } from "../../site/links.ts";

const texts: Readonly<Record<string, string>> = import.meta.glob("../../../schemas/*.schema.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

export function getStaticPaths() {
  return Object.entries(texts).map(([path, text]) => {
    const [, schema = ""] = /([a-z-]+)\.schema\.json$/.exec(path) ?? [];
    return { params: { schema }, props: { text } };
  });
}

export function GET({ props: { text } }: { props: { text: string } }): Response {
  const named = import.meta.env.SITE
    ? text.replace(/"\$id": "([^"]+)"/, (_, name) => `"$id": "${address(`/schemas/${name}`)}"`)
    : text;
  return new Response(named, { headers: { "Content-Type": "application/schema+json; charset=utf-8" } });
}
