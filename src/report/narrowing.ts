/** How the table of services is narrowed and put in order: by what a service is, never by how it scores. */
import { compareText } from "../core/problem.ts";
import { count } from "./wording.ts";

/** What a service is told by. */
export interface Keys {
  readonly name: string;
  readonly type: string;
  readonly nation: string;
  readonly commissioner: string;
  readonly kindText: string;
  readonly nationText: string;
  /** For order only: what is no commissioner comes last. */
  readonly fundedBy: string;
  /** The last day of its newest audit's period. */
  readonly to: string;
  /** "endings works-against": a theme and something that a criterion of it stands at. */
  readonly standings: readonly string[];
}

/** What is asked for; "" narrows nothing. */
export type Asked = Readonly<Record<"type" | "nation" | "commissioner" | "level" | "theme" | "sort", string>>;

/** The orders there are. There is none by level, count or range: there is no rank. */
export const orders = [
  { value: "", text: "Name" },
  { value: "period", text: "Period, newest first" },
  { value: "type", text: "Kind" },
  { value: "nation", text: "Nation" },
  { value: "commissioner", text: "Funder" },
] as const;

/** The name of a level as an address has it: "works-against". */
export function levelKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/**
 * Whether a service is among what is asked for. Level and theme go together: at least one criterion of
 * that theme stands at that level. A theme alone asks that something of it applies.
 */
export function fits(keys: Keys, asked: Asked): boolean {
  const own = (["type", "nation", "commissioner"] as const).every(
    (key) => asked[key] === "" || asked[key] === keys[key],
  );
  return own && (asked.level === "" && asked.theme === "" ? true : keys.standings.some((one) => meets(one, asked)));
}

/** Whether "endings weak" is what is asked for. */
export function meets(standing: string, { level, theme }: Asked): boolean {
  const [of, at] = standing.split(" ");
  return (theme === "" || of === theme) && (level === "" ? at !== "not-applicable" : at === level);
}

/** Puts services in the order asked for, by name where that leaves them equal. */
export function ordered<T extends { readonly keys: Keys }>(rows: readonly T[], sort: string): T[] {
  const by: Readonly<Record<string, (a: Keys, b: Keys) => number>> = {
    period: (a, b) => compareText(b.to, a.to),
    type: (a, b) => compareText(a.kindText, b.kindText),
    nation: (a, b) => compareText(a.nationText, b.nationText),
    commissioner: (a, b) => compareText(a.fundedBy, b.fundedBy),
  };
  return rows.toSorted((a, b) => by[sort]?.(a.keys, b.keys) || compareText(a.keys.name, b.keys.name));
}

/** "5 of 8 services shown (Nation: Wales)": how many there are, and what they were narrowed by. */
export function servicesShown(shown: number, of: number, by: readonly string[]): string {
  const narrowed = by.length === 0 ? "" : ` (${by.join("; ")})`;
  const few = shown === of ? "All" : shown === 0 ? "None of" : `${shown} of`;
  return of === 1 && shown === 1 ? "1 service shown" : `${few} ${count(of, "service")} shown${narrowed}`;
}

/** What is said where an address asks for a choice that is not there. */
export const strangeAddress = "The address asks for something that this table does not have; that part was left out.";

/** The link that puts the services shown side by side. */
export function compareThese(shown: number): string {
  return `Compare these ${shown} side by side`;
}
