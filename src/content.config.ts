/**
 * The guidance, for Astro to render. What its heads may hold is said in schemas/guidance.schema.json and
 * checked by reading/, as with audits and criteria, which are not collections: they need their lines.
 */
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import type { PageHead } from "./core/guidance.ts";

const guidance = defineCollection({
  loader: glob({ base: "content/guidance", pattern: "*.mdx" }),
  schema: z.custom<PageHead>(),
});

export const collections = { guidance };
