/** The catalogue: the criteria in the order of their themes, and the method that holds them together. */
import type { Thresholds } from "./condition.ts";
import type { Criterion, Threshold } from "./types/criterion.ts";
import type { Method } from "./types/method.ts";

export type { Criterion, Method, Threshold };

/** The four levels: 0 works against, 1 weak, 2 developing, 3 good practice. */
export type Level = 0 | 1 | 2 | 3;

/** A criterion with its short code (G1), which is its place in its theme and may change between versions. */
export interface Placed {
  readonly code: string;
  readonly theme: string;
  readonly criterion: Criterion;
}

/** Method and criteria, and the SHA-256 of all the files they were read from. */
export interface Catalogue {
  readonly method: Method;
  readonly criteria: readonly Placed[];
  readonly sha256: string;
  /** The criteria that are not Rapport's but of whoever publishes the site: their ids. Left out where there are none. */
  readonly own?: { readonly added: readonly string[]; readonly replaced: readonly string[] };
}

/** Puts the criteria in the method's order; what the method does not name is left out. */
export function catalogue(method: Method, criteria: readonly Criterion[], sha256: string): Catalogue {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const placed = method.themes.flatMap((theme) =>
    theme.criteria.flatMap((id, index) => {
      const criterion = byId.get(id);
      return criterion ? [{ code: `${theme.code}${index + 1}`, theme: theme.id, criterion }] : [];
    }),
  );
  return { method, criteria: placed, sha256 };
}

/** A criterion's thresholds as a profile has them: by name, the profile's own numbers first. */
export function thresholdsOf(
  criterion: Criterion,
  method: Method,
  profile: string,
): Readonly<Record<string, Threshold>> {
  return { ...criterion.thresholds, ...method.profiles[profile]?.thresholds?.[criterion.id] };
}

/** The bare numbers of thresholds, for conditions. */
export function numbers(thresholds: Readonly<Record<string, Threshold>>): Thresholds {
  return Object.fromEntries(Object.entries(thresholds).map(([name, threshold]) => [name, threshold.is]));
}
