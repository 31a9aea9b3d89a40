/** What a guidance page may hold besides prose; reading/guidance-uses.ts knows the same names. */
import Case from "./Case.astro";
import Cite from "./Cite.astro";
import Contested from "./Contested.astro";
import Criterion from "./Criterion.astro";
import InnerLink from "./InnerLink.astro";
import Section from "./Section.astro";
import Term from "./Term.astro";

/** The components by the name that a page writes. */
export const components = { Case, Cite, Contested, Criterion, Section, Term, a: InnerLink };
