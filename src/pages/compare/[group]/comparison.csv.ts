/** The comparison of a group as CSV, beside its page. */
import { comparison, comparisonCells } from "../../../report/comparison.ts";
import { csv } from "../../../report/csv.ts";
import { type Group, groups } from "../../../report/groups.ts";
import { library } from "../../../site/library.ts";

export async function getStaticPaths() {
  const { standings } = await library();
  return groups(standings).map((group) => ({ params: { group: group.slug }, props: { group } }));
}

export async function GET({ props: { group } }: { props: { group: Group } }): Promise<Response> {
  const { standings } = await library();
  return new Response(csv(comparisonCells(comparison(standings, group.ids))), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
}
