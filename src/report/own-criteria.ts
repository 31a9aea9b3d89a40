/** What every page says of criteria that are not Rapport's. */
import type { Catalogue } from "../core/catalogue.ts";

/** One sentence that counts and names them; "" where all criteria are Rapport's. */
export function ownCriteriaSays({ own, criteria }: Catalogue): string {
  if (own === undefined) return "";
  const { added, replaced } = own;
  const parts = [
    ...(added.length > 0 ? [`added ${added.length} (${added.join(", ")})`] : []),
    ...(replaced.length > 0 ? [`put ${replaced.length} in place of Rapport's (${replaced.join(", ")})`] : []),
  ];
  return `Not all ${criteria.length} criteria are Rapport's: whoever publishes this site ${parts.join(" and ")}.`;
}
