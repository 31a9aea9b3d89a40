/** The signs by which a text seems to be about a person, or to name one. */

/** One sign: how it looks, what is said of it, and what would be right. */
export interface Sign {
  readonly pattern: RegExp;
  /** Without this there is no such sign; it is looked for first, since it is quick to make ready and to find. */
  readonly needs?: RegExp;
  /** Whether what the pattern found is a sign indeed. */
  readonly when?: (found: string) => boolean;
  readonly message: string;
  readonly hint: string;
  /** It may be something else: it is said, and does not stop the reading. */
  readonly doubtful?: true;
  /** It is looked for in web addresses too, and in the numbers of books and papers. */
  readonly everywhere?: true;
}

const roles = 'name roles, not people: "Clinical lead"';
const aggregate = "an audit holds no data about any one person; take it out here and wherever else it was saved";

const client = "(?:[Cc]lient|[Pp]atient)";
const someone =
  "(?:client|patient|wom[ae]n|m[ae]n|girl|boy|mother|father|person|student|pupil|male|female|teenager|child|widow|widower|who)";
const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const day = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-]{1,2}(?:\\d{1,2}|${month})|\\d{4}[ ./-]\\d|${month} \\d{1,2}\\b)`;
const street =
  "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Way|Court|Place|Square|Row|Grove|Hill|Mews|Park|View|Walk)";
const postcode = "\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b";

const keys = [
  "(?:client|patient|student|pupil)(?:[ _-]?(?:name|id|no|number|ref|reference|initials))?",
  "(?:first|last|full|family|given)[ _-]?name|forename|surname|initials",
  "dob|date[ _-]?of[ _-]?birth|birth[ _-]?(?:date|day)",
  "(?:nhs|chi|ni|national insurance|hospital|case|record|mobile|phone|telephone)[ _-]?(?:no|number|id)",
  "post[ _-]?code|(?:home[ _-]?)?address|e[ _-]?mail(?:[ _-]?address)?|phone|mobile|telephone|next[ _-]?of[ _-]?kin",
];

/** What stops the reading of an audit. In the order in which they are looked for. */
export const signs: readonly Sign[] = [
  {
    needs: /@/,
    // Begins at a word's first character only: from every letter of a long word it would take minutes.
    pattern: /(?<![^\s@,;:"'<>()[\]{}])[^\s@,;:"'<>()[\]{}]*[^\s@,;:"'<>()[\]{}/.]@[^\s@,;:"'<>()[\]{}./]+\.\p{L}{2,}/u,
    message: "an e-mail address stands here",
    hint: roles,
    everywhere: true,
  },
  {
    needs: /[[(] ?at ?[\])]|at [\w-]+ dot /i,
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64} ?(?:[[(] ?at ?[\])] ?[\w-]{1,64} ?(?:\.|[[(]? ?\bdot\b ?[\])]?) ?|at [\w-]{1,64} dot )\p{L}{2,}/iu,
    message: "an e-mail address stands here",
    hint: roles,
  },
  {
    needs: /\d/,
    pattern: /\b(?:NHS|CHI|H ?& ?C|HSC)\b ?(?:no\.?|number|id)? ?[:#=]? ?\d(?:[ .-]{0,2}\d){8,9}(?!\d)/i,
    message: "a number of ten digits, like an NHS number, stands here",
    hint: aggregate,
  },
  {
    needs: /\d/,
    pattern:
      /(?<!\d[.,-]?)(?:\d{3}[ ./-]{0,2}\d{3}[ ./-]{0,2}\d{4}|(?:[0-2]\d|3[01])(?:0\d|1[0-2])\d\d[ ./-]{1,2}\d{4})(?![\da-z]|-\d)/,
    when: hasCheckDigit,
    message: "a number of ten digits, like an NHS number, stands here",
    hint: aggregate,
  },
  {
    needs: /\d/,
    pattern:
      /(?<!\d[.,/-]?)(?:(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(0\)[ .-]?)?(?:\(?\d[ ()./-]{0,2}){7,12}|\(?0(?:\d[ ()./-]{0,2}){9,10})(?![\da-z])/i,
    when: isTelephone,
    message: "a telephone number stands here",
    hint: roles,
  },
  {
    needs: /birth|born|d\.? ?o\.? ?b/i,
    pattern: new RegExp(
      `\\b(?:d\\.? ?o\\.? ?b\\b|date[ -]of[ -]birth|birth[ -]?da(?:te|y))[^\\p{L}\\d]{0,4}(?:is |was |on )?["']?(?:${day}|(?:19|20)\\d\\d\\b)|\\bborn (?:on )?(?:the )?${day}`,
      "iu",
    ),
    message: "a date of birth stands here",
    hint: aggregate,
  },
  {
    needs: /\d/,
    pattern: /\b(?:[A-CEGHJ-PR-TW-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]|[a-ceghj-pr-tw-z]{2}\d{6}[a-d])\b/,
    message: "a National Insurance number stands here",
    hint: aggregate,
  },
  {
    pattern: new RegExp(`(?:^[\\s{[-]*|[{,]\\s*)(?<found>["']?(?:${keys.join("|")})["']?\\s*:)`, "i"),
    message: "an answer about one person stands here",
    hint: aggregate,
  },
  {
    needs: /\d/,
    pattern:
      /\b(?:case|client|patient|hospital|record|referral)(?: ?(?:(?:id|number|reference)\b|(?:no|ref)\b\.?) ?[:=#]? ?(?=[A-Z]{0,4}[-/]?\d)[A-Z\d][A-Z\d/-]{2,}| #?(?!(?:19|20)\d\d\b)\d{3,}\b)/i,
    when: (found) => !/^(?:hospital|record|case|referral) #?\d/i.test(found),
    message: "the number of one person's record stands here",
    hint: aggregate,
  },
  {
    pattern: /\b(?:(?:Mr|Mrs|Ms|Miss|Mx)(?:\. ?| )\p{Lu}|(?:mr|mrs)\.? \p{Ll}{2})/u,
    message: "a person's name stands here",
    hint: roles,
  },
  {
    needs: /\d[ -]years?[ -]old|aged? |\d ?y\/?o/i,
    pattern: new RegExp(
      `\\b(?:an?|one|the|this|our) (?:\\p{L}+ )?\\d{1,3}[ -]years?[ -]old (?:\\p{L}+ ){0,2}?${someone}\\b|\\b(?:client|patient|woman|man|girl|boy|mother|father|student|pupil),? \\(?aged? \\d{1,3}\\b(?! ?(?:\\+|-|to |and |or |years))|\\b\\d{2} ?(?:yo|y/o)\\b`,
      "iu",
    ),
    message: "one client is described here",
    hint: aggregate,
  },
  {
    pattern: new RegExp(`\\b${client}s?[ :(]{1,3}(?<found>\\p{Lu}\\. ?\\p{Lu}\\b)`, "u"),
    message: "a client's initials stand here",
    hint: aggregate,
  },
  {
    needs: /\d/,
    pattern: new RegExp(
      `\\b\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}'’]+ ){1,3}${street}\\b.{0,60}?${postcode.replaceAll("[A-Z", "[A-Za-z").replace("W-Z]", "W-Za-z]")}`,
      "u",
    ),
    message: "a postal address stands here",
    hint: aggregate,
  },
];

const unsure: readonly Sign[] = [
  {
    needs: /\d/,
    pattern: /(?<!\d[.,-]?)\d{10}(?![\da-z]|-\d)/,
    message: "a number of ten digits stands here",
    hint: "take it out if it is a person's, as an NHS number is",
  },
  {
    pattern: /\b(?:Dr|Prof|Professor|Revd?)(?:\. ?| )\p{Lu}\p{Ll}+\b(?!['’]s\b)/u,
    message: "this looks like a person's name",
    hint: roles,
  },
  {
    pattern: /\p{Lu}\.(?<![\p{L}\d.]..)(?<!\p{Ll}, ..)(?: ?\p{Lu}\.){1,2}(?!\p{L})/u,
    when: (found) => !shortForms.has(found.replaceAll(/[. ]/g, "")),
    message: "this looks like a person's initials",
    hint: "take them out if they are",
  },
  {
    needs: /\d/,
    pattern: new RegExp(postcode),
    message: "a full postcode stands here",
    hint: "a region, or its first half, is enough",
  },
  {
    needs: /\b(?:[1-4]|one|two|three|four)\b.*(?:client|patient|people|student|pupil|child|women|men)/i,
    pattern: new RegExp(
      [
        "(?<![\\d.,<-])(?<!\\b(?:to|than|or|and|least|most|about) )\\b(?:[2-4]|two|three|four)(?: of (?:the|our|these|its))?",
        "(?: \\p{L}+)? (?:(?:clients|patients)\\b(?! (?:a|per|each|at|every|or)\\b)",
        "|(?:people|students|pupils|children|women|men) (?:was|were|had|left|did|asked|complained|died|withdrew|said|waited)\\b)",
        "|\\b(?:only|just) (?:1|one) (?:client|patient)\\b",
        "|\\b[Oo]ne (?:client|patient) (?:who|said|told|was|had|left|did|asked|complained|wanted|felt|withdrew|died)\\b",
      ].join(""),
      "iu",
    ),
    message: "this tells of one client or a few",
    hint: 'write "<5", or no number; tell of nobody that a reader could know',
  },
];

/** What may be a person or be told of one, and may be something else. */
export const doubts: readonly Sign[] = unsure.map((sign) => ({ ...sign, doubtful: true }));

const shortForms = new Set(
  "UK US USA EU NHS BBC PM AM MA BA BSC MSC PHD MD BC AD QC KC IT HR GP ID PS NB MP TV CD HQ OT".split(" "),
);

/** NHS, CHI and H&C numbers end in a check digit (modulus 11); ten in eleven other numbers do not. */
function hasCheckDigit(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, "")].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** No list of small numbers, no date, and none of those that only organisations have (03 and 080). */
function isTelephone(text: string): boolean {
  const groups = text.split(/\D+/).filter((group) => group !== "");
  const national = text.replaceAll(/\D/g, "").replace(/^(?:00)?44(?:0(?=\d{10}))?/, "0");
  if (/^0(?:3|80)/.test(national)) return false;
  const [first, second] = groups.map(Number) as [number, number];
  const date = groups.length > 2 && groups[0]?.length === 2 && groups[2]?.length === 4 && first <= 31 && second <= 12;
  return !date && groups.some((group) => group.length > 2);
}
