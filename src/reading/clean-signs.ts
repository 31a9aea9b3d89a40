/** What clean YAML is made of, as patterns that are tried where the reader stands; see clean-yaml.ts. */

/** Control characters, and what looks like an ordinary space or line break and is none. */
export const odd =
  /[^\n -~\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff]/;

export const spaces = / */y;
/** Nothing more on a line but spaces and a comment. */
export const endOfLine = / *(?:(?<![^ ])#.*)?$/y;
/** A question with its colon. */
export const key = /([A-Za-z_][\w./-]{0,200}|"[^"\\]{1,200}"|'[^']{1,200}'):(?= |$)/y;
/** What begins an entry of a list. */
export const dash = /-(?: +(?=[^ #])|(?= *$| +#))/y;
/** What begins folded or literal text. */
export const textSign = /([|>])(-?)(?= *$| +#).*$/y;
/** What stands in quotation marks on one line. */
export const quoted = { '"': /[^"\\]*/y, "'": /(?:[^']|'')*/y };
/** Plain text, up to a comment, a colon that ends a question, or the end of the line. */
export const plain = /(?:[^ \-?:,[\]{}#&*!|>'"%@`]|-(?=[\d.]))(?:[^ :]|:(?! |$)| +(?![ #]|$))*/y;
/** The same in brackets, where their signs end it too. */
export const plainInBrackets =
  /(?:[^ \-?:,[\]{}#&*!|>'"%@`]|-(?=[\d.]))(?:[^ :,[\]{}]|:(?![ ,[\]{}]|$)| +(?![ #,[\]{}]|$))*/y;

/** How many spaces a line begins with. */
export function indentation(line: string): number {
  let indent = 0;
  while (line[indent] === " ") indent += 1;
  return indent;
}

/** What plain text means: decimals as in the core schema, true and false as yes and no; undefined for no answer. */
export function meaning(plain: string): string | number | undefined {
  if (/^(?:~|null|Null|NULL)$/.test(plain)) return undefined;
  if (/^(?:true|True|TRUE)$/.test(plain)) return "yes";
  if (/^(?:false|False|FALSE)$/.test(plain)) return "no";
  if (/^[-+]?\d+$/.test(plain)) return Number.parseInt(plain, 10);
  return /^[-+]?(?:\.\d+|\d+\.\d*)$/.test(plain) ? Number.parseFloat(plain) : plain;
}
