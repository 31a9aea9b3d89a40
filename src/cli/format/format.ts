/** The ways in which `check` writes what it found. */
import type { Problem } from "../../core/problem.ts";

/** What a check found, and what a format may want besides. */
export interface Found {
  readonly problems: readonly Problem[];
  /** Every file that was checked, sound or not, once each. */
  readonly files: readonly string[];
  /** A line of a file, counted from 1; undefined where it can't be read any more. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  readonly colour: boolean;
}

/** Writes what was found; "" where there is nothing to write. */
export type Format = (found: Found) => string;
