/** `npm run golden`: judges every audit anew and keeps what it comes to. Refused where CI is set. */
import { fileURLToPath } from "node:url";
import { assess } from "../../src/core/assess.ts";
import { problemText } from "../../src/core/problem.ts";
import { readProject } from "../../src/reading/disk.ts";
import { goldenOf, mayRenew, renew } from "./golden.ts";

const { audits, yardstick, problems } = readProject(fileURLToPath(new URL("../..", import.meta.url)));
const errors = problems.filter(({ severity }) => severity !== "warning");

if (!mayRenew(process.env)) {
  console.error("Goldens are not renewed where CI is set. Run npm run golden by hand, read what moved, and commit it.");
  process.exitCode = 1;
} else if (yardstick === undefined || errors.length > 0) {
  console.error(`Goldens are not renewed while there are problems:\n${errors.map(problemText).join("\n")}`);
  process.exitCode = 1;
} else {
  const goldens = new Map(audits.map((audit) => [audit.id, goldenOf(assess(audit, yardstick.catalogue))]));
  const done = renew(fileURLToPath(new URL(".", import.meta.url)), goldens);
  console.log(done.length === 0 ? "Every golden is as it was." : done.join("\n"));
}
