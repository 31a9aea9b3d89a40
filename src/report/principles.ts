/** What the resource names as reasons to question a rule, and which points of the Ethical Framework it cites. */
import type { Criterion } from "../core/catalogue.ts";
import { listed } from "../core/listed.ts";

/** The id of BACP's Ethical Framework in content/references.yaml. */
export const framework = "bacp-ethical-framework-2018";

/** Said of every challenge: sections 5.2.5 and 6.1 of the resource, in our words. */
export const principles =
  "The resource names two principles of BACP's Ethical Framework as grounds for questioning a rule: justice, which is being fair to people and providing enough, and beneficence, which is acting for the client's good (sections 5.2.5 and 6.1). It sees in them a reason for practitioners to speak up about rules that are dated or do harm.";

/** What principles are not. */
export const principlesLimit =
  "Principles are values. They say why it is right to ask; they do not prove that this rule does harm, and those who set it may hold the same values.";

/** Stands where the frame of the site is not printed. */
export const independent =
  "Rapport is an aid to reflection, independent of BACP and not endorsed by it. It is no accreditation, no ranking and no judgement of anybody's fitness to practise.";

/** The points that the resource cites, by the section in which it does. */
const points: Readonly<Record<string, string>> = {
  "5.1.1": "commitments 3c and 3d (section 5.1.1)",
  "5.2.7": "good practice point 22a (section 5.2.7)",
  "6.2": "good practice points 31a to 31e (section 6.2)",
};

/** The points of the Framework that a criterion's sections cite, as a sentence; "" where it does not rest on it. */
export function pointsSaid({ basis, cites }: Criterion): string {
  const own = cites.includes(framework) ? basis.sections.flatMap((section) => points[section] ?? []) : [];
  return own.length === 0
    ? ""
    : `Where this criterion starts from, the resource also points to ${listed(own)} of the Framework.`;
}
