import { type Audience, DIMENSIONS } from "../../model/index.ts";
import type { Interval, Segment } from "../../policy/space/segments.ts";
import { audienceInWords, type People, periodInWords } from "./words.ts";

type Facet = keyof typeof DIMENSIONS;
const FACETS = Object.keys(DIMENSIONS) as Facet[];

/** People and days: any of the values of each facet (left out: whatever it is), in one interval. */
export interface PeopleAndDays {
  people: People;
  interval: Interval;
}

type Box = { classes: Record<Facet, string[]>; interval: Interval };

/** The name of a class while boxes are put together: its first value. */
const nameOf = (segment: Segment, facet: Facet): string => String(segment.classes[facet][0]);

/** Boxes that differ in one facet only become one. */
const mergeFacet = (boxes: readonly Box[], facet: Facet): Box[] =>
  [
    ...Map.groupBy(boxes, ({ classes, interval }) =>
      JSON.stringify([{ ...classes, [facet]: [] }, interval]),
    ).values(),
  ].map((group) => {
    const [first] = group as [Box];
    return {
      ...first,
      classes: { ...first.classes, [facet]: group.flatMap((box) => box.classes[facet]).sort() },
    };
  });

/** Boxes of the same people whose intervals follow each other become one. */
const mergeDays = (boxes: readonly Box[]): Box[] =>
  [...Map.groupBy(boxes, ({ classes }) => JSON.stringify(classes)).values()].flatMap((group) =>
    [...group]
      .sort((a, b) => (a.interval.from ?? "").localeCompare(b.interval.from ?? ""))
      .reduce<Box[]>((out, box) => {
        const last = out.at(-1);
        if (last && last.interval.until !== null && last.interval.until === box.interval.from)
          out[out.length - 1] = {
            ...last,
            interval: { from: last.interval.from, until: box.interval.until },
          };
        else out.push(box);
        return out;
      }, []),
  );

/**
 * Some segments, as few groups of people and days as merging neighbours gives. Together
 * they are exactly those segments, each once.
 * @param all every segment that the same conditions give, of which `some` are a part
 */
export function groupsOf(some: readonly Segment[], all: readonly Segment[]): PeopleAndDays[] {
  const boxes: Box[] = some.map((segment) => ({
    classes: Object.fromEntries(FACETS.map((f) => [f, [nameOf(segment, f)]])) as Record<Facet, string[]>,
    interval: segment.interval,
  }));
  const classes = (facet: Facet): Map<string, readonly unknown[]> =>
    new Map(all.map((s) => [nameOf(s, facet), s.classes[facet]]));
  const known = Object.fromEntries(FACETS.map((f) => [f, classes(f)])) as Record<
    Facet,
    ReturnType<typeof classes>
  >;
  const valuesOf = (box: Box, f: Facet) =>
    box.classes[f].length === known[f].size
      ? undefined
      : box.classes[f].flatMap((name) => known[f].get(name) ?? []);
  return mergeDays([...FACETS].reverse().reduce<Box[]>(mergeFacet, boxes)).map((box) => ({
    people: Object.fromEntries(FACETS.map((f) => [f, valuesOf(box, f)])) as {
      [F in Facet]?: readonly Audience[F][];
    },
    interval: box.interval,
  }));
}

/** People and days in words: `adults in the EEA and Switzerland, from 3 November 2025`; `everybody` where nothing narrows them. */
export const groupInWords = ({ people, interval: { from, until } }: PeopleAndDays): string =>
  [audienceInWords(people), periodInWords(from ?? undefined, until ?? undefined)]
    .filter((part) => part !== "")
    .join(", ");
