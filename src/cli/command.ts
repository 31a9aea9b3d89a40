/** What a command of the command line is: data about it, and a run function that loads the rest when it is called. */

import type { OwnFolder } from "../reading/own-criteria.ts";

/** Where a command runs and speaks. */
export interface Surroundings {
  /** Rapport's own folder: its criteria, its guidance and its schemas lie in it. */
  readonly root: string;
  /** The folder that the command runs in: audits are looked for in it, and paths are shown from it. */
  readonly cwd: string;
  /** A folder with criteria of the publisher's own, where one was named. */
  readonly criteria?: OwnFolder;
  /** Takes a result; each is printed on lines of its own. */
  readonly out: (text: string) => void;
  /** Takes what is said besides: counts, warnings about the use, progress. */
  readonly talk: (text: string) => void;
  /** Whether results may be coloured. */
  readonly colour: boolean;
  /** The day it is, year-month-day. */
  readonly today: string;
}

/** 0 clean, 1 problems in the data, 2 wrong use, 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;

/** An option of one command. */
export interface Option {
  /** What stands for its value in the help, such as DIR. Without, the option is a switch and takes no value. */
  readonly value?: string;
  /** The only values that it takes, where it doesn't take any other. */
  readonly words?: readonly string[];
  readonly says: string;
}

/** What was written after a command's name. */
export interface Given {
  /** Files, folders and other names, as many as the command takes. */
  readonly names: readonly string[];
  /** The options that were given a value. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The options that were given and take no value. */
  readonly switches: ReadonlySet<string>;
}

/** A command. */
export interface Command {
  readonly name: string;
  /** What the help calls its arguments, such as "FILE". */
  readonly takes: string;
  /** How many arguments it takes, the fewest and the most, and how a sentence says so: "one file". */
  readonly count: readonly [least: number, most: number, says: string];
  /** What it does, on one line. */
  readonly summary: string;
  /** What else is to be known, in lines as they are printed. */
  readonly about: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** What is written after `rapport`, and what that does. */
  readonly examples: readonly (readonly [run: string, does: string])[];
  readonly run: (given: Given, around: Surroundings) => Promise<ExitCode>;
}

/** The option of every command that judges audits. */
export const ownCriteria: Option = {
  value: "DIR",
  says: "a folder with criteria of your own, beside or in place of ours",
};

/** The option of every command that can give its result to a program. */
export const textOrJson: Option = {
  value: "FORMAT",
  words: ["text", "json"],
  says: "how the result is written; text where it is left out",
};
