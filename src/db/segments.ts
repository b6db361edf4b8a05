import {
  DIMENSIONS,
  distinguished,
  enclosing,
  type Facet,
  isRegion,
  REGION_GROUPS,
  type When,
  withEnclosing,
} from "../model/index.ts";

/** The class of every place that a platform's rules do not name: the rest of the world. */
export const REST = "rest";

/** The places that some conditions distinguish. */
export interface RegionClasses {
  /** Class by place, for every place that the conditions name, and for the groups. Places of the class {@link REST} may be missing. */
  classOf: ReadonlyMap<string, string>;
  /** One place of each class, by which answers are computed; `null` is the rest of the world. */
  places: ReadonlyMap<string, string | null>;
}

/** Splits the world by everything that some conditions name. */
export function regionClasses(conditions: readonly When[]): RegionClasses {
  const lists = conditions.flatMap((when) => (when.regions ? [when.regions] : []));
  const named = new Set([...distinguished(lists.flat()), ...Object.keys(REGION_GROUPS)]);
  const signature = (place: string | null) =>
    lists.map((list) => (DIMENSIONS.region.matches(place, list) ? "1" : "0")).join("");
  const bySignature = new Map([[signature(null), REST]]);
  const places = new Map<string, string | null>([[REST, null]]);
  const classOf = new Map<string, string>();
  for (const place of [...named].sort()) {
    const key = signature(place);
    const name = bySignature.get(key) ?? place;
    bySignature.set(key, name);
    // A place inside another is listed even if it is in the rest: the other may be in another class.
    if (name !== REST || enclosing(place) !== undefined) classOf.set(place, name);
    if (!places.has(name)) places.set(name, place);
  }
  return { classOf, places };
}

/** The codes under which a place's class may be listed, the most specific first: `US-TX`, then `US`. */
export const regionCandidates = (region: string | null): readonly string[] =>
  region === null ? [] : isRegion(region) ? withEnclosing(region) : [region];

/** Whether any of these conditions restricts this facet. */
export const dependsOn = (conditions: readonly When[], facet: Facet): boolean =>
  conditions.some((when) => DIMENSIONS[facet].wanted(when) !== undefined);

/** A facet on which an answer does not depend. */
export const ANY = "*";
/** `valid_from` of an answer that has always applied. */
export const OPEN_FROM = "";
/** `valid_until` of an answer that still applies. */
export const OPEN_UNTIL = "9999-12-31";
