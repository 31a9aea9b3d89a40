/**
 * What looks like personal data, searched for in the whole text before anything else is read. The
 * messages never repeat what was found.
 */
import type { Problem } from "../core/problem.ts";

interface Sign {
  readonly pattern: RegExp;
  /** Whether what the pattern found is a sign indeed. */
  readonly when?: (found: string) => boolean;
  readonly message: string;
  readonly hint: string;
}

const roles = 'name roles, not people: "Clinical lead"';
const aggregate = "an audit holds no data about any one person; take it out here and wherever else it was saved";

const keys = [
  ...["client", "patient", "client_name", "patient_name", "first_name", "surname", "initials", "dob", "date_of_birth"],
  ...["nhs_number", "case_number", "postcode", "address", "email", "phone"],
];

const signs: readonly Sign[] = [
  {
    // Begins at a word's first character only: from every letter of a long word it would take minutes.
    pattern: /(?<![^\s@,;:"'<>()[\]{}])[^\s@,;:"'<>()[\]{}]+@[^\s@,;:"'<>()[\]{}.]+\.\p{L}{2,}/u,
    message: "an e-mail address stands here",
    hint: roles,
  },
  {
    pattern: /(?<![\d.-])(?:\d{10}|(?<found>\d{3}[ -]\d{3}[ -]\d{4}))(?![\d-])/,
    when: (found) => /^\d+$/.test(found) || hasCheckDigit(found),
    message: "a number of ten digits, like an NHS number, stands here",
    hint: aggregate,
  },
  { pattern: /(?<!\d-?)(?:\+44\s?|0)(?:\d[ -]?){9,10}(?!\d)/, message: "a telephone number stands here", hint: roles },
  {
    pattern:
      /\b(?:dob|d\.o\.b\.?|date of birth)\b\D{0,12}\d|\bborn (?:on )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-](?:\d|[a-z]{3})|\d{4}-\d|[a-z]{3,9} \d{1,2}\b)/i,
    message: "a date of birth stands here",
    hint: aggregate,
  },
  {
    pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/,
    message: "a National Insurance number stands here",
    hint: aggregate,
  },
  {
    pattern: new RegExp(`(?:^[\\s{[-]*|[{,]\\s*)(?<found>["']?(?:${keys.join("|")})["']?\\s*:)`, "i"),
    message: "an answer about one person stands here",
    hint: aggregate,
  },
];

/** Places in the text that look like personal data, at most one sign a line. Web addresses are passed over. */
export function personal(text: string, file: string): Problem[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const searched = line.replaceAll(/https?:\/\/[^\s,"'\]}]+/g, (address) => " ".repeat(address.length));
    for (const { pattern, when, message, hint } of signs) {
      const found = pattern.exec(searched);
      if (found && (when?.(found[0]) ?? true)) {
        const column = found.index + found[0].length - (found.groups?.["found"] ?? found[0]).length + 1;
        return [{ file, pointer: "", line: index + 1, column, severity: "error" as const, message, hint }];
      }
    }
    return [];
  });
}

/** NHS numbers end in a check digit (modulus 11); most runs of three, three and four digits do not. */
function hasCheckDigit(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, "")].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}
