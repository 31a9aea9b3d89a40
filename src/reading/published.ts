/**
 * A report's assessment as it was published, kept beside its audit. What is read of it is where the service
 * stood then and under which criteria; it is never scored again.
 */
import type { Level } from "../core/catalogue.ts";
import type { Published } from "../core/compare.ts";
import type { Problem } from "../core/problem.ts";

/** What such a file is called, after the audit's period. */
export const publishedEnding = ".assessment.json";

/** No kept assessment is larger: one of a hundred criteria has some 200 KB. */
export const largestPublished = 1024 * 1024;

/** The kept assessment where it can be used, or what is wrong with it. */
export interface ReadPublished {
  readonly published?: Published;
  readonly problems: readonly Problem[];
}

type Map = Readonly<Record<string, unknown>>;
type Kept = Published["findings"][number];

/**
 * Reads a kept assessment, undefined where it is no file that could be one. `sha256` is that of the audit
 * beside it, whose file's name is `audit`.
 */
export function readPublished(text: string | undefined, file: string, audit: string, sha256: string): ReadPublished {
  const wrong = (message: string, hint: string, sought = "{"): ReadPublished => ({
    problems: [
      {
        file,
        pointer: "",
        line: lineOf(text ?? "", sought),
        column: 1,
        severity: "error",
        rule: "file",
        message,
        hint,
      },
    ],
  });
  const again = "download the assessment (JSON) from the published report again, or delete this file";
  if (text === undefined) return wrong("this is not a file of at most 1 MB", again);
  const value = parsed(text);
  if (value === undefined) return wrong("this is not JSON", again);
  if (value["format"] !== "rapport-assessment/1")
    return wrong("this is not the assessment of a report: its format is not rapport-assessment/1", again, '"format"');
  const catalogue = value["catalogue"] as Map | undefined;
  const named = ["version", "sha256", "profile"].every((name) => isText(catalogue?.[name]));
  if (!named) return wrong("it does not say under which criteria it was made", again, '"catalogue"');
  if (value["sha256"] !== sha256)
    return wrong(
      `it was made from another version of ${audit} than the one beside it`,
      `bring back the ${audit} that was published, or delete this file`,
      '"sha256"',
    );
  const found = value["findings"];
  const findings = (Array.isArray(found) ? found : []).map(kept);
  if (findings.length === 0) return wrong("it has no findings", again);
  const faulty = findings.indexOf(undefined);
  if (faulty >= 0) return wrong(`its finding ${faulty + 1} does not say where the service stood`, again, '"findings"');
  const { version, sha256: criteria, profile } = catalogue as unknown as Published["catalogue"];
  return {
    published: {
      sha256,
      catalogue: { version, sha256: criteria, profile },
      findings: findings.filter((one) => one !== undefined),
    },
    problems: [],
  };
}

/** One finding, its standing worked out from the levels it allows. */
function kept(value: unknown): Kept | undefined {
  const { criterion, code, title, applies, levels } = (value ?? {}) as Map;
  if (!isText(criterion) || !isText(code) || !isText(title)) return undefined;
  if (applies !== "yes" && applies !== "no" && applies !== "maybe") return undefined;
  const allowed = ([0, 1, 2, 3] as const).filter((level) => Array.isArray(levels) && levels.includes(level));
  if (String(allowed) !== String(levels) || (applies === "no") !== (allowed.length === 0)) return undefined;
  return { criterion, code, title, applies, levels: allowed, standing: standingOf(applies, allowed) };
}

function standingOf(applies: Kept["applies"], levels: readonly Level[]): Kept["standing"] {
  if (applies === "no") return "not applicable";
  return applies === "yes" && levels.length === 1 ? "settled" : "open";
}

function parsed(text: string): Map | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Map) : {};
  } catch {
    return undefined;
  }
}

/** A line of text as files of ours have it: no controls, and not a page long. */
function isText(value: unknown): value is string {
  return typeof value === "string" && /^\P{Cc}{1,300}$/u.test(value);
}

function lineOf(text: string, sought: string): number {
  const at = text.indexOf(sought);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}
