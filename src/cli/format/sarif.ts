/** Problems as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem, Rule } from "../../core/problem.ts";
import { jsonText } from "../visible.ts";
import type { Found } from "./format.ts";
import { rules } from "./rules.ts";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const ids = Object.keys(rules) as Rule[];

/** One run with every rule and every problem. A half of a surrogate pair becomes U+FFFD. */
export function sarif({ problems }: Found): string {
  return jsonText({
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Rapport", rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })) } },
        columnKind: "utf16CodeUnits",
        results: problems.map(result),
      },
    ],
  });
}

function result({ file, line, column, severity, rule = "content", message, hint }: Problem) {
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: (hint ? `${message}\n${hint}` : message).toWellFormed() },
    locations: [
      { physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } } },
    ],
  };
}

/** A path below the folder of the project is relative to the root of its sources. */
function artifact(file: string) {
  if (isAbsolute(file)) return { uri: pathToFileURL(file.toWellFormed()).href };
  const steps = file.toWellFormed().split(/[\\/]/).map(encodeURIComponent);
  return { uri: steps.join("/"), uriBaseId: "%SRCROOT%" };
}
