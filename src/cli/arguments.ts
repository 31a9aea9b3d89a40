/** What was written after a command's name, held against what the command takes. */
import { parseArgs } from "node:util";
import type { Command, Given, Option } from "./command.ts";

/** What was given, or what is wrong with it in a sentence. `meant` names the nearest of some words. */
export function given(
  { name, count: [least, most, says], options }: Command,
  args: readonly string[],
  meant: (word: string, words: readonly string[]) => string | undefined,
): Given | string {
  const values: Record<string, string> = {};
  const switches = new Set<string>();
  const names: string[] = [];
  for (const token of read(args, options)) {
    if (token.kind === "positional") names.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const wrong = option ? misgiven(option, token) : unknown(token, name, Object.keys(options), meant);
    if (wrong) return wrong;
    if (token.value === undefined) switches.add(token.name);
    else values[token.name] = token.value;
  }
  if (names.length < least || names.length > most) return `${name} takes ${says}`;
  return { names, values, switches };
}

type Token = ReturnType<typeof read>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

function read(args: readonly string[], options: Command["options"]) {
  const types = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value === undefined ? "boolean" : "string" }] as const,
  );
  return parseArgs({ args: [...args], options: Object.fromEntries(types), strict: false, tokens: true }).tokens;
}

function misgiven({ value, words }: Option, { rawName, value: said, inlineValue }: OptionToken): string | undefined {
  if (value === undefined) return said === undefined ? undefined : `${rawName} takes no value`;
  const none = said === undefined || said === "" || (!inlineValue && said.startsWith("-"));
  const wanted = words ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : value;
  if (none) return `${rawName} needs a value: ${wanted}`;
  return words === undefined || words.includes(said) ? undefined : `${rawName} is ${wanted}`;
}

function unknown(
  { rawName }: OptionToken,
  command: string,
  options: readonly string[],
  meant: (word: string, words: readonly string[]) => string | undefined,
): string {
  const near = meant(rawName, options);
  return `${command} has no option ${rawName}${near ? `; did you mean --${near}?` : ""}`;
}
