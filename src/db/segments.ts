import { DIMENSIONS, expandRegion, firstDay, isRegion, type Platform, REGION_GROUPS, type When } from "../model/index.ts";
import { conditionsOfPlatform } from "../policy/index.ts";

/** The segment of every place that no record names: the rest of the world. */
export const REST = "rest";

/** Places that no record of the dataset tells apart, by place; `null` is the rest of the world. */
export interface RegionSegments {
  /** Segment by place, for every place that some record names and for the groups. */
  segmentOf: ReadonlyMap<string, string>;
  /** One place of each segment, by which answers are computed. */
  places: ReadonlyMap<string, string | null>;
}

/** Splits the world by everything that the records' conditions name. */
export function regionSegments(platforms: readonly Platform[]): RegionSegments {
  const lists = distinct(platforms.flatMap(conditionsOfPlatform).flatMap((when) => (when.regions ? [when.regions] : [])));
  const named = new Set([...lists.flat().flatMap(expandRegion), ...Object.keys(REGION_GROUPS)]);
  for (const code of [...named]) if (code.includes("-")) named.add(code.split("-")[0] as string);
  const bySignature = new Map<string, string>();
  const segmentOf = new Map<string, string>();
  const places = new Map<string, string | null>([[REST, null]]);
  const signature = (place: string | null) => lists.map((list) => (DIMENSIONS.region.matches(place, list) ? "1" : "0")).join("");
  bySignature.set(signature(null), REST);
  for (const place of [...named].sort()) {
    const key = signature(place);
    const segment = bySignature.get(key) ?? place;
    bySignature.set(key, segment);
    segmentOf.set(place, segment);
    if (!places.has(segment)) places.set(segment, place);
  }
  return { segmentOf, places };
}

const distinct = (lists: readonly (readonly string[])[]): (readonly string[])[] => [...new Map(lists.map((list) => [[...list].sort().join(), list])).values()];

/** The codes under which a place's segment may stand, the most exact first: `US-TX`, then `US`. */
export const segmentCandidates = (region: string): string[] => (region.includes("-") && isRegion(region) ? [region, region.split("-")[0] as string] : [region]);

/** Does any of these conditions ask for this facet? */
export const hangsOn = (conditions: readonly When[], facet: keyof typeof DIMENSIONS): boolean =>
  conditions.some((when) => DIMENSIONS[facet].wanted(when) !== undefined);

/** First day of an interval as tables hold it: empty for "always was". */
export const sqlFrom = (date: string | null): string => (date === null ? "" : firstDay(date));
/** First day after an interval as tables hold it: 9999-12-31 for "still". */
export const sqlUntil = (date: string | null): string => (date === null ? "9999-12-31" : firstDay(date));
