/** Text that a terminal, a log or a program would obey, as text that can be read. */

/**
 * Control and format characters, line separators and halves of surrogate pairs as `\u{1b}`. What comes from a
 * file, save the signs that are to be kept, can then neither move the cursor, nor turn the direction of writing round, nor begin a line of its own.
 */
export function visible(text: string, kept = ""): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, (sign) =>
    kept.includes(sign) ? sign : `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}

/** A value as JSON, on several lines; the same signs are written as escapes, which JSON reads back as they were. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\x7f-\x9f\u2028\u2029]|\p{Cf}/gu, (sign) =>
    sign.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
