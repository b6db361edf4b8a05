import { type Audience, byFacet, type Dimension, FACETS, type Facet, type When } from "../model/index.ts";
import { type Box, merge, representative, type Segment, segmentsOf } from "../policy/index.ts";
import { Bounded } from "../text/bounded.ts";
import { remembered } from "../text/remembered.ts";
import { trusted } from "../text/trusted.ts";
import { ANY, dependsOn, OPEN_FROM, OPEN_UNTIL, type RegionClasses } from "./segments.ts";

/** For whom and when something is so. */
export type AudienceAndTime = Readonly<Record<Facet, string>> & { validFrom: string; validUntil: string };

/** The classes of regions that some conditions distinguish, each with a place in it. */
const placesFor = (conditions: readonly When[], { places }: RegionClasses): [string, string | null][] =>
  dependsOn(conditions, "region") ? [...places] : [[ANY, null]];

/** Some people and days, and one of them, wherever they are. */
interface Ready {
  segment: Segment;
  person: Audience;
}

/** How many segments are kept. */
const KEPT = 10_000;

/** The segments of some conditions without regions, by what these ask for. Records have many of them in common. */
const ready = new Bounded<readonly Ready[]>(KEPT, (segments) => segments.length);

/** What a condition asks for apart from the region, as JSON; empty where it asks for nothing else. */
const restOf = remembered(({ regions: _, ...rest }: When): string =>
  Object.keys(rest).length === 0 ? "" : JSON.stringify(rest),
);

/** The segments that some conditions tell apart. @param rests each condition as {@link restOf} gives it; neither order nor repetition matters */
function segmentsFor(rests: readonly string[]): readonly Ready[] {
  const different = [...new Set(rests)].filter((rest) => rest !== "").sort();
  const key = different.join("\n");
  const known = ready.get(key);
  if (known !== undefined) return known;
  const made = segmentsOf(different.map((rest): When => JSON.parse(rest))).map(
    (segment): Ready => ({ segment, person: representative(segment) }),
  );
  ready.set(key, made);
  return made;
}

/** What the conditions ask for that people in a place can satisfy, apart from their regions. */
const restsIn = (name: string, conditions: readonly When[], { covers }: RegionClasses): string[] =>
  conditions
    .filter(({ regions }) => regions === undefined || covers(name, regions))
    .map((condition) => restOf(condition));

/** For everyone. */
const EVERYONE = byFacet(() => ANY);

/**
 * What is so, for these people at this time. What is so has more fields, and is copied first: a copy costs
 * little only into an object that is empty.
 */
function rowOf<T extends object>(
  given: T,
  facets: Readonly<Record<Facet, string>>,
  validFrom: string,
  validUntil: string,
): AudienceAndTime & T {
  const row = trusted<Record<string, unknown>>({ ...given });
  for (const facet of FACETS) row[facet] = facets[facet];
  row["validFrom"] = validFrom;
  row["validUntil"] = validUntil;
  return trusted<AudienceAndTime & T>(row);
}

/** What is so for everyone, at all times. */
export const always = <T extends object>(given: T): AudienceAndTime & T =>
  rowOf(given, EVERYONE, OPEN_FROM, OPEN_UNTIL);

/** Every combination of one value of each facet. */
function combinations(values: Readonly<Record<Facet, readonly string[]>>): Record<Facet, string>[] {
  let found = [{}] as Record<Facet, string>[];
  for (const facet of FACETS) {
    const [first, ...more] = values[facet] as [string, ...string[]];
    if (more.length > 0)
      found = found.flatMap((one) => values[facet].map((value) => ({ ...one, [facet]: value })));
    else for (const one of found) one[facet] = first;
  }
  return found;
}

/** Some people and days that some conditions cannot tell apart. */
export interface Part {
  segment: Segment;
  /** The class of regions. */
  place: string;
  /** One of these people, on one of these days. */
  who: Audience;
}

/** Every audience and day, each once, in parts that some conditions tell apart. @param classes the classes of regions of the whole platform */
export const partsOf = (conditions: readonly When[], classes: RegionClasses): Part[] =>
  placesFor(conditions, classes).flatMap(([name, place]) =>
    segmentsFor(restsIn(name, conditions, classes)).map(({ segment, person }) => ({
      segment,
      place: name,
      who: { ...person, region: place },
    })),
  );

/** Values of a dimension as rows have them. All of them: `*`. */
const namesOf = (
  { values: terms }: Dimension,
  values: readonly (string | null)[],
  places: number,
): readonly string[] => (values.length === (terms?.length ?? places) ? [ANY] : (values as readonly string[]));

/**
 * The rows of what is so for some parts. They cover every audience that has an answer, and every day, exactly
 * once. A facet with the same answer for all its values is `*`; otherwise each value has a row of its own, so
 * that look-ups compare with the value given.
 * @param answer null for people about whom nothing is said. Asked once for each part
 * @param textOf the same text for equal answers, whose rows become one; other texts for others
 */
export function audienceRows<P extends Part, T extends object>(
  parts: readonly P[],
  answer: (part: P) => T | null,
  textOf: (answer: T) => string,
): (AudienceAndTime & T)[] {
  const keys = new Map<T, string>();
  const answers = new Map<string, T>();
  const keyOf = (given: T): string => {
    const known = keys.get(given);
    if (known !== undefined) return known;
    const key = textOf(given);
    keys.set(given, key);
    // Of equal answers the last one that was made.
    answers.set(key, given);
    return key;
  };
  const regions = new Map(parts.map(({ place }) => [place, [place] as const]));
  const places = regions.size;
  const boxes: Box<string>[] = [];
  for (const part of parts) {
    const given = answer(part);
    if (!given) continue;
    const { classes, interval } = part.segment;
    boxes.push({
      classes: { ...classes, region: regions.get(part.place) ?? [part.place] },
      interval,
      value: keyOf(given),
    });
  }
  // The parts cover everyone: if all have the same answer, it depends on nothing.
  if (answers.size === 1 && boxes.length === parts.length) return [always([...answers.values()][0] as T)];
  return merge(boxes, (value) => value).flatMap(({ classes: values, interval, value }) =>
    combinations(byFacet((d) => namesOf(d, values[d.facet], places))).map((facets) =>
      rowOf(answers.get(value) as T, facets, interval.from ?? OPEN_FROM, interval.until ?? OPEN_UNTIL),
    ),
  );
}
