/** Files that only some sites have: a stylesheet with the organisation's colours, and what search engines are told. */
import { coloured, site, unlisted } from "../site/settings.ts";

export function getStaticPaths() {
  const { links, headings } = site.colours ?? {};
  const colours = [...(links ? [`--accent: ${links};`] : []), ...(headings ? [`--heading: ${headings};`] : [])];
  return [
    // Twice :root, so that it counts for more than the pages' own colours, wherever their stylesheet stands.
    ...(coloured ? [file("colours.css", `:root:root { ${colours.join(" ")} }\n`, "text/css")] : []),
    ...(unlisted ? [file("robots.txt", "User-agent: *\nDisallow: /\n", "text/plain")] : []),
  ];
}

function file(own: string, text: string, type: string) {
  return { params: { own }, props: { text, type } };
}

export function GET({ props: { text, type } }: { props: { text: string; type: string } }): Response {
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}
