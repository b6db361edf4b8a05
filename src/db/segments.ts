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
  /** Is the place of a class covered by a list of regions of one of the conditions? */
  covers(name: string, list: readonly string[]): boolean;
}

/** Splits the world by everything that some conditions name. */
export function regionClasses(conditions: readonly When[]): RegionClasses {
  const lists = new Map(conditions.flatMap(({ regions }) => (regions ? [[regions.join(), regions]] : [])));
  const different = [...lists.values()];
  const numbers = new Map([...lists.keys()].map((key, i) => [key, i]));
  const named = new Set([...distinguished(different.flat()), ...Object.keys(REGION_GROUPS)]);
  const signature = (place: string | null) =>
    different.map((list) => (DIMENSIONS.region.matches(place, list) ? "1" : "0")).join("");
  const bySignature = new Map([[signature(null), REST]]);
  const signatures = new Map([[REST, signature(null)]]);
  const places = new Map<string, string | null>([[REST, null]]);
  const classOf = new Map<string, string>();
  for (const place of [...named].sort()) {
    const key = signature(place);
    const name = bySignature.get(key) ?? place;
    bySignature.set(key, name);
    signatures.set(name, key);
    // A place inside another is listed even if it is in the rest: the other may be in another class.
    if (name !== REST || enclosing(place) !== undefined) classOf.set(place, name);
    if (!places.has(name)) places.set(name, place);
  }
  const covers = (name: string, list: readonly string[]): boolean =>
    signatures.get(name)?.[numbers.get(list.join()) ?? -1] === "1";
  return { classOf, places, covers };
}

/** The codes under which a place's class may be listed, the most specific first: `US-TX`, then `US`. */
export const regionCandidates = (region: string | null): readonly string[] =>
  region === null ? [] : isRegion(region) ? withEnclosing(region) : [region];

/** Whether any of these conditions restricts this facet. */
export const dependsOn = (conditions: readonly When[], facet: Facet): boolean =>
  conditions.some((when) => DIMENSIONS[facet].wanted(when) !== undefined);

/** A facet on which an answer does not depend. */
export const ANY = "*";
/** The practice and purpose of a platform's headline. */
export const HEADLINE = "*";
/** The place of a change that names none. */
export const EVERYWHERE = "*";
/** `valid_from` of an answer that has always applied. */
export const OPEN_FROM = "";
/** `valid_until` of an answer that still applies. */
export const OPEN_UNTIL = "9999-12-31";
