/** The benchmark's table: what was measured, and what was aimed at. */
import { availableParallelism, cpus, loadavg } from "node:os";

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly ms?: number;
  readonly kb?: number;
  readonly cpu?: number;
  readonly mb?: number;
  /** What is aimed at, in words, and whether it is met. */
  readonly aim?: readonly [says: string, met: boolean];
}

/** The table as Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ms, kb, cpu, mb, aim }) => {
    const met = aim ? `${aim[0]}: ${aim[1] ? "yes" : "no"}` : "";
    return `| ${what} | ${kb === undefined ? spoken(ms ?? 0) : `${kb.toFixed(1)} KB`} | ${cpu ? spoken(cpu) : ""} | ${mb ? `${mb} MB` : ""} | ${met} |`;
  });
  return [
    "| what | time or size | processor time | memory | aim |",
    "| --- | ---: | ---: | ---: | --- |",
    ...lines,
  ].join("\n");
}

function spoken(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** The machine, as far as it matters. */
export function machine(): string {
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${load} at the start`;
}

/** A README with the table in the place of the one between its marks. */
export function withTable(readme: string, machine: string, rows: readonly Row[]): string {
  const place = /(<!-- made by npm run bench -- --markdown -->\n)[\s\S]*?(<!-- end -->)/;
  if (!place.test(readme)) throw new Error("README.md has no place for the table");
  return readme.replace(place, (_, before, after) => `${before}\n${machine}:\n\n${table(rows)}\n\n${after}`);
}
