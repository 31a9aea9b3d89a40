/** What would be right in place of what is not a number. */

/** The words that a number may be answered with. */
export function wordsIn(pattern = ""): string[] {
  return pattern.split(/[|^$()]/).filter((word) => /^[a-z ]+$/.test(word));
}

/** A hint that goes on with the words that may be answered in place of a number: "write 1 or more, or never". */
export function orWords(text: string, pattern: string | undefined): string {
  return [text, ...wordsIn(pattern).filter((word) => word !== "unknown")].join(", or ");
}

/** How to write the number that was meant, as far as what was written shows it. */
export function numberHint(value: unknown, pattern: string | undefined, key: string): string | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) ? `write ${Math.floor(value)} or ${Math.ceil(value)}` : undefined;
  if (typeof value !== "string") return "write one number";
  const numbers = value.replaceAll(/(?<=\d)[, ](?=\d{3}\b)/g, "").match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.length === 0) return orWords("write it in digits", pattern);
  if (/<|under|less|fewer|below/i.test(value) && pattern?.includes("<")) return `write "<${numbers[0]}"`;
  if (numbers.length > 1 || /^0[xo]|\de|[<>]/i.test(value)) return "write one number in ordinary digits";
  if (!/day|week|month|year|hour|minute/i.test(value)) return `write ${numbers[0]} and nothing else`;
  const [, figure, stated] = /^(\d+(?:\.\d+)?) (days|weeks|months|hours|minutes)$/.exec(value) ?? [];
  if (/^(?:day|week)s$/.test(stated ?? "") && /^(?:median|mean|p90|longest)$/.test(key))
    return `write ${figure}, and unit: ${stated}`;
  const unit = /days|weeks|months|hours|minutes/.exec(key)?.[0];
  if (unit !== undefined && unit === stated) return `write ${figure} and nothing else`;
  return unit ? `write how many ${unit}, as a number alone` : "write the number alone, in the unit that is asked for";
}
