/** The formats by the names that --format takes, each loaded when it is asked for. */
import type { Format } from "./format/format.ts";

export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  text: async () => (await import("./format/text.ts")).text,
  json: async () => (await import("./format/json.ts")).json,
  github: async () => (await import("./format/github.ts")).github,
  sarif: async () => (await import("./format/sarif.ts")).sarif,
  junit: async () => (await import("./format/junit.ts")).junit,
};
