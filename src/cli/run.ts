/** One run of the command line: finds the command, holds what was given against what it takes, and runs it. */
import { given } from "./arguments.ts";
import type { Command, ExitCode, Surroundings } from "./command.ts";
import { commands } from "./commands.ts";

/** Runs what `args` say. Wrong use is told to `talk` with how the command is written. */
export async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined) return misused("Name a command.", undefined, around);
  if (first === "--help" || first === "-h") return help(undefined, around);
  if (first === "help") return help(rest[0], around);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return unknown(first, around);
  const options = rest.slice(0, rest.indexOf("--") < 0 ? rest.length : rest.indexOf("--"));
  if (options.includes("--help") || options.includes("-h")) return help(first, around);
  let said = given(command, rest, () => undefined);
  if (typeof said === "string") {
    const { nearest } = await import("../reading/nearest.ts");
    said = given(command, rest, nearest);
  }
  if (typeof said === "string") return misused(said, command, around);
  const { criteria } = said.values;
  if (criteria === undefined) return command.run(said, around);
  const { ownFolder } = await import("./own-folder.ts");
  const own = ownFolder(criteria, around.cwd);
  return typeof own === "string" ? misused(own, command, around) : command.run(said, { ...around, criteria: own });
}

async function help(name: string | undefined, around: Surroundings): Promise<ExitCode> {
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && command === undefined) return unknown(name, around);
  const { helpOn, overview } = await import("./help.ts");
  around.out(command ? helpOn(command) : overview(commands));
  return 0;
}

async function unknown(name: string, around: Surroundings): Promise<ExitCode> {
  const { nearest } = await import("../reading/nearest.ts");
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  return misused(
    `There is no command "${name.replaceAll(/\p{C}/gu, "?")}"${near ? `; did you mean "${near}"?` : "."}`,
    undefined,
    around,
  );
}

async function misused(says: string, command: Command | undefined, { talk }: Surroundings): Promise<ExitCode> {
  const { overview, usage } = await import("./help.ts");
  talk(
    command
      ? `${says}\n\n${usage(command)}\nrapport ${command.name} --help tells more.`
      : `${says}\n\n${overview(commands)}`,
  );
  return 2;
}
