/** What verifying a published assessment found, in plain words. */
import type { Level, Method } from "../core/catalogue.ts";
import type { Discrepancy } from "../core/discrepancy.ts";
import { listed } from "../core/listed.ts";
import type { HeldFinding, Verification } from "../core/verification.ts";
import { count, levelName } from "./wording.ts";

/** The names of the two files, as the reader knows them. */
export interface VerifiedFiles {
  readonly assessment: string;
  readonly audit: string;
}

/** The answer a line at a time: the audit, the criteria, the answers, the findings, the rest, and what that means. */
export function verificationLines(found: Verification, files: VerifiedFiles, method: Method): string[] {
  return [
    ...auditLines(found, files),
    ...catalogueLines(found),
    ...answerLines(found, files),
    ...findingLines(found, method),
    ...restLines(found),
    "",
    ...conclusion(found),
  ];
}

function auditLines({ audit }: Verification, files: VerifiedFiles): string[] {
  if (audit.same) return [line("same", `The audit: SHA-256 ${audit.gives}`)];
  return [
    line("differs", `The audit: the report was made from a file with the SHA-256 ${quoted(audit.says)};`),
    more(`${files.audit} has ${audit.gives}.`),
  ];
}

function catalogueLines({ catalogue: { says, gives, same } }: Verification): string[] {
  if (same) return [line("same", `The criteria: version ${gives.version}, SHA-256 ${gives.sha256}`)];
  return [
    line(
      "differs",
      `The criteria: the report was made with version ${quoted(says.version)}, SHA-256 ${quoted(says.sha256)};`,
    ),
    more(`here are version ${gives.version}, SHA-256 ${gives.sha256}.`),
  ];
}

function answerLines({ answers }: Verification, files: VerifiedFiles): string[] {
  const { assessment, audit } = files;
  if (answers.length === 0) return [line("same", `The answers in ${assessment} are those of ${audit}`)];
  const verb = answers.length === 1 ? "differs" : "differ";
  return [
    line("differs", `${count(answers.length, "answer")} ${verb} between ${assessment} and ${audit}`),
    ...answers.map((one) => more(differenceText(one, { says: `${assessment} has`, gives: `${audit} has` }))),
  ];
}

function findingLines({ findings, catalogue }: Verification, method: Method): string[] {
  if (findings === null) {
    const { version, sha256 } = catalogue.says;
    return [
      line("not told", "The findings, counts and ranges: only the criteria that they were made with can give them"),
      more("again. What would be needed is a copy of Rapport whose criteria have"),
      more(`version ${quoted(version)} and SHA-256 ${quoted(sha256)}. Run verify there with the same files.`),
    ];
  }
  const differing = findings.filter((one) => one.differences.length > 0);
  if (differing.length === 0) return [line("same", `All ${count(findings.length, "finding")}`)];
  return [
    line("differs", `${differing.length} of ${count(findings.length, "finding")}`),
    ...differing.flatMap((one) => heldFindingLines(one, method)),
  ];
}

function heldFindingLines({ criterion, code, differences }: HeldFinding, method: Method): string[] {
  const [first] = differences;
  if (first?.path === "" && first.says === undefined)
    return [more(`${code} ${criterion}: the report lacks this finding`)];
  if (first?.path === "" && first.gives === undefined)
    return [more(`${quoted(criterion)}: the criteria give no such finding`)];
  return [
    more(`${code} ${criterion}`),
    ...differences.map((one) => more(`  ${one.path === "levels" ? levelsText(one, method) : differenceText(one)}`)),
  ];
}

function restLines({ rest }: Verification): string[] {
  if (rest === null) return [];
  if (rest.length === 0) return [line("same", "Counts, ranges and everything else in the report")];
  return [
    line("differs", "Counts, ranges or other things in the report"),
    ...rest.map((one) => more(differenceText(one))),
  ];
}

function conclusion({ same, catalogue }: Verification): string[] {
  if (same) return ["The report is what its audit and its criteria give."];
  if (!catalogue.same) return ["Whether the report is what its audit gives can't be told with these criteria."];
  return [
    "The report is not what this audit and these criteria give. The report or the audit was changed after it was made,",
    "they don't belong together, or another version of Rapport made it.",
  ];
}

/** "levels: the report says Weak; worked out again it is Developing". */
function levelsText({ says, gives }: Discrepancy, method: Method): string {
  const names = (levels: unknown) =>
    Array.isArray(levels) && levels.length > 0 && levels.every((level) => [0, 1, 2, 3].includes(level))
      ? listed(
          levels.map((level) => levelName(level as Level, method)),
          "or",
        )
      : valueText(levels);
  return `levels: ${sides.says} ${names(says)}; ${sides.gives} ${names(gives)}`;
}

function differenceText({ path, says, gives }: Discrepancy, words = sides): string {
  return `${cut(plain(path))}: ${words.says} ${valueText(says)}; ${words.gives} ${valueText(gives)}`;
}

const sides = { says: "the report says", gives: "worked out again:" };

function valueText(value: unknown): string {
  return value === undefined ? "nothing" : cut(plain(JSON.stringify(value)));
}

/** A version or a hash as a file from anywhere has it; in quotation marks where it is neither. */
function quoted(text: string): string {
  return /^[\w.-]{1,64}$/.test(text) ? text : valueText(text);
}

/** Without characters that a terminal would obey or that would hide what is there. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

const longest = 80;

function cut(text: string): string {
  return text.length > longest ? `${[...text].slice(0, longest - 1).join("")}…` : text;
}

/** A line with its verdict before it, and one that goes on below. */
function line(verdict: "same" | "differs" | "not told", text: string): string {
  return `${verdict.padEnd(10)}${text}`;
}

function more(text: string): string {
  return `${" ".repeat(10)}${text}`;
}
