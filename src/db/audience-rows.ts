import { byFacet, DIMENSIONS, type Dimension, FACETS, type Facet, type When } from "../model/index.ts";
import { type Answering, type Box, merge, representative, segmentsOf } from "../policy/index.ts";
import { ANY, dependsOn, OPEN_FROM, OPEN_UNTIL, type RegionClasses } from "./segments.ts";

/** For whom and when something is so. */
export type AudienceAndTime = Readonly<Record<Facet, string>> & { validFrom: string; validUntil: string };

/** The classes of regions that some conditions distinguish, each with a place in it. */
const placesFor = (conditions: readonly When[], { places }: RegionClasses): [string, string | null][] =>
  dependsOn(conditions, "region") ? [...places] : [[ANY, null]];

/** The conditions that people in a place can satisfy, without their regions. */
const conditionsIn = (place: string | null, conditions: readonly When[]): When[] =>
  conditions
    .filter(({ regions }) => regions === undefined || DIMENSIONS.region.matches(place, regions))
    .map(({ regions: _, ...rest }) => rest);

/** Every combination of one value of each facet. */
const combinations = (values: Readonly<Record<Facet, readonly string[]>>): Record<Facet, string>[] =>
  FACETS.reduce<Partial<Record<Facet, string>>[]>(
    (soFar, facet) => soFar.flatMap((one) => values[facet].map((value) => ({ ...one, [facet]: value }))),
    [{}],
  ) as Record<Facet, string>[];

/**
 * The rows for every audience and time that some conditions distinguish. They cover every audience that
 * has an answer, and every day, exactly once. A facet with the same answer for all its values is `*`;
 * otherwise each value has a row of its own, so that look-ups compare with the value given.
 * @param classes the classes of regions of the whole platform
 * @param answer null for people about whom nothing is said
 */
export function audienceRows<T extends object>(
  conditions: readonly When[],
  classes: RegionClasses,
  answer: Answering<T | null>,
): (AudienceAndTime & T)[] {
  const places = placesFor(conditions, classes);
  const keys = new Map<T, string>();
  const answers = new Map<string, T>();
  const keyOf = (given: T): string => {
    const key = keys.get(given) ?? JSON.stringify(given);
    keys.set(given, key);
    answers.set(key, given);
    return key;
  };
  const boxes = places.flatMap(([name, place]) =>
    segmentsOf(conditionsIn(place, conditions)).flatMap((segment): Box<string>[] => {
      const given = answer({ ...representative(segment), region: place });
      if (!given) return [];
      return [{ ...segment, classes: { ...segment.classes, region: [name] }, value: keyOf(given) }];
    }),
  );
  const valuesOf = (dimension: Dimension, values: readonly (string | null)[]): readonly string[] =>
    values.length === (dimension.values ?? places).length ? [ANY] : (values as readonly string[]);
  return merge(boxes, (value) => value).flatMap(({ classes: values, interval, value }) =>
    combinations(byFacet((d) => valuesOf(d, values[d.facet]))).map((facets) => ({
      ...facets,
      validFrom: interval.from ?? OPEN_FROM,
      validUntil: interval.until ?? OPEN_UNTIL,
      ...(answers.get(value) as T),
    })),
  );
}
