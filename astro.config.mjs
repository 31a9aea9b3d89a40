import mdx from "@astrojs/mdx";
import { defineConfig, passthroughImageService } from "astro/config";
import { rapport } from "./src/site/integration.ts";

export default defineConfig({
  integrations: [mdx(), rapport()],
  trailingSlash: "always",
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: "never", concurrency: 16 },
  devToolbar: { enabled: false },
  // Nothing is inlined, so that a strict Content Security Policy needs no exceptions.
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { onwarn: quiet } } },
});

/** Astro marks MDX modules with a directive of its own, which the bundler takes for a mistake. */
function quiet(warning, warn) {
  if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
}
