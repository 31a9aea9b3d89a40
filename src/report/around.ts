/** What view models need besides an assessment; the doors fill it once a build. */
import type { Catalogue } from "../core/catalogue.ts";
import type { Movable } from "./move-up.ts";
import type { Reference } from "./reference.ts";

/** A link's text and its address inside the site, from the site's own root. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** The catalogue, references, guidance and question titles. */
export interface Around {
  readonly catalogue: Catalogue;
  readonly references: ReadonlyMap<string, Reference>;
  /** The guidance page that renders a section of the resource, where there is one yet. */
  readonly guidance: ReadonlyMap<string, Link>;
  /** The title of the question behind a fact path. */
  readonly titleOf: (path: string) => string;
  /** What tells which facts could be otherwise. */
  readonly movable: Movable;
}
