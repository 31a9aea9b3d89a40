/** Damages a file's text as slips, tools and ill will do: bytes, lines, keys, values, indentation, nesting, aliases. */
import type { Random } from "../random.ts";
import { pieces } from "./fragments.ts";

/** One way to damage a text; `other` is another file to take parts from. */
type Damage = (text: string, random: Random, other: string) => string;

/** The text after one to eight injuries. */
export function damaged(text: string, other: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(random.pick([1, 3, 8])); left > 0; left -= 1)
    result = random.pick(damages)(result, random, other);
  return result;
}

const damages: readonly Damage[] = [
  inBytes((bytes, random) => {
    if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256);
    return [bytes];
  }),
  inBytes((bytes, random) => {
    const [from, to] = span(bytes.length, random);
    return [bytes.subarray(0, from), bytes.subarray(to)];
  }),
  (text, random) => inserted(text, random.below(text.length + 1), random.pick(pieces)),
  (text, random) => inserted(text, random.below(text.length + 1), random.pick(pieces)),
  (text, random, other) => inserted(text, random.below(text.length + 1), other.slice(...span(other.length, random))),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  inLines((lines, at) => lines.toSpliced(at, 1)),
  inLines((lines, at) => lines.toSpliced(at, 0, lines[at] ?? "")),
  inLines((lines, at, random) => lines.with(at, lines[random.below(lines.length)] ?? "")),
  inLines((lines, at, random) => {
    const other = random.below(lines.length);
    return lines.with(at, lines[other] ?? "").with(other, lines[at] ?? "");
  }),
  inLines((lines, at, random) => {
    const many = 1 + random.below(20);
    return lines.toSpliced(random.below(lines.length), 0, ...lines.slice(at, at + many));
  }),
  inLines((lines, at, random) => lines.with(at, `${" ".repeat(random.below(6))}${lines[at]?.trimStart()}`)),
  inLines((lines, at) => lines.with(at, `\t${lines[at]?.trimStart()}`)),
  inLines((lines, at, random) => {
    const more = " ".repeat(1 + random.below(3));
    const many = 1 + random.below(8);
    return lines.map((line, index) => (index >= at && index < at + many ? more + line : line));
  }),
  inLines((lines, at, random) => lines.with(at, (lines[at] ?? "").replace(/: .*$/, `: ${random.pick(pieces)}`))),
  inLines((lines, at, random) => lines.with(at, (lines[at] ?? "").replace(/: .*$/, `: ${random.pick(pieces)}`))),
  inLines((lines, at, random) => lines.with(at, (lines[at] ?? "").replace(/(\w+):/, `${random.pick(pieces)}:`))),
  inLines((lines, at) => lines.with(at, (lines[at] ?? "").replace(/(\w)(\w)(?=\w*:)/, "$2$1"))),
  inLines((lines, at, random) =>
    lines.with(at, (lines[at] ?? "").replace(": ", random.pick([":", " = ", " : ", ":\t"]))),
  ),
  inLines((lines, at) => lines.with(at, (lines[at] ?? "").replace(/: (.+)$/, ": [$1, $1]"))),
  inLines((lines, at) => lines.with(at, (lines[at] ?? "").replace(/: (.+)$/, ": {a: $1}"))),
  inLines((lines, at) => lines.with(at, (lines[at] ?? "").replace(/: /, ": &a ")).toSpliced(at + 1, 0, "notes: *a")),
  (text, random) => inserted(text, random.below(text.length + 1), nest(random)),
  (text, random) => `${text}\nnotes: ${nest(random)}`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll("  ", "\t"),
  (text, random) =>
    text.replaceAll(" ", (space) => (random.chance(0.02) ? random.pick(["\u00a0", "\u2003", "\u3000"]) : space)),
  (text, random) => text.replaceAll('"', random.pick(["“", "'", "″", ""])),
  (text, random) =>
    text.replaceAll(/\d+/g, (number) =>
      random.chance(0.05) ? random.pick(["0", "4", "<5", "9".repeat(20), "-1"]) : number,
    ),
];

function inBytes(change: (bytes: Buffer, random: Random) => readonly Buffer[]): Damage {
  return (text, random) => Buffer.concat(change(Buffer.from(text), random)).toString("utf8");
}

function inLines(change: (lines: readonly string[], at: number, random: Random) => readonly string[]): Damage {
  return (text, random) => {
    const lines = text.split("\n");
    return change(lines, random.below(lines.length), random).join("\n");
  };
}

function inserted(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

/** The bounds of a part, mostly a short one. */
function span(length: number, random: Random): [from: number, to: number] {
  const from = random.below(length + 1);
  return [from, Math.min(length, from + 1 + random.below(random.pick([4, 40, 400])))];
}

function nest(random: Random): string {
  return random.pick(["[", "{a: ", "- ", "? ", "{", "[{a: "]).repeat(random.pick([3, 19, 21, 200, 5000]));
}
