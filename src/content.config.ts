/** The guidance, in MDX. Audits and criteria are not collections: they need their lines (reading/). */
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const guidance = defineCollection({
  loader: glob({ base: "content/guidance", pattern: "*.mdx" }),
  schema: z.strictObject({
    title: z.string(),
    /** The part of the resource that the page belongs to, 1 to 6. */
    part: z.number().int().min(1).max(6),
    /** The sections of the resource that it renders. */
    sections: z.array(z.string()).min(1),
    order: z.number().int(),
    summary: z.string(),
  }),
});

export const collections = { guidance };
