import { describe, expect, it } from "vitest";
import { personal } from "../../src/reading/personal.ts";
import { largestFile } from "../../src/reading/yaml.ts";
import { minimal, read } from "./yardstick.ts";

/** What a text on one line is told, with how surely: "error: an e-mail address stands here". */
const told = (text: string) => personal(text, "any.yaml").map(({ severity, message }) => `${severity}: ${message}`);

const tenDigits = "error: a number of ten digits, like an NHS number, stands here";
const record = "error: the number of one person's record stands here";

/** What is refused, by what is said of it. Every number here is invented, or set aside for invention by Ofcom. */
const refused: readonly (readonly [message: string, ...texts: string[]])[] = [
  [
    "error: an e-mail address stands here",
    "notes: jo.bloggs@example.org",
    "notes: <jo@example.org>",
    "notes: mailto:jo@example.org",
    "notes: jo@mail.example.org.",
    "notes: jo＠example．org",
    "notes: jo@exam\u200bple.org",
    "notes: jo@例え.jp",
    "notes: jo (at) example.org",
    "notes: jo[at]example[dot]org",
    "notes: jo at example dot org",
    "link: https://example.org/?to=jo@example.org",
    "link: https://jo@example.org/",
    "# ask jo@example.org",
  ],
  [
    tenDigits,
    "notes: 9434765919",
    "notes: 943 476 5919",
    "notes: 943-476-5919",
    "notes: 943.476.5919",
    "notes: 943  476  5919",
    "notes: 943\u00a0476\u00a05919",
    "notes: 943\u2009476\u20115919",
    "notes: 943\u2013476\u20135919",
    "notes: ９４３ ４７６ ５９１９",
    "notes: ٩٤٣٤٧٦٥٩١٩",
    "notes: ९४३ ४७६ ५९१९",
    "notes: 𝟗𝟒𝟑𝟒𝟕𝟔𝟓𝟗𝟏𝟗",
    "notes: 9434\u200b765919",
    "notes: No.9434765919",
    "notes: NHS number 943 476 5918", // its check digit is wrong: somebody may have mistyped it
    "notes: NHS no. 9434765918",
    "notes: CHI 0101801234",
    "notes: CHI 010180 1234",
    "notes: records 1234567890 and 9434765919",
    "instrument: 9434765919",
    "# 943 476 5919",
  ],
  [
    "error: a telephone number stands here",
    "notes: 01632 960123",
    "notes: 01632 960 123",
    "notes: (01632) 960123",
    "notes: 01632-960-123",
    "notes: 01632.960.123",
    "notes: 01632/960123",
    "notes: 01632960123.",
    "notes: tel:01632960123",
    "notes: 020 7946 0123",
    "notes: 0207 946 0123",
    "notes: 07700900123",
    "notes: 07700 900 123",
    "notes: ０７７００ ９００１２３",
    "notes: +44 7700 900123",
    "notes: +44 (0)7700 900123",
    "notes: +447700900123",
    "notes: 0044 1632 960123",
    "notes: +353 20 915 1234",
    "notes: 020 913 1234 ext 2",
    "notes: 01632 960123 2025-03-31",
  ],
  [
    "error: a date of birth stands here",
    "notes: dob 1/2/80",
    "notes: DOB: 01.02.1980",
    "notes: D.O.B. 1 Feb 1980",
    "notes: d o b 1 February 1980",
    "notes: date of birth 1980-02-01",
    "notes: date-of-birth – 1st of February 1980",
    "notes: birthday 1 February",
    "notes: DOB 1980",
    "notes: born 1 February 1980",
    "notes: born on the 1st of February",
    "notes: born February 1",
    "notes: born 1980-02-01",
  ],
  [
    "error: a National Insurance number stands here",
    "notes: AB123456C",
    "notes: AB 12 34 56 C",
    "notes: AB-12-34-56-C",
    "notes: ab123456c",
    "notes: ＡＢ１２３４５６Ｃ",
  ],
  [
    "error: an answer about one person stands here",
    "client: JS",
    "  - client_name: Jo",
    "  clientName: Jo",
    '"Client Name": Jo',
    "  {id: E1, nhs_number: none}",
    "date_of_birth: 1980-02-01",
    "case-number: 12",
    "Surname: Bloggs",
    "address: 1 High Street",
    "post code: none",
    "next_of_kin: none",
  ],
  [
    record,
    "notes: case number 44712",
    "notes: Case no. AB-44712",
    "notes: client id 4471",
    "notes: client reference C/4471",
    "notes: hospital number A123456",
    "notes: patient 20391",
    "notes: client #4471",
    "notes: record number 4471",
  ],
  [
    "error: a person's name stands here",
    "notes: Mr Smith did not come",
    "notes: Mrs. O'Neill",
    "notes: Ms Łukasik",
    "notes: Miss J. Brown",
    "notes: Mx Green",
    "notes: mr smith",
    "held_by: Mrs Patel, reception",
    "# Mr Smith's record was left out",
  ],
  [
    "error: one client is described here",
    "notes: a 34-year-old client",
    "notes: a 34 year old woman with two children",
    "notes: A 16-year-old boy",
    "notes: an anxious 34-year-old mother",
    "notes: one 71-year-old retired man",
    "notes: the 34-year-old who complained",
    "notes: a woman, aged 34, said so",
    "notes: a client (aged 34)",
    "notes: 34yo, self-referred",
  ],
  ["error: a client's initials stand here", "notes: client J.S. asked", "notes: Client (J. S.)", "notes: patient: J.S"],
  [
    "error: a postal address stands here",
    "notes: 12 High Street, M1 1AE",
    "notes: lives at 4b Old Mill Lane, Anytown, ZE1 0AA",
    "notes: 12 High Street, Anytown, m1 1ae",
  ],
];

/** What is said with doubt, and does not stop the reading. */
const doubted: readonly (readonly [message: string, ...texts: string[]])[] = [
  ["warning: a number of ten digits stands here", "notes: 1234567890", "section: Document 2024110012"],
  [
    "warning: this looks like a person's name",
    "notes: Dr Jones has the file",
    "held_by: Prof. Ada Green",
    "# ask Revd Green",
  ],
  ["warning: this looks like a person's initials", "notes: J.S. has the file", "completed_by_role: J. R. S."],
  ["warning: a full postcode stands here", "region: around SW1A 1AA", "region: ZE1 0AA"],
  [
    "warning: this tells of one client or a few",
    "notes: 3 clients complained",
    "notes: Two patients were sent away",
    "notes: two of our clients",
    "notes: four former clients read it",
    "notes: 3 people left before the end",
    "notes: only one client used it",
    "notes: One client said that it helped",
    "# 2 clients have asked",
  ],
];

/** What is about nobody. */
const harmless: readonly string[] = [
  "period: {from: 2024-04-01, to: 2025-03-31}",
  "notes: from 01-04-2024 to 31-03-2025",
  "notes: 01/04/2024, 31/03/2025 and 01/04/2025",
  "notes: 01.04.2024 - 31.03.2025",
  "notes: 20240401 to 20250331",
  "notes: 2025-03-31T09:00:00",
  "notes: sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "notes: 0123456789012345678901234567890123456789012345678901234567890abc",
  "notes: commit 0123456789ab",
  "notes: 123e4567-e89b-12d3-a456-426614174000",
  "notes: doi 10.1037/0033-3204.43.4.425",
  "notes: https://doi.org/10.1080/09515070802334781",
  "notes: doi:10.1080/0951507080",
  "notes: ISBN 0306406152",
  "notes: ISBN 978-0-306-40615-7",
  "notes: ISBN-10: 0-306-40615-2",
  "notes: ORCID 0000-0002-1825-0097",
  "section: Sections 01 02 03 04 05 06",
  "section: Sections 1.2.3.4.5.6.7.8.9.10",
  "section: 03-04-05-06-07-08",
  "section: Tables 10 11 12 13 14 15 16 17 18 19 20",
  "section: Pages 0300 to 0310",
  "notes: version 0.10.2.33.4.5.6.77.8",
  "notes: 9434765 referrals",
  "notes: 1,234,567,890 pounds",
  "notes: £1234567.89",
  "notes: registered charity 1234567, company SC123456",
  "notes: CQC provider 1-1234567890",
  "link: https://example.org/files/9434765919/01632960123?v=2",
  "link: https://example.org/@service/about",
  "notes: Samaritans on 116 123, NHS 111, Childline on 0800 1111",
  "notes: Mind's line is 0300 123 3393, and ours is 0800 123 4567",
  "instrument: CORE-10, PHQ-9 and GAD-7; ORS/SRS",
  "notes: NHS Talking Therapies 2024-25",
  "client_group: Adults aged 18 and over; young people aged 16 to 25; 18-year-olds on request",
  "client_group: Adults 18+, and parents of children up to 5 years old",
  "notes: a 12-year-old contract",
  "notes: born in the year that the hospice opened; those born after 2005 go to another service",
  "notes: born within 10 miles",
  "notes: the date of birth is asked on page 3",
  "notes: case numbers were not looked at; record number and referral reference are in the system",
  "notes: Client 2025 survey",
  "notes: no client-level data in this file, and nothing about any one client",
  "notes: one client a week per student; at most 4 clients a day; more than two clients",
  "notes: counts of <5 clients are withheld",
  "notes: two practitioners, three rooms and four people on the board",
  "notes: two evenings with former clients",
  "notes: 14 clients were asked, and 2024 clients came",
  "client_involvement: consulted",
  "client_can_decline: yes",
  "{client_voice: panel, formats: [telephone, video]}",
  "notes: Therapy at the centre, dot by dot",
  "notes: meet at example house",
  "notes: after Norcross, J. C., and Lambert, M. J. (2019)",
  "notes: U.K. and U.S. guidance, the N.H.S. and B.A.C.P.",
  "notes: e.g. a letter, i.e. on paper; 9 p.m. or 9 P.M.",
  "notes: M.A. or Ph.D. in counselling",
  "notes: See appendix A. The rest is in B. Nothing is in C.",
  "notes: Dr Gray's Hospital",
  "notes: missed sessions; Miss two and the place goes",
  "notes: MSc, MS Office and DRAFT",
  "notes: rooms in Leeds LS1 and M1; sizes A4 and B5; gate E1 and E2",
  "notes: E1 2nd edition",
  "notes: 12 Harbour Lane",
  "notes: 0.1234567890",
  "notes: room 0123, code 4567",
];

describe("what looks like a person", () => {
  const cases = refused.flatMap(([message, ...texts]) => texts.map((text) => [text, message] as const));
  it.each(cases)("%s is refused", (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it.each(cases)("%s is refused wherever it stands, and not repeated", (text) => {
    const { audit, problems } = read(`${minimal}${text}\n`);
    expect(audit).toBeUndefined();
    for (const { message, hint = "" } of problems) {
      expect(message + hint).not.toMatch(/\d{3}|@|Smith|Jo\b|Patel/);
    }
  });
});

describe("what may be a person", () => {
  const cases = doubted.flatMap(([message, ...texts]) => texts.map((text) => [text, message] as const));
  it.each(cases)("%s is told, and the rest is read", (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it("does not keep an audit from being read", () => {
    const { audit, problems } = read(`${minimal}notes: Dr Jones has the file\n`);
    expect(audit).toBeDefined();
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[12, 8]]);
  });
});

describe("what is about nobody", () => {
  it.each(harmless)("%s is let pass", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("where a sign stands", () => {
  it("is the column in the file, whatever stands before it", () => {
    const column = (text: string) => personal(text, "any.yaml")[0]?.column;
    expect(column("notes: 943 476 5919")).toBe(8);
    expect(column("notes: é 943 476 5919")).toBe(10);
    expect(column("notes: \u200b\u200b943 476 5919")).toBe(10);
    expect(column("notes: 𝟗𝟒𝟑 ½ 943 476 5919")).toBe(17);
  });
});

describe("a sign that the text hides", () => {
  const messages = (text: string) =>
    read(`${minimal}${text}\n`).problems.map(({ line, message }) => `${line}: ${message}`);

  it("is found where it is broken over lines", () => {
    expect(messages("notes: >-\n  Ring 01632\n  960 123")).toEqual(["12: a telephone number stands here"]);
    expect(messages("notes: seen by Mr\n  Smith")).toEqual(["12: a person's name stands here"]);
  });

  it("is found where it is written with escapes", () => {
    expect(messages('notes: "jo\\x40example.org"')).toEqual(["12: an e-mail address stands here"]);
    expect(messages('notes: "943\\x20476 5919"')).toEqual([`12: ${tenDigits.slice(7)}`]);
  });
});

describe("the search", () => {
  const pieces = [
    "a",
    "1",
    "a ",
    "1 ",
    "/a",
    "A. ",
    "a@",
    "one ",
    "12 Ab ",
    "born ",
    "01-",
    "a.",
    "f1",
    "(0",
    "x at ",
    "-",
  ];
  const more = [
    "https://",
    "ISBN 1 ",
    "f1-",
    "{[- ",
    " ",
    "client ",
    "10.1234/",
    "Ab ",
    "é",
    "\u200b",
    "２",
    "Mr",
    "aged ",
  ];

  it.each([...pieces, ...more])("takes no longer where %j is all that there is", (piece) => {
    personal(piece.repeat(Math.floor(largestFile / piece.length)), "any.yaml");
  });
});
