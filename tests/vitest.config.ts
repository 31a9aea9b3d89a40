import { defineConfig } from "vitest/config";

/** Two projects: the floors in Node, and the built site with a real browser. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    maxWorkers: "100%", // left to itself it keeps one of two cores free
    projects: [
      {
        extends: true,
        test: {
          name: "floors",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**"],
          testTimeout: 60_000, // no test is about time; a busy machine may take its own
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/site/build.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
